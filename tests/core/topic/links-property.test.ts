/** Joining and parting on several PCs at once, through the kernel: whatever arrives in which order, all show the same. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCase } from '#core/book/book.ts'
import { caseSummary } from '#core/case-file/summary.ts'
import { seeded } from '#core/demo/seeded.ts'
import { topicsOf } from '#core/topic/links.ts'
import { INTAKE, newStation, type Station } from '../commands/station.ts'
import { size } from '../../size.ts'

const CASES = 4
type Step = {
  readonly pc: number
  readonly kind: 'join' | 'part' | 'meet' | 'answer'
  readonly a: number
  readonly b: number
}
const step: fc.Arbitrary<Step> = fc.record({
  pc: fc.nat(2),
  kind: fc.constantFrom('join', 'part', 'meet', 'answer'),
  a: fc.nat(CASES - 1),
  b: fc.nat(CASES - 1),
})

const shown = (station: Station, ids: readonly string[]): string =>
  JSON.stringify(ids.map((id) => [caseSummary(station.file(id)), topicsOf(station.file(id))]))

async function world(steps: readonly Step[]): Promise<{ pcs: Station[]; ids: string[] }> {
  const pcs = [1, 2, 3].map((n) => newStation(n, `user:${n}`))
  const ids: string[] = []
  for (let i = 0; i < CASES; i++)
    ids.push(await pcs[0]!.done({ name: 'receive-case', input: { ...INTAKE, requesterName: `住户${i}` } }))
  for (const pc of pcs.slice(1)) pc.take(pcs[0]!.events)
  for (const { pc: at, kind, a, b } of steps) {
    const pc = pcs[at]!
    const [one, other] = [ids[a]!, ids[b]!]
    if (kind === 'meet') pc.take(pcs[a % 3]!.events)
    else if (kind === 'join')
      await pc.run({ name: 'join-matter', input: { case: one, with: other, kind: b % 2 ? 'repeat' : 'same-matter' } }) // prettier-ignore
    else if (kind === 'answer')
      await pc.run({ name: 'record-answer', input: { case: one, way: 'phone', content: '已办', answeredBy: '' } }) // prettier-ignore
    else {
      const from = topicsOf(pc.file(one))[0]
      if (from) await pc.run({ name: 'unlink-cases', input: { from, cases: [one, other] } })
    }
  }
  return { pcs, ids }
}

test('two PCs link and unlink concurrently, in any order → the same state everywhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), fc.nat(), async (steps, seed) => {
      const { pcs, ids } = await world(steps)
      const all = pcs.flatMap((pc) => pc.events)
      for (const pc of pcs) pc.take(all)
      // Event by event in another order: what waits for its predecessor comes in with it.
      const late = newStation(3, 'user:late')
      const random = seeded(seed)
      const order = all
        .map((event) => [random.bytes(4).join(), event] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
      for (const [, event] of order) late.take([event])
      expect(ids.every((id) => readCase(late.book, id))).toBe(true)
      expect(new Set([...pcs, late].map((pc) => shown(pc, ids))).size).toBe(1)
    }),
    { numRuns: size(40) },
  )
})

test('a joining that the one who parts had not seen stays; one that was seen is gone', async () => {
  const { pcs, ids } = await world([])
  const [here, there] = pcs as [Station, Station, Station]
  const [one, other, third] = ids as [string, string, string, string]
  await here.done({ name: 'join-matter', input: { case: one, with: other, kind: 'same-matter' } })
  there.take(here.events)
  const topic = topicsOf(here.file(one))[0]!
  await here.done({ name: 'unlink-cases', input: { from: topic, cases: [one, other] } })
  await there.done({ name: 'link-cases', input: { topic, cases: [third] } })
  here.take(there.events)
  there.take(here.events)
  for (const pc of [here, there])
    expect([one, other, third].map((id) => topicsOf(pc.file(id)))).toEqual([[], [], [topic]])
})

test('link and unlink give the same shown state, whatever else was done with the cases', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.nat(CASES - 1), fc.nat(CASES - 1), async (steps, a, b) => {
      const { pcs, ids } = await world(steps)
      const pc = pcs[0]!
      const before = shown(pc, ids)
      const known = new Set(ids.flatMap((id) => topicsOf(pc.file(id))))
      const joined = await pc.run({ name: 'begin-topic', input: { title: '同一件事', category: '', place: '', note: '', cases: [ids[a]!, ids[b]!] } }) // prettier-ignore
      if (!joined.ok) throw new Error(JSON.stringify(joined.error))
      const topic = joined.value.entities[0]!
      expect(known.has(topic)).toBe(false)
      await pc.done({ name: 'unlink-cases', input: { from: topic, cases: [ids[a]!, ids[b]!] } })
      expect(shown(pc, ids)).toBe(before)
    }),
    { numRuns: size(25) },
  )
})
