/** What the worker holds of one unlocked station. */
import { absorb, newBook, readCase, type Book } from '#core/book/book.ts'
import { caseSummary } from '#core/case-file/summary.ts'
import { value } from '#core/kernel/entity.ts'
import type { EntityId, Scope } from '#core/kernel/event.ts'
import { newCaseTable, putCase, type CaseTable } from './case-table.ts'
import type { Orders } from './case-query.ts'
import { newSearchText, putText, type SearchText } from './search-text.ts'

export type DeskState = {
  readonly book: Book
  readonly table: CaseTable
  readonly orders: Orders
  readonly search: SearchText
  /** Rows whose search text is not made yet: that is done when idle, or by the first search. */
  readonly unread: Set<number>
  /** Groups of cases whose snapshot part is out of date. */
  readonly dirty: Set<number>
}

/** Cases per snapshot part: small enough to rewrite after a change, large enough to compress. */
export const GROUP = 1_000
/** The group of everything that is no case and no act: providers, people, the station. */
export const MISC_GROUP = -1

export const newDeskState = (scopes: readonly Scope[]): DeskState => ({
  book: newBook(scopes),
  table: newCaseTable(),
  orders: new Map(),
  search: newSearchText(),
  unread: new Set(),
  dirty: new Set(),
})

/** Every snapshot part is out of date. */
export function allDirty({ table, dirty }: DeskState): void {
  dirty.add(MISC_GROUP)
  for (let group = 0; group * GROUP < table.count; group++) dirty.add(group)
}

/** Brings columns up to date after events were applied. */
export function show(state: DeskState, touched: Iterable<EntityId>): void {
  const all = [...touched]
  if (all.some((id) => !id.startsWith('case:'))) state.dirty.add(MISC_GROUP)
  showCases(state, absorb(state.book, all))
}

export function showCases(state: DeskState, cases: Iterable<EntityId>): void {
  for (const id of cases) {
    const file = readCase(state.book, id)
    if (!file) continue // an act whose case has not arrived
    const row = putCase(state.table, caseSummary(file))
    state.unread.add(row)
    state.dirty.add(Math.floor(row / GROUP))
  }
}

/** What a row shows beside its columns. */
export function shownTexts(state: DeskState, row: number): { title: string; requester: string; place: string } {
  const entity = state.book.replica.entities.get(state.table.id[row]!)!
  const text = (field: string): string => (value(entity, field) as string | undefined) ?? ''
  return { title: text('title'), requester: text('requesterName'), place: text('place') }
}

/** Makes the search texts that are missing, at most so many. */
export function readTexts(state: DeskState, most = Infinity): void {
  let made = 0
  for (const row of state.unread) {
    if (made++ >= most) return
    const file = readCase(state.book, state.table.id[row]!)
    if (file) putText(state.search, row, caseSummary(file).text)
    state.unread.delete(row)
  }
}
