import { currentCatalogue, readChanges, type Catalogue } from '../category/current-catalogue.ts'
import type { Day, Moment } from '../lib/time.ts'
import type { Book } from './book.ts'
import { madeOf } from './made-of.ts'

/** Every decision asks: 173 leaves are laid out once a day, not once a command. */
const kept = madeOf('category', (all) => {
  const changes = readChanges(all.map((one) => [one.id, one]))
  let last: { readonly day: Day; readonly catalogue: Catalogue } | null = null
  return (day: Day): Catalogue => {
    if (last?.day !== day) last = { day, catalogue: currentCatalogue(changes, day) }
    return last.catalogue
  }
})

/** The catalogue as it is in force at `now`, a moment or a day. */
export const catalogueOf = (book: Book, now: Moment | Day): Catalogue => kept(book)(now.slice(0, 10))
