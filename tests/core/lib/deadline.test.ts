import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseDeadline } from '#core/case-file/time-limit.ts'
import { isHoliday, isKnownYear, isWorkingDay } from '#core/lib/calendar.ts'
import { deadline } from '#core/lib/deadline.ts'
import { addDays, atTime, dayNumber, dayOf, dayOfNumber, weekday } from '#core/lib/time.ts'
import { realBytes } from '../../real-data.ts'

const day = (start: string, count: number, unit: 'working-days' | 'natural-days') =>
  dayOf(deadline(atTime(start, '10:00:00'), { unit, count }).at)

describe('DOMAIN §5.4: working days, the start day excluded', () => {
  it.each([
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-09-18', 3, '2026-09-22'],
    ['2026-04-30', 7, '2026-05-13'],
    ['2025-12-31', 5, '2026-01-08'],
    ['2025-09-26', 5, '2025-10-10'],
    ['2026-01-03', 1, '2026-01-04'],
    ['2025-01-24', 5, '2025-02-07'],
    ['2024-02-09', 15, '2024-03-07'],
  ])('%s + %i → %s', (start, count, last) => expect(day(start, count, 'working-days')).toBe(last))
})

describe('DOMAIN §5.2: units', () => {
  it('natural days: a last day on a statutory holiday moves to the first day after it', () => {
    expect(day('2026-02-10', 7, 'natural-days')).toBe('2026-02-24')
  })

  it('natural days: a plain weekend does not move it', () => {
    expect(day('2026-03-02', 5, 'natural-days')).toBe('2026-03-07')
    expect(weekday('2026-03-07')).toBe(6)
  })

  it('hours run from the moment, over midnight and the year', () => {
    expect(deadline('2026-12-31T23:30:00+08:00', { unit: 'hours', count: 2 })).toEqual({
      at: '2027-01-01T01:30:00+08:00',
      unsure: false,
    })
  })

  it('days end at 24:00', () => {
    expect(deadline('2026-03-02T23:59:59+08:00', { unit: 'working-days', count: 1 }).at).toBe(
      '2026-03-03T23:59:59+08:00',
    )
  })
})

describe('DOMAIN §5.3: a year without a calendar', () => {
  it('warns, and never guesses silently', () => {
    expect(isKnownYear('2027-01-01')).toBe(false)
    expect(deadline('2026-12-30T10:00:00+08:00', { unit: 'working-days', count: 5 }).unsure).toBe(true)
    expect(deadline('2026-12-28T10:00:00+08:00', { unit: 'natural-days', count: 7 }).unsure).toBe(true)
    expect(deadline('2026-12-21T10:00:00+08:00', { unit: 'working-days', count: 3 }).unsure).toBe(false)
  })
})

it.each([2024, 2025, 2026])('the calendar of %i is the published one', (year) => {
  expect(isKnownYear(`${year}-06-01`)).toBe(true)
  let workingDays = 0
  for (let d = `${year}-01-01`; d <= `${year}-12-31`; d = addDays(d, 1)) if (isWorkingDay(d)) workingDays += 1
  // Working days that the announcements leave: 2024: 251, 2025: 248, 2026: 248.
  expect(workingDays).toBe({ 2024: 251, 2025: 248, 2026: 248 }[year])
})

it('agrees with the published data day by day', (context) => {
  for (const year of [2024, 2025, 2026]) {
    const bytes = realBytes(context, `holidays/${year}.json`)
    const { days } = JSON.parse(new TextDecoder().decode(bytes)) as { days: { date: string; isOffDay: boolean }[] }
    const inYear = days.filter(({ date }) => date.startsWith(String(year)))
    for (const { date, isOffDay } of inYear) expect([date, isWorkingDay(date)]).toEqual([date, !isOffDay])
    const named = new Set(inYear.map(({ date }) => date))
    for (let d = `${year}-01-01`; d <= `${year}-12-31`; d = addDays(d, 1)) {
      const isWeekend = weekday(d) === 0 || weekday(d) === 6
      if (!named.has(d)) expect([d, isHoliday(d), isWorkingDay(d)]).toEqual([d, false, !isWeekend])
    }
  }
})

it('a deadline never lies before its start, and a longer one never before a shorter', () => {
  const start = fc
    .integer({ min: dayNumber('2024-01-01'), max: dayNumber('2026-11-30') })
    .map((n) => atTime(dayOfNumber(n), '10:00:00'))
  const unit = fc.constantFrom('hours' as const, 'natural-days' as const, 'working-days' as const)
  fc.assert(
    fc.property(start, unit, fc.integer({ min: 0, max: 40 }), (from, of, count) => {
      const one = deadline(from, { unit: of, count }).at
      expect(one >= from).toBe(true)
      expect(deadline(from, { unit: of, count: count + 1 }).at >= one).toBe(true)
    }),
  )
})

describe('DOMAIN §5.1: presets', () => {
  const received = '2026-03-02T09:00:00+08:00'
  it.each([
    ['danger, 2 h', 'help', 'danger', '2026-03-02T11:00:00+08:00'],
    ['urgent, 24 h', 'help', 'urgent', '2026-03-03T09:00:00+08:00'],
    ['general help, 7 natural days', 'help', 'general', '2026-03-09T23:59:59+08:00'],
    ['complex (report), 15 natural days', 'report', 'general', '2026-03-17T23:59:59+08:00'],
    ['consult, 3 working days', 'consult', 'general', '2026-03-05T23:59:59+08:00'],
    ['complaint, 13 working days', 'complaint', 'general', '2026-03-19T23:59:59+08:00'],
  ] as const)('%s', (_, kind, urgency, due) => expect(caseDeadline(received, kind, urgency).at).toBe(due))
})
