import type { ComponentType } from 'react'
import type { Question } from '#core/survey/question.ts'

/** The papers, from features/reports. */
export type SurveyPrints = {
  readonly PrintSurvey: ComponentType<{ readonly survey: string; readonly interviewers: readonly string[]; readonly onClose: () => void }> // prettier-ignore
  readonly PrintSample: ComponentType<{ readonly title: string; readonly version: number; readonly questions: readonly Question[]; readonly onClose: () => void }> // prettier-ignore
}
