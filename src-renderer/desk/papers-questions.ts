/** 月报与信函: what the papers of a period say, and the files made of them. */
import { helpersOf, residentNames } from '#core/book/helpers-of.ts'
import { readingOf } from '#core/book/reading.ts'
import { reportNamesOf } from '#core/book/report-names-of.ts'
import { outcomesIn, publicRounds, reportMoreOf, type ReportMore } from '#core/book/report-more-of.ts'
import { periodNamed, type Period } from '#core/figures/period.ts'
import { rateRulesOf } from '#core/figures/settings.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { momentOf } from '#core/lib/time.ts'
import { helpersIn, type HelperFacts } from '#core/reports/helper-facts.ts'
import type { MonthlyFacts } from '#core/reports/monthly-tables.ts'
import { dataHeads } from '#core/reports/papers/data-heads.ts'
import type { PublicFacts } from '#core/reports/public-notice.ts'
import { paperNames } from '#core/reports/paper-names.ts'
import { reportFigures } from '#core/reports/report-figures.ts'
import { settingsOf } from '#core/station/settings.ts'
import type { Asking } from './asking.ts'
import { writeFile, type FileToWrite } from './document-writer.ts'
import { allRounds } from './facts-index.ts'
import type { ReportAsked } from './report-questions.ts'
import { readAll } from './state.ts'

export type MonthlyAnswer = ReportMore & MonthlyFacts

export type PapersQuestions = {
  /** Figures of the period with what stands beside them. The period must be one (`periodProblem`). */
  monthly(asked: ReportAsked): Promise<MonthlyAnswer>
  /** Everything but 举报; filters are not looked at: a notice about few is a notice about somebody. */
  publicFacts(asked: ReportAsked): Promise<PublicFacts>
  /** Everybody who helped in the period, with what they served in it; residents' names are masked in what was done. */
  helpers(asked: ReportAsked): Promise<{ readonly period: Period; readonly helpers: readonly HelperFacts[] }>
  writeFile(file: FileToWrite): Promise<Uint8Array>
}

const breath = (): Promise<void> => new Promise((done) => setTimeout(done))

export const papersQuestions = ({ ready, parts }: Asking): PapersQuestions => {
  const open = async ({ period: named }: ReportAsked) => {
    const { state } = await ready()
    const now = momentOf(parts.clock())
    const settings = settingsOf(readingOf(state.book, ''))
    const period = typeof named === 'string' ? periodNamed(named, now, settings.reportCut) : named
    return { state, now, settings, period }
  }
  const read = async (asked: ReportAsked) => {
    const { state, now, settings, period } = await open(asked)
    const names = reportNamesOf(state.book, asked.language)
    const rounds = [...(await allRounds(state, names, parts.clock))]
    const made = { at: now, heads: dataHeads(headSet(state.book.replica)) }
    return { state, names, rounds, period, now, rules: rateRulesOf(settings), made }
  }
  return {
    async monthly(asked) {
      const { state, names, rounds, period, now, rules, made } = await read(asked)
      const { filters } = asked
      const figures = reportFigures(rounds, period, filters, rules, names, made)
      await breath()
      const results = (provider: string) => state.results.sums.get(provider) ?? null
      const found = await reportMoreOf(state.book, { rounds, period, filters, names, now, results, pause: breath })
      return { ...found, figures, named: paperNames(figures, found.more, names) }
    },
    async publicFacts(asked) {
      const { names, rounds, period, rules, made } = await read(asked)
      const told = publicRounds(rounds)
      return { figures: reportFigures(told, period, {}, rules, names, made), outcomes: outcomesIn(told, period) }
    },
    async helpers(asked) {
      const { state, period } = await open(asked)
      await readAll(state)
      const names = residentNames(state.book, state.people.requesters)
      return { period, helpers: helpersIn(helpersOf(state.book, names), period) }
    },
    writeFile,
  }
}
