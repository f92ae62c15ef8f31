/** What the verbs bring to the case page: follow-up may not import routing, feedback or supervision, but the app may. */
import { revisitForm } from '../features/feedback/revisit-form.tsx'
import type { CaseActions } from '../features/follow-up/case-actions.ts'
import { MoneyCard } from '../features/funding/money-card.tsx'
import { PrintMenu } from '../features/reports/print-menu.tsx'
import { classifyForm } from '../features/routing/classify-form.tsx'
import { coForm } from '../features/routing/co-form.tsx'
import { dispatchForm } from '../features/routing/dispatch-form.tsx'
import { gapForm } from '../features/routing/gap-form.tsx'
import { RecommendedProviders } from '../features/routing/recommended-providers.tsx'
import { findingForm } from '../features/supervision/finding-form.tsx'
import { receiveForm } from '../features/supervision/receive-form.tsx'
import { SupervisionCard } from '../features/supervision/supervision-card.tsx'

export const caseActions: CaseActions = {
  forms: {
    classify: classifyForm,
    dispatch: dispatchForm,
    'dispatch-co': coForm,
    'record-gap': gapForm,
    'record-revisit': revisitForm,
    'record-finding': findingForm,
    'receive-supervision': receiveForm,
  },
  Recommended: RecommendedProviders,
  Print: PrintMenu,
  Supervision: SupervisionCard,
  Money: MoneyCard,
}
