/** 统计: every figure of a period, and the cases behind each. */
import { moneyCellsOf } from '#core/book/money-cells-of.ts'
import { reportNamesOf } from '#core/book/report-names-of.ts'
import { readingOf } from '#core/book/reading.ts'
import type { Measure } from '#core/figures/measures.ts'
import { periodNamed, periodProblem, type Period, type PeriodName, type PeriodProblem } from '#core/figures/period.ts'
import { rateRulesOf } from '#core/figures/settings.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { momentOf, type Moment } from '#core/lib/time.ts'
import { dataHeads } from '#core/reports/papers/data-heads.ts'
import { casesOf, figuresOf, type FigureKey, type ReportFigures } from '#core/reports/report-figures.ts'
import type { RoundFacts } from '#core/figures/round-facts.ts'
import { passes, type ReportFilters } from '#core/reports/slices.ts'
import { settingsOf, type StationSettings } from '#core/station/settings.ts'
import type { Asking } from './asking.ts'
import { allRounds, breath, readFacts, roundsIn, roundsOf, type FactsRead } from './facts-index.ts'
import type { DeskState } from './state.ts'
import { isRatedHere } from './viewer.ts'

export type ReportAsked = {
  /** A name moves on with the clock; named cuts follow the station's setting. */
  readonly period: PeriodName | Period
  readonly filters: ReportFilters
  readonly language: 'zh-CN' | 'en'
}

export type ReportAnswer =
  /** The station's cases are still being read: ask again to go on. */
  | ({ readonly kind: 'reading' } & FactsRead)
  | { readonly kind: 'problem'; readonly problem: PeriodProblem }
  | { readonly kind: 'figures'; readonly figures: ReportFigures }

export type ReportQuestions = {
  report(asked: ReportAsked): Promise<ReportAnswer>
  /** Cases behind a figure, each once. `at`: when the figure was made (its stamp). */
  figureCases(asked: ReportAsked, figure: FigureKey, at: Moment): Promise<readonly string[]>
}

/** A save waits no longer than this for a report that is being made. */
const STEP_MS = 50
/** Rounds counted in one step: about 30 ms. */
const AT_ONCE = 30_000

export const reportQuestions = ({ ready, parts }: Pick<Asking, 'ready' | 'parts'>): ReportQuestions => ({
  report: async (asked) => {
    const { state } = await ready()
    const names = reportNamesOf(state.book, asked.language)
    const now = momentOf(parts.clock())
    const settings = settingsIn(state)
    const period = periodIn(asked, now, settings)
    const problem = periodProblem(period)
    if (problem) return { kind: 'problem', problem }
    const read = readFacts(state, names, parts.clock, STEP_MS)
    if (read.done < read.of) return { kind: 'reading', ...read }
    const pass = passes(asked.filters, names)
    const money = moneyCellsOf(state.book, period, names, pass && casesPassing(state, pass))
    const made = { at: now, heads: dataHeads(headSet(state.book.replica)), ...(money && { money }) }
    const rules = rateRulesOf(settings)
    const report = figuresOf(period, asked.filters, rules, names, made)
    const rounds = roundsIn(state, period)
    for (let at = 0; at < rounds.length; at += AT_ONCE) {
      if (at > 0) await breath()
      for (const facts of rounds.slice(at, at + AT_ONCE)) report.add(facts)
    }
    return { kind: 'figures', figures: report.figures() }
  },
  figureCases: async (asked, figure, at) => {
    const { state } = await ready()
    const names = reportNamesOf(state.book, asked.language)
    await allRounds(state, names, parts.clock)
    const period = periodIn(asked, at, settingsIn(state))
    const ids = casesOf(roundsIn(state, period), period, asked.filters, names, at, figure)
    return OF_RATINGS.has(figure.measure) ? notRatedHere(state, ids) : ids
  },
})

/** What a resident said: the list behind it is not for whoever was rated (DOMAIN §7.4). They see how many, and not which. */
const OF_RATINGS: ReadonlySet<Measure> = new Set(['contacted', 'solved', 'satisfied', 'basically', 'bad'])
/** Cases read in one step: about 20 ms. */
const READ_AT_ONCE = 1_000

async function notRatedHere(state: DeskState, ids: readonly string[]): Promise<string[]> {
  const out: string[] = []
  for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
    if (at > 0) await breath()
    out.push(...ids.slice(at, at + READ_AT_ONCE).filter((id) => !isRatedHere(state, id)))
  }
  return out
}

const casesPassing = (state: DeskState, pass: (facts: RoundFacts) => boolean): ReadonlySet<string> =>
  new Set(
    roundsOf(state)
      .filter(pass)
      .map((facts) => facts.case),
  )

const settingsIn = ({ book }: DeskState): StationSettings => settingsOf(readingOf(book, ''))

const periodIn = ({ period }: ReportAsked, now: Moment, { reportCut }: StationSettings): Period =>
  typeof period === 'string' ? periodNamed(period, now, reportCut) : period
