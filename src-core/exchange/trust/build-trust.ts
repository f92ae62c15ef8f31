/** Facts in, Trust out: every signature is checked here. The rules of who wins stand in who-is-who.ts. */
import { pcOfLog } from '#core/kernel/event.ts'
import { fromBase64url } from '#core/lib/bytes.ts'
import type { DeviceGrant, HouseGrant, Revocation, Statements } from '#core/peer/statements.ts'
import { readGrant, readHouse, readRevocation, sortedJson } from './statements.ts'
import type { Facts, KnownHouse, Trust } from './trust.ts'
import { DEPTH, grantedPcs, isOwnWord, isWordFor, knownHouses, revokedPcs } from './who-is-who.ts'

export function buildTrust(facts: Facts): Trust {
  const { house: own, self } = facts
  const houses = knownHouses(facts)
  const granted = grantedPcs(facts, houses)
  const revoked = revokedPcs(facts, houses, granted)

  const members = new Map<string, string[]>([[own, self ? [self.pc] : []]])
  for (const [pc, { house }] of granted) {
    if (pc === self?.pc) continue
    const list = members.get(house)
    if (list) list.push(pc)
    else members.set(house, [pc])
  }
  const unrevoked = (house: string): readonly string[] => {
    if (house !== own && houses.get(house)?.left !== '') return []
    return (members.get(house) ?? []).filter((pc) => !revoked.has(pc)).toSorted()
  }
  const pcsOf = (house: string): readonly string[] => unrevoked(house).filter((pc) => !facts.retired.has(pc))
  const houseOf = (pc: string): string | null => (pc === self?.pc ? own : (granted.get(pc)?.house ?? null))
  const keyOf = (pc: string): Uint8Array | null => {
    if (pc === self?.pc) return self.open
    const grant = granted.get(pc)
    return grant ? fromBase64url(grant.signs) : null
  }

  const words = new Map<string, HouseGrant | null>()
  const wordFor = (house: string): HouseGrant | null => {
    const before = words.get(house)
    if (before !== undefined) return before
    const known = houses.get(house)
    const word = (known && facts.houses.find((one) => isWordFor(one, known, facts, houses))) ?? null
    words.set(house, word)
    return word
  }
  /** From that house to ours, as far as there are any. */
  function wordsFor(house: string): HouseGrant[] {
    const out: HouseGrant[] = []
    for (let at = house, i = 0; at !== own && i < DEPTH; i++) {
      const word = wordFor(at)
      if (!word) break
      out.push(word)
      at = word.under
    }
    return out
  }

  function statementsFor(pcs: Iterable<string>): Statements {
    const grants: DeviceGrant[] = []
    const revocations: Revocation[] = []
    const between = new Map<string, HouseGrant>()
    for (const pc of [...new Set(pcs)].toSorted()) {
      const grant = granted.get(pc)
      if (!grant) continue
      grants.push(grant)
      const revocation = revoked.get(pc)
      if (revocation) revocations.push(revocation)
      for (const word of wordsFor(grant.house)) between.set(word.house, word)
    }
    return { grants, revocations, houses: [...between.values()] }
  }

  const plus = (more: Partial<Statements>): Facts => ({
    ...facts,
    grants: [...facts.grants, ...readAll(more.grants, readGrant)],
    revocations: [...facts.revocations, ...readAll(more.revocations, readRevocation)],
    houses: [...facts.houses, ...readAll(more.houses, readHouse)],
  })

  return {
    house: own,
    root: facts.root,
    pc: self?.pc ?? '',
    isGranted: granted.get(self?.pc ?? '')?.house === own,
    houses,
    keyOf,
    houseOf,
    grantOf: (pc) => granted.get(pc) ?? null,
    nameOf: (pc) => facts.names.get(pc) ?? granted.get(pc)?.name ?? '',
    revocationOf: (pc) => revoked.get(pc) ?? null,
    pcsOf,
    everyPcOf: (house) => members.get(house) ?? [],
    letters: new Set(facts.grants.filter((grant) => isOwnWord(grant, facts)).map((grant) => grant.letter)),
    recipientsOf: (house) =>
      unrevoked(house).map((pc) => (pc === self?.pc ? self.receives : granted.get(pc)!.receives)),
    isRevoked: (pc) => revoked.has(pc),
    isBeyond: (log, n) => {
      const upTo = revoked.get(pcOfLog(log))?.upTo
      return upTo !== undefined && n > (Object.hasOwn(upTo, log) ? upTo[log]! : 0)
    },
    isBelow: (house) => house === own || houses.get(house)?.kind === 'below',
    isAbove: (house) => houses.get(house)?.kind === 'upper' && wordsFor(house).at(-1)?.under === own,
    verdict: ({ from, to }) => {
      if (to.house !== own) return 'not-for-us'
      const known = houses.get(from.house)
      if (!known) return 'unknown-house'
      if (known.left !== '') return 'left-house'
      if (houseOf(from.pc) !== from.house) return 'unknown-pc'
      return revoked.has(from.pc) ? 'revoked-pc' : 'known'
    },
    statementsFor,
    learn: (more) => buildTrust(plus(more)),
    news: (more) => newsOf(facts, houses, plus(more)),
  }
}

/** What is valid among the new ones, decides something, and is not held yet. */
function newsOf(facts: Facts, before: ReadonlyMap<string, KnownHouse>, more: Facts): Statements {
  const after = buildTrust(more)
  const held = new Set([...facts.grants, ...facts.revocations].map((one) => one.sig))
  const isSame = (a: object | null, b: object): boolean => a !== null && sortedJson(a) === sortedJson(b)
  const fresh = <T extends { readonly sig: string }>(list: readonly T[]): T[] => {
    const seen = new Set(held)
    return list.filter(({ sig }) => !seen.has(sig) && seen.add(sig))
  }
  return {
    grants: fresh(more.grants).filter((grant) => isSame(after.grantOf(grant.pc), grant)),
    revocations: fresh(more.revocations).filter((one) => isSame(after.revocationOf(one.pc), one)),
    houses: fresh(more.houses).filter((one) => {
      const known = after.houses.get(one.house)
      // Our own word may come after the house: its upper office was taken in on a PC without the root key.
      const isMissing = !before.has(one.house) || (one.under === facts.house && !facts.houses.some(({ house, under }) => house === one.house && under === one.under)) // prettier-ignore
      return isMissing && known !== undefined && isWordFor(one, known, more, after.houses)
    }),
  }
}

function readAll<S>(values: readonly unknown[] | undefined, one: (value: unknown) => S | null): S[] {
  return (values ?? []).map(one).filter((value) => value !== null)
}
