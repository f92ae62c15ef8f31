/**
 * Why somebody stands on the list of revisits (DOMAIN §7.1): due at the deadline, closed or not. A closed case by the plan
 * that was written on its closing; an open one, past its deadline, when it is of a kind that is always asked.
 */
import { actsOf, currentRound, type CaseFile } from '../case-file/case-file.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import type { StationSettings } from '../station/settings.ts'
import { attemptsOf, MOST_ATTEMPTS } from './attempts.ts'
import type { RevisitReason } from './codes.ts'
import { alwaysReason, canBeAsked, type IsCaredFor } from './plan.ts'

/** The reason of a closed case that waits for its revisit. */
export function closedReason(file: CaseFile, settings: StationSettings, isCaredFor: IsCaredFor): RevisitReason {
  const plan = actsOf(currentRound(file), 'closing').at(-1)?.revisitPlan
  const always = alwaysReason(file, settings, isCaredFor)
  if (always === 'bad-rating') return always
  if (plan === undefined) return 'unplanned'
  // What made it so may have been switched off since: the plan stands, its reason is told as far as it can be.
  return plan === 'sampled' ? 'sampled' : (always ?? 'unplanned')
}

/** Of an open case past its deadline; null when it is not to be asked now. */
export function openReason(file: CaseFile, settings: StationSettings, isCaredFor: IsCaredFor): RevisitReason | null {
  if (!isOpen(statusOf(file)) || !canBeAsked(file.fields)) return null
  if (actsOf(currentRound(file), 'revisit').some(({ valid }) => valid)) return null
  if (attemptsOf(file).length >= MOST_ATTEMPTS) return null
  return alwaysReason(file, settings, isCaredFor)
}
