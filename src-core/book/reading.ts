/** What decisions may look at, out of the book. */
import { currentCatalogue, readChanges } from '../category/current-catalogue.ts'
import type { CommandReading } from '../commands.ts'
import { entitiesOf, externalOf, readCase, readEntity, readProvider, type Book } from './book.ts'
import { hasAccount } from '../station/colleagues.ts'
import { importedCase } from './imports.ts'

/** `prefix`: short code and device letter, 'S0012-A'. Numbers handed out are remembered at once: a batch may ask many times. */
export function readingOf(book: Book, prefix: string): CommandReading {
  return {
    caseFile: (id) => readCase(book, id),
    exists: (id) => book.replica.entities.has(id),
    byExternal: (source, id) => externalOf(book).get(`${source}\n${id}`) ?? null,
    nextNumber(year) {
      const shown = Math.max(year, book.lastYear)
      const next = (book.numbers.get(shown) ?? 0) + 1
      book.numbers.set(shown, next)
      book.lastYear = shown
      return `${prefix}-${shown}-${String(next).padStart(5, '0')}`
    },
    importedCase: (id) => importedCase(book, id),
    numbers: () => [...book.numbers],
    providerType: (id) => readProvider(book, id)?.serviceType ?? null,
    accounts: [...entitiesOf(book, 'user')].filter((id) => hasAccount(readEntity(book, id) ?? {})).length,
    read: (id) => readEntity(book, id),
    ids: (type) => entitiesOf(book, type),
    categoryLimit(code, day) {
      const changes = readChanges([...entitiesOf(book, 'category')].map((id) => [id, readEntity(book, id)]))
      return currentCatalogue(changes, day).leaf(code)?.limit
    },
  }
}
