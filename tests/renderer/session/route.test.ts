import { expect, test, vi } from 'vitest'
import type { Route } from '#app/session/route.ts'

// The module listens to the window's address; Node has neither.
vi.stubGlobal('location', { hash: '' })
vi.stubGlobal('addEventListener', () => undefined)
const { pathOf, routeOf } = await import('#app/session/route.ts')

const ROUTES: readonly Route[] = [
  { screen: 'today' },
  { screen: 'intake' },
  { screen: 'intake', draft: 'draft:0190/ü' },
  { screen: 'cases' },
  { screen: 'case', id: 'case:01932b1e-7c1a-7000-8000-000000000001' },
  { screen: 'residents' },
  { screen: 'providers' },
  { screen: 'revisit' },
  { screen: 'import' },
  { screen: 'settings' },
]

test.each(ROUTES)('$screen: an address leads back to its route', (route) => {
  expect(routeOf(pathOf(route))).toEqual(route)
})

test.each(['', '#', '#/', '#/nowhere', '#/today/7'])('%o is today', (hash) => {
  expect(routeOf(hash)).toEqual({ screen: 'today' })
})

test('a broken id leads to the list, never to a crash', () => {
  expect(routeOf('#/cases/%')).toEqual({ screen: 'cases' })
})
