/** Houses and PCs with real keys, for the tests of trust. */
import { identityOf, type Identity } from '#core/keys/identity.ts'
import { newKeyring, type Keyring } from '#core/keys/keyring.ts'
import { signGrant, signHouse, signRevocation } from '#core/exchange/trust/statements.ts'
import type { KnownHouse, TrustSource } from '#core/exchange/trust/trust.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import type { DeviceGrant, HouseGrant, Revocation, Statement } from '#core/peer/statements.ts'

export const AT = '2026-11-23T09:00:00+08:00'
export const LATER = '2026-11-24T09:00:00+08:00'
export const randomOf = (n: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(n))

export type Pc = { readonly ring: Keyring; readonly identity: Identity; readonly grant: DeviceGrant }
export type TestHouse = {
  readonly house: string
  readonly card: { readonly house: string; readonly name: string; readonly code: string; readonly short: string }
  readonly root: NonNullable<Identity['root']>
  /** The founding PC. */
  readonly first: Pc
  readonly letIn: (letter: string, at?: string) => Pc
  readonly vouchFor: (other: TestHouse, at?: string) => HouseGrant
  readonly revoke: (pc: string, upTo: Readonly<Record<string, number>>, at?: string) => Revocation
}

let made = 0

export function newHouse(name: string): TestHouse {
  made += 1
  const house = `019b0000-0000-7000-8000-${String(made).padStart(12, '0')}`
  const card = { house, name, code: String(110_101_001_000 + made), short: `S${String(made).padStart(4, '0')}` }
  const founding = newKeyring(randomOf)
  const root = identityOf(founding).root!
  const granted = (ring: Keyring, letter: string, at: string): Pc => {
    const identity = identityOf(ring)
    const { pc, receives, open } = identity
    const said = {
      kind: 'device',
      house,
      pc,
      letter,
      name: `${name}${letter}`,
      signs: toBase64url(open),
      receives,
      at,
    } as const
    return { ring, identity, grant: signGrant(said, root) }
  }
  return {
    house,
    card,
    root,
    first: granted(founding, 'A', AT),
    letIn: (letter, at = AT) => granted(newKeyring(randomOf, null), letter, at),
    vouchFor: (other, at = AT) =>
      signHouse({ kind: 'house', ...other.card, root: toBase64url(other.root.open), under: house, at }, root),
    revoke: (pc, upTo, at = LATER) => signRevocation({ kind: 'revocation', house, pc, upTo, at }, root),
  }
}

/** A book's entities as trustOf reads them. `pinned`: [house, kind]. */
export function sourceWith(of: {
  own: TestHouse
  statements?: readonly Statement[]
  pinned?: readonly (readonly [TestHouse, KnownHouse['kind'], string?])[]
}): TrustSource {
  const entities = new Map<string, Record<string, unknown[]>>()
  const put = (id: string, field: string, value: unknown): void => {
    const fields = entities.get(id) ?? {}
    ;(fields[field] ??= []).push(value)
    entities.set(id, fields)
  }
  const peer = (house: TestHouse, kind: string, left = ''): void => {
    const fields = { ...house.card, kind, root: toBase64url(house.root.open), left }
    for (const [field, value] of Object.entries(fields)) put(`peer:${house.house}`, field, value)
  }
  peer(of.own, 'own')
  for (const [house, kind, left] of of.pinned ?? []) peer(house, kind, left)
  for (const one of of.statements ?? []) {
    if ('root' in one) put(`peer:${one.house}`, 'vouched', one)
    else put(`device:${one.pc}`, one.kind === 'device' ? 'grant' : 'revocation', one)
  }
  return {
    ids: (type) => [...entities.keys()].filter((id) => id.startsWith(`${type}:`)),
    read: (id) => {
      const fields = entities.get(id)
      return fields ? Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values[0]])) : null
    },
    held: (id, field) => entities.get(id)?.[field] ?? [],
  }
}
