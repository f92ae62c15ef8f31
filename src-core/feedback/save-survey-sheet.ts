/** 问卷: saving makes another version. Whatever was answered stays with the words that were asked. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { SURVEY_SHEET, surveyCard, surveySheetId } from '../survey/fields.ts'
import { isSameQuestion, wrongIn, type Question } from '../survey/question.ts'

/** `from`: the version that was on the screen. */
export const SAVE_SURVEY_SHEET = SURVEY_SHEET.pick({ survey: true, questions: true }).extend({ from: surveySheetId })
export type SaveSurveySheet = z.infer<typeof SAVE_SURVEY_SHEET>

export function saveSurveySheet(reading: Reading, input: SaveSurveySheet, asked: Asked): Decision {
  const form = checked(SAVE_SURVEY_SHEET, input)
  if (!form.ok) return form
  const { survey, from, questions } = form.value
  const read = reading.read(survey)
  if (!read) return refuse('no-such-survey')
  if (surveyCard(survey, read).closed) return refuse('survey-closed')
  const wrong = wrongIn(questions)
  if (wrong.length > 0) return refuse('invalid-input', wrong)
  const before = reading.read(from)
  if (!before || before['survey'] !== survey) return refuse('sheet-first')
  const shown = before['questions'] as readonly Question[]
  if (shown.length === questions.length && shown.every((one, i) => isSameQuestion(one, questions[i]!)))
    return refuse('nothing-changed')
  const fields = { survey, questions, at: asked.now, by: asked.user }
  return ok([{ entity: asked.newId('survey-sheet'), kind: 'survey-sheet-saved', fields }])
}
