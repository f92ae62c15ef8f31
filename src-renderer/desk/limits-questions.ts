/** What the screens ask about limits. */
import type { Asking } from './asking.ts'

export type LimitsQuestions = Readonly<Record<never, never>>

export const limitsQuestions = (_desk: Asking): LimitsQuestions => ({})
