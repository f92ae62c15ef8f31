/** 督查督办: what the rules found, what has to be put right, 督办, and where nobody leads or somebody approved their own work. */
import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/ui/page-head.tsx'
import { SUPERVISION_TABS, TabBar } from './supervision-tabs.tsx'
import './supervision.css'

export function SupervisionScreen({ id }: { readonly id?: string }) {
  const { t } = useTranslation('supervision')
  const { id: at, Tab } = SUPERVISION_TABS.find((tab) => tab.id === id) ?? SUPERVISION_TABS[0]
  return (
    <div className="list-page supervision">
      <PageHead title={t('title')} aside={t('lead')} />
      <TabBar at={at} />
      <Tab key={at} />
    </div>
  )
}
