/** Esc on a case leads back to the list it was opened from. */
import { routeOf, type Route } from './route.ts'

/** To add one: a screen whose rows are cases, or lead to them. */
const LISTS = ['today', 'cases', 'revisit', 'residents'] as const satisfies readonly Route['screen'][]
type List = (typeof LISTS)[number]

let before: List = 'cases'

addEventListener('hashchange', ({ oldURL, newURL }) => {
  const [from, to] = [oldURL, newURL].map((url) => routeOf(new URL(url).hash).screen)
  // From case to case it stays the list that the first one came from.
  if (to === 'case' && from !== 'case') before = LISTS.find((list) => list === from) ?? 'cases'
})

export const listBefore = (): List => before
