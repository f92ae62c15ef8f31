/** Whether this is an upper office, and the columns its lists have until somebody chooses others. */
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { OFFICE_COLUMNS, USUAL_COLUMNS, type CaseColumnName } from '#app/ui/case-rows-columns.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'

export function useIsOffice(): boolean {
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  return useAnswer(() => desk.modules(), [desk, revision])?.includes('stations') ?? false
}

export const columnsHere = (chosen: readonly CaseColumnName[], isOffice: boolean): readonly CaseColumnName[] => {
  if (isOffice) return chosen === USUAL_COLUMNS ? OFFICE_COLUMNS : chosen
  // Chosen in another station on this PC.
  return chosen.includes('station') ? chosen.filter((name) => name !== 'station') : chosen
}
