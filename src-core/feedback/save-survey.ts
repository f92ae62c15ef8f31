/** 访问调查: begun with its first sheet, and changed afterwards. What a draw was made of does not change any more. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { z } from '../lib/schema.ts'
import { STRATA_OF } from '../survey/codes.ts'
import { SURVEY, surveyCard, surveyId, type Population, type Strata } from '../survey/fields.ts'
import { MOST_QUESTIONS, QUESTION, wrongIn } from '../survey/question.ts'

const WRITTEN = SURVEY.omit({ closed: true, at: true, by: true })
const questions = z.array(QUESTION).min(1).max(MOST_QUESTIONS)

export const BEGIN_SURVEY = WRITTEN.extend({ questions })
export type BeginSurvey = z.infer<typeof BEGIN_SURVEY>

export function beginSurvey(_reading: Reading, input: BeginSurvey, asked: Asked): Decision {
  const form = checked(BEGIN_SURVEY, input)
  if (!form.ok) return form
  const { questions: asks, ...fields } = form.value
  const wrong = [...wrongInSurvey(fields), ...wrongIn(asks)]
  if (wrong.length > 0) return refuse('invalid-input', wrong)
  const survey = asked.newId('survey')
  const mark = { at: asked.now, by: asked.user }
  return ok([
    { entity: survey, kind: 'survey-begun', fields: { ...fields, closed: false, ...mark } },
    { entity: asked.newId('survey-sheet'), kind: 'survey-sheet-saved', fields: { survey, questions: asks, ...mark } },
  ])
}

/** Fields left out stay as they are. */
export const CHANGE_SURVEY = WRITTEN.extend({ closed: z.boolean() }).partial().extend({ survey: surveyId })
export type ChangeSurvey = z.infer<typeof CHANGE_SURVEY>

/** What the draw was made of. */
const DRAWN_FROM = ['population', 'size', 'strata', 'seed'] as const

export function changeSurvey(reading: Reading, input: ChangeSurvey, _asked: Asked): Decision {
  const form = checked(CHANGE_SURVEY, input)
  if (!form.ok) return form
  const { survey, ...wanted } = form.value
  const before = reading.read(survey)
  if (!before) return refuse('no-such-survey')
  const card = surveyCard(survey, before)
  const changed = Object.entries(wanted).filter(
    ([field, now]) => JSON.stringify(now) !== JSON.stringify(card[field as keyof typeof wanted]),
  )
  if (changed.length === 0) return refuse('nothing-changed')
  const settled = DRAWN_FROM.filter((field) => changed.some(([name]) => name === field))
  if (settled.length > 0 && isDrawn(reading, survey)) return refuse('already-drawn', settled)
  const fields = Object.fromEntries(changed)
  const wrong = wrongInSurvey({ ...card, ...fields })
  if (wrong.length > 0) return refuse('invalid-input', wrong)
  return ok([{ entity: survey, kind: 'survey-changed', fields }])
}

type Checked = { readonly population: Population; readonly strata: Strata; readonly from: string; readonly until: string } // prettier-ignore

function wrongInSurvey({ population, strata, from, until }: Checked): string[] {
  const wrong: string[] = []
  if (until < from) wrong.push('until')
  if (population.of === 'cases' && population.until < population.from) wrong.push('population.until')
  if (!STRATA_OF[population.of].includes(strata.by)) wrong.push('strata.by')
  return wrong
}

export function isDrawn(reading: Reading, survey: string): boolean {
  for (const id of reading.ids('survey-draw')) if (reading.read(id)?.['survey'] === survey) return true
  return false
}
