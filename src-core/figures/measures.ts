/**
 * What a round counts as in a period. Every figure of a report is how many rounds of a group count as one of these, so the
 * list behind a figure is found by the very test that counted it.
 */
import type { Moment } from '../lib/time.ts'
import { isIn, type Period } from './period.ts'
import { isSatisfied } from './rates.ts'
import type { RoundFacts } from './round-facts.ts'
import { DAY_SECONDS, NEVER, secondsOf } from './seconds.ts'

/**
 * 受理 · 重开 · 派出 · 办结 · 有时限的办结 · 按时办结 · 当场办结 · 期末未办结 · 其中超期 · 未办结按天数 · 有效回访 · 已联系 · 已解决 · 满意 ·
 * 基本满意 · 自访 · 差评 · 未定先后 · 他人回访. To add one: at the end (at most 31), its test in `marksOf`, and its words (reports.measure).
 */
export const MEASURES = [
  'received',
  'reopened',
  'dispatched',
  'closed',
  'timed',
  'in-time',
  'on-the-spot',
  'open',
  'overdue',
  'open-1',
  'open-3',
  'open-7',
  'open-15',
  'open-30',
  'open-more',
  'valid',
  'contacted',
  'solved',
  'satisfied',
  'basically',
  'self',
  'bad',
  'tied',
  'others',
] as const
export type Measure = (typeof MEASURES)[number]
export type Tally = Readonly<Record<Measure, number>>

/** 未办结: begun days, the upper end of each step; older ones are 'open-more'. */
export const AGES = [
  ['open-1', 1],
  ['open-3', 3],
  ['open-7', 7],
  ['open-15', 15],
  ['open-30', 30],
] as const satisfies readonly (readonly [Measure, number])[]

const BIT = Object.fromEntries(MEASURES.map((name, bit) => [name, 1 << bit])) as Readonly<Record<Measure, number>>

/**
 * What a round counts as: one bit for each measure, 0 for nothing. `asOf`: the earlier of now and the period's end: what is
 * open is seen from there. 100,000 rounds: about 5 ms.
 */
export function marker(period: Period, asOf: Moment): (facts: RoundFacts) => number {
  const [from, until, now] = [secondsOf(period.from), secondsOf(period.until), secondsOf(asOf)]
  const isWithin = (at: number): boolean => at >= from && at < until
  return (facts) => {
    const { receivedAt, closedAt, endedAt, dueAt, revisitedAt, ledAt } = facts.seconds
    let marks = 0
    if (isWithin(receivedAt)) marks |= facts.round === 1 ? BIT.received : BIT.reopened
    if (
      isWithin(ledAt) ||
      (facts.orders.length > 1 && facts.orders.some(({ role, at }) => role === 'lead' && isIn(at, period)))
    )
      // prettier-ignore
      marks |= BIT.dispatched
    if (isWithin(closedAt)) {
      marks |= BIT.closed
      if (facts.onTheSpot) marks |= BIT['on-the-spot']
      if (dueAt !== NEVER) marks |= closedAt <= dueAt ? BIT.timed | BIT['in-time'] : BIT.timed
    }
    // Taken in before the end, and by then neither closed nor followed by another round.
    if (receivedAt < until && closedAt >= until && endedAt >= until)
      marks |= BIT.open | BIT[ageOf(now - receivedAt)] | (dueAt < now ? BIT.overdue : 0)
    if (isWithin(revisitedAt)) marks |= revisitMarks(facts)
    return marks
  }
}

/** Longer than any limit of DOMAIN §5 is 'open-more'. */
const ageOf = (seconds: number): Measure => AGES.find(([, days]) => seconds <= days * DAY_SECONDS)?.[0] ?? 'open-more'

function revisitMarks({ revisit, ties }: RoundFacts): number {
  const { contacted, solved, grade, self, bad } = revisit!
  let marks = BIT.valid | (self ? BIT.self : BIT.others)
  if (contacted) marks |= BIT.contacted
  if (solved) marks |= BIT.solved
  if (isSatisfied(grade)) marks |= BIT.satisfied
  if (grade === 'basically') marks |= BIT.basically
  if (bad) marks |= BIT.bad
  if (ties.length > 0) marks |= BIT.tied
  return marks
}

export const hasMark = (marks: number, measure: Measure): boolean => (marks & BIT[measure]) !== 0

/** How many rounds had which marks → how many count as each measure. */
export function tallyOf(counted: ReadonlyMap<number, number>): Tally {
  const tally = Object.fromEntries(MEASURES.map((name) => [name, 0])) as Record<Measure, number>
  for (const [marks, times] of counted) for (const name of MEASURES) if (marks & BIT[name]) tally[name] += times
  return tally
}
