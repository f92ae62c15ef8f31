import { useTranslation } from 'react-i18next'
import { pathOf } from '#app/session/route.ts'

/** To add one: here, its words (exchange.tab), and its part in exchange-screen.tsx. */
export const EXCHANGE_TABS = ['home', 'history', 'gaps', 'letters', 'devices'] as const
export type ExchangeTab = (typeof EXCHANGE_TABS)[number]

type ExchangeTabsProps = {
  readonly at: ExchangeTab
  readonly shown: readonly ExchangeTab[]
  /** How many wait on a tab. */
  readonly waiting: Readonly<Partial<Record<ExchangeTab, number>>>
}

export function ExchangeTabs({ at, shown, waiting }: ExchangeTabsProps) {
  const { t } = useTranslation('exchange')
  return (
    <nav className="exchange-tabs" aria-label={t('tab.label')}>
      {shown.map((tab) => (
        <a
          key={tab}
          href={pathOf(tab === 'home' ? { screen: 'exchange' } : { screen: 'exchange', id: tab })}
          {...(tab === at && { 'aria-current': 'page' as const })}
        >
          {t(`tab.${tab}`)}
          {(waiting[tab] ?? 0) > 0 && <span className="count">{waiting[tab]}</span>}
        </a>
      ))}
    </nav>
  )
}
