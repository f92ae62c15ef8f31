import { CaseListScreen } from '../features/follow-up/case-list-screen.tsx'
import { PrintListButton } from '../features/reports/print-list.tsx'

export function CaseListPage() {
  return <CaseListScreen Print={PrintListButton} />
}
