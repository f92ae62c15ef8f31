/**
 * Every figure of a period: what dashboard, monthly report and `linwu report` show. One pass over the rounds; each is marked
 * once (figures/measures.ts) and counted in its group of every slice. Behind each figure stands `casesOf`.
 */
import type { Moment } from '../lib/time.ts'
import { hasMark, marker, tallyOf, type Measure, type Tally } from '../figures/measures.ts'
import type { Period } from '../figures/period.ts'
import { ratesFrom, share, type RateRules, type Rates } from '../figures/rates.ts'
import type { RoundFacts } from '../figures/round-facts.ts'
import type { MoneyCell } from '../agreement/money-reports.ts'
import type { EntityId } from '../kernel/event.ts'
import type { ReportNames } from './report-names.ts'
import { counter } from './counter.ts'
import { GROUPINGS, passes, SLICES, type Grouping, type ReportFilters, type Slicing } from './slices.ts'
import { pointsOf, trendOf, type TrendPoint, type TrendUnit } from './trend.ts'

/** One group with everything that is said of it. `key`: id or code, '' for "not known"; its figures are `by` + `key`. */
export type Group = {
  readonly by: Slicing
  readonly key: string
  readonly name: string
  readonly counts: Tally
  readonly rates: Rates
  /** 按时办结率, percent of the closed ones that had a deadline; null where none had. */
  readonly inTime: number | null
}

/** Whole fen. */
export type Money = { readonly reserved: number; readonly paid: number }

/** A cell of 三类服务 × 服务主体 × 资金. `money` is what its providers got in the period; null: no ledger was given. */
export type TileCell = Group & {
  readonly type: string
  readonly kind: string
  readonly funding: string
  readonly money: Money | null
}

/** Two revisits of one round that nobody put in order: a person decides which one stands. */
export type Tie = {
  readonly case: EntityId
  readonly number: string
  readonly round: number
  readonly revisits: readonly EntityId[]
}

/** Printed on every report, so that whoever holds it can find out whether he would come to the same. */
export type ReportStamp = {
  readonly period: Period
  readonly rules: RateRules
  readonly filters: readonly { readonly filter: keyof ReportFilters; readonly key: string; readonly name: string }[]
  /** Cases and rounds that any figure counted; valid revisits, how many of them 自访, and ties among them. */
  readonly counts: {
    readonly cases: number
    readonly rounds: number
    readonly valid: number
    readonly self: number
    readonly ties: number
  }
  /** As papers print them: reports/papers/data-heads.ts. */
  readonly heads: string
  readonly madeAt: Moment
}

export type ReportFigures = {
  readonly stamp: ReportStamp
  readonly all: Group
  /** Valid revisits without 自访, and 自访 alone. */
  readonly byOthers: Rates
  readonly bySelf: Rates
  readonly ties: readonly Tie[]
  /** Each in the order of its counts, the fullest first; "not known" last. */
  readonly groups: Readonly<Record<Grouping, readonly Group[]>>
  readonly tile: readonly TileCell[]
  readonly heat: readonly Group[]
  readonly trend: { readonly unit: TrendUnit; readonly points: readonly TrendPoint[] }
}

/** `money`: what the period moved (agreement/money-reports.ts, `moneyMatrix`); left out where the station keeps no ledger. */
export type Made = {
  readonly at: Moment
  readonly heads: string
  readonly money?: readonly MoneyCell[]
}

/** All at once: what `linwu`, papers and tests ask for. */
export function reportFigures(
  rounds: Iterable<RoundFacts>,
  period: Period,
  filters: ReportFilters,
  rules: RateRules,
  names: ReportNames,
  made: Made,
): ReportFigures {
  const report = figuresOf(period, filters, rules, names, made)
  for (const facts of rounds) report.add(facts)
  return report.figures()
}

/** The same in steps, for whoever is waited for: rounds of one case follow one another. 100,000: see docs/evaluation.md. */
export function figuresOf(
  period: Period,
  filters: ReportFilters,
  rules: RateRules,
  names: ReportNames,
  made: Made,
): { readonly add: (facts: RoundFacts) => void; readonly figures: () => ReportFigures } {
  const pass = passes(filters, names)
  const marksOf = marker(period, asOfIn(period, made.at))
  const counting = counter(names)
  const points = pointsOf(period, made.at)
  const trend = trendOf(points)
  const ties: Tie[] = []
  let rounds = 0
  let cases = 0
  let lastCase = ''
  const add = (facts: RoundFacts): void => {
    const marks = marksOf(facts)
    if (marks === 0 || (pass && !pass(facts))) return
    rounds += 1
    if (facts.case !== lastCase) cases += 1
    lastCase = facts.case
    counting.add(facts, marks)
    trend.add(facts, marks)
    if (hasMark(marks, 'tied'))
      ties.push({ case: facts.case, number: facts.number, round: facts.round, revisits: facts.ties })
  }
  const figures = (): ReportFigures => {
    const counted = counting.slices()
    const groupsOf = (by: Slicing): Group[] =>
      [...counted.get(by)!]
        .map(([key, times]) => groupOf(by, key, nameOf(by, key, names), times, rules))
        .toSorted(fullestFirst)
    const all = groupsOf('all')[0] ?? groupOf('all', '', '', new Map(), rules)
    const only = (self: boolean): Map<number, number> =>
      new Map([...(counted.get('all')!.get('') ?? [])].filter(([marks]) => hasMark(marks, 'self') === self))
    return {
      stamp: {
        period,
        rules,
        filters: namedFilters(filters, names),
        counts: { cases, rounds, valid: all.counts.valid, self: all.counts.self, ties: ties.length },
        heads: made.heads,
        madeAt: made.at,
      },
      all,
      byOthers: ratesOfTally(tallyOf(only(false)), rules),
      bySelf: ratesOfTally(tallyOf(only(true)), rules),
      ties,
      groups: Object.fromEntries(GROUPINGS.map((by) => [by, groupsOf(by)])) as Record<Grouping, Group[]>,
      tile: tileOf(groupsOf('tile'), made.money, rules),
      heat: groupsOf('heat'),
      trend: { unit: points.unit, points: trend.points(rules) },
    }
  }
  return { add, figures }
}

/** What is open is seen from the end of the period, or from now while it runs. */
const asOfIn = ({ until }: Period, now: Moment): Moment => (until < now ? until : now)

/** One figure of a report: who is counted (`by`, `key`) as what. */
export type FigureKey = { readonly by: Slicing; readonly key: string; readonly measure: Measure }

/** The cases behind a figure, each once, in the order of `rounds`. */
export function casesOf(
  rounds: Iterable<RoundFacts>,
  period: Period,
  filters: ReportFilters,
  names: ReportNames,
  now: Moment,
  { by, key, measure }: FigureKey,
): readonly EntityId[] {
  const pass = passes(filters, names)
  const marksOf = marker(period, asOfIn(period, now))
  const found = new Set<EntityId>()
  for (const facts of rounds)
    if ((!pass || pass(facts)) && hasMark(marksOf(facts), measure) && SLICES[by](facts, names) === key)
      found.add(facts.case)
  return [...found]
}

function groupOf(by: Slicing, key: string, name: string, times: ReadonlyMap<number, number>, rules: RateRules): Group {
  const counts = tallyOf(times)
  return { by, key, name, counts, rates: ratesOfTally(counts, rules), inTime: share(counts['in-time'], counts.timed) }
}

const ratesOfTally = ({ valid, contacted, solved, satisfied, basically }: Tally, rules: RateRules): Rates =>
  ratesFrom({ valid, contacted, solved, satisfied, basically }, rules)

function nameOf(by: Slicing, key: string, names: ReportNames): string {
  if (key === '') return ''
  if (by === 'place') return names.place(key)
  if (by === 'level1' || by === 'category') return names.category(key)
  if (by === 'provider') return names.provider(key).name
  if (by === 'station') return names.stationName(key)
  return by === 'handler' ? names.user(key) : ''
}

const weight = ({ counts }: Group): number => counts.received + counts.closed + counts.open + counts.valid
const fullestFirst = (a: Group, b: Group): number =>
  Number(a.key === '') - Number(b.key === '') || weight(b) - weight(a) || (a.key < b.key ? -1 : 1)

function tileOf(groups: readonly Group[], money: Made['money'], rules: RateRules): readonly TileCell[] {
  const sums = new Map(
    (money ?? []).map((cell) => [[cell.serviceType, cell.providerKind, cell.funding].join('|'), cell] as const),
  )
  // Paid for in the period without a case in it: a cell of its own, or the yuan would be lost.
  const without = [...sums.keys()].filter((key) => !groups.some((group) => group.key === key))
  return [...groups, ...without.map((key) => groupOf('tile', key, '', new Map(), rules))].map((group) => {
    const [type = '', kind = '', funding = ''] = group.key.split('|')
    const { reserved = 0, paid = 0 } = sums.get(group.key) ?? {}
    return { ...group, type, kind, funding, money: money ? { reserved, paid } : null }
  })
}

function namedFilters(filters: ReportFilters, names: ReportNames): ReportStamp['filters'] {
  const nameIn: Readonly<Record<keyof ReportFilters, (key: string) => string>> = {
    place: names.place,
    serviceType: () => '',
    category: names.category,
    provider: (id) => names.provider(id).name,
    handler: names.user,
    station: names.stationName,
  }
  return (Object.keys(nameIn) as (keyof ReportFilters)[]).flatMap((filter) => {
    const key = filters[filter]
    return key === undefined ? [] : [{ filter, key, name: nameIn[filter](key) }]
  })
}
