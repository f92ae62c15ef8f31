/** A case by what people type: its number in any letter case, or its id. */
import type { Book } from '#core/book/book.ts'
import { value } from '#core/kernel/entity.ts'
import type { EntityId } from '#core/kernel/event.ts'

export function findCase(book: Book, word: string): EntityId | null {
  if (book.caseSet.has(word)) return word
  if (book.caseSet.has(`case:${word}`)) return `case:${word}`
  const number = word.toUpperCase()
  return book.cases.find((id) => value(book.replica.entities.get(id)!, 'number') === number) ?? null
}
