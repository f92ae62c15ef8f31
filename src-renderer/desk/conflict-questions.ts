/** What the screens ask about 待核对: what two PCs wrote differently. */
import type { Asking } from './asking.ts'

export type ConflictQuestions = object

export const conflictQuestions = (_asking: Asking): ConflictQuestions => ({})
