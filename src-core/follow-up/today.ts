/**
 * 今日待办: which cases stand on today's list, in which order, and why. Everything follows from dates and acts, so a PC that
 * was off for ten days shows the right list at once.
 *
 * The order is total: first the reason's place in REASONS, then the order in which the rows come in (the desk hands them
 * over by deadline, then by arrival). A case stands there once, for the first reason that holds; one for which none holds
 * is on its way and asks nothing of the desk today.
 */
import type { Urgency } from '../case-file/codes.ts'
import type { Waiting } from '../case-file/waiting.ts'
import { addDays, atTime, dayOf, epochOf, type Moment } from '../lib/time.ts'

/** A day without anybody having it is too long for any request. */
const UNROUTED_TOO_LONG_MS = 24 * 3_600_000

/** What the reasons look at. Times in epoch milliseconds; Infinity where there is none. */
export type Standing = {
  readonly open: boolean
  readonly urgency: Urgency
  readonly waiting: Waiting
  readonly received: number
  readonly due: number
  readonly next: number
  /** Its clock stands still; `next` is then when somebody looks at it again. */
  readonly paused: boolean
  /** From when on 催办 and 督办 are called for (case-file/ladder-times.ts). */
  /** Until when the provider may still say whether it takes the order. */
  readonly reply: number
  readonly urge: number
  readonly supervise: number
}

/** `end`: the first millisecond of tomorrow. */
export type Today = { readonly now: number; readonly end: number }

export const todayAt = (now: Moment): Today => ({
  now: epochOf(now),
  end: epochOf(atTime(addDays(dayOf(now), 1), '00:00:00')),
})

type ReasonRule = {
  readonly code: string
  /** Shown in red: only what is late or dangerous. */
  readonly alarming?: true
  readonly holds: (standing: Standing, today: Today) => boolean
}

const danger = ({ open, urgency }: Standing): boolean => open && urgency === 'danger'
const late = ({ open, due }: Standing, { now }: Today): boolean => open && due < now
const waits =
  (waiting: Waiting) =>
  (standing: Standing): boolean =>
    standing.waiting === waiting
/** Records taken over from elsewhere have no deadline: old paper raises no alarm until somebody takes it up. */
const unrouted = ({ waiting, due }: Standing): boolean => waiting === 'routing' && due !== Infinity

/** What first. To add one: a line at its place, and its words in both texts (cases.reason). */
export const REASONS = [
  { code: 'danger-late', alarming: true, holds: (one, today) => danger(one) && late(one, today) },
  { code: 'danger', alarming: true, holds: danger },
  // The ladder of DOMAIN §5.8: what is late longest, and moved nobody, comes first.
  { code: 'supervise', alarming: true, holds: ({ open, supervise }, { now }) => open && supervise < now },
  { code: 'urge', alarming: true, holds: ({ open, urge }, { now }) => open && urge <= now },
  { code: 'late', alarming: true, holds: late },
  // A bad rating that was not put right in time, and one that nobody has looked at (DOMAIN §7.4).
  {
    code: 'rating-late',
    alarming: true,
    holds: ({ waiting, next }, { now }) => waiting === 'rectifying' && next < now,
  },
  { code: 'rating-verify', holds: waits('verifying') },
  { code: 'due-today', holds: ({ open, due }, { end }) => open && due < end },
  { code: 'pause-over', holds: ({ open, paused, next }, { end }) => open && paused && next < end },
  { code: 'agreed', holds: ({ open, next }, { end }) => open && next < end },
  {
    code: 'unrouted',
    holds: (one, { now }) => unrouted(one) && now - one.received > UNROUTED_TOO_LONG_MS,
  },
  { code: 'answering', holds: waits('answering') },
  { code: 'referred-back', holds: waits('referred-back') },
  { code: 'review', holds: waits('review') },
  { code: 'rating-appeal', holds: waits('appeal') },
  { code: 'rating-rectify', holds: waits('rectifying') },
  { code: 'silent', holds: ({ open, reply }, { now }) => open && reply < now },
  { code: 'no-contact', holds: waits('contact') },
  { code: 'returned', holds: waits('rerouting') },
  { code: 'gap', holds: waits('gap') },
  { code: 'new', holds: unrouted },
  { code: 'answered', holds: waits('closing') },
  { code: 'material', holds: waits('material') },
  // DOMAIN §7.1: a revisit is due at the case's deadline; after a try that failed, when it is tried again.
  {
    code: 'revisit',
    holds: ({ waiting, due, next }, { end }) => waiting === 'revisit' && (next === Infinity ? due : next) < end,
  },
] as const satisfies readonly ReasonRule[]

export type TodayReason = (typeof REASONS)[number]['code']

export const isAlarming = (reason: TodayReason): boolean => {
  const rule: ReasonRule = REASONS.find(({ code }) => code === reason)!
  return rule.alarming === true
}

/** 差评: such a case does not stand on the list of whoever was rated. */
export const isOfRating = (reason: TodayReason): boolean => reason.startsWith('rating-')

/** Place in REASONS, or -1 for a case that asks nothing today. */
export function placeToday(standing: Standing, today: Today): number {
  return REASONS.findIndex(({ holds }: ReasonRule) => holds(standing, today))
}

export const reasonToday = (standing: Standing, today: Today): TodayReason | null =>
  REASONS[placeToday(standing, today)]?.code ?? null

/** `rows` in the order that settles ties. One pass: 100,000 rows cost about as much as looking at each once. */
export function orderToday(
  rows: Iterable<number>,
  standingOf: (row: number) => Standing,
  today: Today,
): { readonly row: number; readonly reason: TodayReason }[] {
  const byPlace = REASONS.map((): number[] => [])
  for (const row of rows) byPlace[placeToday(standingOf(row), today)]?.push(row)
  return byPlace.flatMap((group, place) => group.map((row) => ({ row, reason: REASONS[place]!.code })))
}
