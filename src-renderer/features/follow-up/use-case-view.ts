import { useEffect, useState } from 'react'
import type { CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'

/** The case as it stands, read again after every change of the station. `undefined` while it is read, null when unknown. */
export function useCaseView(id: string): CaseView | null | undefined {
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const [held, setHeld] = useState<{ readonly id: string; readonly view: CaseView | null } | null>(null)
  useEffect(() => {
    let current = true
    void desk.caseView(id).then((view) => current && setHeld({ id, view }))
    return () => {
      current = false
    }
  }, [desk, id, revision])
  return held?.id === id ? held.view : undefined
}
