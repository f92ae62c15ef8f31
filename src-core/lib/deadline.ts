/**
 * Time limits in three units (DOMAIN §5). The start day is excluded. A limit in days ends at 24:00, written 23:59:59, or
 * at the close of business (民法典 203); one in hours to the second. Why a last day off moves: docs/time-limits.md.
 */
import { addWorkingDays, BUILT_IN, isWorkingDay, touchesUnknownYear, workingDaysBetween, type Calendar } from './calendar.ts' // prettier-ignore
import { addDays, atTime, dayNumber, dayOf, epochOf, momentOf, type Day, type Moment } from './time.ts'

export const LIMIT_UNITS = ['hours', 'natural-days', 'working-days'] as const
export type LimitUnit = (typeof LIMIT_UNITS)[number]
export type Limit = { readonly unit: LimitUnit; readonly count: number }

/** `unsure`: the span touches a year whose holidays are not published; the screen says so. */
export type Deadline = { readonly at: Moment; readonly unsure: boolean }

/** `dayEnd`: the time of day at which a last day ends, `17:30:00`. */
export type DayRules = { readonly calendar: Calendar; readonly dayEnd: string }

export const MIDNIGHT = '23:59:59'
const BUILT_IN_DAYS: DayRules = { calendar: BUILT_IN, dayEnd: MIDNIGHT }

export function deadline(start: Moment, limit: Limit, rules: DayRules = BUILT_IN_DAYS): Deadline {
  if (limit.unit === 'hours') return { at: momentOf(epochOf(start) + limit.count * 3_600_000), unsure: false }
  const from = dayOf(start)
  // No days at all end with the day itself, never before the start.
  if (limit.count <= 0) return { at: later(start, atTime(from, rules.dayEnd)), unsure: false }
  return onDay(from, lastDay(from, limit.unit, limit.count, rules.calendar), rules)
}

/**
 * `due` moved on by the time from `since` to `until`, in the unit of its limit: hours to the second, days by the days
 * passed (the first excluded), so that as much is left after a pause as was left before it. Never earlier than `due`.
 */
export function shifted(
  due: Moment,
  since: Moment,
  until: Moment,
  unit: LimitUnit,
  rules: DayRules = BUILT_IN_DAYS,
): Deadline {
  if (until <= since) return { at: due, unsure: false }
  if (unit === 'hours') return { at: momentOf(epochOf(due) + epochOf(until) - epochOf(since)), unsure: false }
  const [from, to, day] = [dayOf(since), dayOf(until), dayOf(due)]
  const passed =
    unit === 'working-days' ? workingDaysBetween(from, to, rules.calendar) : dayNumber(to) - dayNumber(from)
  if (passed === 0) return { at: due, unsure: false }
  const { at, unsure } = onDay(day, lastDay(day, unit, passed, rules.calendar), rules)
  return { at: later(due, at), unsure: unsure || touchesUnknownYear(from, to, rules.calendar) }
}

const onDay = (from: Day, last: Day, { calendar, dayEnd }: DayRules): Deadline => ({
  at: atTime(last, dayEnd),
  unsure: touchesUnknownYear(from, last, calendar),
})

/** A last day that is a day off by law, weekend or holiday, moves to the next working day (民法典 203). */
function lastDay(from: Day, unit: 'natural-days' | 'working-days', count: number, calendar: Calendar): Day {
  if (unit === 'working-days') return addWorkingDays(from, count, calendar)
  let day = addDays(from, count)
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1)
  return day
}

const later = (a: Moment, b: Moment): Moment => (a > b ? a : b)
