/** Is it open? From weekly hours, dated exceptions and the official calendar. */
import { isHoliday, isWorkingDay } from '../lib/calendar.ts'
import { addDays, dayOf, weekday, type Day, type Moment } from '../lib/time.ts'
import { coversDay, DAY_MINUTES, knowsHours, minutesOf, type Hours, type Span } from './hours.ts'

/** Which days are off; the program's own calendar unless the station has another. */
export type OfficialDays = { readonly isHoliday: (day: Day) => boolean; readonly isWorkingDay: (day: Day) => boolean }
const OFFICIAL: OfficialDays = { isHoliday, isWorkingDay }

const weekdayOf = (day: Day): number => weekday(day) || 7

/**
 * The spans of one date; those of the day before that run over midnight are not among them. An exception wins; then, where
 * holidays are kept, a public holiday is closed and a make-up Saturday or Sunday is a plain Monday unless the week says more.
 */
export function spansOn(hours: Hours, day: Day, official: OfficialDays = OFFICIAL): readonly Span[] {
  const exception = hours.exceptions.find((one) => coversDay(one, day))
  if (exception) return exception.spans
  const name = weekdayOf(day)
  const usual = hours.weekly.filter((span) => span.day === name)
  if (hours.holidays !== 'closed') return usual
  if (official.isHoliday(day)) return []
  if (name < 6 || usual.length > 0 || !official.isWorkingDay(day)) return usual
  const first = hours.weekly.find((span) => span.day < 6)?.day
  return hours.weekly.filter((span) => span.day === first)
}

/** Null: nobody has said the hours. The minute of closing is closed. */
export function isOpen(
  hours: Hours | null | undefined,
  moment: Moment,
  official: OfficialDays = OFFICIAL,
): boolean | null {
  if (!knowsHours(hours)) return null
  const day = dayOf(moment)
  const now = minutesOf(moment.slice(11, 16))
  const covers = (spans: readonly Span[], at: number): boolean =>
    spans.some(({ from, to }) => minutesOf(from) <= at && at < minutesOf(to))
  return (
    covers(spansOn(hours, day, official), now) || covers(spansOn(hours, addDays(day, -1), official), now + DAY_MINUTES)
  )
}

/** Days that are looked at for the next opening: the longest holiday has eight, and a closure is then worth a call. */
const AHEAD = 14

/** When it opens next, strictly after `moment`; null when that is not known, or not within two weeks. */
export function opensNext(
  hours: Hours | null | undefined,
  moment: Moment,
  official: OfficialDays = OFFICIAL,
): { readonly day: Day; readonly time: string } | null {
  if (!knowsHours(hours)) return null
  const now = minutesOf(moment.slice(11, 16))
  for (let ahead = 0; ahead <= AHEAD; ahead++) {
    const day = addDays(dayOf(moment), ahead)
    const times = spansOn(hours, day, official).map(({ from }) => from)
    const next = times.filter((time) => ahead > 0 || minutesOf(time) > now).toSorted()[0]
    if (next !== undefined) return { day, time: next }
  }
  return null
}
