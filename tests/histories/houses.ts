/**
 * Five PCs of four houses, as they are after everybody has compared fingerprints once:
 *
 *   区 Q (q1) ── 街道 J (j1) ─┬─ station A (a1, a2)
 *                             └─ station B (b1)
 */
import { statementDrafts } from '#core/exchange/trust/statement-drafts.ts'
import { signHouse } from '#core/exchange/trust/statements.ts'
import type { Draft } from '#core/kernel/command.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import type { DeviceGrant } from '#core/peer/statements.ts'
import { dice, type Dice } from './dice.ts'
import { backUp, grantOf, newPc, write, type Pc } from './pc.ts'
import { signerOfSeed } from './signer.ts'

export type House = {
  readonly name: string
  readonly id: string
  readonly code: string
  readonly short: string
  readonly rootSeed: Uint8Array
  letters: number
}

const AT = '2026-11-22T09:00:00+08:00'
const UNDER: Readonly<Record<string, string>> = { A: 'J', B: 'J', J: 'Q' }

function newHouse(name: string, number: number, keys: Dice): House {
  const id = `0193a1b2-0000-7000-8000-00000000000${number}`
  return { name, id, code: `11010100000${number}`, short: `S${number}`, rootSeed: keys.bytes(32), letters: 0 }
}

const rootText = (house: House): string =>
  said(`root ${house.name}`, () => toBase64url(signerOfSeed(house.rootSeed).open))

/** Signed once for all histories. */
const saids = new Map<string, unknown>()
function said<T>(name: string, say: () => T): T {
  if (!saids.has(name)) saids.set(name, say())
  return saids.get(name) as T
}

const housesOf = (keys: Dice): House[] => ['A', 'B', 'J', 'Q'].map((name, i) => newHouse(name, i + 1, keys))

/** a1 alone, with the keys that it has in every history, before anything is written. */
export function firstPc(of: Pick<Pc, 'dice' | 'tick' | 'written'>): Promise<Pc> {
  const keys = dice(0)
  return newPc('a1', housesOf(keys)[0]!, keys, of)
}

export async function newDistrict(of: Pick<Pc, 'dice' | 'tick' | 'written'>): Promise<{ pcs: Pc[]; houses: House[] }> {
  // The same keys in every history: what they sign of each other is checked once.
  const keys = dice(0)
  const houses = housesOf(keys)
  const houseOf = (name: string): House => houses.find((house) => house.name === name)!
  const pcs: Pc[] = []
  for (const [name, house] of [
    ['a1', 'A'],
    ['a2', 'A'],
    ['b1', 'B'],
    ['j1', 'J'],
    ['q1', 'Q'],
  ] as const)
    pcs.push(await newPc(name, houseOf(house), keys, of))
  const grants = new Map(pcs.map((pc) => [pc, said(pc.name, () => grantOf(pc.house, pc.identity))]))
  for (const pc of pcs) {
    const own = pcs.filter((other) => other.house === pc.house).map((other) => grants.get(other)!)
    const drafts: Draft[] = [
      { entity: `station:${pc.house.id}`, kind: 'station-set-up', fields: cardOf(pc.house) },
      pin(pc.house, 'own'),
      ...own.map((grant): Draft => ({ entity: `device:${grant.pc}`, kind: 'pc-granted', fields: { grant } })),
    ]
    for (const [below, above] of Object.entries(UNDER)) {
      const [lower, upper] = [houseOf(below), houseOf(above)]
      // What an office says of the one above it, those below need for what it passes on to them.
      const isBetween = Object.values(UNDER).includes(below)
      if (pc.house === lower) drafts.push(pin(upper, 'upper', isBetween ? lower : undefined), ...marks(pc, upper, pcs, grants, true)) // prettier-ignore
      if (pc.house === upper) drafts.push(pin(lower, 'below', upper), ...marks(pc, lower, pcs, grants, false))
    }
    const saved = await write(pc, drafts)
    if (!saved.ok) throw new Error(JSON.stringify(saved.error))
    backUp(pc)
  }
  return { pcs, houses }
}

const cardOf = ({ name, code, short }: House) => ({ name, code, short })

/** `by`: whose root vouches for it. */
const pin = (house: House, kind: 'own' | 'upper' | 'below', by?: House): Draft => ({
  entity: `peer:${house.id}`,
  kind: 'house-pinned',
  fields: {
    kind,
    ...cardOf(house),
    root: rootText(house),
    at: AT,
    left: '',
    ...(by && {
      vouched: said(`word for ${house.name} by ${by.name}`, () =>
        wordFor(house, kind === 'upper' ? 'upper' : 'house', by),
      ),
    }),
  },
})

const wordFor = (house: House, kind: 'upper' | 'house', by: House) =>
  signHouse(
    { kind, house: house.id, root: rootText(house), ...cardOf(house), under: by.id, at: AT },
    signerOfSeed(by.rootSeed),
  )

const marks = (
  pc: Pc,
  of: House,
  pcs: readonly Pc[],
  grants: ReadonlyMap<Pc, DeviceGrant>,
  isAbove: boolean,
): Draft[] =>
  statementDrafts(
    pc.house.id,
    { grants: pcs.filter(({ house }) => house === of).map((other) => grants.get(other)!), revocations: [], houses: [] },
    () => isAbove,
  )
