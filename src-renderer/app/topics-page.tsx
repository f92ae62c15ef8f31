import { TopicsScreen } from '../features/follow-up/topics/topics-screen.tsx'
import { PrintDeliberation } from '../features/reports/print-deliberation.tsx'

export function TopicsPage({ id }: { readonly id?: string }) {
  return <TopicsScreen {...(id !== undefined && { id })} Print={PrintDeliberation} />
}
