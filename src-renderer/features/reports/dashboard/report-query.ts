/** What the figures are asked for: kept while one opens the cases behind a number and comes back; forgotten with the lock. */
import { create } from 'zustand'
import { useSession } from '#app/session/session.ts'
import type { Period, PeriodName } from '#core/figures/period.ts'
import type { Grouping, ReportFilters } from '#core/reports/slices.ts'

type ReportQuery = {
  readonly period: PeriodName | Period
  readonly filters: ReportFilters
  /** 三率, by what; null until somebody chooses: by station where there are any, else by place. */
  readonly by: Grouping | null
}

const START: ReportQuery = { period: 'this-month', filters: {}, by: null }

export const useReportQuery = create<ReportQuery>(() => START)
export const askFor = (change: Partial<ReportQuery>): void => useReportQuery.setState(change)

useSession.subscribe((session) => {
  if (session.phase.kind !== 'open') useReportQuery.setState(START)
})
