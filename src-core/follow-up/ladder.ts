/** 时限阶梯 (DOMAIN §5.8): where a case stands now. From dates alone. */
import type { CaseFile } from '../case-file/case-file.ts'
import { ladderTimes, type LadderTimes } from '../case-file/ladder-times.ts'
import { BUILT_IN, isWorkingDay, type Calendar } from '../lib/calendar.ts'
import { addDays, dayOf, type Day, type Moment } from '../lib/time.ts'

/** 无 · 临期 · 超期 · 该催办 · 该督办. Each holds until the next one does. */
export const LADDER = ['none', 'due-soon', 'overdue', 'urge', 'supervise'] as const
export type LadderStep = (typeof LADDER)[number]

export const ladderOf = (file: CaseFile, now: Moment, calendar: Calendar = BUILT_IN): LadderStep =>
  stepAt(ladderTimes(file), now, calendar)

/** `calendar`: due soon is from the last working day before the deadline on. */
export function stepAt(
  { overdue, urge, supervise }: LadderTimes,
  now: Moment,
  calendar: Calendar = BUILT_IN,
): LadderStep {
  if (supervise !== null && now > supervise) return 'supervise'
  if (urge !== null && now >= urge) return 'urge'
  if (overdue === null) return 'none'
  if (now > overdue) return 'overdue'
  return dayOf(now) >= workingDayBefore(dayOf(overdue), calendar) ? 'due-soon' : 'none'
}

function workingDayBefore(due: Day, calendar: Calendar): Day {
  let day = addDays(due, -1)
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1)
  return day
}
