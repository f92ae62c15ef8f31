/**
 * 疑似重复, while a request is written: what was asked before by the same person or at the same place, and says the same
 * (core/intake/likeness.ts). Two steps: a search by characters for name, phone and place over all texts, then a close look
 * at the newest that it finds. 100,000 cases: see tests/bench (bar 100 ms).
 */
import { readCase } from '#core/book/book.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import type { RequestKind } from '#core/case-file/codes.ts'
import { isConfidential } from '#core/case-file/confidential.ts'
import { likeness, likenessWeight, patternOf, spellings, type Compared } from '#core/intake/likeness.ts'
import { value } from '#core/kernel/entity.ts'
import type { Repeat } from './shapes.ts'
import { FIRST_CLOSED } from './case-table.ts'
import { findText } from './search-text.ts'
import { readAll, type DeskState } from './state.ts'
import { rowOf } from './views.ts'

const YEAR_MS = 366 * 86_400_000
/** Newest first, so many are looked at closely: a close look takes about 30 µs. */
const CLOSELY = 600
const SHOWN = 3

/** Open cases of any age, closed ones of the last year. `now`: epoch ms. */
export async function repeatsOf(state: DeskState, asked: Compared, now: number, most = SHOWN): Promise<Repeat[]> {
  const rows = await candidates(state, asked)
  if (rows.length === 0) return []
  const { table } = state
  const recent = rows
    .filter((row) => table.status[row]! < FIRST_CLOSED || now - table.received[row]! < YEAR_MS)
    .toSorted((a, b) => table.received[b]! - table.received[a]!)
    .slice(0, CLOSELY)
  const pattern = patternOf(asked)
  const hits = recent.flatMap((row) => {
    const like = likeness(pattern, comparedOf(state, row))
    return like ? [{ row, like, weight: likenessWeight(like) + (table.status[row]! < FIRST_CLOSED ? 5 : 0) }] : []
  })
  return hits
    .toSorted((a, b) => b.weight - a.weight || table.received[b.row]! - table.received[a.row]!)
    .slice(0, most)
    .map(({ row, like }) => ({ ...like, row: rowOf(state, row), closedAt: closedAt(state, row) }))
}

/** Rows that mention the name, the phone or the building somewhere. */
async function candidates(state: DeskState, asked: Compared): Promise<number[]> {
  const { requesterName, requesterPhone, place } = asked
  const words = [requesterName.trim(), requesterPhone.trim()].filter((text) => text.length >= 2)
  words.push(...spellings(place))
  if (words.length === 0 || !/[\p{L}\p{N}]{2}/u.test(asked.title + asked.text)) return []
  await readAll(state)
  const found = new Set<number>()
  for (const text of words) {
    const { rows } = findText(state.search, text)
    for (let row = rows.indexOf(1); row >= 0; row = rows.indexOf(1, row + 1)) found.add(row)
  }
  return [...found]
}

function comparedOf(state: DeskState, row: number): Compared {
  const entity = state.book.replica.entities.get(state.table.id[row]!)!
  const words = (field: string): string => (value(entity, field) as string | undefined) ?? ''
  // Whatever a merge left there: of a report (举报) nobody is told that it is the same person.
  const isReport = isConfidential({ requestKind: value(entity, 'requestKind') as RequestKind, openReason: words('openReason') }) // prettier-ignore
  return {
    requesterName: isReport ? '' : words('requesterName'),
    requesterPhone: isReport ? '' : words('requesterPhone'),
    place: words('place'),
    title: words('title'),
    text: words('text'),
  }
}

function closedAt(state: DeskState, row: number): string | null {
  if (state.table.status[row]! < FIRST_CLOSED) return null
  const file = readCase(state.book, state.table.id[row]!)
  return (file && actsOf(file.acts, 'closing').at(-1)?.at) ?? null
}
