/**
 * What the case list is narrowed to. In memory only; the header's search box and the numbers of 今日待办 write it.
 * Locking forgets it: search words are often names. They go, too, when the list and its cases are left.
 */
import { create } from 'zustand'
import type { Filter } from '../desk/shapes.ts'
import { routeNow } from './route.ts'
import { useSession } from './session.ts'

export const useCaseFilter = create<{ readonly filter: Filter }>(() => ({ filter: {} }))

/** Replaces the whole filter: a number must open exactly the cases behind it. */
export const setCaseFilter = (filter: Filter): void => useCaseFilter.setState({ filter })

useSession.subscribe((session) => {
  if (session.phase.kind !== 'open') setCaseFilter({})
})

/** From a case one comes back to what was found; from anywhere else the list begins anew. */
addEventListener('hashchange', () => {
  const { search, ids, ...rest } = useCaseFilter.getState().filter
  const { screen } = routeNow()
  if ((search ?? ids) !== undefined && screen !== 'cases' && screen !== 'case') setCaseFilter(rest)
})
