/**
 * Official days off and make-up working days of mainland China, as the State Council announced them year by year.
 * A year that is not listed is unknown: callers get a warning, never a guess. To add one: a line, from the notice.
 */
import { dayNumber, weekday, type Day } from './time.ts'

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

const monthDay = (day: Day): string => day.slice(5, 7) + day.slice(8, 10)
const yearOf = (day: Day): number => Number(day.slice(0, 4))

export const isKnownYear = (day: Day): boolean => YEARS[yearOf(day)] !== undefined

/** A day off of a statutory holiday (not a plain weekend). False in an unknown year. */
export const isHoliday = (day: Day): boolean => YEARS[yearOf(day)]?.off.includes(monthDay(day)) ?? false

/** Monday to Friday unless off, Saturday and Sunday only as make-up days. */
export function isWorkingDay(day: Day): boolean {
  const year = YEARS[yearOf(day)]
  if (year?.off.includes(monthDay(day))) return false
  if (year?.work.includes(monthDay(day))) return true
  const name = weekday(day)
  return name !== 0 && name !== 6
}

/** Days in [from, to] that lie in years without a calendar. */
export const touchesUnknownYear = (from: Day, to: Day): boolean => {
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!YEARS[year]) return true
  return dayNumber(to) < dayNumber(from)
}
