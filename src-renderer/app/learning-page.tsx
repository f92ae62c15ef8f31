import { LearningScreen } from '../features/follow-up/learning/learning-screen.tsx'
import { PrintCards } from '../features/reports/print-cards.tsx'

export function LearningPage({ id }: { readonly id?: string }) {
  return <LearningScreen {...(id !== undefined && { id })} Print={PrintCards} />
}
