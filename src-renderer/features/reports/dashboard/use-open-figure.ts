/** A figure opens the list of exactly its cases: with its search, keys, prints and exports. */
import { useServices } from '#app/services/services.ts'
import { setCaseFilter } from '#app/session/case-filter.ts'
import { counter } from '#app/session/counter-view.ts'
import { go } from '#app/session/route.ts'
import { useLanguage } from '#app/text/text.ts'
import type { Period } from '#core/figures/period.ts'
import type { FigureKey, ReportStamp } from '#core/reports/report-figures.ts'
import { useReportQuery } from './report-query.ts'

export type OpenFigure = (figure: FigureKey, period?: Period) => void

/** Null in counter view: numbers only. */
export function useOpenFigure(stamp: ReportStamp): OpenFigure | null {
  const { desk } = useServices()
  const language = useLanguage()
  const filters = useReportQuery((query) => query.filters)
  if (counter.isOn()) return null
  const open = async (figure: FigureKey, period: Period): Promise<void> => {
    const ids = await desk.figureCases({ period, filters, language }, figure, stamp.madeAt)
    setCaseFilter({ ids })
    go({ screen: 'cases' })
  }
  return (figure, period = stamp.period) => void open(figure, period)
}
