/** Where one was in today's list, and what it was narrowed to, for coming back to it. `top`: pixels. */
import { create } from 'zustand'
import type { Filter } from '#app/services/desk-types.ts'
import { useSession } from '#app/session/session.ts'

export const useTodayPlace = create<{ readonly selected: number; readonly top: number; readonly filter: Filter }>(
  () => ({
    selected: 0,
    top: 0,
    filter: {},
  }),
)

/** Locking forgets it: the next one at this desk begins with everything. */
useSession.subscribe((session) => {
  if (session.phase.kind !== 'open') useTodayPlace.setState({ selected: 0, top: 0, filter: {} })
})
