/** 问卷: questions in their order, and what may be answered to each. A sheet is never changed: saving makes another version. */
import { SERVICE_TYPES } from '../case-file/codes.ts'
import { entityId, someWords, words, z } from '../lib/schema.ts'

/** A sheet that fills more than four pages is answered by nobody. */
export const MOST_QUESTIONS = 40
export const MOST_OPTIONS = 9
/** Digits choose: a scale ends at 9. 10 would be two keys. */
export const MOST_POINTS = 9
export const ANSWER_LENGTH = 2_000

/**
 * Whose work a scale is about. `case-provider`: whoever led the case for which the person was drawn; answers count for
 * that provider's scorecard. Absent: for nobody's.
 */
export const QUESTION_LINK = z.discriminatedUnion('to', [
  z.object({ to: z.literal('case-provider') }),
  z.object({ to: z.literal('provider'), provider: entityId('provider') }),
  z.object({ to: z.literal('service-type'), serviceType: z.enum(SERVICE_TYPES) }),
])
export type QuestionLink = z.infer<typeof QUESTION_LINK>

const common = { id: z.string().regex(/^[0-9A-Za-z-]{1,40}$/), words: someWords(300) }
const options = z.array(someWords(100)).min(2).max(MOST_OPTIONS)

export const QUESTION = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('choice'), options }),
  z.object({ ...common, kind: z.literal('several'), options }),
  z.object({
    ...common,
    kind: z.literal('scale'),
    /** 1 is the worst, the last point the best. */
    points: z.number().int().min(2).max(MOST_POINTS),
    low: someWords(30),
    high: someWords(30),
    link: QUESTION_LINK.optional(),
  }),
  z.object({
    ...common,
    kind: z.literal('number'),
    unit: words(20),
    min: z.number().min(-1e9).max(1e9),
    max: z.number().min(-1e9).max(1e9),
  }),
  z.object({ ...common, kind: z.literal('text') }),
])
export type Question = z.infer<typeof QUESTION>

/** Options by their place, from 1: the digit on paper, on the keyboard and in the file. */
export const ANSWER = z.union([
  z.number().min(-1e9).max(1e9),
  z.array(z.number().int().min(1).max(MOST_OPTIONS)).min(1).max(MOST_OPTIONS),
  someWords(ANSWER_LENGTH),
])
export type Answer = z.infer<typeof ANSWER>
export type Answers = Readonly<Record<string, Answer>>

/** The range is the right way round, no two options are the same. Fields that are wrong. */
export function wrongIn(questions: readonly Question[]): string[] {
  const wrong: string[] = []
  const seen = new Set<string>()
  questions.forEach((question, i) => {
    if (seen.has(question.id)) wrong.push(`questions.${i}.id`)
    seen.add(question.id)
    if (question.kind === 'number' && question.min >= question.max) wrong.push(`questions.${i}.max`)
    if ('options' in question && new Set(question.options).size < question.options.length)
      wrong.push(`questions.${i}.options`)
  })
  return wrong
}

/** The answer is one that the question allows. */
export function mayAnswer(question: Question, answer: Answer): boolean {
  const isPlace = (n: number, of: number): boolean => Number.isInteger(n) && n >= 1 && n <= of
  switch (question.kind) {
    case 'choice':
      return typeof answer === 'number' && isPlace(answer, question.options.length)
    case 'several':
      return (
        Array.isArray(answer) &&
        new Set(answer).size === answer.length &&
        answer.every((n) => isPlace(n, question.options.length))
      )
    case 'scale':
      return typeof answer === 'number' && isPlace(answer, question.points)
    case 'number':
      return typeof answer === 'number' && answer >= question.min && answer <= question.max
    case 'text':
      return typeof answer === 'string'
  }
}

/** Two versions of a sheet ask the same when every word is the same: only then their answers are counted together. */
export const isSameQuestion = (a: Question, b: Question): boolean => sameKey(a) === sameKey(b)
export const sameKey = (question: Question): string =>
  JSON.stringify(question, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
