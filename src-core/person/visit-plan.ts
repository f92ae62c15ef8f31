/**
 * 走访计划 (DOMAIN §9.3), computed from dates alone, so that a PC which was off for ten days shows the right list at once.
 *
 *   high     within 7 days of the last visit
 *   key      once in every calendar month: due at the end of the month after the last visit's
 *   general  once in every calendar quarter, likewise
 *   change   24 hours after a major change was heard of
 *   agreed   the day that the last visit agreed on, when it comes first
 *
 * Somebody newly listed is due within one such period of the day they were listed. Each visit counts, whatever the way, but
 * one that met nobody.
 */
import { addDays, dayOf, epochOf, momentOf, type Day, type Moment } from '../lib/time.ts'
import type { VISIT_RESULTS } from './fields.ts'
import { TIERS, type Tier } from './marks.ts'

export type Visited = { readonly at: Moment; readonly result: (typeof VISIT_RESULTS)[number]; readonly nextAt?: string }
export type ToVisit = {
  readonly tier: Tier
  /** When the person was first listed with marks or a tier. */
  readonly since: Moment
  readonly visits: readonly Visited[]
  /** Moments of major changes. */
  readonly changes: readonly Moment[]
}
export type DueReason = 'first' | 'tier' | 'agreed' | 'change'
export type VisitDue = {
  readonly at: Moment
  readonly reason: DueReason
  readonly last: Moment | null
  /** A visit has taken place in the calendar month of `now`. */
  readonly thisMonth: boolean
  readonly overdue: boolean
}

const DAY_MS = 86_400_000
const CHANGE_MS = DAY_MS
/** Days within which somebody newly listed is seen. */
const FIRST: Readonly<Record<Tier, number>> = { high: 7, key: 30, general: 90 }

export const countsAsVisit = ({ result }: Pick<Visited, 'result'>): boolean => result !== 'not-met'
const endOf = (day: Day): Moment => `${day}T23:59:59+08:00`

/** The day before the first of the month that begins `months` after the month of `day`'s period. */
function endOfPeriodAfter(day: Day, months: 1 | 3): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1]
  const next = year * 12 + Math.floor(month / months) * months + 2 * months
  const first = `${String(Math.floor(next / 12)).padStart(4, '0')}-${String((next % 12) + 1).padStart(2, '0')}-01`
  return addDays(first, -1)
}

const afterVisit = (tier: Tier, last: Moment): Moment =>
  endOf(tier === 'high' ? addDays(dayOf(last), 7) : endOfPeriodAfter(dayOf(last), tier === 'key' ? 1 : 3))

/** `now` decides only what is late and whether this month is covered. */
export function visitDue({ tier, since, visits, changes }: ToVisit, now: Moment): VisitDue {
  const made = visits.filter((visit) => countsAsVisit(visit) && visit.at <= now).toSorted((a, b) => (a.at < b.at ? -1 : 1)) // prettier-ignore
  const last = made.at(-1) ?? null
  const due: { at: Moment; reason: DueReason }[] = [
    last
      ? { at: afterVisit(tier, last.at), reason: 'tier' }
      : { at: endOf(addDays(dayOf(since), FIRST[tier])), reason: 'first' },
  ]
  if (last?.nextAt) due.push({ at: endOf(last.nextAt), reason: 'agreed' })
  const open = changes.filter((at) => at <= now && (!last || last.at <= at)).toSorted()[0]
  if (open) due.push({ at: momentOf(epochOf(open) + CHANGE_MS), reason: 'change' })
  const first = due.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))[0]!
  return {
    ...first,
    last: last?.at ?? null,
    thisMonth: made.some((visit) => visit.at.slice(0, 7) === now.slice(0, 7)),
    overdue: first.at < now,
  }
}

/** Of everybody who is listed, how many were visited in this calendar month; national target 100 %. */
export type Coverage = { readonly listed: number; readonly visited: number }
export const percentOf = ({ listed, visited }: Coverage): number | null =>
  listed === 0 ? null : Math.floor((visited / listed) * 1000) / 10

export function coverageOf(
  people: readonly { readonly tier: Tier; readonly due: VisitDue }[],
): Readonly<Record<Tier | 'all', Coverage>> {
  const of = (tiers: readonly Tier[]): Coverage => {
    const mine = people.filter(({ tier }) => tiers.includes(tier))
    return { listed: mine.length, visited: mine.filter(({ due }) => due.thisMonth).length }
  }
  return { high: of(['high']), key: of(['key']), general: of(['general']), all: of(TIERS) }
}
