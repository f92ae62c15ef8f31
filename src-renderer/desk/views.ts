/** What the screens see of the state: rows, counts, one case. Plain values, made anew for each question. */
import { readCase, readProvider, userName } from '#core/book/book.ts'
import { roundNumber } from '#core/case-file/case-file.ts'
import { nextCommands, openReferral, road, serviceTypeOf, statusOf } from '#core/case-file/status.ts'
import { candidates } from '#core/routing/candidates.ts'
import type { CasePage, CaseRow, CaseView, Counts, Filter, PageQuery } from './api.ts'
import { countCases, pageRows } from './case-query.ts'
import { readRow } from './case-table.ts'
import { findCases } from './find-cases.ts'
import type { SnapshotHead } from './snapshot.ts'
import { shownTexts, type DeskState } from './state.ts'

export const FRONT_QUERY: PageQuery = { open: true, sort: 'due', descending: false, offset: 0, limit: 50 }

const rowOf = (state: DeskState, row: number): CaseRow => {
  const columns = readRow(state.table, row)
  const providerName = columns.provider ? (readProvider(state.book, columns.provider)?.name ?? '') : ''
  return { ...columns, ...shownTexts(state, row), providerName }
}

/** The first screen's list, kept in the snapshot. */
export const frontOf = (state: DeskState): SnapshotHead['front'] => {
  const { rows, total } = pageRows(state.table, state.orders, FRONT_QUERY, null)
  return { rows: rows.map((row) => rowOf(state, row)), total }
}

export async function pageOf(state: DeskState, query: PageQuery): Promise<CasePage> {
  const hits = query.search?.trim() ? await findCases(state, query.search.trim()) : null
  const { rows, total } = pageRows(state.table, state.orders, query, hits)
  return { rows: rows.map((row) => rowOf(state, row)), total, revision: state.book.replica.revision }
}

export const countsOf = (state: DeskState, now: number): Counts => ({
  ...countCases(state.table, now),
  revision: state.book.replica.revision,
})

/** Ids of every case that matches, in the list's order: for exports. */
export async function matchingCases(state: DeskState, filter: Filter): Promise<string[]> {
  const hits = filter.search?.trim() ? await findCases(state, filter.search.trim()) : null
  const { rows } = pageRows(
    state.table,
    state.orders,
    { ...filter, sort: 'received', descending: false, offset: 0, limit: state.table.count },
    hits,
  )
  return rows.map((row) => state.table.id[row]!)
}

export function viewOf(state: DeskState, id: string): CaseView | null {
  const { book } = state
  const file = readCase(book, id)
  if (!file) return null
  const serviceType = serviceTypeOf(file)
  const users = new Set(file.acts.map((act) => act.by))
  if (file.fields.receivedBy) users.add(file.fields.receivedBy)
  const providers = book.providers.map((provider) => readProvider(book, provider)!)
  const text = [file.fields.title, file.fields.text, file.fields.place].join('\n')
  return {
    file,
    status: statusOf(file),
    serviceType,
    round: roundNumber(file),
    road: road(file),
    next: nextCommands(file),
    openReferral: openReferral(file)?.id ?? null,
    userNames: Object.fromEntries([...users].map((user) => [user, userName(book, user)])),
    providerNames: Object.fromEntries(providers.map((provider) => [provider.id, provider.name])),
    candidates: serviceType ? candidates({ serviceType, text }, providers).slice(0, 8) : [],
  }
}

/** The list the first screen opens with: answered from the snapshot's head while the rest is still being read. */
export const isFrontQuery = (query: PageQuery): boolean => JSON.stringify(query) === JSON.stringify(FRONT_QUERY)
