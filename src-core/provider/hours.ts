/**
 * 服务时间: weekly hours, dated exceptions and what holds on public holidays. Times are China time, `HH:MM`; a span that goes
 * over midnight ends after 24:00 (22:00-30:00 is until six the next morning), so an end before its beginning is always a
 * mistake.
 */
import { z, words } from '../lib/schema.ts'
import { isDay, type Day } from '../lib/time.ts'

/** 1 = Monday … 7 = Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** `closed`: as the official calendar says, make-up working days included; `as-usual`: the week goes on. '' = not known. */
export const ON_HOLIDAYS = ['closed', 'as-usual'] as const

/** Up to 47:59; which end is possible, `hoursProblem` says. */
const time = z.string().regex(/^[0-4]\d:[0-5]\d$/)
const SPAN = z.object({ from: time, to: time })
export type Span = z.infer<typeof SPAN>

export const HOURS = z.object({
  weekly: z.array(z.object({ day: z.number().int().min(1).max(7), ...SPAN.shape })).max(70),
  /** No spans: closed. Both days count. */
  exceptions: z
    .array(
      z.object({ from: z.string().max(10), to: z.string().max(10), spans: z.array(SPAN).max(10), words: words(60) }),
    )
    .max(60),
  holidays: z.enum(ON_HOLIDAYS).or(z.literal('')),
})
export type Hours = z.infer<typeof HOURS>
export type HoursException = Hours['exceptions'][number]

export const NO_HOURS: Hours = { weekly: [], exceptions: [], holidays: '' }

/** Minutes since midnight, `30:00` → 1800. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export const DAY_MINUTES = 1_440
const WEEK = 7 * DAY_MINUTES

/** To add one: here, and its sentence in the texts of screens and of `linwu`. */
export type HoursCode =
  | 'closes-before-opens'
  | 'hours-overlap'
  | 'time-impossible' // a beginning after 23:59, or more than 24 hours in one go
  | 'day-impossible' // 30 February, or an exception that ends before it begins
  | 'hours-not-understood'

/** `words`: the part that is wrong, as it was written. */
export type HoursProblem = { readonly code: HoursCode; readonly words: string }

const written = ({ from, to }: Span): string => `${from}-${to}`

function spanProblem(span: Span): HoursProblem | null {
  const from = minutesOf(span.from)
  const to = minutesOf(span.to)
  if (to <= from) return { code: 'closes-before-opens', words: written(span) }
  if (from >= DAY_MINUTES || to > from + DAY_MINUTES) return { code: 'time-impossible', words: written(span) }
  return null
}

/** What is wrong with the hours, the first thing found; null when they can be kept. Touching spans are no overlap. */
export function hoursProblem({ weekly, exceptions }: Hours): HoursProblem | null {
  for (const span of [...weekly, ...exceptions.flatMap(({ spans }) => spans)]) {
    const problem = spanProblem(span)
    if (problem) return problem
  }
  const week = weekly.map((span) => ({ span, at: (span.day - 1) * DAY_MINUTES + minutesOf(span.from) }))
  const overlap = overlapping(week.map(({ span, at }) => ({ span, at, end: at - minutesOf(span.from) + minutesOf(span.to) })), WEEK) // prettier-ignore
  if (overlap) return { code: 'hours-overlap', words: written(overlap) }
  for (const { from, to, spans } of exceptions) {
    if (!isDay(from) || !isDay(to) || to < from)
      return { code: 'day-impossible', words: from === to ? from : `${from}-${to}` }
    const inDay = overlapping(spans.map((span) => ({ span, at: minutesOf(span.from), end: minutesOf(span.to) })), Infinity) // prettier-ignore
    if (inDay) return { code: 'hours-overlap', words: written(inDay) }
  }
  const days = exceptions.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const twice = days.find((one, i) => i > 0 && one.from <= days[i - 1]!.to)
  return twice ? { code: 'hours-overlap', words: twice.from } : null
}

type Placed = { readonly span: Span; readonly at: number; readonly end: number }

/** The second of two that overlap. `round`: Sunday night runs into Monday morning. */
function overlapping(placed: readonly Placed[], round: number): Span | null {
  const sorted = placed.toSorted((a, b) => a.at - b.at)
  const first = sorted[0]
  for (const [i, { span, at }] of sorted.entries()) if (i > 0 && at < sorted[i - 1]!.end) return span
  return first && sorted.at(-1)!.end - round > first.at ? first.span : null
}

/** In one order, keys too, so that the same hours are the same words, rows and events. */
export const sortedHours = ({ weekly, exceptions, holidays }: Hours): Hours => ({
  weekly: weekly
    .map(({ day, from, to }) => ({ day, from, to }))
    .toSorted((a, b) => a.day - b.day || minutesOf(a.from) - minutesOf(b.from)),
  exceptions: exceptions
    .map(({ from, to, spans, words: note }) => ({ from, to, spans: sortedSpans(spans), words: note }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  holidays,
})
const sortedSpans = (spans: readonly Span[]): Span[] =>
  spans.map(({ from, to }) => ({ from, to })).toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from))

/** As they are kept: in one order, and null when nothing is said. */
export const keptHours = (hours: Hours | null): Hours | null => (knowsHours(hours) ? sortedHours(hours) : null)

export const knowsHours = (hours: Hours | null | undefined): hours is Hours =>
  hours !== null && hours !== undefined && (hours.weekly.length > 0 || hours.exceptions.length > 0)

export const coversDay = ({ from, to }: HoursException, day: Day): boolean => from <= day && day <= to
