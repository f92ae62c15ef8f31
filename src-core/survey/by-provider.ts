/**
 * What interviews and opinions say of each provider in a period: two kinds of evidence for a scorecard, beside rule scores and
 * never mixed with them (DOMAIN §8).
 */
import { isBad } from '../figures/bad-rating.ts'
import type { Period } from '../figures/period.ts'
import type { Moment } from '../lib/time.ts'
import type { SheetCard } from './fields.ts'
import type { OpinionFrom } from './codes.ts'
import type { OpinionCard } from './opinion.ts'
import { countedOf, type Place } from './standing.ts'

const isIn = (at: Moment, { from, until }: Period): boolean => at >= from && at < until

export type ProviderInterviews = {
  /** People who answered at least one question about the provider. */
  readonly interviews: number
  /** Answers on scales. */
  readonly answers: number
  /** 0 to 100: each answer as its part of its scale, from the worst to the best point; null for none. */
  readonly mean: number | null
  /** The interviews themselves, and their survey. */
  readonly evidence: readonly { readonly interview: string; readonly survey: string; readonly number: number }[]
}

/** One survey: its draw in force with its places, and its sheets. */
export type SurveyStanding = { readonly places: readonly Place[]; readonly sheets: readonly SheetCard[] }

/** By the time of the interview. Scales that are linked to a provider, or to the one who led the person's case. */
export function interviewsByProvider(
  surveys: Iterable<SurveyStanding>,
  period: Period,
): ReadonlyMap<string, ProviderInterviews> {
  type Sum = { answers: number; sum: number; evidence: Map<string, ProviderInterviews['evidence'][number]> }
  const sums = new Map<string, Sum>()
  for (const { places, sheets } of surveys) {
    const bySheet = new Map(sheets.map((sheet) => [sheet.id, sheet]))
    for (const { interview, number, provider: own } of countedOf(places)) {
      if (!isIn(interview.at, period)) continue
      for (const question of bySheet.get(interview.sheet)?.questions ?? []) {
        const answer = interview.answers[question.id]
        if (question.kind !== 'scale' || !question.link || typeof answer !== 'number') continue
        const { link } = question
        const provider = link.to === 'provider' ? link.provider : link.to === 'case-provider' ? own : undefined
        if (!provider) continue
        let sum = sums.get(provider)
        if (!sum) sums.set(provider, (sum = { answers: 0, sum: 0, evidence: new Map() }))
        sum.answers += 1
        sum.sum += ((answer - 1) / (question.points - 1)) * 100
        sum.evidence.set(interview.id, { interview: interview.id, survey: interview.survey, number })
      }
    }
  }
  return new Map(
    [...sums].map(([provider, { answers, sum, evidence }]) => [
      provider,
      { interviews: evidence.size, answers, mean: answers === 0 ? null : sum / answers, evidence: [...evidence.values()] }, // prettier-ignore
    ]),
  )
}

export type OpinionSums = {
  readonly all: number
  readonly graded: number
  /** 差评 on its own scale. */
  readonly bad: number
  readonly byGrade: Readonly<Record<string, number>>
}
export type ProviderOpinions = Readonly<Record<OpinionFrom, OpinionSums>> & { readonly evidence: readonly string[] }

/** By when it was said; what was withdrawn does not count. Grades as `scale:grade`, never put together. */
export function opinionsByProvider(
  opinions: Iterable<OpinionCard>,
  period: Period,
): ReadonlyMap<string, ProviderOpinions> {
  type Sums = Record<OpinionFrom, { all: number; graded: number; bad: number; byGrade: Record<string, number> }>
  const found = new Map<string, { sums: Sums; evidence: string[] }>()
  const none = () => ({ all: 0, graded: 0, bad: 0, byGrade: {} as Record<string, number> })
  for (const { id, provider, from, at, withdrawnAt, scale, grade } of opinions) {
    if (!provider || withdrawnAt || !isIn(at, period)) continue
    let own = found.get(provider)
    if (!own) found.set(provider, (own = { sums: { resident: none(), 'party-member': none(), organisation: none() }, evidence: [] })) // prettier-ignore
    own.evidence.push(id)
    const sum = own.sums[from]
    sum.all += 1
    if (!scale || !grade) continue
    sum.graded += 1
    if (isBad(scale, grade)) sum.bad += 1
    const key = `${scale}:${grade}`
    sum.byGrade[key] = (sum.byGrade[key] ?? 0) + 1
  }
  return new Map([...found].map(([provider, { sums, evidence }]) => [provider, { ...sums, evidence: evidence.toSorted() }])) // prettier-ignore
}
