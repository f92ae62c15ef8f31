/**
 * What came out of a survey. Counts and shares of those who answered a question; shares and means put together by stratum,
 * with their 95 % interval; what was written, without names. A question that was worded anew is another question.
 */
import type { DrawCard, InterviewCard, SheetCard } from './fields.ts'
import { FEWEST, meanOf, shareInterval, weightedMean, weightedShare, type Interval, type Mean } from './intervals.ts'
import { sameKey, type Answer, type Question } from './question.ts'
import { countedOf, responseOf, type Place, type Response } from './standing.ts'

export type OptionResult = {
  readonly place: number
  readonly count: number
  /** Of those who answered; null for nobody. */
  readonly share: number | null
  /** By stratum, where there are several; else the same as `share`. */
  readonly estimate: number | null
  readonly interval: Interval | null
}
export type QuestionResult = {
  readonly question: Question
  /** The versions of the sheet in which it stands, from 1. */
  readonly versions: readonly number[]
  readonly asked: number
  readonly answered: number
  /** Choices and scales; empty for the others. */
  readonly options: readonly OptionResult[]
  /** Scales and numbers. */
  readonly mean: (Mean & { readonly estimate: boolean }) | null
  readonly least: number | null
  readonly middle: number | null
  readonly most: number | null
  readonly texts: readonly string[]
  /** Too few for an interval. */
  readonly few: boolean
  /** Of some stratum nobody answered. */
  readonly missing: boolean
}
export type SurveyResults = {
  readonly response: Response
  readonly population: number
  readonly strata: readonly { readonly key: string; readonly population: number; readonly drawn: number; readonly done: number }[] // prettier-ignore
  /** More than one stratum: estimates are weighted. */
  readonly weighted: boolean
  readonly questions: readonly QuestionResult[]
}

type Counted = Place & { readonly interview: InterviewCard }

/** `sheets` in the order of their versions. `textOf` takes names out of what somebody wrote. */
export function resultsOf(
  draw: DrawCard,
  places: readonly Place[],
  sheets: readonly SheetCard[],
  textOf: (text: string, place: Place) => string = (text) => text,
): SurveyResults {
  const counted = countedOf(places)
  const weighted = draw.strata.length > 1
  const bySheet = new Map(sheets.map((sheet) => [sheet.id, sheet]))
  const questions = questionsOf(sheets).map(({ question, versions, sheetIds }): QuestionResult => {
    const key = sameKey(question)
    const asked = counted.filter(({ interview }) => sheetIds.has(interview.sheet) && bySheet.has(interview.sheet))
    const told = asked.flatMap((place): { place: Counted; answer: Answer }[] => {
      const answer = place.interview.answers[question.id]
      const meant = bySheet.get(place.interview.sheet)!.questions.find(({ id }) => id === question.id)
      return answer === undefined || !meant || sameKey(meant) !== key ? [] : [{ place, answer }]
    })
    return { question, versions, asked: asked.length, answered: told.length, few: told.length < FEWEST, ...summed(question, told, draw, weighted, textOf) } // prettier-ignore
  })
  return {
    response: responseOf(places),
    population: draw.population,
    strata: draw.strata.map(({ key, population, drawn }) => ({
      key,
      population,
      drawn,
      done: counted.filter(({ stratum }) => stratum === key).length,
    })),
    weighted,
    // Of a version that was never asked nothing is told, unless it is the last one.
    questions: questions.filter(({ asked, versions }) => asked > 0 || versions.includes(sheets.length)),
  }
}

/** Every question of every version once, in the order of the last version that has it. */
function questionsOf(sheets: readonly SheetCard[]) {
  const found = new Map<string, { question: Question; versions: number[]; sheetIds: Set<string> }>()
  sheets.forEach((sheet, i) => {
    for (const question of sheet.questions) {
      const key = sameKey(question)
      const known = found.get(key)
      if (known) {
        known.versions.push(i + 1)
        known.sheetIds.add(sheet.id)
      } else found.set(key, { question, versions: [i + 1], sheetIds: new Set([sheet.id]) })
    }
  })
  return [...found.values()]
}

type Told = readonly { readonly place: Counted; readonly answer: Answer }[]
type Summed = Pick<QuestionResult, 'options' | 'mean' | 'least' | 'middle' | 'most' | 'texts' | 'missing'>

function summed(
  question: Question,
  told: Told,
  draw: DrawCard,
  weighted: boolean,
  textOf: (text: string, place: Place) => string,
): Summed {
  const none: Summed = { options: [], mean: null, least: null, middle: null, most: null, texts: [], missing: false }
  if (question.kind === 'text')
    return { ...none, texts: told.map(({ answer, place }) => textOf(String(answer), place)).toSorted(byText) }
  const byStratum = draw.strata.map(({ key, population }) => ({
    population,
    told: told.filter(({ place }) => place.stratum === key),
  }))
  const missing = weighted && told.length > 0 && byStratum.some((one) => one.told.length === 0)
  const numbers = question.kind === 'scale' || question.kind === 'number' ? told.map(({ answer }) => answer as number) : [] // prettier-ignore
  const sorted = numbers.toSorted((a, b) => a - b)
  const valued = {
    mean: withinBounds(meanFor(numbers, byStratum, draw.population, weighted), question),
    least: sorted[0] ?? null,
    middle: medianOf(sorted),
    most: sorted.at(-1) ?? null,
  }
  if (question.kind === 'number') return { ...none, ...valued, missing }
  const places = question.kind === 'scale' ? question.points : question.options.length
  const has = (answer: Answer, n: number): boolean => (Array.isArray(answer) ? answer.includes(n) : answer === n)
  const options = Array.from({ length: places }, (_, i): OptionResult => {
    const count = told.filter(({ answer }) => has(answer, i + 1)).length
    const share = told.length === 0 ? null : count / told.length
    if (!weighted)
      return { place: i + 1, count, share, estimate: share, interval: shareInterval(count, told.length, draw.population) } // prettier-ignore
    const put = weightedShare(
      byStratum.map((one) => ({
        population: one.population,
        n: one.told.length,
        count: one.told.filter(({ answer }) => has(answer, i + 1)).length,
      })),
    )
    return { place: i + 1, count, share, estimate: put?.share ?? null, interval: put?.interval ?? null }
  })
  return question.kind === 'scale' ? { ...none, ...valued, options, missing } : { ...none, options, missing }
}

/** No mean of a scale of five is 5.1: an interval ends where the answers that can be given end. */
function withinBounds(mean: QuestionResult['mean'], question: Question): QuestionResult['mean'] {
  if (!mean?.interval || (question.kind !== 'scale' && question.kind !== 'number')) return mean
  const [least, most] = question.kind === 'scale' ? [1, question.points] : [question.min, question.max]
  const { low, high } = mean.interval
  return { ...mean, interval: { low: Math.max(least, low), high: Math.min(most, high) } }
}

function meanFor(
  numbers: readonly number[],
  strata: readonly { readonly population: number; readonly told: Told }[],
  population: number,
  weighted: boolean,
): QuestionResult['mean'] {
  if (!weighted) {
    const plain = meanOf(numbers, population)
    return plain && { ...plain, estimate: false }
  }
  const put = weightedMean(
    strata.map((one) => ({ population: one.population, values: one.told.map(({ answer }) => answer as number) })),
  )
  return put && { mean: put.mean, interval: put.interval, estimate: true }
}

function medianOf(sorted: readonly number[]): number | null {
  const half = sorted.length >> 1
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** By their own characters: the order of the visits would tell whose they are. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
