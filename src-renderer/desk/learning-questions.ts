import type { Asking } from './asking.ts'

export type LearningQuestions = Readonly<Record<never, never>>

export const learningQuestions = (_asking: Asking): LearningQuestions => ({})
