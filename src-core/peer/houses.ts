/** Houses as decisions see them: which PC belongs to which, and whether it is a direct one. */
import type { PeerFields } from './fields.ts'
import type { DeviceGrant, HouseGrant } from './statements.ts'

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

/** 市 › 区 › 街道 › 社区 is 3 (exchange/trust/who-is-who.ts). */
const STEPS = 6

/**
 * Whether a house is above or below, and through which direct one its files go: itself, or the one that vouches for those
 * behind it. Null: neither, or it has left. What stands in the book was checked when it was stored.
 */
export function wayTo(
  source: Pick<HouseSource, 'read'>,
  house: string,
  steps = STEPS,
): { readonly side: 'upper' | 'below'; readonly hop: string } | null {
  const peer = source.read(`peer:${house}`) as Partial<PeerFields> | null
  if (!peer || steps === 0) return null
  if (peer.kind) return peer.kind === 'own' || peer.left ? null : { side: peer.kind, hop: house }
  const word = peer.vouched as Partial<HouseGrant> | undefined
  const way = word?.under ? wayTo(source, word.under, steps - 1) : null
  return way && (word?.kind === 'upper') === (way.side === 'upper') ? way : null
}

/** As it calls itself; the name under which it was taken in or vouched for stands for one whose own card has not arrived. */
export function nameIn(source: Pick<HouseSource, 'read'>, house: string): string {
  const peer = source.read(`peer:${house}`) as Partial<PeerFields> | null
  return String(source.read(`station:${house}`)?.['name'] ?? peer?.name ?? peer?.vouched?.name ?? '')
}
