/**
 * 单位评价 (DOMAIN §8): what one provider did in one period for one kind of service, aspect by aspect, each with the orders
 * and revisits behind it. The rule score, interviews and opinions are three kinds of record and are never mixed into one
 * number (DOMAIN §1). Government gets no score: times and residents' answers only (DOMAIN §4.0). Nobody is ranked here.
 */
import type { ServiceType } from '#core/case-file/codes.ts'
import { isIn, type Period } from '#core/figures/period.ts'
import { isSatisfied, ratesOf, share, type RateRules, type Rates } from '#core/figures/rates.ts'
import type { OrderFacts, RoundFacts } from '#core/figures/round-facts.ts'
import type { EntityId } from '#core/kernel/event.ts'
import { epochOf, type Moment } from '#core/lib/time.ts'

/**
 * In the order in which they are shown, with the points that the full mark gives; together 100. What counts is kept apart
 * from what is nice: being there in time and solving it make half. To add one: here, in `countsOf`, and its words in both
 * texts (scorecard.aspect).
 */
export const ASPECTS = {
  timeliness: 25,
  returns: 15,
  solved: 25,
  satisfaction: 20,
  complaints: 5,
  records: 10,
} as const
export type Aspect = keyof typeof ASPECTS
export const ASPECT_NAMES = Object.keys(ASPECTS) as Aspect[]

/** Fewer orders than this in the period say nothing about anybody: shown, and not scored. */
export const ENOUGH_ORDERS = 5

/** `good` of `of`; the cases of both, so that every number opens what it was counted from. Percent with one decimal. */
export type Line = {
  readonly aspect: Aspect
  readonly good: number
  readonly of: number
  readonly percent: number | null
  /** Of the full mark; null where there is nothing to divide by, and for government. */
  readonly points: number | null
  readonly goodCases: readonly EntityId[]
  readonly otherCases: readonly EntityId[]
}

export type Scorecard = {
  readonly provider: EntityId
  readonly serviceType: ServiceType
  readonly orders: number
  readonly orderCases: readonly EntityId[]
  readonly lines: readonly Line[]
  /** Out of 100 over the aspects that can be told, one decimal; null: too few orders, or government. */
  readonly score: number | null
  readonly rates: Rates
  /** Working out of an order, from its dispatch to what the provider said came of it: the middle one, in hours. */
  readonly medianHours: number | null
}

type Told = { readonly case: EntityId; readonly good: boolean; readonly weight?: number }

/** `found`: findings of the period (需整改, 严重问题) by case. `now`: what is not done by then and was due is late. */
export function scorecards(
  rounds: Iterable<RoundFacts>,
  period: Period,
  rules: RateRules,
  now: Moment,
  found: ReadonlyMap<EntityId, number> = new Map(),
): Scorecard[] {
  const groups = new Map<string, { readonly orders: [RoundFacts, OrderFacts][]; readonly rated: RoundFacts[] }>()
  const groupOf = (provider: EntityId, type: ServiceType) => {
    const key = `${type} ${provider}`
    const known = groups.get(key)
    if (known) return known
    const made = { orders: [], rated: [] }
    groups.set(key, made)
    return made
  }
  for (const round of rounds) {
    for (const order of round.orders)
      if (countsIn(order, round, period, now)) groupOf(order.provider, typeOf(order)).orders.push([round, order])
    // What the resident says is about whoever led the work.
    const lead = round.orders.findLast(({ provider, role }) => role === 'lead' && provider === round.provider)
    if (lead && round.revisit && isIn(round.revisit.at, period)) groupOf(lead.provider, typeOf(lead)).rated.push(round)
  }
  return [...groups].map(([key, { orders, rated }]) => {
    const [type, provider] = key.split(' ') as [ServiceType, EntityId]
    return scorecard(provider, type, orders, rated, rules, now, found)
  })
}

/** An office helps with welfare matters too, and has no score there either. */
const typeOf = ({ upward, serviceType }: OrderFacts): ServiceType => (upward ? 'administrative' : serviceType)

/** When the work was over: as its provider said, or else with the case. */
const overAt = ({ doneAt }: OrderFacts, { closedAt }: RoundFacts): Moment | null => doneAt ?? closedAt

/**
 * An order belongs to the period in which it was done, came back, or fell due without either. One that its provider never
 * took, or that the station took back, belongs nowhere.
 */
function countsIn(order: OrderFacts, round: RoundFacts, period: Period, now: Moment): boolean {
  const { dueAt, returned, returnedAt, nobodys } = order
  if (nobodys) return false
  if (returned) return isIn(returnedAt, period)
  const over = overAt(order, round)
  if (over !== null) return isIn(over, period)
  return dueAt !== null && dueAt < now && isIn(dueAt, period)
}

function scorecard(
  provider: EntityId,
  serviceType: ServiceType,
  orders: readonly (readonly [RoundFacts, OrderFacts])[],
  rated: readonly RoundFacts[],
  rules: RateRules,
  now: Moment,
  found: ReadonlyMap<EntityId, number>,
): Scorecard {
  const rates = ratesOf(rated, rules)
  const isGovernment = serviceType === 'administrative'
  const told = toldOf(orders, rated, rules, now, found)
  const lines = ASPECT_NAMES.map((aspect) => lineOf(aspect, told[aspect], isGovernment))
  const known = lines.filter(({ points }) => points !== null)
  const full = known.reduce((sum, { aspect }) => sum + ASPECTS[aspect], 0)
  const isScored = orders.length >= ENOUGH_ORDERS && full > 0
  return {
    provider,
    serviceType,
    orders: orders.length,
    orderCases: [...new Set(orders.map(([round]) => round.case))],
    lines,
    score: isScored ? tenth((known.reduce((sum, { points }) => sum + points!, 0) * 100) / full) : null,
    rates,
    medianHours: middle(orders.flatMap(([, { at, doneAt }]) => (doneAt === null ? [] : [hoursBetween(at, doneAt)]))),
  }
}

function toldOf(
  orders: readonly (readonly [RoundFacts, OrderFacts])[],
  rated: readonly RoundFacts[],
  rules: RateRules,
  now: Moment,
  found: ReadonlyMap<EntityId, number>,
): Readonly<Record<Aspect, readonly Told[]>> {
  const bad = new Set(rated.filter(({ revisit }) => revisit!.bad).map((round) => round.case))
  return {
    timeliness: orders.flatMap(([round, order]) => {
      const { dueAt, returned } = order
      return returned || dueAt === null ? [] : [{ case: round.case, good: (overAt(order, round) ?? now) <= dueAt }]
    }),
    returns: orders.map(([round, { returned }]) => ({ case: round.case, good: !returned })),
    solved: rated.map(({ case: id, revisit }) => ({ case: id, good: revisit!.solved })),
    satisfaction: rated.map(({ case: id, revisit }) => {
      const basically = revisit!.grade === 'basically'
      return { case: id, good: basically || isSatisfied(revisit!.grade), ...(basically && { weight: rules.basically }) }
    }),
    complaints: orders.map(([round]) => ({ case: round.case, good: !bad.has(round.case) && !found.has(round.case) })),
    // Taken over, done with a date, and the resident was in touch with somebody: what an auditor looks for first.
    records: orders.flatMap(
      ([round, { acceptedAt, doneAt, dueAt, returned }]) =>
      returned
        ? []
        : [{ case: round.case, good: acceptedAt !== null && doneAt !== null && dueAt !== null && round.firstContactAt !== null }], // prettier-ignore
    ),
  }
}

function lineOf(aspect: Aspect, told: readonly Told[], isGovernment: boolean): Line {
  const good = told.filter((one) => one.good)
  const sum = good.reduce((all, { weight = 1 }) => all + Math.round(weight * WHOLE), 0)
  const percent = share(sum, told.length * WHOLE)
  return {
    aspect,
    good: good.length,
    of: told.length,
    percent,
    points: percent === null || isGovernment ? null : tenth((percent * ASPECTS[aspect]) / 100),
    goodCases: casesOf(good),
    otherCases: casesOf(told.filter((one) => !one.good)),
  }
}

/** Weights of grades are kept in ten-thousandths, as in figures/rates.ts. */
const WHOLE = 10_000
const tenth = (value: number): number => Math.round((value + Number.EPSILON) * 10) / 10
const casesOf = (told: readonly Told[]): EntityId[] => [...new Set(told.map((one) => one.case))]
const hoursBetween = (from: Moment, until: Moment): number => (epochOf(until) - epochOf(from)) / 3_600_000

function middle(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  const one = sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
  return tenth(Math.max(0, one))
}
