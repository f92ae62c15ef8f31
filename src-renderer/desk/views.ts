/** What the screens see of the state: rows, counts, one case. Plain values, made anew for each question. */
import { readProvider, userName } from '#core/book/book.ts'
import type { catalogueOf } from '#core/book/catalogue-of.ts'
import { houseOf, isUpperOffice, stationOf } from '#core/book/station-of.ts'
import { madeOf } from '#core/book/made-of.ts'
import { placeTreeOf } from '#core/book/place-tree-of.ts'
import { WAITINGS } from '#core/case-file/waiting.ts'
import type { Mark } from '#core/person/marks.ts'
import type { CasePage, CaseRow, Counts, Filter, PageQuery } from './shapes.ts'
import { countCases, countRows, pageRows } from './case-query.ts'
import { readRow, type WordColumn } from './case-table.ts'
import { wantedCodes } from './coded-words.ts'
import { findCases } from './find-cases.ts'
import { requestsOf } from './people.ts'
import { rosterOf } from './roster.ts'
import type { SnapshotHead } from './snapshot.ts'
import { readAll, shownTexts, type DeskState } from './state.ts'
import { isOfRatings, isRatedHere, withoutRating } from './viewer.ts'

export const FRONT_QUERY: PageQuery = { open: true, sort: 'due', descending: false, offset: 0, limit: 50 }

/**
 * The station never had a second account: whoever signs in alone cannot but approve their own work, and where everything
 * bears a warning none is seen. The rule stays (duties.ts); lists leave 越位 out, the page of the case says it quietly.
 */
export const isOneHanded = madeOf('user', (all) => all.filter(({ account }) => account !== false).length <= 1)
const UNAVOIDED = { none: 'none', vacant: 'vacant', overstepped: 'none', both: 'vacant' } as const

export const rowOf = (state: DeskState, row: number): CaseRow => {
  const columns = readRow(state.table, row)
  const providerName = columns.provider ? (readProvider(state.book, columns.provider)?.name ?? '') : ''
  const handlerName = columns.handler ? userName(state.book, columns.handler) : ''
  const duty = isOneHanded(state.book) ? UNAVOIDED[columns.duty] : columns.duty
  const texts = shownTexts(state, row)
  const shown = { ...columns, ...texts, providerName, handlerName, duty, ...officeWords(state, columns, texts.title) }
  return columns.rating === 'none' ? shown : withoutRating(state, shown)
}

/** 173 leaves are no part of the first screen: an upper office's lists fetch them. */
let catalogueHere: typeof catalogueOf | null = null
export async function officeReady({ book }: DeskState): Promise<void> {
  if (isUpperOffice(book)) catalogueHere ??= (await import('#core/book/catalogue-of.ts')).catalogueOf
}

/** What stands in for the words that stay at the station. Nothing at a station itself. */
function officeWords(
  { book }: DeskState,
  { pc, number, category, receivedAt }: Pick<CaseRow, 'pc' | 'number' | 'category' | 'receivedAt'>,
  title: string,
): Pick<CaseRow, 'station' | 'leaf'> {
  const of = stationOf(book, { pc: pc ?? '', number })
  const leaf = of && title === '' ? catalogueHere?.(book, receivedAt).leaf(category)?.name : undefined
  return { ...(of && { station: of.name }), ...(leaf && { leaf }) }
}

/** The first screen's list, kept in the snapshot. */
export const frontOf = (state: DeskState): SnapshotHead['front'] => {
  const { rows, total } = pageRows(state.table, state.orders, FRONT_QUERY, null, 0)
  return { rows: rows.map((row) => rowOf(state, row)), total }
}

/** Rows that the search words, the person, the place, the mark and the ids leave; null for all. */
export async function hitsOf(state: DeskState, filter: Filter): Promise<Uint8Array | null> {
  const { search, requesterOf, place, mark, ids, waiting, station } = filter
  const found: Uint8Array[] = []
  if (search?.trim()) found.push((await findCases(state, search.trim())).rows)
  if (requesterOf !== undefined) found.push(await requestsOf(state, requesterOf))
  if (place !== undefined) found.push(rowsWith(state, 'placeId', isWithin(state, place)))
  if (station !== undefined) found.push(rowsWith(state, 'pc', (pc) => houseOf(state.book, pc) === station))
  if (mark !== undefined) found.push(await rowsMarked(state, mark))
  if (ids !== undefined) {
    const wanted = new Uint8Array(state.table.count)
    for (const id of ids) wanted[state.table.rowOf.get(id) ?? wanted.length] = 1
    found.push(wanted)
  }
  if (waiting?.some(isOfRatings)) found.push(rowsNotRated(state))
  const [first, ...rest] = found
  return first ? rest.reduce((all, one) => all.map((hit, row) => hit & one[row]!), first) : null
}

/** A filter would tell what the row itself does not. */
const rowsNotRated = (state: DeskState): Uint8Array =>
  Uint8Array.from({ length: state.table.count }, (_, row) =>
    isOfRatings(WAITINGS[state.table.waiting[row]!]!) && isRatedHere(state, state.table.id[row]!) ? 0 : 1,
  )

/** One lookup for each word of the column, then one for each row. */
function rowsWith({ table }: DeskState, name: WordColumn, wanted: (word: string) => boolean): Uint8Array {
  const { codes } = table.words[name]
  const flags = wantedCodes(table.words[name], wanted)
  return Uint8Array.from({ length: table.count }, (_, row) => flags[codes[row]!]!)
}

const isWithin = ({ book }: DeskState, area: string): ((place: string) => boolean) => {
  const tree = placeTreeOf(book)
  return (place) => tree.within(place, area)
}
/** Cases of whoever bears the mark: linked, or of the same name and phone; on whichever entry of the person it stands. */
async function rowsMarked(state: DeskState, mark: Mark): Promise<Uint8Array> {
  await readAll(state)
  const { rows, ofCase, register } = rosterOf(state)
  const marked = rows.map(({ person }) => person !== null && register.merged.get(person)!.card.marks.includes(mark))
  return Uint8Array.from(ofCase, (at) => (at >= 0 && marked[at] ? 1 : 0))
}

/** `now`: epoch milliseconds; only periods that move with the clock look at it. */
export async function pageOf(state: DeskState, query: PageQuery, now = 0): Promise<CasePage> {
  const [hits] = await Promise.all([hitsOf(state, query), officeReady(state)])
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

/** The list the first screen opens with: answered from the snapshot's head while the rest is still being read. */
export const isFrontQuery = (query: PageQuery): boolean => JSON.stringify(query) === JSON.stringify(FRONT_QUERY)
