/** What the screens ask about places. */
import type { Asking } from './asking.ts'

export type PlacesQuestions = Readonly<Record<never, never>>

export const placesQuestions = (_desk: Asking): PlacesQuestions => ({})
