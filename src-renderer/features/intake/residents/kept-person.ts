/** Forms about residents that were left unsaved: in memory, until they are saved or the station is locked. */
import type { FieldValues } from 'react-hook-form'
import { useSession } from '#app/session/session.ts'

const kept = new Map<string, FieldValues>()
useSession.subscribe((session) => {
  if (session.phase.kind !== 'open') kept.clear()
})

export const personKept = (form: string): FieldValues | undefined => kept.get(form)
/** `undefined` forgets. */
export const keepPerson = (form: string, typed: FieldValues | undefined): void =>
  void (typed === undefined ? kept.delete(form) : kept.set(form, typed))
