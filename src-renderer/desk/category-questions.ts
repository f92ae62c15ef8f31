/** What the screens ask about category. */
import type { Asking } from './asking.ts'

export type CategoryQuestions = Readonly<Record<never, never>>

export const categoryQuestions = (_desk: Asking): CategoryQuestions => ({})
