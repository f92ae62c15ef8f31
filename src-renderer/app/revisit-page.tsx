import { RevisitScreen, type RevisitPrints } from '../features/feedback/revisit-screen.tsx'
import { PrintBadRating } from '../features/reports/print-bad-rating.tsx'
import { PrintRevisitDraw } from '../features/reports/print-revisit-draw.tsx'
import { PrintRevisitForms } from '../features/reports/print-revisit-forms.tsx'

const PRINTS: RevisitPrints = {
  PrintForms: PrintRevisitForms,
  PrintDemand: PrintBadRating,
  PrintDraw: PrintRevisitDraw,
}

export function RevisitPage({ id }: { readonly id?: string }) {
  return <RevisitScreen {...(id !== undefined && { id })} prints={PRINTS} />
}
