import type { Asking } from './asking.ts'

export type FundingQuestions = Readonly<Record<never, never>>

export const fundingQuestions = (_asking: Asking): FundingQuestions => ({})
