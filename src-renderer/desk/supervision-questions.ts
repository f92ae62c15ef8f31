import type { Asking } from './asking.ts'

export type SupervisionQuestions = Readonly<Record<never, never>>

export const supervisionQuestions = (_asking: Asking): SupervisionQuestions => ({})
