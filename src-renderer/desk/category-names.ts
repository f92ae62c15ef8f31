/** Categories as people read them; words of older records stay as they are. */
import { entitiesOf, readEntity } from '#core/book/book.ts'
import type { TwoNames } from '#core/category/category.ts'
import { currentCatalogue, readChanges } from '#core/category/current-catalogue.ts'
import type { Day } from '#core/lib/time.ts'
import type { DeskState } from './state.ts'

export function categoryNames({ book }: DeskState, day: Day): (category: string) => TwoNames {
  const changes = [...entitiesOf(book, 'category')].map((id) => [id, readEntity(book, id)] as const)
  const catalogue = currentCatalogue(readChanges(changes), day)
  return (category) => catalogue.leaf(category)?.name ?? { zh: category, en: category }
}
