import { useTranslation } from 'react-i18next'
import { pathOf } from '#app/session/route.ts'

export function SurveyTabs({ at }: { readonly at: 'surveys' | 'opinions' }) {
  const { t } = useTranslation('surveys')
  return (
    <nav className="survey-tabs" aria-label={t('tabs.label')}>
      {(['surveys', 'opinions'] as const).map((tab) => (
        <a
          key={tab}
          href={pathOf(tab === 'surveys' ? { screen: 'surveys' } : { screen: 'surveys', id: tab })}
          {...(tab === at && { 'aria-current': 'page' as const })}
        >
          {t(`tabs.${tab}`)}
        </a>
      ))}
    </nav>
  )
}
