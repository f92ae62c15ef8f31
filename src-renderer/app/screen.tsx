import { Suspense } from 'react'
import type { Route } from '../session/route.ts'
import { SCREENS } from './screens.ts'

/** The screen of a route. A case and a draft get a fresh page each: nothing typed for one may show on another. */
export function Screen({ route }: { route: Route }) {
  return <Suspense fallback={null}>{screenOf(route)}</Suspense>
}

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
    case 'providers':
      return <SCREENS.providers />
    case 'revisit':
      return <SCREENS.revisit />
    case 'import':
      return <SCREENS.import />
    case 'settings':
      return <SCREENS.settings />
  }
}
