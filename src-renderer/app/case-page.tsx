import { CaseScreen } from '../features/follow-up/case-screen.tsx'
import { caseActions } from './case-actions.tsx'

export function CasePage({ id }: { id: string }) {
  return <CaseScreen id={id} actions={caseActions} />
}
