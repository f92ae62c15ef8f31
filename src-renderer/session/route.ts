/**
 * Where the window is, as the part of the address after `#`. Only screens and ids stand there: search words and
 * filters stay in memory, because Chromium writes addresses to its own files in clear.
 */
import { create } from 'zustand'

/** Screens without parts of their own. */
const WHOLE = ['cases', 'import', 'gaps', 'minutes', 'settings'] as const
/**
 * Screens of which one part may be shown: a topic, a walk sheet; of residents a person, visits, twins, places; of providers
 * one of them, or people who belong to none; elsewhere one of the tabs, or what is looked at.
 */
const WITH_PARTS = [
  'topics',
  'residents',
  'providers',
  'walk',
  'revisit',
  'reports',
  'surveys',
  'supervision',
  'funding',
  'haves',
  'notices',
  'learning',
  'exchange',
  'conflicts',
  'stations',
] as const
type Whole = (typeof WHOLE)[number]
type WithParts = (typeof WITH_PARTS)[number]

/** To add one: in its list above, its screen in app/screens.ts and its line in app/screen.tsx. */
export type Route =
  | { readonly screen: 'today' }
  | { readonly screen: 'intake'; readonly draft?: string }
  | { readonly screen: 'case'; readonly id: string }
  | { readonly screen: Whole }
  | { readonly screen: WithParts; readonly id?: string }

/** `#/cases/case%3A0190…`; also the `href` of a link. */
export function pathOf(route: Route): string {
  if (route.screen === 'case') return `#/cases/${encodeURIComponent(route.id)}`
  const part = 'draft' in route ? route.draft : 'id' in route ? route.id : undefined
  return part ? `#/${route.screen}/${encodeURIComponent(part)}` : `#/${route.screen}`
}

/** Anything unknown is today. What stands behind `?` is the screen's own (features/follow-up/list-address.ts). */
export function routeOf(hash: string): Route {
  const [name, part] = hash.replace(/^#\/?/, '').replace(/\?.*$/, '').split('/')
  const id = part ? decoded(part) : null
  if (name === 'cases' && id) return { screen: 'case', id }
  if (name === 'intake') return id ? { screen: 'intake', draft: id } : { screen: 'intake' }
  const parted = WITH_PARTS.find((screen) => screen === name)
  if (parted) return id ? { screen: parted, id } : { screen: parted }
  const whole = WHOLE.find((screen) => screen === name)
  return whole ? { screen: whole } : { screen: 'today' }
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
