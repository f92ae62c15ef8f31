/** A question while it is being written: everything is text, and may be half done. */
import type { ServiceType } from '#core/case-file/codes.ts'
import type { QuestionKind } from '#core/survey/codes.ts'
import { QUESTION, wrongIn, type Question, type QuestionLink } from '#core/survey/question.ts'

export type TypedQuestion = {
  readonly id: string
  readonly kind: QuestionKind
  readonly words: string
  /** One a line. */
  readonly options: string
  readonly points: string
  readonly low: string
  readonly high: string
  /** '' · 'case-provider' · 'provider:…' · 'type:market' */
  readonly link: string
  readonly unit: string
  readonly min: string
  readonly max: string
}

export const blankQuestion = (id: string): TypedQuestion => ({
  id,
  kind: 'choice',
  words: '',
  options: '',
  points: '5',
  low: '',
  high: '',
  link: '',
  unit: '',
  min: '0',
  max: '100',
})

const linkText = (link: QuestionLink | undefined): string =>
  !link
    ? ''
    : link.to === 'provider'
      ? link.provider
      : link.to === 'service-type'
        ? `type:${link.serviceType}`
        : link.to

const linkOf = (text: string): QuestionLink | undefined =>
  text === ''
    ? undefined
    : text === 'case-provider'
      ? { to: 'case-provider' }
      : text.startsWith('type:')
        ? { to: 'service-type', serviceType: text.slice(5) as ServiceType }
        : { to: 'provider', provider: text }

export function typedOf(question: Question): TypedQuestion {
  const blank = { ...blankQuestion(question.id), kind: question.kind, words: question.words }
  switch (question.kind) {
    case 'choice':
    case 'several':
      return { ...blank, options: question.options.join('\n') }
    case 'scale':
      return { ...blank, points: String(question.points), low: question.low, high: question.high, link: linkText(question.link) } // prettier-ignore
    case 'number':
      return { ...blank, unit: question.unit, min: String(question.min), max: String(question.max) }
    case 'text':
      return blank
  }
}

const numberOf = (text: string): number => (text.trim() === '' ? NaN : Number(text))

/** Null while something is missing or cannot be. */
export function questionOf(typed: TypedQuestion): Question | null {
  const { id, kind, words, low, high, unit } = typed
  const link = linkOf(typed.link)
  const shapes = {
    choice: { options: linesOf(typed.options) },
    several: { options: linesOf(typed.options) },
    scale: { points: numberOf(typed.points), low, high, ...(link && { link }) },
    number: { unit, min: numberOf(typed.min), max: numberOf(typed.max) },
    text: {},
  } satisfies Readonly<Record<QuestionKind, object>>
  const parsed = QUESTION.safeParse({ id, kind, words, ...shapes[kind] })
  return parsed.success && wrongIn([parsed.data]).length === 0 ? parsed.data : null
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
