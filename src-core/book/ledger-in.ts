/** The ledger of a book, kept beside it: only what was written since the last look is read. */
import { ledgerEntry } from '../agreement/ledger-entry.ts'
import { newLedger, putEntry, type Ledger } from '../agreement/ledger.ts'
import type { Book } from './book.ts'

const kept = new WeakMap<Book, Ledger>()

export function ledgerIn(book: Book): Ledger {
  let ledger = kept.get(book)
  if (!ledger) kept.set(book, (ledger = newLedger()))
  for (const id of book.newEntries) {
    const entity = book.replica.entities.get(id)
    putEntry(ledger, id, entity ? ledgerEntry(entity) : null)
  }
  book.newEntries.clear()
  return ledger
}
