import { WalkScreen } from '../features/intake/walk/walk-screen.tsx'
import { PrintWalkSheet } from '../features/reports/print-walk-sheet.tsx'

export function WalkPage({ id }: { readonly id?: string }) {
  return <WalkScreen {...(id !== undefined && { id })} Print={PrintWalkSheet} />
}
