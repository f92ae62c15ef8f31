import type { Asking } from './asking.ts'

export type HavesQuestions = Readonly<Record<never, never>>

export const havesQuestions = (_asking: Asking): HavesQuestions => ({})
