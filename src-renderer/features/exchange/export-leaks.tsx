/** Texts that leave and may name a resident, each with the way to put it right. */
import { useTranslation } from 'react-i18next'
import type { LeakLine } from '#app/services/desk-types.ts'
import { pathOf, type Route } from '#app/session/route.ts'
import { kindOf } from './kinds-of.ts'

/** Where the text can be changed. To add one: the type of entity and its screen. */
const SCREEN_OF: Readonly<Record<string, Exclude<Route['screen'], 'case' | 'today' | 'intake'>>> = {
  provider: 'providers',
  service: 'providers',
  site: 'providers',
  qualification: 'providers',
  activity: 'providers',
  agreement: 'funding',
  fund: 'funding',
  place: 'residents',
  topic: 'topics',
  'have-check': 'haves',
  'model-case': 'learning',
  'policy-card': 'learning',
  category: 'settings',
  'calendar-year': 'settings',
}
/** These screens open the entity itself. */
const BY_ID = new Set(['providers', 'topics'])
const MOST = 20

function routeOf({ entity, case: file }: LeakLine): Route | null {
  if (file !== '') return { screen: 'case', id: file }
  const type = entity.slice(0, entity.indexOf(':'))
  const screen = SCREEN_OF[type]
  if (!screen) return null
  return BY_ID.has(screen) && (type === 'provider' || type === 'topic') ? ({ screen, id: entity } as Route) : ({ screen } as Route) // prettier-ignore
}

export function ExportLeaks({ leaks }: { readonly leaks: readonly LeakLine[] }) {
  const { t } = useTranslation('exchange')
  return (
    <section className="problem mild" role="status">
      <b>{t('out.leaks')}</b>
      <ul className="exchange-list">
        {leaks.slice(0, MOST).map((leak) => {
          const route = routeOf(leak)
          return (
            <li key={`${leak.entity} ${leak.field}`}>
              <b>{leak.words.join('、')}</b>{' '}
              {!leak.sure && <span className="small muted">{t('out.leakPerhaps')} </span>}
              <span className="small muted">
                {t(`kindOf.${kindOf(leak.entity.slice(0, leak.entity.indexOf(':')))}`)}{' '}
              </span>
              {route && <a href={pathOf(route)}>{leak.number || t('out.leakOpen')}</a>}
            </li>
          )
        })}
      </ul>
      {leaks.length > MOST && <p className="small">+ {leaks.length - MOST}</p>}
      <p className="small">{t('out.leaksAfter')}</p>
    </section>
  )
}
