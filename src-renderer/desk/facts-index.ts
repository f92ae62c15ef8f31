/**
 * What every round says to the figures (core/figures), kept by row: read in steps the first time, then again only where a
 * case changed. It hangs on the table: rows that go (an erasure) make a new table, and it is read anew.
 */
import { readCase } from '#core/book/book.ts'
import type { Period } from '#core/figures/period.ts'
import { factsOf, type RoundFacts } from '#core/figures/round-facts.ts'
import { NEVER, secondsOf } from '#core/figures/seconds.ts'
import type { ReportNames } from '#core/reports/report-names.ts'
import type { CaseTable } from './case-table.ts'
import type { DeskState } from './state.ts'

type FactsIndex = {
  readonly facts: (readonly RoundFacts[])[]
  /** Rows to read: all at first, then those that changed. */
  readonly unread: Set<number>
  /** Up to which row addresses were looked up with these names; another tree of places begins anew. */
  placed: { by: ReportNames['neighbourhood']; row: number }
  /** All rounds one after the other, until a row is read anew: walked four times as fast as lists in lists. */
  flat: readonly RoundFacts[] | null
  /** Of each of them when it begins and when nothing more happens to it (`Infinity` while it is open). */
  spans: Float64Array
}

const kept = new WeakMap<CaseTable, FactsIndex>()
const nobody = (): string => ''

function indexOf({ table }: DeskState): FactsIndex {
  let index = kept.get(table)
  if (!index) {
    const unread = new Set(Array.from({ length: table.count }, (_, row) => row))
    index = { facts: [], unread, placed: { by: nobody, row: 0 }, flat: null, spans: new Float64Array() }
    table.watched.push(unread)
    kept.set(table, index)
  }
  return index
}

export type FactsRead = { readonly done: number; readonly of: number }

/** Looked at the clock every so many rows. */
const AT_ONCE = 100

/**
 * Reads on for about `budget` milliseconds; `done` = `of` when everything is there. `clock`: milliseconds. Addresses that only
 * stand in words are looked up here too, once for each tree of places: that takes longer than reading a case.
 */
export function readFacts(state: DeskState, names: ReportNames, clock: () => number, budget: number): FactsRead {
  const index = indexOf(state)
  const { table, book } = state
  const end = clock() + budget
  let read = 0
  const isOver = (): boolean => ++read % AT_ONCE === 0 && clock() >= end
  for (const row of index.unread) {
    const file = readCase(book, table.id[row]!)
    index.facts[row] = file ? factsOf(file) : []
    index.unread.delete(row)
    index.flat = null
    const known = row < index.placed.row && index.facts[row]![0]
    if (known) names.neighbourhood(known)
    if (isOver()) break
  }
  if (index.placed.by !== names.neighbourhood) index.placed = { by: names.neighbourhood, row: 0 }
  for (const { placed } = index; index.unread.size === 0 && placed.row < table.count; placed.row++) {
    const [first] = index.facts[placed.row]!
    if (first) names.neighbourhood(first)
    if (isOver()) break
  }
  const left = index.unread.size + (table.count - index.placed.row)
  return { done: Math.max(0, 2 * table.count - left), of: 2 * table.count }
}

/** Every round there is, a case's rounds one after the other; only what `readFacts` has read. */
export function roundsOf(state: DeskState): readonly RoundFacts[] {
  const index = indexOf(state)
  if (!index.flat) {
    index.flat = index.facts.flat()
    index.spans = Float64Array.from(index.flat.flatMap(spanOf))
  }
  return index.flat
}

/** Those that a period may count at all: most rounds of a large station lie before or after it. */
export function roundsIn(state: DeskState, { from, until }: Period): readonly RoundFacts[] {
  const all = roundsOf(state)
  const { spans } = indexOf(state)
  const [begin, end] = [secondsOf(from), secondsOf(until)]
  return all.filter((_, i) => spans[2 * i]! < end && spans[2 * i + 1]! >= begin)
}

function spanOf({ seconds, orders }: RoundFacts): [first: number, last: number] {
  const { receivedAt, closedAt, endedAt, revisitedAt } = seconds
  const ends = [closedAt, endedAt].filter((at) => at !== NEVER)
  const others = [revisitedAt, ...orders.map(({ at }) => secondsOf(at))].filter((at) => at !== NEVER)
  return [
    Math.min(receivedAt, ...ends, ...others),
    ends.length === 0 ? Infinity : Math.max(receivedAt, ...ends, ...others),
  ]
}

export const breath = (): Promise<void> => new Promise((done) => setTimeout(done))
const STEP_MS = 30

/** For questions that want all of them at once; a save goes between two steps. */
export async function allRounds(
  state: DeskState,
  names: ReportNames,
  clock: () => number,
): Promise<readonly RoundFacts[]> {
  for (;;) {
    const { done, of } = readFacts(state, names, clock, STEP_MS)
    if (done >= of) return roundsOf(state)
    await breath()
  }
}
