/** A period in weeks, months or years, whichever gives a line that can be read; each point is a period of its own. */
import { hasMark } from '../figures/measures.ts'
import { monthStart, type Period } from '../figures/period.ts'
import { isSatisfied, ratesFrom, type RateRules, type Rates } from '../figures/rates.ts'
import type { RoundFacts } from '../figures/round-facts.ts'
import { secondsOf } from '../figures/seconds.ts'
import { addDays, atTime, dayNumber, dayOf, weekday, type Day, type Moment } from '../lib/time.ts'

export type TrendUnit = 'day' | 'week' | 'month' | 'year'

/** What happened between the two ends; behind each count stand the cases of that stretch (`casesOf` with its period). */
export type TrendPoint = {
  readonly period: Period
  readonly received: number
  readonly closed: number
  readonly rates: Rates
}

export type Points = { readonly unit: TrendUnit; readonly periods: readonly Period[] }

/** 14 days, 20 weeks or 40 months at most; an open beginning starts ten years back. */
export function pointsOf({ from, until }: Period, now: Moment): Points {
  const last = until < now ? until : addDays(dayOf(now), 1) + now.slice(10)
  const earliest = `${String(Number(now.slice(0, 4)) - 9).padStart(4, '0')}-01-01${now.slice(10)}`
  const begin = from > earliest ? from : earliest
  const end = until < last ? until : last > begin ? last : until
  const days = dayNumber(dayOf(end)) - dayNumber(dayOf(begin))
  const unit: TrendUnit = days <= 14 ? 'day' : days <= 140 ? 'week' : days <= 1_240 ? 'month' : 'year'
  const periods: Period[] = []
  for (let at = begin; at < end;) {
    const next = atTime(after(dayOf(at), unit), '00:00:00')
    // The last one goes on to the period's own end, so that no moment of the period is left out.
    periods.push({ from: periods.length === 0 ? from : at, until: next < end ? next : until })
    at = next
  }
  return { unit, periods }
}

function after(day: Day, unit: TrendUnit): Day {
  if (unit === 'day') return addDays(day, 1)
  if (unit === 'week') return addDays(day, 7 - ((weekday(day) + 6) % 7))
  if (unit === 'month') return monthStart(day, 1)
  return `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}-01-01`
}

export function trendOf({ periods }: Points) {
  const sums = periods.map(() => ({
    received: 0,
    closed: 0,
    valid: 0,
    contacted: 0,
    solved: 0,
    satisfied: 0,
    basically: 0,
  }))
  const starts = periods.map(({ from }) => secondsOf(from))
  const at = (seconds: number): (typeof sums)[number] => {
    let low = 0
    for (let high = starts.length - 1; low < high;) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= seconds) low = middle
      else high = middle - 1
    }
    return sums[low]!
  }
  return {
    add({ seconds, revisit }: RoundFacts, marks: number): void {
      if (hasMark(marks, 'received')) at(seconds.receivedAt).received += 1
      if (hasMark(marks, 'closed')) at(seconds.closedAt).closed += 1
      if (!hasMark(marks, 'valid')) return
      const { contacted, solved, grade } = revisit!
      const sum = at(seconds.revisitedAt)
      sum.valid += 1
      if (contacted) sum.contacted += 1
      if (solved) sum.solved += 1
      if (isSatisfied(grade)) sum.satisfied += 1
      if (grade === 'basically') sum.basically += 1
    },
    points: (rules: RateRules): TrendPoint[] =>
      sums.map(({ received, closed, ...counts }, i) => ({
        period: periods[i]!,
        received,
        closed,
        rates: ratesFrom(counts, rules),
      })),
  }
}
