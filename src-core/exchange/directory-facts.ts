/** What the files of a directory look up: the catalogue, and the words of places. */
import { currentCatalogue, readChanges, type Catalogue } from '../category/current-catalogue.ts'
import type { EntityId } from '../kernel/event.ts'
import type { Day } from '../lib/time.ts'
import { placeCard } from '../place/fields.ts'
import { placeTree, type PlaceTree } from '../place/place-tree.ts'
import type { EntityReading } from '../provider/directory.ts'
import { plainName } from '../provider/part-rules.ts'
import { LIST_SIGNS } from '../provider/service.ts'
import type { SheetFacts } from './directory-sheets.ts'
import type { HsdsFacts } from './hsds-export.ts'

export const catalogueOn = ({ read, ids }: EntityReading, today: Day): Catalogue =>
  currentCatalogue(readChanges([...ids('category')].map((id) => [id, read(id)] as const)), today)

/** Name in either language → code. */
export function categoryNames({ leaves }: Catalogue): (name: string) => string | undefined {
  const names = new Map<string, string>()
  for (const { code, name } of leaves) for (const one of [name.zh, name.en]) names.set(plainName(one), code)
  return (name) => names.get(plainName(name))
}

export type PlaceWords = { readonly tree: PlaceTree; readonly byWords: (words: string) => EntityId | undefined }

/** Made when first asked for: 60,000 doors take a while. Of two places of the same words the first counts. */
export function placesIn({ read, ids }: EntityReading): () => PlaceWords {
  let made: PlaceWords | null = null
  return () => {
    if (made) return made
    const tree = placeTree([...ids('place')].map((id) => placeCard(id, read(id) ?? {})))
    const words = new Map<string, EntityId>()
    for (const { id } of tree.all) if (!words.has(tree.pathWords(id))) words.set(tree.pathWords(id), id)
    return (made = { tree, byWords: (text) => words.get(text) })
  }
}

export function directoryFacts(reading: EntityReading, today: Day): HsdsFacts & SheetFacts {
  const { leaf } = catalogueOn(reading, today)
  const places = placesIn(reading)
  return {
    category: leaf,
    placeWords: (id) => places().tree.pathWords(id),
    placeAbove: (id) =>
      places()
        .tree.pathOf(id)
        .filter(({ kind }) => kind === 'district' || kind === 'street' || kind === 'community')
        .map(({ name }) => name),
    placeRef: (id) => {
      const words = places().tree.pathWords(id)
      return words !== '' && !LIST_SIGNS.test(words) && places().byWords(words) === id ? words : id
    },
  }
}
