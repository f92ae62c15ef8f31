/** What the screens ask about people. */
import type { Asking } from './asking.ts'

export type PeopleQuestions = Readonly<Record<never, never>>

export const peopleQuestions = (_desk: Asking): PeopleQuestions => ({})
