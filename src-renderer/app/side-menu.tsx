import { useTranslation } from 'react-i18next'
import { useServices } from '../services/services.ts'
import { pathOf, type Route } from '../session/route.ts'
import { useSession } from '../session/session.ts'
import { useAnswer } from '../ui/use-answer.ts'
import { MENU, MENU_MORE, type MenuEntry } from './screens.ts'

/** A link that kept the focus would take the Enter that opens a row. */
const focusMain = (): void => document.querySelector<HTMLElement>('#main')?.focus()

export function SideMenu({ route }: { route: Route }) {
  const { t } = useTranslation('app')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const counts = useAnswer(() => desk.counts(), [desk, revision])
  // A draft moves no revision; the number is fresh whenever the screen changes.
  const drafts = useAnswer(() => desk.drafts(), [desk, revision, route])
  const number = (n: number | undefined): string => (n ? n.toLocaleString('en') : '')
  const beside: Partial<Record<MenuEntry, string>> = {
    today: number(counts?.overdue),
    intake: drafts?.length ? t('nav.drafts', { n: drafts.length }) : '',
    cases: number(counts?.total),
    revisit: number(counts?.byStatus.closed),
  }
  const here = route.screen === 'case' ? 'cases' : route.screen
  const entry = (screen: MenuEntry) => (
    <a
      key={screen}
      href={pathOf({ screen })}
      onClick={focusMain}
      {...(screen === here && { 'aria-current': 'page' as const })}
    >
      {t(`nav.${screen}`)}
      {beside[screen] && (
        <i className={screen === 'today' ? 'hot' : ''}>
          {screen === 'today' && <span className="spoken-only">{t('today.overdue')}</span>}
          {beside[screen]}
        </i>
      )}
    </a>
  )
  return (
    <nav aria-label={t('nav.label')}>
      {MENU.map(entry)}
      <h2>{t('nav.more')}</h2>
      {MENU_MORE.map(entry)}
    </nav>
  )
}
