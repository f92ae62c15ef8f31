import type { SurveyPrints } from '../features/feedback/surveys/survey-prints.ts'
import { SurveysScreen } from '../features/feedback/surveys/surveys-screen.tsx'
import { PrintSample, PrintSurvey } from '../features/reports/print-survey.tsx'

const PRINTS: SurveyPrints = { PrintSurvey, PrintSample }

export function SurveysPage({ id }: { readonly id?: string }) {
  return <SurveysScreen {...(id !== undefined && { id })} prints={PRINTS} />
}
