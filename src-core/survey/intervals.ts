/**
 * 95 % intervals of samples from a finite population. Shares: Wilson's score interval with the sample as large as it counts
 * after the finite population correction. Means: Student's t with the same correction. Below five answers none is given.
 */

/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054
/** Fewer answers are told as counts: an interval would claim more than they can say. */
export const FEWEST = 5

export type Interval = { readonly low: number; readonly high: number }

/**
 * A sample of n out of N says as much as n(N−1)/(N−n) out of an endless population; everybody: null, nothing is estimated.
 * `population`: null for an endless one.
 */
export function effectiveSize(n: number, population: number | null): number | null {
  if (population === null) return n
  return n >= population ? null : (n * (population - 1)) / (population - n)
}

/** `share` 0 to 1 of `n` (which may be an effective size, not whole). E. B. Wilson, JASA 22 (1927). */
export function wilson(share: number, n: number): Interval {
  const z2 = Z * Z
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** Of `count` out of `n` answers. Null below five, and where everybody was asked. */
export function shareInterval(count: number, n: number, population: number | null): Interval | null {
  if (n < FEWEST) return null
  const effective = effectiveSize(n, population)
  return effective === null ? null : wilson(count / n, effective)
}

/** 97.5 % point of Student's t, by the expansion of Cornish and Fisher: right to 0.001 from four degrees of freedom on. */
export function studentT(freedom: number): number {
  const v = freedom
  const z = Z
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * v ** 4)
  )
}

export type Mean = { readonly mean: number; readonly interval: Interval | null }

/** Null for no answer. The interval as `shareInterval`. */
export function meanOf(values: readonly number[], population: number | null): Mean | null {
  const n = values.length
  if (n === 0) return null
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  if (n < FEWEST || (population !== null && n >= population)) return { mean, interval: null }
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1)
  const left = population === null ? 1 : 1 - n / population
  const half = studentT(n - 1) * Math.sqrt((variance / n) * left)
  return { mean, interval: { low: mean - half, high: mean + half } }
}

export type StratumShare = { readonly population: number; readonly n: number; readonly count: number }
export type WeightedShare = { readonly share: number; readonly interval: Interval | null; readonly missing: boolean }

/**
 * Strata put together by how many people each stands for. `missing`: of some nobody answered, and the others stand for them.
 * The interval is Wilson's with the sample that the weights leave (p(1−p) over the variance of the estimate); with fewer than
 * two answers in a stratum, or all answers alike, the plain sample stands in. Null for no answer.
 */
export function weightedShare(strata: readonly StratumShare[]): WeightedShare | null {
  const told = strata.filter(({ n }) => n > 0)
  const people = told.reduce((sum, { population }) => sum + population, 0)
  const n = told.reduce((sum, one) => sum + one.n, 0)
  if (people === 0 || n === 0) return null
  const share = told.reduce((sum, one) => sum + (one.population / people) * (one.count / one.n), 0)
  const missing = told.length < strata.length
  const isAll = told.every((one) => one.n >= one.population)
  if (n < FEWEST || isAll) return { share, interval: null, missing }
  const variance = told.reduce((sum, one) => {
    const p = one.count / one.n
    const left = Math.max(0, 1 - one.n / one.population)
    return sum + (one.population / people) ** 2 * left * ((p * (1 - p)) / Math.max(1, one.n - 1))
  }, 0)
  const plain = effectiveSize(n, people) ?? n
  const isKnown = variance > 0 && told.every((one) => one.n > 1 || one.population === 1)
  return { share, interval: wilson(share, isKnown ? (share * (1 - share)) / variance : plain), missing }
}

export type StratumValues = { readonly population: number; readonly values: readonly number[] }

/** Strata put together by how many people each stands for; t with as many degrees of freedom as answers less strata. */
export function weightedMean(strata: readonly StratumValues[]): (Mean & { readonly missing: boolean }) | null {
  const told = strata.filter(({ values }) => values.length > 0)
  const people = told.reduce((sum, { population }) => sum + population, 0)
  const n = told.reduce((sum, { values }) => sum + values.length, 0)
  if (people === 0 || n === 0) return null
  const missing = told.length < strata.length
  let mean = 0
  let variance = 0
  for (const { population, values } of told) {
    const weight = population / people
    const own = values.reduce((sum, value) => sum + value, 0) / values.length
    mean += weight * own
    const squares = values.reduce((sum, value) => sum + (value - own) ** 2, 0)
    const left = Math.max(0, 1 - values.length / population)
    if (values.length > 1) variance += (weight ** 2 * left * squares) / ((values.length - 1) * values.length)
  }
  const freedom = n - told.length
  const isKnown = told.every(({ population, values }) => values.length > 1 || population === 1)
  if (n < FEWEST || freedom < FEWEST - 1 || !isKnown || told.every((one) => one.values.length >= one.population))
    return { mean, interval: null, missing }
  const half = studentT(freedom) * Math.sqrt(variance)
  return { mean, interval: { low: mean - half, high: mean + half }, missing }
}
