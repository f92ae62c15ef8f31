import { useTranslation } from 'react-i18next'
import { pathOf } from '#app/session/route.ts'

/** To add one: here, its words, and its screen in revisit-screen.tsx. */
const TABS = ['due', 'ratings', 'done', 'draw'] as const
type RevisitTab = (typeof TABS)[number]

export function RevisitTabs({ at }: { readonly at: RevisitTab }) {
  const { t } = useTranslation('revisit')
  return (
    <nav className="revisit-tabs" aria-label={t('tabs.label')}>
      {TABS.map((tab) => (
        <a
          key={tab}
          href={pathOf(tab === 'due' ? { screen: 'revisit' } : { screen: 'revisit', id: tab })}
          {...(tab === at && { 'aria-current': 'page' as const })}
        >
          {t(`tabs.${tab}`)}
        </a>
      ))}
    </nav>
  )
}
