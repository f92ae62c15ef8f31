/**
 * 抽样, put on record: with what it was drawn and who came out. Whoever draws (desk, `linwu`) reads the population and draws
 * with survey/draw.ts; here it is held to its own numbers. One draw counts: another one needs another survey, so that nobody
 * draws until they like the list.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { SURVEY_DRAW, surveyCard } from '../survey/fields.ts'
import { isDrawn } from './save-survey.ts'

export const DRAW_SURVEY = SURVEY_DRAW.omit({ at: true, by: true })
export type DrawSurvey = z.infer<typeof DRAW_SURVEY>

export function drawSurvey(reading: Reading, input: DrawSurvey, asked: Asked): Decision {
  // Said before the shapes are looked at: it is what people get wrong.
  if (input.size > input.population) return refuse('sample-too-large', ['size'])
  if (input.strata.length > input.size) return refuse('sample-below-strata', ['size'])
  const form = checked(DRAW_SURVEY, input)
  if (!form.ok) return form
  const read = reading.read(form.value.survey)
  if (!read) return refuse('no-such-survey')
  if (surveyCard(form.value.survey, read).closed) return refuse('survey-closed')
  if (isDrawn(reading, form.value.survey)) return refuse('already-drawn')
  const wrong = wrongInDraw(form.value)
  if (wrong.length > 0) return refuse('invalid-input', wrong)
  const fields = { ...form.value, at: asked.now, by: asked.user }
  return ok([{ entity: asked.newId('survey-draw'), kind: 'survey-drawn', fields }])
}

function wrongInDraw({ list, reserves, strata, size, population }: DrawSurvey): string[] {
  const wrong: string[] = []
  const sum = (of: 'drawn' | 'population'): number => strata.reduce((all, stratum) => all + stratum[of], 0)
  if (list.length !== size || sum('drawn') !== size) wrong.push('list')
  if (sum('population') !== population) wrong.push('population')
  if (new Set([...list, ...reserves].map(({ unit }) => unit)).size !== list.length + reserves.length)
    wrong.push('reserves')
  const of = (key: string): number => list.filter(({ stratum }) => stratum === key).length
  if (strata.some(({ key, drawn }) => of(key) !== drawn)) wrong.push('strata')
  return wrong
}
