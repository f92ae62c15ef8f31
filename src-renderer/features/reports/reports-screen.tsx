/** 统计: what was done, what residents say of it, and the papers made of it. */
import { useTranslation } from 'react-i18next'
import { pathOf } from '#app/session/route.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Dashboard } from './dashboard/dashboard.tsx'
import { MonthlyTab } from './monthly/monthly-tab.tsx'

/** To add one: here, its words (reports.tab), and what it shows below. */
const TABS = ['overview', 'rates', 'scorecard', 'monthly'] as const
type Tab = (typeof TABS)[number]

export function ReportsScreen({ id }: { readonly id?: string }) {
  const { t } = useTranslation('reports')
  const tab: Tab = TABS.find((name) => name === id) ?? 'overview'
  return (
    <>
      <PageHead title={t('title')} />
      <nav className="report-tabs" aria-label={t('tab.label')}>
        {TABS.map((name) => (
          <a
            key={name}
            href={pathOf(name === 'overview' ? { screen: 'reports' } : { screen: 'reports', id: name })}
            {...(name === tab && { 'aria-current': 'page' as const })}
          >
            {t(`tab.${name}`)}
          </a>
        ))}
      </nav>
      {tab === 'monthly' ? <MonthlyTab /> : <Dashboard tab={tab} />}
    </>
  )
}
