/**
 * Where the window is, as the part of the address after `#`. Only screens and ids stand there: search words and
 * filters stay in memory, because Chromium writes addresses to its own files in clear.
 */
import { create } from 'zustand'

/** To add one: here, in `pathOf` and `routeOf`, and its screen in app/screens.ts. */
export type Route =
  | { readonly screen: 'today' }
  | { readonly screen: 'intake'; readonly draft?: string }
  | { readonly screen: 'cases' }
  | { readonly screen: 'case'; readonly id: string }
  /** `id`: a resident, or visits, twins, places. */
  | { readonly screen: 'residents'; readonly id?: string }
  /** `id`: a provider, or people: those who belong to none. */
  | { readonly screen: 'providers'; readonly id?: string }
  | { readonly screen: 'revisit' }
  | { readonly screen: 'import' }
  | { readonly screen: 'topics'; readonly id?: string }
  | { readonly screen: 'walk'; readonly id?: string }
  | { readonly screen: 'gaps' }
  | { readonly screen: 'minutes' }
  | { readonly screen: 'settings' }

/** `#/cases/case%3A0190…`; also the `href` of a link. */
export function pathOf(route: Route): string {
  if (route.screen === 'case') return `#/cases/${encodeURIComponent(route.id)}`
  if (route.screen === 'intake' && route.draft) return `#/intake/${encodeURIComponent(route.draft)}`
  if (
    (route.screen === 'topics' ||
      route.screen === 'walk' ||
      route.screen === 'residents' ||
      route.screen === 'providers') &&
    route.id
  )
    return `#/${route.screen}/${encodeURIComponent(route.id)}`
  return `#/${route.screen}`
}

/** Anything unknown is today. What stands behind `?` is the screen's own (features/follow-up/list-address.ts). */
export function routeOf(hash: string): Route {
  const [screen, part] = hash.replace(/^#\/?/, '').replace(/\?.*$/, '').split('/')
  const id = part ? decoded(part) : null
  switch (screen) {
    case 'intake':
      return id ? { screen, draft: id } : { screen }
    case 'cases':
      return id ? { screen: 'case', id } : { screen }
    case 'topics':
    case 'residents':
    case 'providers':
    case 'walk':
      return id ? { screen, id } : { screen }
    case 'revisit':
    case 'import':
    case 'gaps':
    case 'minutes':
    case 'settings':
      return { screen }
    default:
      return { screen: 'today' }
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null // a lone % typed by hand
  }
}

const useRouteStore = create<{ readonly route: Route }>(() => ({ route: routeOf(location.hash) }))
addEventListener('hashchange', () => useRouteStore.setState({ route: routeOf(location.hash) }))

export const useRoute = (): Route => useRouteStore((state) => state.route)
/** The same object until the window goes somewhere else. */
export const routeNow = (): Route => useRouteStore.getState().route

export function go(route: Route): void {
  location.hash = pathOf(route)
}
