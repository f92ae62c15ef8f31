/** 单位评价: what the screens ask. */
import { readingOf } from '#core/book/reading.ts'
import { reportNamesOf } from '#core/book/report-names-of.ts'
import { scorecardsIn, type ScorecardRow } from '#core/book/scorecards-of.ts'
import type { Period } from '#core/figures/period.ts'
import { rateRulesOf } from '#core/figures/settings.ts'
import { momentOf } from '#core/lib/time.ts'
import { settingsOf } from '#core/station/settings.ts'
import type { Asking } from './asking.ts'
import { allRounds } from './facts-index.ts'

export type ScorecardQuestions = {
  /** The first time the station's cases are read in steps: a save goes between two of them. */
  scorecards(period: Period): Promise<readonly ScorecardRow[]>
}

export const scorecardQuestions = ({ ready, parts }: Asking): ScorecardQuestions => ({
  async scorecards(period) {
    const { state } = await ready()
    const rounds = await allRounds(state, reportNamesOf(state.book, 'zh-CN'), parts.clock)
    const settings = settingsOf(readingOf(state.book, ''))
    const now = momentOf(parts.clock())
    return scorecardsIn(state.book, rounds, period, rateRulesOf(settings), now)
  },
})
