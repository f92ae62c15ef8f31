/** DOMAIN §5.3: official holidays with make-up working days for 2024-2026, against two independent sources. */
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_YEARS, calendarOf, isHoliday, isKnownYear, isWeekend, isWorkingDay } from '#core/lib/calendar.ts'
import { addDays, type Day } from '#core/lib/time.ts'
import { realBytes } from '../../real-data.ts'

const daysOf = (year: number): Day[] => {
  const days: Day[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day)
  return days
}

/**
 * Working day and holiday by the package, which is right in China's zone alone (west of UTC it takes the day before): asked
 * in a process of its own, while what is ours answers in the zone of this run.
 */
function theirs(days: readonly Day[]): readonly (readonly [working: boolean, holiday: boolean])[] {
  const program =
    "const c = require('chinese-days'); const d = c.default ?? c; " +
    'console.log(JSON.stringify(JSON.parse(process.argv[1]).map((day) => [d.isWorkday(day), d.isHoliday(day)])))'
  const env = { ...process.env, TZ: 'Asia/Shanghai' }
  const said = execFileSync(process.execPath, ['-e', program, JSON.stringify(days)], { env, encoding: 'utf8' })
  return JSON.parse(said) as readonly (readonly [boolean, boolean])[]
}
const YEARS = [2024, 2025, 2026]

describe('the built-in calendar', () => {
  it.each(YEARS)('%i: every day is a working day exactly when the independent package says so', (year) => {
    const days = daysOf(year)
    expect(days.length).toBe(year === 2024 ? 366 : 365)
    const known = theirs(days)
    expect(known.length).toBe(days.length)
    expect(days.filter((day, i) => isWorkingDay(day) !== known[i]![0])).toEqual([])
    // A day off by notice: never one that the package calls an ordinary working day or a make-up one.
    expect(days.filter((day, i) => isHoliday(day) && !known[i]![1])).toEqual([])
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
