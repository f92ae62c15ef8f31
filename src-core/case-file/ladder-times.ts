/**
 * From when on a case stands at each step of the ladder (DOMAIN §5.8): overdue → 催办 (the day after) → 督办 (5 working days
 * after one 催办). Moments, not states: a PC that was off for ten days shows the right lists at once.
 */
import { addDays, atTime, dayOf, type Moment } from '../lib/time.ts'
import { actsOf, currentRound, type CaseFile } from './case-file.ts'
import { dueOf, type Due } from './due.ts'
import { statusOf } from './status.ts'

/** Null: as things are, it never comes there. */
export type LadderTimes = {
  readonly overdue: Moment | null
  readonly urge: Moment | null
  readonly supervise: Moment | null
}

const NEVER: LadderTimes = { overdue: null, urge: null, supervise: null }

export function ladderTimes(file: CaseFile, { at: due }: Due = dueOf(file)): LadderTimes {
  const status = statusOf(file)
  if (due === null || status === 'closed' || status === 'revisited') return NEVER
  // An answer is out: nobody is urged for it any more, but the case is not off the desk.
  if (status === 'answered') return { ...NEVER, overdue: due }
  const round = currentRound(file)
  // Only what came after the deadline that now holds: an extension starts the ladder anew.
  const urgings = actsOf(round, 'urging').filter(({ at }) => at > due)
  const [first] = urgings
  if (!first) return { ...NEVER, overdue: due, urge: atTime(addDays(dayOf(due), 1), '00:00:00') }
  const isOrdered =
    urgings.some(({ kind }) => kind === 'ask-supervision') ||
    actsOf(round, 'supervision-order').some(({ at }) => at >= first.at)
  return { ...NEVER, overdue: due, supervise: isOrdered ? null : first.replyBy }
}
