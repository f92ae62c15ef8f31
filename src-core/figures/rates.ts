/**
 * 三率 and score (DOMAIN §7.3), over valid revisits only: 响应率 = contacted/valid, 解决率 = solved/valid, 满意率 =
 * (满意 + factor × 基本满意)/valid, score = the three by their weights × 100. Whole numbers throughout: a percentage is
 * rounded once, half up, from its true fraction, so 77.85 is 77.9 on every machine and 77.8 never 77.79999.
 */
import type { RoundFacts } from './round-facts.ts'

/** Parts of 1. The three weights add up to exactly 1. At most four decimals each. */
export type RateRules = {
  readonly response: number
  readonly satisfaction: number
  readonly solution: number
  /** What 基本满意 counts towards 满意率. */
  readonly basically: number
}

export const RATE_RULES_START: RateRules = { response: 0.1, satisfaction: 0.4, solution: 0.5, basically: 0.9 }

export type RateCounts = {
  readonly valid: number
  readonly contacted: number
  readonly solved: number
  /** 满意, 非常满意. */
  readonly satisfied: number
  /** 基本满意. */
  readonly basically: number
}

/** Percent with one decimal (95, 77.8), score likewise out of 100; null where no revisit is valid: shown as "—". */
export type Rates = RateCounts & {
  readonly response: number | null
  readonly solution: number | null
  readonly satisfaction: number | null
  readonly score: number | null
}

/** Rules are kept in ten-thousandths. */
const ONE = 10_000

export type RulesProblem = 'weights-not-one' | 'weight-impossible' | 'factor-impossible'

/** Null when the rules can be worked with. */
export function rulesProblem({ response, satisfaction, solution, basically }: RateRules): RulesProblem | null {
  const weights = [response, satisfaction, solution]
  if (!weights.every(isPart)) return 'weight-impossible'
  if (weights.reduce((sum, weight) => sum + parts(weight), 0) !== ONE) return 'weights-not-one'
  return isPart(basically) ? null : 'factor-impossible'
}

const parts = (value: number): number => Math.round(value * ONE)
const isPart = (value: number): boolean => value >= 0 && value <= 1 && Math.abs(value * ONE - parts(value)) < 1e-6

export function ratesOf(rounds: Iterable<RoundFacts>, rules: RateRules): Rates {
  const counts = { valid: 0, contacted: 0, solved: 0, satisfied: 0, basically: 0 }
  for (const { revisit } of rounds) {
    if (!revisit) continue
    counts.valid += 1
    if (revisit.contacted) counts.contacted += 1
    if (revisit.solved) counts.solved += 1
    if (isSatisfied(revisit.grade)) counts.satisfied += 1
    if (revisit.grade === 'basically') counts.basically += 1
  }
  return ratesFrom(counts, rules)
}

/** On both scales; raw answers are never converted, only counted. */
export const isSatisfied = (grade: string): boolean => grade === 'satisfied' || grade === 'very-satisfied'

export function ratesFrom(counts: RateCounts, rules: RateRules): Rates {
  const { valid, contacted, solved, satisfied, basically } = counts
  if (valid === 0) return { ...counts, response: null, solution: null, satisfaction: null, score: null }
  const all = valid * ONE
  const pleased = satisfied * ONE + basically * parts(rules.basically)
  const weighed =
    BigInt(parts(rules.response)) * BigInt(contacted * ONE) +
    BigInt(parts(rules.satisfaction)) * BigInt(pleased) +
    BigInt(parts(rules.solution)) * BigInt(solved * ONE)
  return {
    ...counts,
    response: percent(BigInt(contacted), BigInt(valid)),
    solution: percent(BigInt(solved), BigInt(valid)),
    satisfaction: percent(BigInt(pleased), BigInt(all)),
    score: percent(weighed, BigInt(all) * BigInt(ONE)),
  }
}

/** `some` of `of` as percent, one decimal, half up. 19 of 20 → 95; 1 of 3 → 33.3. */
export const percent = (some: bigint, of: bigint): number => Number((some * 2000n + of) / (of * 2n)) / 10

/** The same for plain counts; null where there is nothing to divide by. */
export const share = (some: number, of: number): number | null => (of > 0 ? percent(BigInt(some), BigInt(of)) : null)

/** `95.0 %` with its one decimal always there, `—` where nothing is valid; `unit` '' for a score. */
export const rateText = (rate: number | null, unit: '%' | '' = '%'): string =>
  rate === null ? '—' : rate.toFixed(1) + unit
