/** Days and times as people type them: 2026-04-05, 2026/4/5 9:30, 2026年4月5日 9点30分. */
import { atTime, isDay, type Day, type Moment } from './time.ts'

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/
const TIME = /^(\d{1,2})[:点时](\d{2})分?$/

const two = (digits: string): string => digits.padStart(2, '0')

/** Null for anything that is not a day that exists. */
export function typedDay(typed: string): Day | null {
  const [, year, month, day] = DAY.exec(typed.normalize('NFKC').trim()) ?? []
  if (!year || !month || !day) return null
  const found = `${year}-${two(month)}-${two(day)}`
  return isDay(found) ? found : null
}

/** A day and a time, apart by at least one space; a day alone is not yet a moment. */
export function typedMoment(typed: string): Moment | null {
  const [day = '', time = '', ...more] = typed.normalize('NFKC').trim().split(/\s+/)
  const found = typedDay(day)
  const [, hours, minutes] = TIME.exec(time) ?? []
  if (!found || !hours || !minutes || more.length > 0 || Number(hours) > 23 || Number(minutes) > 59) return null
  return atTime(found, `${two(hours)}:${minutes}:00`)
}

/** `2026-04-05 09:30`, as `typedMoment` reads it. */
export const shownMoment = (moment: Moment): string => `${moment.slice(0, 10)} ${moment.slice(11, 16)}`
