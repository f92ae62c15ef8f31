/**
 * 过往办理 of every provider as sums, kept up to date case by case: filled by the same reading of a case that gives it its
 * search text, so that no question walks over 100,000 cases. What a row added is kept as one small number (8 bytes a row),
 * to be taken away again when the case changes.
 */
import type { CaseFile } from '#core/case-file/case-file.ts'
import { addResults, NO_RESULTS, resultsOf, type PastResults } from '#core/routing/past-results.ts'

/** Bits of one order; `closed` is always 1. */
const BITS = ['accepted', 'said', 'inTime', 'timed', 'returned', 'solved', 'asked', 'pleased', 'basically'] as const
const PROVIDER = 2 ** BITS.length

export type ResultsIndex = {
  /** By row: (place of the provider + 1) × 512 + bits; 0 for nothing; a list where the case had several orders. */
  readonly codes: (number | readonly number[])[]
  readonly providers: string[]
  readonly placeOf: Map<string, number>
  readonly sums: Map<string, PastResults>
}

export const newResultsIndex = (): ResultsIndex => ({ codes: [], providers: [], placeOf: new Map(), sums: new Map() })

export function putResults(index: ResultsIndex, row: number, file: CaseFile | null): void {
  for (const code of codesAt(index, row)) count(index, code, -1)
  const codes = file ? resultsOf(file).map(([provider, one]) => codeOf(index, provider, one)) : []
  for (const code of codes) count(index, code, 1)
  for (let i = index.codes.length; i < row; i++) index.codes[i] = 0
  index.codes[row] = codes.length > 1 ? codes : (codes[0] ?? 0)
}

/** `kept`: rows that stay, in their order; what the others said is taken away. */
export function withoutResults(old: ResultsIndex, kept: readonly number[]): ResultsIndex {
  const index = newResultsIndex()
  kept.forEach((row, i) => {
    const codes = codesAt(old, row).map((code) => {
      const provider = old.providers[Math.floor(code / PROVIDER) - 1]!
      const moved = (placeIn(index, provider) + 1) * PROVIDER + (code % PROVIDER)
      count(index, moved, 1)
      return moved
    })
    index.codes[i] = codes.length > 1 ? codes : (codes[0] ?? 0)
  })
  return index
}

function codesAt({ codes }: ResultsIndex, row: number): readonly number[] {
  const code = codes[row] ?? 0
  return typeof code === 'number' ? (code === 0 ? [] : [code]) : code
}

function placeIn(index: ResultsIndex, provider: string): number {
  const known = index.placeOf.get(provider)
  if (known !== undefined) return known
  const place = index.providers.push(provider) - 1
  index.placeOf.set(provider, place)
  return place
}

const codeOf = (index: ResultsIndex, provider: string, one: PastResults): number =>
  (placeIn(index, provider) + 1) * PROVIDER +
  BITS.reduce((code, field, bit) => code + (one[field] > 0 ? 2 ** bit : 0), 0)

function count({ sums, providers }: ResultsIndex, code: number, sign: 1 | -1): void {
  const provider = providers[Math.floor(code / PROVIDER) - 1]!
  const one = { ...NO_RESULTS, closed: 1 } as Record<keyof PastResults, number>
  BITS.forEach((field, bit) => {
    one[field] = Math.floor(code / 2 ** bit) % 2
  })
  sums.set(provider, addResults(sums.get(provider) ?? NO_RESULTS, one, sign))
}
