import type { Asking } from './asking.ts'

export type NoticesQuestions = Readonly<Record<never, never>>

export const noticesQuestions = (_asking: Asking): NoticesQuestions => ({})
