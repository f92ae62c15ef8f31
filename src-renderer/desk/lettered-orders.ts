import { entitiesOf, readEntity, type Book } from '#core/book/book.ts'
import { actsOf, type CaseFile } from '#core/case-file/case-file.ts'
import type { EntityId } from '#core/kernel/event.ts'
import { sameAs } from '#core/peer/letter-acts.ts'

/** 督办 orders of a case that came or went as letters. */
export const letteredOrders = ({ replica }: Book, file: CaseFile): readonly EntityId[] =>
  actsOf(file.acts, 'supervision-order').flatMap(({ id }) => (replica.entities.has(sameAs('letter', id)) ? [id] : []))

/** An office above that letters can go to. */
export function hasUpper(book: Book): boolean {
  for (const id of entitiesOf(book, 'peer')) {
    const peer = readEntity(book, id)
    if (peer?.['kind'] === 'upper' && !peer['left']) return true
  }
  return false
}
