/** What decisions may look at, out of the book. */
import type { CommandReading } from '../commands.ts'
import { entitiesOf, externalOf, heldIn, readCase, readEntity, readProvider, type Book } from './book.ts'
import { accountsOf } from './accounts-of.ts'
import { catalogueOf } from './catalogue-of.ts'
import { importedCase } from './imports.ts'
import { ledgerIn } from './ledger-in.ts'

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
    get accounts() {
      return accountsOf(book)
    },
    read: (id) => readEntity(book, id),
    ids: (type) => entitiesOf(book, type),
    held: (id, field) => heldIn(book, id, field),
    entity: (id) => book.replica.entities.get(id) ?? null,
    children: (id) => book.children.get(id) ?? [],
    money: () => ledgerIn(book),
    categoryLimit: (code, day) => catalogueOf(book, day).leaf(code)?.limit,
  }
}
