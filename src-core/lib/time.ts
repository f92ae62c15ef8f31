/**
 * All times are China time (UTC+8, no summer time since 1991), whatever the PC says, written
 * `2026-11-22T09:02:11+08:00`. Dates are `2026-11-22`. Both sort as text. Pure arithmetic: no `Date` object.
 */
export type Moment = string
export type Day = string

const DAY_MS = 86_400_000
const OFFSET_MS = 8 * 3_600_000

/** Days since 1970-01-01 → year, month, day (Howard Hinnant's civil_from_days). */
function civil(days: number): [year: number, month: number, day: number] {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const doe = z - era * 146_097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return [yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1]
}

function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yoe = y - era * 400
  const doy = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** `epochMs`: milliseconds since 1970 UTC, as the clock gives them. */
export function momentOf(epochMs: number): Moment {
  const local = Math.floor((epochMs + OFFSET_MS) / 1000)
  const days = Math.floor(local / 86_400)
  const seconds = local - days * 86_400
  return `${dayOfNumber(days)}T${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}+08:00`
}

/** Milliseconds since 1970 UTC. `moment` must be well formed (see lib/schema.ts). */
export function epochOf(moment: Moment): number {
  const seconds = Number(moment.slice(11, 13)) * 3600 + Number(moment.slice(14, 16)) * 60 + Number(moment.slice(17, 19))
  return dayNumber(moment.slice(0, 10)) * DAY_MS + seconds * 1000 - OFFSET_MS
}

export const dayOf = (moment: Moment): Day => moment.slice(0, 10)

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number =>
  daysOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))

export function dayOfNumber(days: number): Day {
  const [year, month, day] = civil(days)
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days)

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: Day): number => (((dayNumber(day) + 4) % 7) + 7) % 7

/** True for a date that exists: no 30 February. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && dayOfNumber(dayNumber(text)) === text
}

const MOMENT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\+08:00$/

/** A moment that exists, as `momentOf` writes it: no 31 February, no 25:00. Up to the 28th the form alone decides: 0.2 µs. */
export const isMoment = (text: string): boolean =>
  MOMENT.test(text) && (text.slice(8, 10) <= '28' || isDay(text.slice(0, 10)))

export const atTime = (day: Day, time: string): Moment => `${day}T${time}+08:00`
