/** The figures of the chosen period. While the station's cases are read for the first time, how far that is. */
import { useEffect, useState } from 'react'
import type { ReportAnswer, ReportAsked } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { useReportQuery } from './report-query.ts'

export function useReport(): { readonly asked: ReportAsked; readonly answer: ReportAnswer | null } {
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const language = useLanguage()
  const period = useReportQuery((query) => query.period)
  const filters = useReportQuery((query) => query.filters)
  const [answer, setAnswer] = useState<ReportAnswer | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    let wanted = true
    const ask = async (): Promise<void> => {
      for (;;) {
        const next = await desk.report({ period, filters, language })
        if (!wanted) return
        // The figures that stand there stay until the new ones come.
        setAnswer((before) => (next.kind === 'reading' && before?.kind === 'figures' ? before : next))
        if (next.kind !== 'reading') return
      }
    }
    ask().catch((error: unknown) => wanted && setFailure(error ?? new Error('no reason given')))
    return () => {
      wanted = false
    }
    // What was saved meanwhile changes the figures.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [desk, revision, period, filters, language])
  if (failure !== null) throw failure
  return { asked: { period, filters, language }, answer }
}
