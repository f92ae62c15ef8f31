import type { Asking } from './asking.ts'

export type DeliberationQuestions = Readonly<Record<never, never>>

export const deliberationQuestions = (_asking: Asking): DeliberationQuestions => ({})
