/** One visit while it is typed in: numbers as typed, so that a half typed one is kept as it is. */
import type { CommandInput } from '#core/commands.ts'
import { halfWidth } from '#core/lib/clean-text.ts'
import { INTERVIEW_STATES, type InterviewState } from '#core/survey/codes.ts'
import type { Answer, Answers, Question } from '#core/survey/question.ts'

export type TypedInterview = {
  readonly number: string
  readonly state: InterviewState | undefined
  /** Digits of places, of `number` the number, of `text` the words; a blank between several. '' for none. */
  readonly answers: Readonly<Record<string, string>>
  readonly reason: string
  readonly replace: boolean
  readonly interviewer: string
  /** Moment, or as typed. */
  readonly at: string
  readonly mode: 'paper' | 'screen'
  /** The version, an id. */
  readonly sheet: string
}

export type InterviewProblem =
  | { readonly field: 'number' | 'state' | 'at' | 'answers' }
  | { readonly field: 'answer'; readonly question: Question; readonly index: number }

const numberOf = (typed: string): number => {
  const text = halfWidth(typed).trim()
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN
}

/** undefined: not answered. */
function answerOf(question: Question, typed: string): Answer | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  if (question.kind === 'text') return text
  if (question.kind === 'several') return text.split(' ').map(Number).toSorted((a, b) => a - b) // prettier-ignore
  return numberOf(text)
}

/** What goes on record; or the first thing that is wrong. `highest`: the last number of the list. */
export function readInterview(
  typed: TypedInterview,
  questions: readonly Question[],
  of: { readonly survey: string; readonly draw: string },
  isListed: (number: number) => boolean,
  now: string,
): { readonly input: CommandInput<'record-interview'> } | { readonly problem: InterviewProblem } {
  const number = numberOf(typed.number)
  if (!Number.isInteger(number) || !isListed(number)) return { problem: { field: 'number' } }
  const { state, at, reason, replace, interviewer, mode, sheet } = typed
  if (!state || !INTERVIEW_STATES.includes(state)) return { problem: { field: 'state' } }
  if (at.length !== 25 || at > now) return { problem: { field: 'at' } }
  const answers: Record<string, Answer> = {}
  if (state === 'done') {
    for (const [index, question] of questions.entries()) {
      const answer = answerOf(question, typed.answers[question.id] ?? '')
      if (answer === undefined) continue
      if (
        question.kind === 'number' &&
        !(typeof answer === 'number' && answer >= question.min && answer <= question.max)
      )
        return { problem: { field: 'answer', question, index } }
      answers[question.id] = answer
    }
    if (Object.keys(answers).length === 0) return { problem: { field: 'answers' } }
  }
  return {
    input: { ...of, number, state, reason: state === 'done' ? '' : reason, replace: replace && state !== 'done', sheet, answers, interviewer, mode, at }, // prettier-ignore
  }
}

export const typedAnswers = (answers: Answers): Record<string, string> =>
  Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, Array.isArray(answer) ? answer.join(' ') : String(answer)])) // prettier-ignore
