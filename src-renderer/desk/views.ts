/** What the screens see of the state: rows, counts, one case. Plain values, made anew for each question. */
import { providerCards, readCase, readProvider, userName } from '#core/book/book.ts'
import { roundNumber } from '#core/case-file/case-file.ts'
import { nextCommands, openReferral, road, serviceTypeOf, statusOf } from '#core/case-file/status.ts'
import { candidates } from '#core/routing/candidates.ts'
import type { CasePage, CaseRow, CaseView, Counts, Filter, PageQuery } from './shapes.ts'
import { countCases, countRows, pageRows } from './case-query.ts'
import { readRow } from './case-table.ts'
import { findCases } from './find-cases.ts'
import { requestsOf } from './people.ts'
import type { SnapshotHead } from './snapshot.ts'
import { shownTexts, type DeskState } from './state.ts'

export const FRONT_QUERY: PageQuery = { open: true, sort: 'due', descending: false, offset: 0, limit: 50 }

export const rowOf = (state: DeskState, row: number): CaseRow => {
  const columns = readRow(state.table, row)
  const providerName = columns.provider ? (readProvider(state.book, columns.provider)?.name ?? '') : ''
  return { ...columns, ...shownTexts(state, row), providerName }
}

/** The first screen's list, kept in the snapshot. */
export const frontOf = (state: DeskState): SnapshotHead['front'] => {
  const { rows, total } = pageRows(state.table, state.orders, FRONT_QUERY, null, 0)
  return { rows: rows.map((row) => rowOf(state, row)), total }
}

/** Rows that the search words and the person leave; null for all. */
async function hitsOf(state: DeskState, { search, requesterOf }: Filter): Promise<Uint8Array | null> {
  const found = search?.trim() ? (await findCases(state, search.trim())).rows : null
  const theirs = requesterOf === undefined ? null : await requestsOf(state, requesterOf)
  return found && theirs ? theirs.map((mark, row) => mark & found[row]!) : (found ?? theirs)
}

/** `now`: epoch milliseconds; only periods that move with the clock look at it. */
export async function pageOf(state: DeskState, query: PageQuery, now = 0): Promise<CasePage> {
  const hits = await hitsOf(state, query)
  const { rows, total } = pageRows(state.table, state.orders, query, hits, now)
  return { rows: rows.map((row) => rowOf(state, row)), total, revision: state.book.replica.revision }
}

export const countsOf = (state: DeskState, now: number): Counts => ({
  ...countCases(state.table, now),
  revision: state.book.replica.revision,
})

/** How many cases each filter finds. */
export async function countsEach(state: DeskState, filters: readonly Filter[], now: number): Promise<number[]> {
  const counts: number[] = []
  for (const filter of filters) counts.push(countRows(state.table, filter, await hitsOf(state, filter), now))
  return counts
}

/** Ids of every case that matches, in the list's order: for exports. */
export async function matchingCases(
  state: DeskState,
  query: Omit<PageQuery, 'offset' | 'limit'>,
  now: number,
): Promise<string[]> {
  const hits = await hitsOf(state, query)
  const whole = { ...query, offset: 0, limit: state.table.count }
  const { rows } = pageRows(state.table, state.orders, whole, hits, now)
  return rows.map((row) => state.table.id[row]!)
}

export function viewOf(state: DeskState, id: string): CaseView | null {
  const { book } = state
  const file = readCase(book, id)
  if (!file) return null
  const serviceType = serviceTypeOf(file)
  const users = new Set(file.acts.map((act) => act.by))
  for (const { act, by } of file.withdrawn) users.add(act.by).add(by)
  if (file.fields.receivedBy) users.add(file.fields.receivedBy)
  const providers = providerCards(book)
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
