/** Time limits in three units (DOMAIN §5). The start day is excluded; a limit in days ends at 24:00, written 23:59:59. */
import { isHoliday, isWorkingDay, touchesUnknownYear } from './calendar.ts'
import { addDays, atTime, dayOf, epochOf, momentOf, type Day, type Moment } from './time.ts'

export type Limit = { readonly unit: 'hours' | 'natural-days' | 'working-days'; readonly count: number }

/** `unsure`: the span touches a year whose holidays are not published; the screen says so. */
export type Deadline = { readonly at: Moment; readonly unsure: boolean }

export function deadline(start: Moment, limit: Limit): Deadline {
  if (limit.unit === 'hours') return { at: momentOf(epochOf(start) + limit.count * 3_600_000), unsure: false }
  const from = dayOf(start)
  const last = limit.unit === 'working-days' ? workingDay(from, limit.count) : naturalDay(from, limit.count)
  return { at: atTime(last, '23:59:59'), unsure: touchesUnknownYear(from, last) }
}

function workingDay(from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** A last day on a statutory holiday moves to the first day after it (民法典 203). A plain weekend does not move it. */
function naturalDay(from: Day, count: number): Day {
  let day = addDays(from, count)
  while (isHoliday(day)) day = addDays(day, 1)
  return day
}
