/** What the worker holds of one unlocked station. */
import { absorb, newBook, readCase, type Book } from '#core/book/book.ts'
import { caseSummary, searchedText } from '#core/case-file/summary.ts'
import { value } from '#core/kernel/entity.ts'
import type { EntityId, Scope } from '#core/kernel/event.ts'
import { rowsOfWords } from './coded-words.ts'
import {
  BYTE_COLUMNS,
  newCaseTable,
  putCase,
  TEXT_COLUMNS,
  TIME_COLUMNS,
  WORD_COLUMNS,
  type CaseTable,
} from './case-table.ts'
import type { Orders } from './case-query.ts'
import { newPeopleIndex, putRequester, requesterOf, type PeopleIndex } from './people-index.ts'
import { newResultsIndex, putResults, withoutResults, type ResultsIndex } from './results-index.ts'
import { newSearchText, NO_TEXT, putText, type SearchText } from './search-text.ts'

export type DeskState = {
  readonly book: Book
  readonly table: CaseTable
  readonly orders: Orders
  readonly search: SearchText
  readonly people: PeopleIndex
  readonly results: ResultsIndex
  /** Rows that `search`, `people` and `results` have not read yet: that is done when idle, or by the first who asks. */
  readonly unread: Set<number>
  /** Groups of cases whose snapshot part is out of date. */
  readonly dirty: Set<number>
}

/** Cases per snapshot part: small enough to rewrite after a change, large enough to compress. */
export const GROUP = 1_000
/** The group of what was erased. */
export const ERASED_GROUP = -1
/** Everything that is no case and no act (people, places, providers) lies in so many groups: 60,000 people make about 1,000 a group. */
const OTHER_GROUPS = 64

/** Group of a case with its acts, or of anything else. An act whose case has not arrived lies by its own id. */
export function groupOf({ table, book }: DeskState, id: EntityId): number {
  const entity = book.replica.entities.get(id)
  const parent = id.startsWith('case:') ? id : entity && value(entity, 'case')
  const row = typeof parent === 'string' ? table.rowOf.get(parent) : undefined
  return row === undefined ? ERASED_GROUP - 1 - (checksum(id) % OTHER_GROUPS) : Math.floor(row / GROUP)
}

/** Of the characters, the same on every machine (FNV-1a, 32 bits). */
function checksum(text: string): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  return sum >>> 0
}

export const newDeskState = (scopes: readonly Scope[], own: EntityId | null = null): DeskState => ({
  book: newBook(scopes, own),
  table: newCaseTable(),
  orders: new Map(),
  search: newSearchText(),
  people: newPeopleIndex(),
  results: newResultsIndex(),
  unread: new Set(),
  dirty: new Set(),
})

/** Every snapshot part is out of date. */
export function allDirty({ table, dirty }: DeskState): void {
  for (let group = ERASED_GROUP - OTHER_GROUPS; group < 0; group++) dirty.add(group)
  for (let group = 0; group * GROUP < table.count; group++) dirty.add(group)
}

/** Brings columns up to date after events were applied. Answers another state when rows went. */
export function show(state: DeskState, touched: Iterable<EntityId>): DeskState {
  const all = [...touched]
  const shown = showCases(state, absorb(state.book, all))
  noteOthers(shown, all)
  return shown
}

/** The groups of whatever was written that is no case; cases are noted where they are shown. */
export function noteOthers(state: DeskState, touched: Iterable<EntityId>): void {
  const { entities } = state.book.replica
  for (const id of touched) {
    if (!id.startsWith('case:')) state.dirty.add(groupOf(state, id))
    if (entities.get(id)?.erased) state.dirty.add(ERASED_GROUP)
  }
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
  for (const name of WORD_COLUMNS) table.words[name] = rowsOfWords(old.table.words[name], kept, table.status.length)
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
    results: withoutResults(old.results, kept),
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
    putResults(state.results, row, file)
    state.unread.delete(row)
  }
  return false
}

/** In portions: a save does not wait while 100,000 cases are read for the first time. */
export async function readAll(state: DeskState): Promise<void> {
  while (readSome(state)) await breath()
}
