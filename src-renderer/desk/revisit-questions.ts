import type { Asking } from './asking.ts'

export type RevisitQuestions = Readonly<Record<never, never>>

export const revisitQuestions = (_asking: Asking): RevisitQuestions => ({})
