/** How much of a house is here: what figures by station say beside each row, and 下属站点 in its own. */
import { expect, test } from 'vitest'
import type { BundleRecord } from '#core/exchange/export/bundle-records.ts'
import { coverageOf } from '#core/exchange/import/coverage.ts'

const [PC_A, PC_B] = ['a'.repeat(16), 'b'.repeat(16)]
const houseOf = (pc: string): string | null => (pc === PC_A ? 'a' : pc === PC_B ? 'b' : null)
const came = (bundle: string, peer: string, at: string, more: Partial<BundleRecord> = {}): BundleRecord => ({
  direction: 'in',
  peer,
  pc: PC_A,
  at: `${at}+08:00`,
  bundle,
  id: `bundle:${bundle}`,
  l: 1,
  ...more,
})
const NOW = '2026-11-23T09:00:00+08:00'
const fresh = (at: string) => coverageOf({ houseOf }, [came('1', 'a', at)], [], NOW)('a')

test('a week is fresh, a fortnight is due, later is stale; whole days, and never one in the future', () => {
  expect(fresh('2026-11-16T09:00:00')).toMatchObject({ days: 7, fresh: 'fresh' })
  expect(fresh('2026-11-15T09:00:01')).toMatchObject({ days: 7, fresh: 'fresh' })
  expect(fresh('2026-11-15T09:00:00')).toMatchObject({ days: 8, fresh: 'due' })
  expect(fresh('2026-11-09T09:00:00')).toMatchObject({ days: 14, fresh: 'due' })
  expect(fresh('2026-11-08T09:00:00')).toMatchObject({ days: 15, fresh: 'stale' })
  expect(fresh('2026-11-24T09:00:00')).toMatchObject({ days: 0, fresh: 'fresh' })
})

test('the last one that came counts; what went out does not; an office between brings what is below it', () => {
  const records = [
    came('1', 'a', '2026-11-01T09:00:00', { logs: { [`${PC_A}/shared`]: [1, 9], [`${PC_B}/shared`]: [1, 4] } }),
    came('2', 'a', '2026-11-20T09:00:00', { logs: { [`${PC_A}/shared`]: [10, 12] } }),
    came('3', 'b', '2026-11-22T09:00:00', { direction: 'out' }),
  ]
  const coverage = coverageOf({ houseOf }, records, [], NOW)
  expect(coverage('a').last?.bundle).toBe('2')
  expect(coverage('b')).toMatchObject({ last: { bundle: '1' }, days: 22, fresh: 'stale' })
  expect(coverage('c')).toEqual({ last: null, days: null, fresh: 'never', missing: 0 })
})

test('what is missing is counted by the house that wrote it, both ends included', () => {
  const gap = (house: string | null, from: number, to: number) => ({ log: `${PC_A}/shared`, house, from, to }) as const
  const coverage = coverageOf({ houseOf }, [], [gap('a', 3, 5), gap('a', 9, 9), gap('b', 1, 2), gap(null, 1, 99)], NOW)
  expect(['a', 'b', 'c'].map((house) => coverage(house).missing)).toEqual([4, 2, 0])
})
