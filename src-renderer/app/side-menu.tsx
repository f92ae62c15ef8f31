import { useTranslation } from 'react-i18next'
import { useServices } from '../services/services.ts'
import { setPreference, usePreferences } from '../session/preferences.ts'
import { pathOf, type Route } from '../session/route.ts'
import { useSession } from '../session/session.ts'
import { useAnswer } from '../ui/use-answer.ts'
import { MENU, menuMore, type MenuEntry } from './screens.ts'

/** A link that kept the focus would take the Enter that opens a row. */
const focusMain = (): void => document.querySelector<HTMLElement>('#main')?.focus()

/** What fits beside 更多. */
const HINTED = 2

export function SideMenu({ route }: { route: Route }) {
  const { t } = useTranslation('app')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const counts = useAnswer(() => desk.counts(), [desk, revision])
  // A draft moves no revision; the number is fresh whenever the screen changes.
  const drafts = useAnswer(() => desk.drafts(), [desk, revision, route])
  const more = menuMore(useAnswer(() => desk.modules(), [desk, revision]) ?? [])
  const unfolded = usePreferences((preferences) => preferences.moreOpen)
  const number = (n: number | undefined): string => (n ? n.toLocaleString('en') : '')
  const beside: Partial<Record<MenuEntry, string>> = {
    today: number(counts?.overdue),
    intake: drafts?.length ? t('nav.drafts', { n: drafts.length }) : '',
    cases: number(counts?.total),
    revisit: number(counts?.toRevisit),
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
      <button
        type="button"
        className="more"
        aria-expanded={unfolded}
        aria-controls="menu-more"
        onClick={() => setPreference('moreOpen', !unfolded)}
      >
        <span>
          {t('nav.more')} <span aria-hidden="true">{unfolded ? '▴' : '▾'}</span>
        </span>
        {!unfolded && (
          <i aria-hidden="true">
            {more.slice(0, HINTED).map((screen) => (
              <span key={screen}>{t(`nav.${screen}`)}</span>
            ))}
          </i>
        )}
      </button>
      <div id="menu-more" className="menu-more">
        {/* Where the window is stands in the menu, folded or not. */}
        {more.filter((screen) => unfolded || screen === here).map(entry)}
      </div>
    </nav>
  )
}
