/** When things happen in the demonstration: working hours and working days. */
import { isWorkingDay } from '../lib/calendar.ts'
import { addDays, atTime, dayOf, epochOf, momentOf, type Day } from '../lib/time.ts'
import type { Step } from './demo-steps.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The same moment, or eight to half past eight in the morning of the next working day when it falls outside hours. */
export function atWork(epochMs: number): number {
  const moment = momentOf(epochMs)
  const hour = Number(moment.slice(11, 13))
  if (isWorkingDay(dayOf(moment)) && hour >= 8 && hour < 18) return epochMs
  let day = hour >= 18 ? addDays(dayOf(moment), 1) : dayOf(moment)
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return epochOf(atTime(day, '08:00:00')) + (Math.floor(epochMs / 1000) % 1800) * 1000
}

/** `back` working days before `today`; negative: after it. 0: today, whatever day it is. */
export function workingDay(today: Day, back: number): Day {
  let day = today
  for (let left = Math.abs(back); left > 0;) {
    day = addDays(day, back > 0 ? -1 : 1)
    if (isWorkingDay(day)) left--
  }
  return day
}

/** The last step well before the deadline: a longer story is told faster, in the daytime of the same days; urgent ones within hours. */
export function inTime(steps: readonly Step[], due: number, urgent: boolean): Step[] {
  const from = steps[0]!.at
  const span = Math.min(0.9 * (due - from), urgent ? 5 * HOUR : Infinity)
  const faster = Math.min(1, span / Math.max(1, steps.at(-1)!.at - from))
  let before = from - MINUTE
  return steps.map((step, i) => {
    const scaled = Math.round(from + faster * (step.at - from))
    before = Math.max(before + MINUTE, i === 0 || urgent || faster === 1 ? scaled : daytime(scaled))
    return { ...step, at: before }
  })
}

/** The night's beginning becomes the end of that day's work, its end the beginning. */
function daytime(epochMs: number): number {
  const moment = momentOf(epochMs)
  const hour = Number(moment.slice(11, 13))
  if (hour >= 8 && hour < 18) return epochMs
  return epochOf(atTime(dayOf(moment), hour < 8 ? '08:20:00' : '17:20:00')) + (epochMs % (30 * MINUTE))
}
