/** 总览, 三率 and 单位评价 share the question, the figures and how they are waited for. */
import { useTranslation } from 'react-i18next'
import type { ReportFigures } from '#core/reports/report-figures.ts'
import { ScorecardTab } from '../scorecard/scorecard-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { QueryBar } from './query-bar.tsx'
import { RatesTab } from './rates-tab.tsx'
import { useOpenFigure } from './use-open-figure.ts'
import { useReport } from './use-report.ts'
import './dashboard.css'

type DashboardTab = 'overview' | 'rates' | 'scorecard'

export function Dashboard({ tab }: { readonly tab: DashboardTab }) {
  const { t } = useTranslation('reports')
  const { answer } = useReport()
  const figures = answer?.kind === 'figures' ? answer.figures : null
  return (
    <div className="dashboard">
      <QueryBar shown={figures?.stamp.period ?? null} />
      {answer?.kind === 'reading' && (
        <p className="muted" role="status">
          {t('reading', { percent: Math.floor((answer.done * 100) / Math.max(1, answer.of)) })}
        </p>
      )}
      {answer?.kind === 'problem' && (
        <p className="problem" role="alert">
          {t(`problem.${answer.problem}`)}
        </p>
      )}
      {figures && <Shown tab={tab} figures={figures} />}
    </div>
  )
}

function Shown({ tab, figures }: { readonly tab: DashboardTab; readonly figures: ReportFigures }) {
  const onOpen = useOpenFigure(figures.stamp)
  if (tab === 'scorecard') return <ScorecardTab stamp={figures.stamp} />
  return tab === 'rates' ? (
    <RatesTab figures={figures} onOpen={onOpen} />
  ) : (
    <OverviewTab figures={figures} onOpen={onOpen} />
  )
}
