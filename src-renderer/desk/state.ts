/** What the worker holds of one unlocked station. */
import { absorb, newBook, readCase, type Book } from '#core/book/book.ts'
import { caseSummary, searchedText } from '#core/case-file/summary.ts'
import { value } from '#core/kernel/entity.ts'
import type { EntityId, Scope } from '#core/kernel/event.ts'
import { BYTE_COLUMNS, newCaseTable, putCase, TEXT_COLUMNS, TIME_COLUMNS, type CaseTable } from './case-table.ts'
import type { Orders } from './case-query.ts'
import { newPeopleIndex, putRequester, requesterOf, type PeopleIndex } from './people-index.ts'
import { newSearchText, NO_TEXT, putText, type SearchText } from './search-text.ts'

export type DeskState = {
  readonly book: Book
  readonly table: CaseTable
  readonly orders: Orders
  readonly search: SearchText
  readonly people: PeopleIndex
  /** Rows that `search` and `people` have not read yet: that is done when idle, or by the first who asks. */
  readonly unread: Set<number>
  /** Groups of cases whose snapshot part is out of date. */
  readonly dirty: Set<number>
}

/** Cases per snapshot part: small enough to rewrite after a change, large enough to compress. */
export const GROUP = 1_000
/** The group of everything that is no case and no act: providers, people, the station; and of what was erased. */
export const MISC_GROUP = -1

export const newDeskState = (scopes: readonly Scope[]): DeskState => ({
  book: newBook(scopes),
  table: newCaseTable(),
  orders: new Map(),
  search: newSearchText(),
  people: newPeopleIndex(),
  unread: new Set(),
  dirty: new Set(),
})

/** Every snapshot part is out of date. */
export function allDirty({ table, dirty }: DeskState): void {
  dirty.add(MISC_GROUP)
  for (let group = 0; group * GROUP < table.count; group++) dirty.add(group)
}

/** Brings columns up to date after events were applied. Answers another state when rows went. */
export function show(state: DeskState, touched: Iterable<EntityId>): DeskState {
  const all = [...touched]
  const { entities } = state.book.replica
  if (all.some((id) => !id.startsWith('case:') || entities.get(id)?.erased)) state.dirty.add(MISC_GROUP)
  return showCases(state, absorb(state.book, all))
}

export function showCases(state: DeskState, cases: Iterable<EntityId>): DeskState {
  const gone = new Set<number>()
  for (const id of cases) {
    const file = readCase(state.book, id)
    if (!file) {
      // Erased; or an act whose case has not arrived.
      const row = state.table.rowOf.get(id)
      if (row !== undefined) gone.add(row)
      continue
    }
    const row = putCase(state.table, caseSummary(file))
    state.unread.add(row)
    state.dirty.add(Math.floor(row / GROUP))
  }
  return gone.size > 0 ? withoutRows(state, gone) : state
}

/**
 * The same book, and columns, search texts and requesters without these rows. A new state, because rows move up: whatever others keep by
 * row number hangs on the old one and goes with it.
 */
function withoutRows(old: DeskState, gone: ReadonlySet<number>): DeskState {
  const kept: number[] = []
  for (let row = 0; row < old.table.count; row++) if (!gone.has(row)) kept.push(row)
  const table = newCaseTable(Math.max(1024, kept.length))
  table.count = kept.length
  table.revision = old.table.revision + 1
  for (const name of [...BYTE_COLUMNS, ...TIME_COLUMNS]) {
    const [from, to] = [old.table[name], table[name]]
    for (let i = 0; i < kept.length; i++) to[i] = from[kept[i]!]!
  }
  for (const name of TEXT_COLUMNS) Object.assign(table, { [name]: kept.map((row) => old.table[name][row]!) })
  table.id.forEach((id, row) => table.rowOf.set(id, row))
  const search = newSearchText()
  const unread = new Set<number>()
  kept.forEach((row, i) => {
    search.texts[i] = old.search.texts[row] ?? NO_TEXT
    if (old.search.texts[row] === undefined || old.unread.has(row)) unread.add(i)
  })
  const state: DeskState = {
    book: old.book,
    table,
    orders: new Map(),
    search,
    people: newPeopleIndex(kept.map((row) => old.people.requesters[row] ?? null)),
    unread,
    dirty: new Set(),
  }
  allDirty(state)
  return state
}

/** What a row shows beside its columns. */
export function shownTexts(state: DeskState, row: number): { title: string; requester: string; place: string } {
  const entity = state.book.replica.entities.get(state.table.id[row]!)!
  const text = (field: string): string => (value(entity, field) as string | undefined) ?? ''
  return { title: text('title'), requester: text('requesterName'), place: text('place') }
}

/** About 5 ms of reading. */
const READ_AT_ONCE = 400
const breath = (): Promise<void> => new Promise((done) => setTimeout(done))

/** Reads some of what searches have not read yet; false when nothing is left. */
export function readSome(state: DeskState): boolean {
  let read = 0
  for (const row of state.unread) {
    if (read++ === READ_AT_ONCE) return true
    const file = readCase(state.book, state.table.id[row]!)
    putText(state.search, row, file ? searchedText(file) : NO_TEXT)
    putRequester(state.people, row, file && requesterOf(file, state.table.received[row]!))
    state.unread.delete(row)
  }
  return false
}

/** In portions: a save does not wait while 100,000 cases are read for the first time. */
export async function readAll(state: DeskState): Promise<void> {
  while (readSome(state)) await breath()
}
