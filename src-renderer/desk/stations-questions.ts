/** What the screens ask about the upper office: its stations, what arrived from them, letters. */
import type { Asking } from './asking.ts'

export type StationsQuestions = object

export const stationsQuestions = (_asking: Asking): StationsQuestions => ({})
