/**
 * The deadline in force: the first one, 延期 and 暂停 (DOMAIN §5.6, 5.7). Everything is written as a moment when it is
 * decided, so no later change of a preset or of the calendar moves it, and it needs neither here. Of several later
 * moments the latest holds: whatever order a merge brings them in, and no pause ever shortens.
 */
import { actsOf, currentRound, type Act, type CaseFile } from './case-file.ts'
import type { PauseReason } from './limit-codes.ts'
import { limitFor, readLimit } from './time-limit.ts'
import type { LimitUnit } from '../lib/deadline.ts'
import type { Moment } from '../lib/time.ts'

/** `stood`: the deadline when the clock was stopped. `until`: when the desk wants to look at it again. */
export type Pause = {
  readonly since: Moment
  readonly reason: PauseReason
  readonly until: Moment | null
  readonly stood: Moment | null
}

export type Due = {
  /** Null: no deadline (records from elsewhere), or its clock stands still. */
  readonly at: Moment | null
  /** As it was first set in this round: a 12345 order's own, or the preset's. */
  readonly original: Moment | null
  readonly extensions: number
  readonly paused: Pause | null
  /** It ran into a year whose holidays were not published. */
  readonly unsure: boolean
}

export function dueOf(file: CaseFile): Due {
  const round = currentRound(file)
  const reopened = round[0]?.type === 'reopening' ? round[0] : null
  const { orderDueAt, dueAt, dueUnsure = false } = file.fields
  // A second round has its own limit; older records of one have none, and keep the first.
  const first = reopened?.dueAt
    ? { at: reopened.dueAt, unsure: reopened.dueUnsure ?? false }
    : orderDueAt
      ? { at: orderDueAt, unsure: false }
      : { at: dueAt ?? null, unsure: dueUnsure }
  const extensions = actsOf(round, 'extension')
  let { at, unsure } = first
  const moveTo = (later: Moment | undefined, isUnsure: boolean): void => {
    if (later === undefined || (at !== null && later <= at)) return
    at = later
    unsure = isUnsure
  }
  // A new date is picked by a person who sees the calendar: no guess in it.
  for (const { dueAt: later } of extensions) moveTo(later, false)
  const pauses = new Set(actsOf(round, 'pause').map(({ id }) => id))
  for (const { pause, dueAt: later, dueUnsure: isUnsure = false } of actsOf(round, 'resume'))
    if (pauses.has(pause)) moveTo(later, isUnsure)
  const stopped = openPauses(file)[0]
  const paused: Pause | null = stopped
    ? { since: stopped.at, reason: stopped.reason, until: stopped.until ?? null, stood: at }
    : null
  // What was late already stays late: stopping the clock heals nothing.
  const isStill = paused !== null && (at === null || paused.since <= at)
  return { at: isStill ? null : at, original: first.at, extensions: extensions.length, paused, unsure }
}

/** What is told of a deadline: the one in force, or where its clock was stopped. */
export function dueShown(file: CaseFile): Moment | null {
  const { at, paused } = dueOf(file)
  return at ?? paused?.stood ?? null
}

/** 暂停 of this round that nothing ended yet, the earliest first: two computers may each have written one. */
export function openPauses(file: CaseFile): Extract<Act, { type: 'pause' }>[] {
  const round = currentRound(file)
  if (round.some(({ type }) => type === 'closing')) return []
  const ended = new Set(actsOf(round, 'resume').map(({ pause }) => pause))
  return actsOf(round, 'pause')
    .filter(({ id }) => !ended.has(id))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** In which unit the case's time runs. A 12345 order names a moment: its days are counted as they come. */
export function unitOf({ fields }: CaseFile): LimitUnit {
  if (fields.orderDueAt) return 'natural-days'
  return (readLimit(fields.limit) ?? limitFor(fields.requestKind ?? 'help', fields.urgency ?? 'general')).unit
}
