import type { Asking } from './asking.ts'

export type SurveyQuestions = Readonly<Record<never, never>>

export const surveyQuestions = (_asking: Asking): SurveyQuestions => ({})
