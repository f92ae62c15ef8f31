import { IntakeScreen } from '../features/intake/intake-screen.tsx'
import { intakeSlots } from './intake-slots.ts'

export function IntakePage({ draftId }: { draftId?: string }) {
  return <IntakeScreen {...(draftId !== undefined && { draftId })} slots={intakeSlots} />
}
