/** DOMAIN §5.3: official holidays with make-up working days for 2024-2026, against two independent sources. */
import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_YEARS, calendarOf, isHoliday, isKnownYear, isWeekend, isWorkingDay } from '#core/lib/calendar.ts'
import { addDays, type Day } from '#core/lib/time.ts'
import { realBytes } from '../../real-data.ts'

/** The package reads a bare day as midnight in UTC, which is the day before west of it. */
const noonOf = (day: Day): Date => new Date(`${day}T12:00:00`)

const daysOf = (year: number): Day[] => {
  const days: Day[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day)
  return days
}
const YEARS = [2024, 2025, 2026]

describe('the built-in calendar', () => {
  it.each(YEARS)('%i: every day is a working day exactly when the independent package says so', (year) => {
    const days = daysOf(year)
    expect(days.length).toBe(year === 2024 ? 366 : 365)
    expect(days.filter((day) => isWorkingDay(day) !== chineseDays.isWorkday(noonOf(day)))).toEqual([])
    // A day off by notice: never one that the package calls an ordinary working day or a make-up one.
    expect(days.filter((day) => isHoliday(day) && !chineseDays.isHoliday(noonOf(day)))).toEqual([])
  })

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has the %i working days that the notice leaves', (year, count) => {
    expect(daysOf(year).filter((day) => isWorkingDay(day)).length).toBe(count)
  })

  it('agrees with the published data day by day', (context) => {
    for (const year of YEARS) {
      const bytes = realBytes(context, `holidays/${year}.json`)
      const { days } = JSON.parse(new TextDecoder().decode(bytes)) as { days: { date: string; isOffDay: boolean }[] }
      const named = new Map(days.map(({ date, isOffDay }) => [date, isOffDay]))
      for (const day of daysOf(year)) {
        const isOff = named.get(day)
        expect([day, isHoliday(day), isWorkingDay(day)]).toEqual([day, isOff ?? false, !(isOff ?? isWeekend(day))])
      }
    }
  })

  it('knows its own years only, and names make-up days on weekends only', () => {
    expect(BUILT_IN_YEARS.map(({ year }) => year)).toEqual(YEARS)
    expect(isKnownYear('2027-01-01')).toBe(false)
    expect(isKnownYear('2023-12-31')).toBe(false)
    for (const { work } of BUILT_IN_YEARS) expect(work.filter((day) => !isWeekend(day))).toEqual([])
  })
})

describe('a year that is brought in', () => {
  it('is known from then on, and leaves the others as they are', () => {
    const calendar = calendarOf([{ year: 2027, off: ['2027-01-01'], work: ['2027-01-03'] }])
    expect(isKnownYear('2027-06-01', calendar)).toBe(true)
    expect(isWorkingDay('2027-01-01', calendar)).toBe(false)
    expect(isWorkingDay('2027-01-03', calendar)).toBe(true)
    expect(daysOf(2026).filter((day) => isWorkingDay(day, calendar) !== isWorkingDay(day))).toEqual([])
  })

  it('replaces a built-in one whole', () => {
    const calendar = calendarOf([{ year: 2026, off: ['2026-03-02'], work: [] }])
    expect(isWorkingDay('2026-03-02', calendar)).toBe(false)
    expect(isHoliday('2026-10-01', calendar)).toBe(false)
  })

  it('may name days of the December before, over what the older notice said', () => {
    const calendar = calendarOf([{ year: 2027, off: ['2026-12-31'], work: ['2026-12-27'] }])
    expect(isWorkingDay('2026-12-31', calendar)).toBe(false)
    expect(isWorkingDay('2026-12-27', calendar)).toBe(true)
    expect(isWorkingDay('2026-10-10', calendar)).toBe(true)
  })
})
