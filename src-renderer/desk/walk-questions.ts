/** What the screens ask about walk. */
import type { Asking } from './asking.ts'

export type WalkQuestions = Readonly<Record<never, never>>

export const walkQuestions = (_desk: Asking): WalkQuestions => ({})
