/**
 * Tries to reach the resident. After three that failed the case leaves the list as 未回访成功: counted apart, never as satisfied
 * (DOMAIN §7.1). A bad rating that was put right is asked about anew, with three tries of its own.
 */
import { addWorkingDays, type Calendar } from '../lib/calendar.ts'
import { atTime, dayOf, type Moment } from '../lib/time.ts'
import { actsOf, currentRound, type CaseFile } from '../case-file/case-file.ts'
import type { InvalidReason } from '../case-file/codes.ts'
import type { RevisitAct } from './rounds.ts'

export const MOST_ATTEMPTS = 3

/** Working days until the next try. A person who refused is left alone a little longer. */
const AGAIN_AFTER: Readonly<Record<InvalidReason, number>> = {
  'no-answer': 1,
  refused: 3,
  'wrong-number': 1,
  'not-the-person': 1,
}
/** In the morning, when a station opens. */
const MORNING = '09:00:00'

export const nextTry = (now: Moment, reason: InvalidReason, calendar: Calendar): Moment =>
  atTime(addWorkingDays(dayOf(now), AGAIN_AFTER[reason], calendar), MORNING)

/** Failed tries of this round since the last bad rating was put right, and since the last valid answer. */
export function attemptsOf(file: CaseFile): readonly RevisitAct[] {
  const round = currentRound(file)
  const from = round.findLastIndex(
    (act) => (act.type === 'rating-step' && act.step === 'rectified') || (act.type === 'revisit' && act.valid),
  )
  return actsOf(round.slice(from + 1), 'revisit').filter(({ valid }) => !valid)
}
