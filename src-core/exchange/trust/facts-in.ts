/** What the book holds of houses and PCs, before anything of it is checked. */
import { fromBase64url } from '#core/lib/bytes.ts'
import { PEER_KINDS, type PeerKind } from '#core/peer/codes.ts'
import type { DeviceGrant, HouseGrant, Revocation } from '#core/peer/statements.ts'
import { readGrant, readHouse, readRevocation } from './statements.ts'
import type { Facts, KnownHouse, Self, TrustSource } from './trust.ts'

export function factsIn(source: TrustSource, self: Self | null, house: string): Facts {
  const grants: DeviceGrant[] = []
  const revocations: Revocation[] = []
  const houses: HouseGrant[] = []
  const pinned: KnownHouse[] = []
  const retired = new Set<string>()
  const names = new Map<string, string>()
  for (const id of source.ids('device')) {
    // Every live value, not only the shown one: whoever wrote beside it cannot take a statement away.
    for (const value of source.held(id, 'grant')) push(grants, readGrant(value))
    for (const value of source.held(id, 'revocation')) push(revocations, readRevocation(value))
    const { retired: isOver, name } = source.read(id) ?? {}
    const pc = id.slice('device:'.length)
    if (isOver) retired.add(pc)
    if (typeof name === 'string' && name !== '') names.set(pc, name)
  }
  for (const id of source.ids('peer')) {
    for (const value of source.held(id, 'vouched')) push(houses, readHouse(value))
    const peer = pinnedIn(source, id)
    if (peer && (peer.kind === 'own') === (peer.house === house)) pinned.push(peer)
  }
  const own = self?.root?.open ?? pinned.find((peer) => peer.house === house)?.root ?? null
  return {
    house,
    root: own,
    self,
    pinned: pinned.filter((peer) => peer.house !== house),
    card: { name: '', code: '', short: '', ...source.read(`station:${house}`) } as Facts['card'],
    grants,
    revocations,
    houses,
    retired,
    names,
  }
}

function pinnedIn(source: TrustSource, id: string): KnownHouse | null {
  const fields = source.read(id)
  const text = (name: string): string => (typeof fields?.[name] === 'string' ? fields[name] : '')
  const root = fromBase64url(text('root'))
  const kind = text('kind') as PeerKind
  if (root?.length !== 32 || !PEER_KINDS.includes(kind)) return null
  const [name, code, short, left] = [text('name'), text('code'), text('short'), text('left')]
  return { house: id.slice('peer:'.length), kind, name, code, short, root, via: null, left }
}

function push<T>(list: T[], value: T | null): void {
  if (value !== null) list.push(value)
}
