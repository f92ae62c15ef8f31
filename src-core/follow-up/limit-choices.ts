/** Moments that a form proposes, worked out with the station's calendar: a clerk picks one instead of counting days. */
import type { LimitRules } from '../case-file/time-limit.ts'
import { deadline, type Limit } from '../lib/deadline.ts'
import type { Moment } from '../lib/time.ts'

/** To add one: here, and its words in both texts (limits.quick). */
export const LIMIT_CHOICES = {
  w3: { unit: 'working-days', count: 3 },
  w5: { unit: 'working-days', count: 5 },
  n7: { unit: 'natural-days', count: 7 },
  n15: { unit: 'natural-days', count: 15 },
} as const satisfies Readonly<Record<string, Limit>>

export type LimitChoice = keyof typeof LIMIT_CHOICES
export type LimitChoices = Readonly<Record<LimitChoice, Moment>>

export function limitChoices(from: Moment, rules: LimitRules): LimitChoices {
  const after = (choice: LimitChoice): Moment => deadline(from, LIMIT_CHOICES[choice], rules).at
  return { w3: after('w3'), w5: after('w5'), n7: after('n7'), n15: after('n15') }
}
