/** 月报与信函: the papers that leave the station, each looked at first, then kept as a file or printed. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useCounterView } from '#app/session/counter-view.ts'
import { useLanguage } from '#app/text/text.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Period, PeriodName } from '#core/figures/period.ts'
import type { Moment } from '#core/lib/time.ts'
import { useMakeFrame } from '../use-paper-frame.ts'
import { MONTHLY_PAPERS, PAPER_KINDS, type MadePaper, type MonthlyPaper } from './paper-kinds.ts'
import { PaperStage } from './paper-stage.tsx'
import { PeriodChoice } from './period-choice.tsx'
import './monthly.css'

type Shown = { readonly kind: MonthlyPaper; readonly made: MadePaper | null; readonly madeAt: Moment }

export function MonthlyTab() {
  const { t } = useTranslation('monthly')
  const { desk } = useServices()
  const language = useLanguage()
  const isCovered = useCounterView()
  const makeFrame = useMakeFrame()
  const [kind, setKind] = useState<MonthlyPaper>('monthly')
  /** By kind: a month for the one, a quarter for the other. */
  const [periods, setPeriods] = useState<Partial<Record<MonthlyPaper, PeriodName | Period>>>({})
  const period = periods[kind] ?? PAPER_KINDS[kind].usually
  const shown = useAnswer(async (): Promise<Shown> => {
    const frame = await makeFrame()
    const made = await PAPER_KINDS[kind].make(desk, { period, filters: {}, language }, frame)
    return { kind, made, madeAt: frame.printedAt }
  }, [desk, kind, period, language, isCovered])
  const made = shown?.kind === kind ? shown.made : undefined
  const choice = (
    <PeriodChoice key={kind} value={period} onChange={(next) => setPeriods({ ...periods, [kind]: next })} />
  )
  return (
    <div className="monthly">
      <nav className="card monthly-papers" aria-label={t('papers')}>
        {MONTHLY_PAPERS.map((one) => (
          <button key={one} type="button" aria-current={one === kind ? 'page' : undefined} onClick={() => setKind(one)}>
            <b>{t(`paper.${one}.name`)}</b>
            <small>{t(`paper.${one}.about`)}</small>
          </button>
        ))}
      </nav>
      <div className="monthly-main">
        {isCovered && <p className="small warn">{t('covered')}</p>}
        {made && made.unaddressed > 0 && <p className="warn">{t('unaddressed', { count: made.unaddressed })}</p>}
        {!made && <div className="row">{choice}</div>}
        {made === undefined && (
          <p className="muted" role="status">
            {t('counting')}
          </p>
        )}
        {made === null && (
          <div className="card">
            <EmptyState
              title={t('empty.title')}
              text={isCovered ? t('covered') : t(`empty.${kind === 'letters' ? 'letters' : 'certificates'}`)}
            />
          </div>
        )}
        {shown && made && (
          <PaperStage key={kind} made={made} madeAt={shown.madeAt}>
            {choice}
          </PaperStage>
        )}
      </div>
    </div>
  )
}
