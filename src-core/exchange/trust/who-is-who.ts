/**
 * Which statement counts where several speak of the same house or PC. Nobody who is let in further down can take over what is
 * known nearer: own, then compared by a person here, then vouched for, one step at a time. Two of the same distance that
 * contradict each other: neither counts, and a person has to compare.
 */
import { fromBase64url, toBase64url } from '#core/lib/bytes.ts'
import type { DeviceGrant, HouseGrant, Revocation, Statement } from '#core/peer/statements.ts'
import { isSaidBy } from './statements.ts'
import type { Facts, KnownHouse } from './trust.ts'

/** Steps from a compared house down, or up, to one that is vouched for: 市 › 区 › 街道 › 社区 is 3. */
export const DEPTH = 6

type Houses = ReadonlyMap<string, KnownHouse>

export function knownHouses(facts: Facts): Houses {
  const out = new Map<string, KnownHouse>()
  const { root, house, card } = facts
  if (root) out.set(house, { house, kind: 'own', ...card, root, via: null, left: '' })
  for (const peer of facts.pinned) out.set(peer.house, peer)
  for (let step = 0; step < DEPTH; step++) {
    const next = new Map<string, KnownHouse | null>()
    for (const word of facts.houses) {
      const voucher = out.get(word.under)
      // Downwards whoever is below speaks, upwards whoever is above.
      if (out.has(word.house) || word.house === house || voucher?.kind !== sideOf(word) || voucher.left !== '') continue
      if (!isSaidBy(word, voucher.root)) continue
      const before = next.get(word.house)
      if (before === undefined) next.set(word.house, vouched(word))
      else if (before && toBase64url(before.root) !== word.root) next.set(word.house, null)
    }
    if (next.size === 0) break
    for (const [id, known] of next) if (known) out.set(id, known)
  }
  return out
}

const sideOf = ({ kind }: HouseGrant): 'upper' | 'below' => (kind === 'upper' ? 'upper' : 'below')

function vouched(word: HouseGrant): KnownHouse {
  const { house, name, code, short, root, under } = word
  return { house, kind: sideOf(word), name, code, short, root: fromBase64url(root)!, via: under, left: '' }
}

/** The word of `known`'s voucher, or our own for a house that was compared here. */
export function isWordFor(word: HouseGrant, known: KnownHouse, facts: Facts, houses: Houses): boolean {
  if (word.house !== known.house || word.root !== toBase64url(known.root) || sideOf(word) !== known.kind) return false
  if (word.under === facts.house) return facts.root !== null && isSaidBy(word, facts.root)
  const voucher = houses.get(word.under)
  return voucher?.kind === known.kind && isSaidBy(word, voucher.root)
}

export const isOwnWord = (grant: DeviceGrant, facts: Facts): boolean =>
  facts.root !== null && grant.house === facts.house && isSaidBy(grant, facts.root)

/** One PC is in one house, and its keys never change: its first grant fixes them, its latest one names it. */
export function grantedPcs(facts: Facts, houses: Houses): Map<string, DeviceGrant> {
  const byPc = new Map<string, DeviceGrant[]>()
  for (const grant of facts.grants) {
    const root = houses.get(grant.house)?.root
    if (!root || !isSaidBy(grant, root)) continue
    const list = byPc.get(grant.pc)
    if (list) list.push(grant)
    else byPc.set(grant.pc, [grant])
  }
  const out = new Map<string, DeviceGrant>()
  const { self, house: own } = facts
  for (const [pc, all] of byPc) {
    const near = Math.min(...all.map(({ house }) => distance(house, own, houses)))
    const nearest = all.filter(({ house }) => distance(house, own, houses) === near).toSorted(byTime)
    const first = nearest[0]!
    if (nearest.some(({ house }) => house !== first.house)) continue
    if (pc === self?.pc && (first.house !== own || first.signs !== toBase64url(self.open))) continue
    out.set(
      pc,
      nearest.findLast(({ signs, receives }) => signs === first.signs && receives === first.receives)!,
    )
  }
  return out
}

function distance(house: string, own: string, houses: Houses): number {
  if (house === own) return 0
  let steps = 1
  for (let via = houses.get(house)?.via; via && steps <= DEPTH; via = houses.get(via)?.via) steps += 1
  return steps
}

/** Only the house that let a PC in revokes it. The latest word counts: an older one that is played again changes nothing. */
export function revokedPcs(facts: Facts, houses: Houses, granted: ReadonlyMap<string, DeviceGrant>) {
  const out = new Map<string, Revocation>()
  for (const revocation of facts.revocations.toSorted(byTime)) {
    const { pc, house } = revocation
    const root = houses.get(house)?.root
    if (granted.get(pc)?.house === house && root && isSaidBy(revocation, root)) out.set(pc, revocation)
  }
  return out
}

const byTime = (a: Statement, b: Statement): number =>
  a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.sig < b.sig ? -1 : a.sig > b.sig ? 1 : 0
