/** What the screens ask about directory. */
import type { Asking } from './asking.ts'

export type DirectoryQuestions = Readonly<Record<never, never>>

export const directoryQuestions = (_desk: Asking): DirectoryQuestions => ({})
