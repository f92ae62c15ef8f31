/**
 * Official days off and make-up working days of mainland China, as the State Council announced them year by year.
 * A year that is not listed is unknown: callers get a warning, never a guess. To add one: a line, from the notice, or at
 * the station by importing its file (src-core/settings/add-calendar-year.ts), which also replaces a line of this table.
 */
import { addDays, dayNumber, weekday, type Day } from './time.ts'

/** `year`: the notice's. It may name days of the December before (the turn of the year). Both lists in order. */
export type CalendarYear = { readonly year: number; readonly off: readonly Day[]; readonly work: readonly Day[] }

/** `known`: years whose notice is at hand. `days`: what the notices say of single days; all others follow the week. */
export type Calendar = { readonly known: ReadonlySet<number>; readonly days: ReadonlyMap<Day, 'off' | 'work'> }

const YEARS: Readonly<Record<number, { readonly off: string; readonly work: string }>> = {
  2024: {
    off: '0101 0210 0211 0212 0213 0214 0215 0216 0217 0404 0405 0406 0501 0502 0503 0504 0505 0610 0915 0916 0917 1001 1002 1003 1004 1005 1006 1007',
    work: '0204 0218 0407 0428 0511 0914 0929 1012',
  },
  2025: {
    off: '0101 0128 0129 0130 0131 0201 0202 0203 0204 0404 0405 0406 0501 0502 0503 0504 0505 0531 0601 0602 1001 1002 1003 1004 1005 1006 1007 1008',
    work: '0126 0208 0427 0928 1011',
  },
  2026: {
    off: '0101 0102 0103 0215 0216 0217 0218 0219 0220 0221 0222 0223 0404 0405 0406 0501 0502 0503 0504 0505 0619 0620 0621 0925 0926 0927 1001 1002 1003 1004 1005 1006 1007',
    work: '0104 0214 0228 0509 0920 1010',
  },
}

const yearOf = (day: Day): number => Number(day.slice(0, 4))
const datesIn = (year: number, list: string): Day[] =>
  list.split(' ').map((text) => `${year}-${text.slice(0, 2)}-${text.slice(2)}`)

export const BUILT_IN_YEARS: readonly CalendarYear[] = Object.entries(YEARS).map(([year, { off, work }]) => ({
  year: Number(year),
  off: datesIn(Number(year), off),
  work: datesIn(Number(year), work),
}))

/** The built-in years, each replaced where `imported` has it. Of two notices that name a day, the later year's holds. */
export function calendarOf(imported: Iterable<CalendarYear>): Calendar {
  const years = new Map(BUILT_IN_YEARS.map((year) => [year.year, year]))
  for (const year of imported) years.set(year.year, year)
  const days = new Map<Day, 'off' | 'work'>()
  for (const { off, work } of [...years.values()].toSorted((a, b) => a.year - b.year)) {
    for (const day of off) days.set(day, 'off')
    for (const day of work) days.set(day, 'work')
  }
  return { known: new Set(years.keys()), days }
}

export const BUILT_IN: Calendar = calendarOf([])

export const isKnownYear = (day: Day, calendar: Calendar = BUILT_IN): boolean => calendar.known.has(yearOf(day))

/** A day off by notice (not a plain weekend). False in an unknown year. */
export const isHoliday = (day: Day, calendar: Calendar = BUILT_IN): boolean => calendar.days.get(day) === 'off'

export function isWeekend(day: Day): boolean {
  const name = weekday(day)
  return name === 0 || name === 6
}

/** Monday to Friday unless off, Saturday and Sunday only as make-up days. In an unknown year the plain week: see `touchesUnknownYear`. */
export function isWorkingDay(day: Day, calendar: Calendar = BUILT_IN): boolean {
  const said = calendar.days.get(day)
  return said === undefined ? !isWeekend(day) : said === 'work'
}

/** The `count`-th working day after `from`; `from` itself for 0. */
export function addWorkingDays(from: Day, count: number, calendar: Calendar = BUILT_IN): Day {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

/** Working days after `from`, up to and with `to`. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar = BUILT_IN): number {
  let count = 0
  for (let day = from; day < to;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) count += 1
  }
  return count
}

/** Days in [from, to] that lie in years without a calendar. */
export const touchesUnknownYear = (from: Day, to: Day, calendar: Calendar = BUILT_IN): boolean => {
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!calendar.known.has(year)) return true
  return dayNumber(to) < dayNumber(from)
}
