/** What the verbs bring to 受理: intake may not import routing, but the app may. */
import { SimilarWays } from '../features/follow-up/learning/similar-ways.tsx'
import { CategoryField } from '../features/routing/category-field.tsx'
import { SuggestionCard } from '../features/routing/suggestion-card.tsx'
import type { IntakeSlots } from '../features/intake/intake-slots.ts'

export const intakeSlots: IntakeSlots = { Suggestion: SuggestionCard, Category: CategoryField, Ways: SimilarWays }
