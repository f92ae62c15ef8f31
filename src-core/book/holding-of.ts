import type { Holding } from '../exchange/export/holding.ts'
import { entitiesOf, readEntity, type Book } from './book.ts'

/** Of the book, what exchange reads. */
export const holdingOf = (book: Book): Holding => ({
  replica: book.replica,
  read: (id) => readEntity(book, id),
  ids: (type) => entitiesOf(book, type),
})
