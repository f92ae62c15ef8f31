/** 抽样: the same on every machine, uniform, and by strata as it says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draw, equalShares, proportionalShares } from '#core/survey/draw.ts'
import { populationDigest } from '#core/survey/population-digest.ts'
import { seededNumbers } from '#core/survey/seeded-numbers.ts'
import { shuffledBy } from './world.ts'

const people = (n: number): string[] => Array.from({ length: n }, (_, i) => `person:${String(i).padStart(4, '0')}`)
const drawn = (...of: Parameters<typeof draw>) => {
  const result = draw(...of)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

test('a draw is the same on every machine: these numbers and this list are frozen', () => {
  const numbers = seededNumbers(20_261_122)
  expect(Array.from({ length: 6 }, () => numbers.below(1_000_000))).toMatchInlineSnapshot(`
    [
      263093,
      720568,
      982559,
      263221,
      113515,
      552627,
    ]
  `)
  expect(drawn(people(12), 4, 7).list).toMatchInlineSnapshot(`
    [
      "person:0006",
      "person:0003",
      "person:0008",
      "person:0011",
    ]
  `)
  expect(populationDigest(people(3))).toBe('e04e169a641cf125e44db2ae0e0ca3547df4a22894ed077dcbd2e092fa43124b')
})

test('whatever order the population comes in, and however often somebody stands in it, the list is the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(4_294_967_295), fc.nat(), (n, seed, mix) => {
      const size = 1 + (mix % n)
      const strata = { of: (id: string) => String(id.length % 2) + id.slice(-1), share: 'proportional' } as const
      const mixed = shuffledBy([...people(n), ...people(n).slice(0, mix % 5)], mix)
      expect(drawn(mixed, size, seed)).toEqual(drawn(people(n), size, seed))
      if (size >= Math.min(n, 10))
        expect(drawn(mixed, size, seed, strata)).toEqual(drawn(people(n), size, seed, strata))
      expect(populationDigest(mixed)).toBe(populationDigest(people(n)))
    }),
    { numRuns: 200 },
  )
})

test('uniform: over 100,000 draws of 5 out of 20 each is drawn as often, and each stands first as often (chi-square)', () => {
  const ids = people(20)
  const at = new Map(ids.map((id, i) => [id, i]))
  const [all, first] = [ids.map(() => 0), ids.map(() => 0)]
  for (let seed = 0; seed < 100_000; seed++) {
    const { list } = drawn(ids, 5, seed)
    for (const id of list) all[at.get(id)!]! += 1
    first[at.get(list[0]!)!]! += 1
  }
  const chi = (counts: readonly number[], expected: number): number =>
    counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
  // 19 degrees of freedom, 0.999 point. Without replacement the counts vary less: × (1 − 5/20) · 20/19.
  expect(chi(all, 25_000)).toBeLessThan(43.82)
  expect(chi(all, 25_000)).toBeGreaterThan(2)
  expect(chi(first, 5_000)).toBeLessThan(43.82)
})

test('no modulo bias: of three outcomes each comes as often, though 2^32 is not divisible by three', () => {
  const numbers = seededNumbers(1)
  const counts = [0, 0, 0]
  for (let i = 0; i < 90_000; i++) counts[numbers.below(3)]! += 1
  for (const n of counts) expect(Math.abs(n - 30_000)).toBeLessThan(600)
  expect(() => seededNumbers(0).below(1)).not.toThrow()
})

test('the drawn and the reserves are other people, the reserves as many again in their stratum', () => {
  const strata = { of: (id: string) => (id < 'person:0010' ? 'small' : 'large'), share: 'proportional' } as const
  const { list, reserves, strata: parts } = drawn(people(100), 20, 3, strata)
  expect(new Set([...list, ...reserves]).size).toBe(40)
  expect(parts.map(({ key, population, drawn: d, reserves: r }) => [key, population, d.length, r.length])).toEqual([
    ['large', 90, 18, 18],
    ['small', 10, 2, 2],
  ])
})

test('strata: in proportion with at least one of each; equally as far as a small one goes', () => {
  expect(proportionalShares([600, 300, 100], 10)).toEqual([6, 3, 1])
  expect(proportionalShares([997, 2, 1], 10)).toEqual([8, 1, 1])
  // 0.9, 4.6 and 4.5 of ten: raised to one, the small one has had its part, and the next place is the largest remainder's.
  expect(proportionalShares([9, 46, 45], 10)).toEqual([1, 5, 4])
  expect(equalShares([100, 100, 3], 30)).toEqual([14, 13, 3])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 }), fc.nat(), (counts, mix) => {
      const all = counts.reduce((sum, n) => sum + n, 0)
      const size = counts.length + (mix % (all - counts.length + 1))
      for (const shares of [proportionalShares(counts, size), equalShares(counts, size)]) {
        expect(shares.reduce((sum, n) => sum + n, 0)).toBe(size)
        shares.forEach((n, i) => expect(n >= 1 && n <= counts[i]!).toBe(true))
      }
    }),
  )
})

test('bad input: a sample larger than its population, or smaller than its strata, is refused; nothing is drawn', () => {
  expect(draw(people(5), 6, 1)).toEqual({ ok: false, error: 'sample-too-large' })
  expect(draw([...people(5), ...people(5)], 6, 1)).toEqual({ ok: false, error: 'sample-too-large' })
  expect(draw(people(5), 2, 1, { of: (id) => id, share: 'equal' })).toEqual({ ok: false, error: 'sample-below-strata' })
  expect(drawn(people(5), 5, 1).reserves).toEqual([])
})
