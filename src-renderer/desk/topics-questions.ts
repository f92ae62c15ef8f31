/** What the screens ask about topics. */
import type { Asking } from './asking.ts'

export type TopicsQuestions = Readonly<Record<never, never>>

export const topicsQuestions = (_desk: Asking): TopicsQuestions => ({})
