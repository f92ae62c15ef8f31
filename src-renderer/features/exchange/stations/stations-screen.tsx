/** 站点: an upper office's houses below, how fresh each is, what of it has not arrived; and what goes down to them. */
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { pathOf } from '#app/session/route.ts'
import { useSettledRevision } from '#app/session/settled-revision.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { PublishTab } from './publish-tab.tsx'
import { StationsList } from './stations-list.tsx'
import '../exchange.css'
import './stations.css'

const TABS = ['stations', 'publish'] as const

export function StationsScreen({ id }: { readonly id?: string }) {
  const { t } = useTranslation('stations')
  const { desk } = useServices()
  const revision = useSettledRevision()
  const page = useAnswer(() => desk.stations(), [desk, revision])
  const at = TABS.find((tab) => tab === id) ?? 'stations'
  if (!page) return <PageHead title={t('title')} aside={t('loading')} />
  const aside = [
    t(`lead.${page.kind}`),
    t('summary', { count: page.rows.length, fresh: page.fresh }),
    page.missing > 0 && t('missingAll', { count: page.missing }),
  ]
  return (
    <div className="exchange">
      <PageHead title={t('title')} aside={aside.filter(Boolean).join(' · ')} />
      <nav className="exchange-tabs" aria-label={t('tab.label')}>
        {TABS.map((tab) => (
          <a
            key={tab}
            href={pathOf(tab === 'stations' ? { screen: 'stations' } : { screen: 'stations', id: tab })}
            {...(tab === at && { 'aria-current': 'page' as const })}
          >
            {t(`tab.${tab}`)}
          </a>
        ))}
      </nav>
      {at === 'stations' ? <StationsList page={page} /> : <PublishTab />}
    </div>
  )
}
