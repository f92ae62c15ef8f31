import { useTranslation } from 'react-i18next'
import { pathOf } from '#app/session/route.ts'

/** To add one: here, its words, and its screen in app/residents-page.tsx. */
const TABS = ['list', 'visits', 'twins', 'places'] as const
export type ResidentTab = (typeof TABS)[number]

export function ResidentTabs({ at }: { readonly at: ResidentTab }) {
  const { t } = useTranslation('residents')
  return (
    <nav className="resident-tabs" aria-label={t('tabs.label')}>
      {TABS.map((tab) => (
        <a
          key={tab}
          href={pathOf(tab === 'list' ? { screen: 'residents' } : { screen: 'residents', id: tab })}
          {...(tab === at && { 'aria-current': 'page' as const })}
        >
          {t(`tabs.${tab}`)}
        </a>
      ))}
    </nav>
  )
}
