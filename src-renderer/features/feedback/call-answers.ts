/** What is filled in during one call, and what it becomes. Pure: keys, mouse and paper give the same. */
import { INVALID_REASONS, SCALES, type InvalidReason, type ScaleId, type Way } from '#core/case-file/codes.ts'
import type { RecordRevisit } from '#core/feedback/record-revisit.ts'

export type Answers = {
  readonly way: Way
  readonly contacted: boolean | null
  readonly solved: boolean | null
  readonly scale: ScaleId
  readonly grade: string | null
  readonly words: string
  /** Set: nobody was reached, and what was answered before counts for nothing. */
  readonly reason: InvalidReason | null
  readonly overrideReason: string
}

/** In the order in which they are asked. */
export const QUESTIONS = ['contacted', 'solved', 'grade', 'words'] as const
export type Question = (typeof QUESTIONS)[number]
export type Missing = Exclude<Question, 'words'>

/** Letters of the reasons why nobody was reached; the screen shows them. Y, N, V, S, W, X and the digits have other work. */
export const REASON_KEYS: Readonly<Record<InvalidReason, string>> = {
  'no-answer': 'A',
  refused: 'J',
  'wrong-number': 'K',
  'not-the-person': 'F',
}
export const reasonOf = (key: string): InvalidReason | null =>
  INVALID_REASONS.find((reason) => REASON_KEYS[reason] === key) ?? null

/** No grade, no answer: whoever calls has to ask. The scale and the way are the last call's. */
export const blankAnswers = (
  { way, scale }: Pick<Answers, 'way' | 'scale'> = { way: 'phone', scale: 'three-rates' },
): Answers => ({
  way,
  scale,
  contacted: null,
  solved: null,
  grade: null,
  words: '',
  reason: null,
  overrideReason: '',
})

export const isBlank = ({ contacted, solved, grade, words, reason }: Answers): boolean =>
  contacted === null && solved === null && grade === null && words.trim() === '' && reason === null

/** The question after one that was answered: the next that is open, at last the words. */
export function nextQuestion(answers: Answers, after: Question): Question {
  const rest = QUESTIONS.slice(QUESTIONS.indexOf(after) + 1)
  return rest.find((question) => question === 'words' || answers[question] === null) ?? 'words'
}

/** Which of the two yes-or-no questions a Y or N answers: the one that is asked, or the first that is open. */
export function yesNoTarget(answers: Answers, at: Question): 'contacted' | 'solved' {
  if (at === 'contacted' || at === 'solved') return at
  return answers.contacted === null ? 'contacted' : 'solved'
}

/** 1 is the best of the scale; null when it has no such grade. */
export const gradeOf = (scale: ScaleId, digit: number): string | null =>
  (SCALES[scale] as readonly string[])[digit - 1] ?? null

/** The command's input, or the first thing that is missing. */
export function inputOf(caseId: string, answers: Answers, paper = false): RecordRevisit | Missing {
  const { way, contacted, solved, scale, grade, words, reason, overrideReason } = answers
  const shared = {
    case: caseId,
    way,
    words: words.trim(),
    ...(paper && { paper }),
    ...(overrideReason.trim() !== '' && { overrideReason: overrideReason.trim() }),
  }
  if (reason !== null) return { ...shared, valid: false, invalidReason: reason }
  if (contacted === null) return 'contacted'
  if (solved === null) return 'solved'
  if (grade === null) return 'grade'
  return { ...shared, valid: true, contacted, solved, scale, grade }
}
