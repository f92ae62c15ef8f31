import { useState } from 'react'
import { useSession } from './session.ts'

/** The revision, standing still while files are taken in: what is asked about 200 houses is not asked once per file. */
export function useSettledRevision(): number {
  const revision = useSession((session) => session.revision)
  const isBusy = useSession((session) => session.progress?.step === 'import')
  const [settled, setSettled] = useState(revision)
  if (!isBusy && settled !== revision) setSettled(revision)
  return settled
}
