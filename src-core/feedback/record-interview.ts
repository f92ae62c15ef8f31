/** 录入访问: what came of one visit; another record of the same person takes the place of those that were there. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { INTERVIEW, surveyCard, type InterviewFields, type SurveyDrawFields } from '../survey/fields.ts'
import { mayAnswer, type Question } from '../survey/question.ts'
import { headsOf } from '../survey/standing.ts'

export const RECORD_INTERVIEW = INTERVIEW.omit({ by: true, after: true })
export type RecordInterview = z.infer<typeof RECORD_INTERVIEW>

export function recordInterview(reading: Reading, input: RecordInterview, asked: Asked): Decision {
  const form = checked(RECORD_INTERVIEW, input)
  if (!form.ok) return form
  const { survey, draw, number, state, sheet, answers, replace, reason, at } = form.value
  const read = reading.read(survey)
  if (!read) return refuse('no-such-survey')
  if (surveyCard(survey, read).closed) return refuse('survey-closed')
  const drawn = reading.read(draw) as SurveyDrawFields | null
  if (!drawn || drawn.survey !== survey) return refuse('draw-first')
  const places = [...drawn.list, ...drawn.reserves]
  const person = places[number - 1]
  if (!person) return refuse('no-such-interviewee', ['number'])
  if (at > asked.now) return refuse('in-the-future', ['at'])
  const asks = reading.read(sheet)
  if (!asks || asks['survey'] !== survey) return refuse('sheet-first')
  const isDone = state === 'done'
  const given = Object.entries(answers)
  if (isDone && given.length === 0) return refuse('invalid-input', ['answers'])
  const byId = new Map((asks['questions'] as readonly Question[]).map((question) => [question.id, question]))
  const wrong = given.filter(([id, answer]) => !byId.has(id) || !mayAnswer(byId.get(id)!, answer))
  if (isDone && wrong.length > 0) return refuse('invalid-input', wrong.map(([id]) => `answers.${id}`)) // prettier-ignore
  const all = recordsOf(reading, draw)
  if (replace && !isDone && !hasReserve(all, drawn, number)) return refuse('no-reserve', ['replace'])
  const after = headsOf(all.filter((one) => one.number === number)).map(({ id }) => id)
  return ok([
    {
      entity: asked.newId('interview'),
      kind: 'interview-recorded',
      fields: {
        ...form.value,
        reason: isDone ? '' : reason,
        replace: replace && !isDone,
        answers: isDone ? answers : {},
        by: asked.user,
        after,
      },
    },
  ])
}

type Recorded = Pick<InterviewFields, 'number' | 'state' | 'replace' | 'after'> & { readonly id: string }

function recordsOf(reading: Reading, draw: string): Recorded[] {
  const out: Recorded[] = []
  for (const id of reading.ids('interview')) {
    const read = reading.read(id)
    if (read?.['draw'] === draw) out.push({ ...(read as InterviewFields), id })
  }
  return out
}

/** Of the person's stratum somebody is left beside those who were called up for others. */
function hasReserve(all: readonly Recorded[], { list, reserves }: SurveyDrawFields, number: number): boolean {
  const stratumOf = (n: number): string | undefined => (list[n - 1] ?? reserves[n - 1 - list.length])?.stratum
  const own = stratumOf(number)
  const waiting = new Set(
    headsOf(all).flatMap((one) => (one.replace && stratumOf(one.number) === own ? [one.number] : [])),
  )
  waiting.add(number)
  return waiting.size <= reserves.filter(({ stratum }) => stratum === own).length
}
