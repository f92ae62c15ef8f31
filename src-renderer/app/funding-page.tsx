import { FundingScreen } from '../features/funding/funding-screen.tsx'
import { PrintStatement } from '../features/reports/print-statement.tsx'

export function FundingPage({ id }: { readonly id?: string }) {
  return <FundingScreen {...(id !== undefined && { id })} Print={PrintStatement} />
}
