/** Who looks. The book stays the same object for as long as a station is open. */
import { readCase, type Book } from '#core/book/book.ts'
import { accountsOf } from '#core/book/accounts-of.ts'
import { isHiddenFrom } from '#core/revisit/hidden-rating.ts'
import type { CaseRow } from './shapes.ts'
import type { DeskState } from './state.ts'

const viewers = new WeakMap<Book, string>()

export const noteViewer = (book: Book, user: string): void => void viewers.set(book, user)
/** '' before anybody signed in: of nobody's cases. */
export const viewerOf = (book: Book): string => viewers.get(book) ?? ''

const OF_RATINGS: ReadonlySet<CaseRow['waiting']> = new Set(['verifying', 'rectifying', 'appeal'])
/** 差评 waits there for somebody: such a case is found by nobody who was rated in it. */
export const isOfRatings = (waiting: CaseRow['waiting']): boolean => OF_RATINGS.has(waiting)

/** Whether whoever looks was rated here, and so does not learn which resident it was (core/revisit/hidden-rating.ts). */
export function isRatedHere({ book }: DeskState, id: string): boolean {
  const file = readCase(book, id)
  return file !== null && isHiddenFrom(file, viewerOf(book), accountsOf(book))
}

/** Only called for the few cases that were ever rated badly. */
export function withoutRating<R extends CaseRow>(state: DeskState, row: R): R {
  if (!isRatedHere(state, row.id)) return row
  return { ...row, rating: 'none', ...(OF_RATINGS.has(row.waiting) && { waiting: 'nothing', nextAt: null }) }
}
