/** Forms that were left unsaved: in memory, until they are saved or the station is locked, because most are about people. */
import { useSession } from './session.ts'

/** As a form hands it back: fields by name. */
type Typed = Record<string, unknown>

const kept = new Map<string, Typed>()
useSession.subscribe((session) => {
  if (session.phase.kind !== 'open') kept.clear()
})

/** `form`: its name, and what it is about. */
export const formKept = (form: string): Typed | undefined => kept.get(form)
/** `undefined` forgets. */
export const keepForm = (form: string, typed: Typed | undefined): void =>
  void (typed === undefined ? kept.delete(form) : kept.set(form, typed))
