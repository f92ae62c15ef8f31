/** What the screens ask about routing. */
import type { Asking } from './asking.ts'

export type RoutingQuestions = Readonly<Record<never, never>>

export const routingQuestions = (_desk: Asking): RoutingQuestions => ({})
