/** The tabs of 督查督办, one address each. */
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { pathOf } from '#app/session/route.ts'
import { DutiesTab } from './duties-tab.tsx'
import { OrdersTab } from './orders-tab.tsx'
import { RectifyTab } from './rectify-tab.tsx'
import { RulesTab } from './rules-tab.tsx'

/** The first one stands at the screen's own address. To add one: a line here, and its words (supervision.tabs). */
export const SUPERVISION_TABS = [
  { id: 'rules', Tab: RulesTab },
  { id: 'rectify', Tab: RectifyTab },
  { id: 'orders', Tab: OrdersTab },
  { id: 'duties', Tab: DutiesTab },
] as const satisfies readonly { readonly id: string; readonly Tab: ComponentType }[]

export type SupervisionTab = (typeof SUPERVISION_TABS)[number]

export function TabBar({ at }: { readonly at: SupervisionTab['id'] }) {
  const { t } = useTranslation('supervision')
  return (
    <nav className="supervision-tabs" aria-label={t('tabs.label')}>
      {SUPERVISION_TABS.map(({ id }, i) => (
        <a
          key={id}
          href={pathOf(i === 0 ? { screen: 'supervision' } : { screen: 'supervision', id })}
          {...(id === at && { 'aria-current': 'page' as const })}
        >
          {t(`tabs.${id}`)}
        </a>
      ))}
    </nav>
  )
}
