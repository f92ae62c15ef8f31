import { expect, test } from 'vitest'
import { shownMoment, typedDay, typedMoment } from '#core/lib/typed-time.ts'

test.each([
  ['2026-04-05', '2026-04-05'],
  [' 2026/4/5 ', '2026-04-05'],
  ['2026年4月5日', '2026-04-05'],
  ['２０２６．４．５', '2026-04-05'],
  ['2026-02-30', null],
  ['4-5', null],
  ['2026-04', null],
  ['', null],
])('a day typed as %j', (typed, day) => {
  expect(typedDay(typed)).toBe(day)
})

test.each([
  ['2026-04-05 09:30', '2026-04-05T09:30:00+08:00'],
  ['2026/4/5  9:05', '2026-04-05T09:05:00+08:00'],
  ['2026年4月5日　9点30分', '2026-04-05T09:30:00+08:00'],
  ['2026-04-05 ２３：５９', '2026-04-05T23:59:00+08:00'],
  ['2026-04-05', null],
  ['2026-04-05 24:00', null],
  ['2026-04-05 9:60', null],
  ['2026-04-05 9:3', null],
  ['2026-04-05 9:30 下午', null],
  ['明天', null],
])('a moment typed as %j', (typed, moment) => {
  expect(typedMoment(typed)).toBe(moment)
  if (moment) expect(typedMoment(shownMoment(moment))).toBe(moment)
})
