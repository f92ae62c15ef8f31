/**
 * The stretch of time a list is narrowed to: by a name that moves on with the clock, or by its first and last day,
 * `2026-01-01..2026-01-31`, either of which may be left out.
 */
import { addDays, atTime, dayOf, epochOf, isDay, type Day, type Moment } from '../lib/time.ts'

/** 已超期 · 今天到期（未超期） · 今天及以前到期 · 七天内到期. To add one: here, in SPANS, and its words in both texts. */
export const DUE_PERIODS = ['late', 'today', 'by-today', 'next-7'] as const
export type DuePeriod = (typeof DUE_PERIODS)[number] | DayRange
/** 今天 · 近七天 · 本月 · 上月 · 今年. To add one: as above. */
export const RECEIVED_PERIODS = ['from-today', 'last-7', 'this-month', 'last-month', 'this-year'] as const
export type ReceivedPeriod = (typeof RECEIVED_PERIODS)[number] | DayRange

export type DayRange = `${Day}..${Day}`

/** Epoch milliseconds, `from` included, `before` not. */
export type Span = { readonly from: number; readonly before: number }

const startOf = (day: Day): number => epochOf(atTime(day, '00:00:00'))
const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`

const SPANS: Readonly<Record<Exclude<DuePeriod | ReceivedPeriod, DayRange>, (now: number, today: Day) => Span>> = {
  late: (now) => ({ from: -Infinity, before: now }),
  today: (now, today) => ({ from: now, before: startOf(addDays(today, 1)) }),
  'by-today': (_, today) => ({ from: -Infinity, before: startOf(addDays(today, 1)) }),
  'next-7': (now, today) => ({ from: now, before: startOf(addDays(today, 8)) }),
  'from-today': (_, today) => ({ from: startOf(today), before: Infinity }),
  'last-7': (_, today) => ({ from: startOf(addDays(today, -6)), before: Infinity }),
  'this-month': (_, today) => ({ from: startOf(monthOf(today)), before: Infinity }),
  'last-month': (_, today) => ({
    from: startOf(monthOf(addDays(monthOf(today), -1))),
    before: startOf(monthOf(today)),
  }),
  'this-year': (_, today) => ({ from: startOf(`${today.slice(0, 4)}-01-01`), before: Infinity }),
}

export function spanOf(period: DuePeriod | ReceivedPeriod, now: Moment): Span {
  if (isNamed(period)) return SPANS[period](epochOf(now), dayOf(now))
  const [first, last] = daysOf(period)
  return {
    from: first === '' ? -Infinity : startOf(first),
    before: last === '' ? Infinity : startOf(addDays(last, 1)),
  }
}

const isNamed = (period: string): period is keyof typeof SPANS => Object.hasOwn(SPANS, period)

/** First and last day of a range; '' for an end that is open. */
export function daysOf(range: string): readonly [first: Day, last: Day] {
  const at = range.indexOf('..')
  return at < 0 ? ['', ''] : [range.slice(0, at), range.slice(at + 2)]
}

/** Whether a text from outside is a range: real days, and at least one of them. */
export function isDayRange(text: string): text is DayRange {
  const at = text.indexOf('..')
  if (at < 0 || text === '..') return false
  return daysOf(text).every((day) => day === '' || isDay(day))
}
