/** What the screens ask about houses and PCs: who this PC is, who was let in. */
import type { Asking } from './asking.ts'

export type TrustQuestions = object

export const trustQuestions = (_asking: Asking): TrustQuestions => ({})
