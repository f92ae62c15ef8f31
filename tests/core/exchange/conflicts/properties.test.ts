/** One decision clears a difference on every replica, whatever came when; two different ones show it once more. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heads } from '#core/kernel/entity.ts'
import type { StoredEvent } from '#core/kernel/event.ts'
import { enterProviders, GROUND, newStation, type Station } from '../../commands/station.ts'
import { correct, differences, meet, resolve, twoPcs } from './world.ts'
import type { FieldDifference } from '#core/exchange/conflicts/difference.ts'

const RUNS = { numRuns: 40 }
const FIELDS = ['title', 'place', 'requesterPhone', 'urgency', 'requestKind'] as const
const VALUES: Readonly<Record<(typeof FIELDS)[number], readonly string[]>> = {
  title: ['甲', '乙', '丙'],
  place: ['一号楼', '二号楼', '三号楼'],
  requesterPhone: ['10000000002', '10000000003', '10000000004'],
  urgency: ['general', 'urgent', 'danger'],
  requestKind: ['help', 'complaint', 'suggestion'],
}
const edit = fc.constantFrom(...FIELDS).chain((field) => fc.constantFrom(...VALUES[field]).map((value) => ({ [field]: value }))) // prettier-ignore
/** What each of three PCs does without hearing of the others. */
const work = fc.tuple(...[1, 2, 3].map(() => fc.array(edit, { maxLength: 4 })))

async function apart(edits: readonly (readonly Record<string, string>[])[], order: boolean) {
  const { a, b, id } = await twoPcs()
  const c = newStation(3, 'user:third')
  const providers = await enterProviders(a)
  await a.done({ name: 'classify', input: { case: id, serviceType: 'welfare', category: '', reason: '' } })
  b.take(a.events)
  c.take(a.events)
  const pcs = [a, b, c]
  for (const [i, pc] of pcs.entries()) {
    for (const change of edits[i]!) await pc.run(correct(id, change))
    if (order) await pc.done({ name: 'dispatch', input: { case: id, provider: providers.welfare, reason: '', demand: '', ...GROUND } }) // prettier-ignore
  }
  meet(...pcs)
  return { pcs, id }
}

/** One PC goes through its list until nothing is left. Every step settles something. */
async function settleAll(pc: Station, choose: (n: number) => number): Promise<void> {
  for (let left = differences(pc); left.length > 0; left = differences(pc)) {
    const [one] = left
    if (one!.kind === 'field') {
      const version = one!.versions[choose(one!.versions.length)]!
      await pc.done(resolve(one as FieldDifference, { pc: version.writers[0]!.pc }))
    } else if (one!.kind === 'double-referral') {
      const keep = one!.acts[choose(one!.acts.length)]!.act
      await pc.done({ name: 'settle-double', input: { about: one!.key, case: one!.case, keep, note: '' } })
    } else throw new Error(one!.kind)
    expect(differences(pc).length).toBeLessThan(left.length)
  }
}

const inAnyOrder = (all: readonly StoredEvent[], random: readonly number[]): StoredEvent[] =>
  all.map((event, i) => [random[i % random.length]! + ((i * 7919) % 101), event] as const).toSorted(([x], [y]) => x - y).map(([, event]) => event) // prettier-ignore

test('the list is the same on every replica, in whatever order the events came', async () => {
  await fc.assert(
    fc.asyncProperty(
      work,
      fc.boolean(),
      fc.array(fc.nat(1_000), { minLength: 5, maxLength: 5 }),
      async (edits, order, random) => {
        // prettier-ignore
        const { pcs } = await apart(edits, order)
        const shown = differences(pcs[0]!)
        const late = newStation(9, 'user:late')
        late.take(inAnyOrder(pcs.flatMap(({ events }) => events), random)) // prettier-ignore
        const byKey = (list: readonly { key: string }[]) => list.toSorted((x, y) => (x.key < y.key ? -1 : 1))
        for (const pc of [...pcs, late]) expect(byKey(differences(pc))).toEqual(byKey(shown))
      },
    ),
    RUNS,
  )
})

test('settled once, it is settled everywhere, in whatever order that comes', async () => {
  await fc.assert(
    fc.asyncProperty(
      work,
      fc.boolean(),
      fc.nat(),
      fc.array(fc.nat(1_000), { minLength: 5, maxLength: 5 }),
      async (edits, order, seed, random) => {
        // prettier-ignore
        const { pcs } = await apart(edits, order)
        const [a] = pcs
        await settleAll(a!, (n) => seed % n)
        const late = newStation(9, 'user:late')
        late.take(inAnyOrder(pcs.flatMap(({ events }) => events), random)) // prettier-ignore
        meet(...pcs)
        for (const pc of [...pcs, late]) expect(differences(pc)).toEqual([])
      },
    ),
    RUNS,
  )
})

test('settled on two PCs at once: shown again only where they decided otherwise', async () => {
  await fc.assert(
    fc.asyncProperty(work, fc.boolean(), fc.nat(), fc.nat(), async (edits, order, one, other) => {
      const { pcs, id } = await apart(edits, order)
      const [a, b] = pcs
      await settleAll(a!, (n) => one % n)
      await settleAll(b!, (n) => other % n)
      const said = (pc: Station, field: string): unknown => heads(pc.book.replica.entities.get(id)!, field)[0]?.f[field]
      const differ = FIELDS.filter((field) => JSON.stringify(said(a!, field)) !== JSON.stringify(said(b!, field)))
      meet(...pcs)
      for (const pc of pcs) {
        const shown = differences(pc).flatMap((left) => (left.kind === 'field' ? left.fields : []))
        expect(shown.filter((field) => (FIELDS as readonly string[]).includes(field)).toSorted()).toEqual(
          differ.toSorted(),
        )
        await settleAll(pc, () => 0)
      }
      meet(...pcs)
      // The same choice on all three, from the same list: nothing is left.
      for (const pc of pcs) expect(differences(pc)).toEqual([])
    }),
    RUNS,
  )
})
