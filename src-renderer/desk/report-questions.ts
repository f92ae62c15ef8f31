import type { Asking } from './asking.ts'

export type ReportQuestions = Readonly<Record<never, never>>

export const reportQuestions = (_asking: Asking): ReportQuestions => ({})
