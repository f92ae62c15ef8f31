import { useTranslation } from 'react-i18next'
import { pathOf } from '#app/session/route.ts'

/** To add one: here, its words, and its part in funding-screen.tsx. */
export const FUNDING_TABS = ['agreements', 'funds', 'ledger', 'settle', 'decide'] as const
export type FundingTab = (typeof FUNDING_TABS)[number]

/** `waiting`: how many wait on a tab. */
export function FundingTabs({
  at,
  waiting,
}: {
  readonly at: FundingTab
  readonly waiting: Readonly<Partial<Record<FundingTab, number>>>
}) {
  const { t } = useTranslation('funding')
  return (
    <nav className="funding-tabs" aria-label={t('tabs.label')}>
      {FUNDING_TABS.map((tab) => (
        <a
          key={tab}
          href={pathOf(tab === 'agreements' ? { screen: 'funding' } : { screen: 'funding', id: tab })}
          {...(tab === at && { 'aria-current': 'page' as const })}
        >
          {t(`tabs.${tab}`)}
          {(waiting[tab] ?? 0) > 0 && <span className={tab === 'decide' ? 'count warn' : 'count'}>{waiting[tab]}</span>}
        </a>
      ))}
    </nav>
  )
}
