/**
 * The stretch of time a report is about, in China time: `from` included, `until` excluded. By a name that moves on with the
 * clock, or by its two ends.
 */
import { addDays, atTime, dayOf, isDay, isMoment, type Day, type Moment } from '../lib/time.ts'

export type Period = { readonly from: Moment; readonly until: Moment }

/** The day and time on which a station's month is cut, `19 12:00`; `1 00:00` is the calendar's month. Days 1 to 28. */
export type Cut = string
export const CUT_START: Cut = '19 12:00'
export const isCut = (text: string): boolean => /^(?:[1-9]|1\d|2[0-8]) (?:[01]\d|2[0-3]):[0-5]\d$/.test(text)

/** 本月 · 上月 · 本期 · 上期（按考核日切） · 本季 · 上季 · 今年 · 去年 · 全部. To add one: here, in `periodNamed`, and its words. */
export const PERIOD_NAMES = [
  'this-month',
  'last-month',
  'this-cut',
  'last-cut',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
  'all',
] as const
export type PeriodName = (typeof PERIOD_NAMES)[number]

const startOf = (day: Day): Moment => atTime(day, '00:00:00')

/** The first of the month that lies so many months from the day's. */
export function monthStart(day: Day, months = 0): Day {
  const all = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${String(Math.floor(all / 12)).padStart(4, '0')}-${String((all % 12) + 1).padStart(2, '0')}-01`
}

const months = (day: Day, from: number, until: number): Period => ({
  from: startOf(monthStart(day, from)),
  until: startOf(monthStart(day, until)),
})

/** The calendar's month in which the moment or day lies. */
export const monthOf = (at: Moment | Day): Period => months(dayOf(at), 0, 1)

/** From cut to cut around the moment: 19th 12:00 → 19th 12:00. The cut itself begins the new one. */
export function cutPeriodOf(at: Moment, cut: Cut, back = 0): Period {
  const [day = '1', time = '00:00'] = cut.split(' ')
  const cutIn = (offset: number): Moment =>
    atTime(addDays(monthStart(dayOf(at), offset), Number(day) - 1), `${time}:00`)
  const begun = at >= cutIn(0) ? 0 : -1
  return { from: cutIn(begun - back), until: cutIn(begun - back + 1) }
}

/** `now`: names move on with the clock. */
export function periodNamed(name: PeriodName, now: Moment, cut: Cut = CUT_START): Period {
  const today = dayOf(now)
  const month = Number(today.slice(5, 7)) - 1
  const quarter = -(month % 3)
  switch (name) {
    case 'this-month':
      return months(today, 0, 1)
    case 'last-month':
      return months(today, -1, 0)
    case 'this-cut':
      return cutPeriodOf(now, cut)
    case 'last-cut':
      return cutPeriodOf(now, cut, 1)
    case 'this-quarter':
      return months(today, quarter, quarter + 3)
    case 'last-quarter':
      return months(today, quarter - 3, quarter)
    case 'this-year':
      return months(today, -month, 12 - month)
    case 'last-year':
      return months(today, -month - 12, -month)
    case 'all':
      return { from: '0001-01-01T00:00:00+08:00', until: '9999-12-31T00:00:00+08:00' }
  }
}

export const isIn = (at: Moment | null, { from, until }: Period): boolean => at !== null && at >= from && at < until

export type PeriodProblem = 'no-such-moment' | 'period-backwards'

/** A period that ends before or when it starts holds nothing. */
export function periodProblem({ from, until }: Period): PeriodProblem | null {
  if (!isMoment(from) || !isMoment(until)) return 'no-such-moment'
  return until <= from ? 'period-backwards' : null
}

/** `2026-11-01` → that day 00:00; the end of a stretch of days is the day after its last: `2026-11-30` → 12-01 00:00. */
const fromDay = (day: Day): Moment => startOf(day)
const untilDay = (last: Day): Moment => startOf(addDays(last, 1))

/** As people type an end: a day, or a day and a time `2026-11-19 12:00`. Null for anything else. */
export function typedEnd(text: string, end: 'from' | 'until'): Moment | null {
  const [day = '', time] = text.trim().replace('T', ' ').split(' ')
  if (!isDay(day)) return null
  if (time === undefined) return end === 'from' ? fromDay(day) : untilDay(day)
  const clock = /^\d{1,2}:\d\d$/.test(time) ? `${time.padStart(5, '0')}:00` : time.slice(0, 8)
  const at = atTime(day, clock)
  return isMoment(at) ? at : null
}
