/** Houses as decisions see them: which PC belongs to which, and whether it is a direct one. */
import type { PeerFields } from './fields.ts'
import type { DeviceGrant } from './statements.ts'

export type HouseSource = {
  readonly read: (id: string) => Readonly<Record<string, unknown>> | null
  readonly ids: (type: string) => ReadonlySet<string>
}

/** Null: not known, or it has left. */
export function peerOf(source: HouseSource, house: string): PeerFields | null {
  const peer = source.read(`peer:${house}`) as PeerFields | null
  return peer && !peer.left ? peer : null
}

/** uuid of this house; '' while it is being made. */
export function ownHouse(source: HouseSource): string {
  const [own] = source.ids('station')
  return own === undefined ? '' : own.slice(own.indexOf(':') + 1)
}

export const ownName = (source: HouseSource): string => nameIn(source, ownHouse(source))

/** uuid of the house that let the PC in; null while its grant has not arrived (and on a PC of a house without grants). */
export function houseOfPc(source: HouseSource, pc: string): string | null {
  const grant = source.read(`device:${pc}`)?.['grant'] as Partial<DeviceGrant> | undefined
  return typeof grant?.house === 'string' ? grant.house : null
}

/** As it calls itself; the name under which it was taken in stands for one whose own card has not arrived. */
export function nameIn(source: HouseSource, house: string): string {
  return String(source.read(`station:${house}`)?.['name'] ?? source.read(`peer:${house}`)?.['name'] ?? '')
}
