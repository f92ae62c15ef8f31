import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseDeadline } from '#core/case-file/time-limit.ts'
import { BUILT_IN, calendarOf, isWorkingDay } from '#core/lib/calendar.ts'
import { deadline, LIMIT_UNITS, shifted, type DayRules } from '#core/lib/deadline.ts'
import { addDays, atTime, dayOf, epochOf, momentOf } from '#core/lib/time.ts'

/** All ten of DOMAIN §5.4. To add one: here. */
const VECTORS = [
  ['2026-02-13', 5, 'working-days', '2026-02-27'],
  ['2026-09-30', 5, 'working-days', '2026-10-13'],
  ['2026-09-18', 3, 'working-days', '2026-09-22'],
  ['2026-04-30', 7, 'working-days', '2026-05-13'],
  ['2025-12-31', 5, 'working-days', '2026-01-08'],
  ['2025-09-26', 5, 'working-days', '2025-10-10'],
  ['2026-01-03', 1, 'working-days', '2026-01-04'],
  ['2025-01-24', 5, 'working-days', '2025-02-07'],
  ['2024-02-09', 15, 'working-days', '2024-03-07'],
  ['2026-02-10', 7, 'natural-days', '2026-02-24'],
] as const

const last = (start: string, count: number, unit: 'working-days' | 'natural-days', rules?: DayRules) =>
  dayOf(deadline(atTime(start, '10:00:00'), { unit, count }, rules).at)

describe('DOMAIN §5.4: vectors, the start day excluded', () => {
  it.each(VECTORS)('%s + %i %s → %s', (start, count, unit, end) => expect(last(start, count, unit)).toBe(end))

  it.each(VECTORS)('%s + %i %s: the hour of the day moves nothing', (start, count, unit, end) => {
    for (const time of ['00:00:00', '12:00:00', '23:59:59'])
      expect(deadline(atTime(start, time), { unit, count }).at).toBe(`${end}T23:59:59+08:00`)
  })
})

describe('DOMAIN §5.2: a last day off moves to the first working day (民法典 203)', () => {
  it.each([
    ['on a holiday', '2026-09-24', 7, '2026-10-08'],
    ['on a plain Saturday', '2026-03-02', 5, '2026-03-09'],
    ['on a plain Sunday', '2026-03-02', 6, '2026-03-09'],
    ['on a Saturday before a holiday', '2026-09-12', 7, '2026-09-20'],
    ['on a Sunday that is a make-up working day', '2026-09-13', 7, '2026-09-20'],
    ['on a Saturday that is a make-up working day', '2026-02-09', 5, '2026-02-14'],
    ['on a Friday', '2026-03-02', 4, '2026-03-06'],
  ])('%s: %s + %i → %s', (_, start, count, end) => expect(last(start, count, 'natural-days')).toBe(end))

  it('only the last day counts: days off within are counted as they come', () => {
    expect(last('2026-02-13', 12, 'natural-days')).toBe('2026-02-25')
  })
})

describe('DOMAIN §5.2: units', () => {
  it('hours run from the moment, over midnight, days off and the year', () => {
    expect(deadline('2026-12-31T23:30:00+08:00', { unit: 'hours', count: 2 })).toEqual({
      at: '2027-01-01T01:30:00+08:00',
      unsure: false,
    })
  })

  it('days end at 24:00, or at the close of business where the station says so; hours do not', () => {
    const closes = { calendar: BUILT_IN, dayEnd: '17:30:00' }
    const start = '2026-03-02T23:59:59+08:00'
    expect(deadline(start, { unit: 'working-days', count: 1 }).at).toBe('2026-03-03T23:59:59+08:00')
    expect(deadline(start, { unit: 'working-days', count: 1 }, closes).at).toBe('2026-03-03T17:30:00+08:00')
    expect(deadline(start, { unit: 'hours', count: 1 }, closes).at).toBe('2026-03-03T00:59:59+08:00')
    expect(deadline(start, { unit: 'natural-days', count: 0 }, closes).at).toBe(start)
  })
})

describe('DOMAIN §5.3: a year without a calendar', () => {
  it('warns, and never guesses silently', () => {
    expect(deadline('2026-12-30T10:00:00+08:00', { unit: 'working-days', count: 5 }).unsure).toBe(true)
    expect(deadline('2026-12-28T10:00:00+08:00', { unit: 'natural-days', count: 7 }).unsure).toBe(true)
    expect(deadline('2026-12-21T10:00:00+08:00', { unit: 'working-days', count: 3 }).unsure).toBe(false)
    expect(deadline('2023-12-29T10:00:00+08:00', { unit: 'natural-days', count: 7 }).unsure).toBe(true)
  })

  it('counts by the year that was brought in', () => {
    const calendar = calendarOf([{ year: 2027, off: ['2027-01-01', '2027-01-04'], work: ['2027-01-03'] }])
    const rules = { calendar, dayEnd: '23:59:59' }
    expect(deadline('2026-12-31T10:00:00+08:00', { unit: 'working-days', count: 2 }, rules)).toEqual({
      at: '2027-01-05T23:59:59+08:00',
      unsure: false,
    })
  })
})

describe('properties', () => {
  const moment = fc
    .integer({ min: epochOf('2024-01-01T00:00:00+08:00') / 1000, max: epochOf('2026-10-31T00:00:00+08:00') / 1000 })
    .map((seconds) => momentOf(seconds * 1000))
  const unit = fc.constantFrom(...LIMIT_UNITS)
  const rules = fc
    .constantFrom('23:59:59', '17:30:00', '12:00:00')
    .map((dayEnd): DayRules => ({ calendar: BUILT_IN, dayEnd }))

  it('a deadline is never before its start, and adding a day never gives an earlier one', () => {
    fc.assert(
      fc.property(moment, unit, fc.integer({ min: 0, max: 40 }), rules, (from, of, count, by) => {
        const { at } = deadline(from, { unit: of, count }, by)
        expect(at >= from).toBe(true)
        expect(deadline(from, { unit: of, count: count + 1 }, by).at >= at).toBe(true)
        expect(deadline(momentOf(epochOf(from) + 86_400_000), { unit: of, count }, by).at >= at).toBe(true)
      }),
    )
  })

  it('a deadline in days, working or natural, falls on a working day', () => {
    fc.assert(
      fc.property(
        moment,
        fc.constantFrom('natural-days', 'working-days'),
        fc.integer({ min: 1, max: 40 }),
        (from, of, count) => {
          // prettier-ignore
          expect(isWorkingDay(dayOf(deadline(from, { unit: of, count }).at))).toBe(true)
        },
      ),
    )
  })

  it('a pause never shortens, a longer one never moves less, and two halves move as much as the whole', () => {
    fc.assert(
      fc.property(moment, unit, fc.nat(600), fc.nat(600), fc.nat(600), rules, (start, of, ahead, first, second, by) => {
        const { at } = deadline(start, { unit: of, count: 10 }, by)
        const later = (hours: number): string => momentOf(epochOf(start) + hours * 3_600_000)
        const [since, middle, until] = [later(ahead), later(ahead + first), later(ahead + first + second)]
        const half = shifted(at, since, middle, of, by).at
        const whole = shifted(at, since, until, of, by).at
        expect(half >= at).toBe(true)
        expect(whole >= half).toBe(true)
        // Natural days that come to rest on a day off have moved on already: the second half starts from there.
        if (of !== 'natural-days') expect(shifted(half, middle, until, of, by).at).toBe(whole)
      }),
    )
  })

  it('as many working days are left after a pause as were left before it', () => {
    fc.assert(
      fc.property(moment, fc.nat(20), fc.nat(40), (start, ahead, days) => {
        const { at } = deadline(start, { unit: 'working-days', count: 25 })
        const [since, until] = [ahead, ahead + days].map((n) => atTime(addDays(dayOf(start), n), '09:00:00'))
        const left = (from: string, to: string): number => {
          let count = 0
          for (let day = dayOf(from); day < dayOf(to);) if (isWorkingDay((day = addDays(day, 1)))) count += 1
          return count
        }
        expect(left(until!, shifted(at, since!, until!, 'working-days').at)).toBe(left(since!, at))
      }),
    )
  })
})

describe('DOMAIN §5.1: presets', () => {
  const received = '2026-03-02T09:00:00+08:00'
  it.each([
    ['danger, 2 h', 'help', 'danger', undefined, '2026-03-02T11:00:00+08:00'],
    ['urgent, 24 h', 'help', 'urgent', undefined, '2026-03-03T09:00:00+08:00'],
    ['utility outage, 24 h', 'help', 'general', 'utility', '2026-03-03T09:00:00+08:00'],
    ['a complaint about an outage, 24 h', 'complaint', 'general', 'utility', '2026-03-03T09:00:00+08:00'],
    ['general help, 7 natural days', 'help', 'general', undefined, '2026-03-09T23:59:59+08:00'],
    ['complex, 15 natural days', 'help', 'general', 'complex', '2026-03-17T23:59:59+08:00'],
    ['report, 15 natural days', 'report', 'general', 'general', '2026-03-17T23:59:59+08:00'],
    ['city law, 5 working days', 'help', 'general', 'city-law', '2026-03-09T23:59:59+08:00'],
    ['consult, 3 working days', 'consult', 'general', 'complex', '2026-03-05T23:59:59+08:00'],
    ['complaint, 13 working days', 'complaint', 'general', 'general', '2026-03-19T23:59:59+08:00'],
    ['danger outranks category', 'help', 'danger', 'complex', '2026-03-02T11:00:00+08:00'],
    ['a preset nobody knows is none', 'help', 'general', 'tomorrow', '2026-03-09T23:59:59+08:00'],
  ] as const)('%s', (_, kind, urgency, category, due) =>
    expect(caseDeadline(received, kind, urgency, undefined, category).at).toBe(due),
  )
})
