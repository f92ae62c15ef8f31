/**
 * What was typed on a case page and not saved: in memory, by case and form, until it is saved. Locking forgets it: it is
 * mostly about people.
 */
import { create } from 'zustand'
import { useSession } from '#app/session/session.ts'

const useStore = create<{ readonly kept: Readonly<Record<string, unknown>> }>(() => ({ kept: {} }))

useSession.subscribe((session) => {
  if (session.phase.kind !== 'open') useStore.setState({ kept: {} })
})

/** `place`: case and form. The caller knows the shape it put there. */
export const useKept = <T>(place: string): T | undefined => useStore((state) => state.kept[place]) as T | undefined

export const keptNow = <T>(place: string): T | undefined => useStore.getState().kept[place] as T | undefined

/** `undefined` forgets. */
export const keep = (place: string, typed: unknown): void =>
  useStore.setState(({ kept }) => {
    const { [place]: _before, ...others } = kept
    return { kept: typed === undefined ? others : { ...others, [place]: typed } }
  })
