/** What the screens ask about 上报材料 of the first day, which needs no keys. */
import type { Asking } from './asking.ts'
import { makeFirstDayPack, type FirstDayAsked, type FirstDayPack } from './first-day.ts'

export type FirstDayQuestions = {
  /** The password stands in the answer and nowhere else. The period must be one (`periodProblem`). */
  firstDayPack(asked: FirstDayAsked): Promise<FirstDayPack>
}

export const firstDayQuestions = (asking: Asking): FirstDayQuestions => ({
  firstDayPack: (asked) => makeFirstDayPack(asking, asked),
})
