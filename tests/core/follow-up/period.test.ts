import { expect, test } from 'vitest'
import { DUE_PERIODS, isDayRange, RECEIVED_PERIODS, spanOf } from '#core/follow-up/period.ts'
import { epochOf } from '#core/lib/time.ts'

const NOW = '2026-01-31T09:02:11+08:00'
const at = (moment: string): number => epochOf(`${moment}+08:00`)
const now = epochOf(NOW)

test.each([
  ['late', -Infinity, now],
  ['today', now, at('2026-02-01T00:00:00')],
  ['by-today', -Infinity, at('2026-02-01T00:00:00')],
  ['next-7', now, at('2026-02-08T00:00:00')],
  ['from-today', at('2026-01-31T00:00:00'), Infinity],
  ['last-7', at('2026-01-25T00:00:00'), Infinity],
  ['this-month', at('2026-01-01T00:00:00'), Infinity],
  ['last-month', at('2025-12-01T00:00:00'), at('2026-01-01T00:00:00')],
  ['this-year', at('2026-01-01T00:00:00'), Infinity],
  ['2026-01-05..2026-01-06', at('2026-01-05T00:00:00'), at('2026-01-07T00:00:00')],
  ['2026-02-28..', at('2026-02-28T00:00:00'), Infinity],
  ['..2024-02-29', -Infinity, at('2024-03-01T00:00:00')],
] as const)('%s', (period, from, before) => {
  expect(spanOf(period, NOW)).toEqual({ from, before })
})

test('every name has its span', () => {
  for (const name of [...DUE_PERIODS, ...RECEIVED_PERIODS]) {
    const { from, before } = spanOf(name, NOW)
    expect(from).toBeLessThan(before)
  }
})

test('a range has real days', () => {
  for (const range of ['2026-01-05..2026-01-06', '2026-01-05..', '..2026-01-06']) expect(isDayRange(range)).toBe(true)
  for (const other of ['..', '2026-02-30..', '2026-01-05', 'late', '王素兰..', '2026-01-05..later'])
    expect(isDayRange(other)).toBe(false)
})
