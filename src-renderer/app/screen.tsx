import { Button } from 'antd'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModuleName } from '#core/station/modules.ts'
import { useServices } from '../services/services.ts'
import { counter, useCounterView } from '../session/counter-view.ts'
import { go, type Route } from '../session/route.ts'
import { useSession } from '../session/session.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useAnswer } from '../ui/use-answer.ts'
import { CounterCover } from './counter-cover.tsx'
import { moduleOf, SCREENS } from './screens.ts'

/**
 * The screen of a route. A case and a draft get a fresh page each: nothing typed for one may show on another. So does
 * every screen when counter view is switched: nothing that it had been told before stays.
 */
export function Screen({ route }: { route: Route }) {
  const counterView = useCounterView()
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const modules = useAnswer(() => desk.modules(), [desk, revision])
  const module = moduleOf(route.screen)
  if (module && modules && !modules.includes(module)) return <ModuleOff name={module} />
  if (counterView && isClosedAtCounter(route)) return <CounterCover />
  return (
    <Suspense key={counterView ? 'counter' : 'desk'} fallback={null}>
      {screenOf(route)}
    </Suspense>
  )
}

/** Nothing would be left of these, or they show a file that the desk never saw. */
const isClosedAtCounter = (route: Route): boolean =>
  route.screen === 'residents' ||
  route.screen === 'import' ||
  route.screen === 'walk' ||
  (route.screen === 'intake' && route.draft !== undefined && !counter.isOwnDraft(route.draft))

function ModuleOff({ name }: { name: ModuleName }) {
  const { t } = useTranslation('app')
  return (
    <div className="card">
      <EmptyState title={t('module.offTitle', { name: t(`nav.${name}`) })} text={t('module.offText')}>
        <Button type="primary" onClick={() => go({ screen: 'settings' })}>
          {t('module.toSettings')}
        </Button>
      </EmptyState>
    </div>
  )
}

/** A part of a screen is a fresh page of its own. */
const part = (route: { readonly id?: string }) => ({
  key: route.id ?? '',
  ...(route.id !== undefined && { id: route.id }),
})

function screenOf(route: Route) {
  switch (route.screen) {
    case 'today':
      return <SCREENS.today />
    case 'intake':
      return <SCREENS.intake key={route.draft ?? ''} {...(route.draft !== undefined && { draftId: route.draft })} />
    case 'cases':
      return <SCREENS.cases />
    case 'case':
      return <SCREENS.case key={route.id} id={route.id} />
    case 'import':
      return <SCREENS.import />
    case 'gaps':
      return <SCREENS.gaps />
    case 'minutes':
      return <SCREENS.minutes />
    case 'settings':
      return <SCREENS.settings />
    default: {
      const { key, ...shown } = part(route)
      const Shown = SCREENS[route.screen]
      return <Shown key={key} {...shown} />
    }
  }
}
