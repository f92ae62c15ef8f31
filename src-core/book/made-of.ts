/** What is made from every entity of some types (a tree of places, a directory): made once, and anew when one of them changed. */
import { entitiesOf, readEntity, type Book } from './book.ts'

/** `make` gets the shown values of every entity of `type`, each with its id. */
export function madeOf<T>(
  type: string,
  make: (all: readonly ({ readonly id: string } & Record<string, unknown>)[]) => T,
) {
  const kept = new WeakMap<Book, { readonly changes: number; readonly made: T }>()
  return (book: Book): T => {
    const changes = book.changes.get(type) ?? 0
    const before = kept.get(book)
    if (before?.changes === changes) return before.made
    const made = make([...entitiesOf(book, type)].map((id) => ({ ...readEntity(book, id), id })))
    kept.set(book, { changes, made })
    return made
  }
}
