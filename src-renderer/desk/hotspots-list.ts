/** 热点: what repeated itself lately by place and category (core/topic/hotspots.ts), out of the columns. */
import { entitiesOf, readEntity } from '#core/book/book.ts'
import type { TwoNames } from '#core/category/category.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { placeCard } from '#core/place/fields.ts'
import { placeTree } from '#core/place/place-tree.ts'
import { areaOf, HOTSPOT_DAYS, hotspots, type Hotspot, type Spotted } from '#core/topic/hotspots.ts'
import { categoryNames } from './category-names.ts'
import { wordAt } from './coded-words.ts'
import type { CaseRow } from './shapes.ts'
import { shownTexts, type DeskState } from './state.ts'
import { rowOf } from './views.ts'

const DAY_MS = 86_400_000

/** `categoryName`: as people read the code; the words themselves in older records. */
export type HotspotRow = Hotspot & { readonly rows: readonly CaseRow[]; readonly categoryName: TwoNames }

/** `now`: epoch ms. Reads only the cases of the last days; the place tree once, when one of them names a place of it. */
export function hotspotsOf(state: DeskState, now: number): HotspotRow[] {
  const { table } = state
  const spotted: Spotted[] = []
  let tree: ReturnType<typeof placeTree> | null = null
  const neighbourhood = (id: string): string => {
    tree ??= placeTree([...entitiesOf(state.book, 'place')].map((place) => placeCard(place, readEntity(state.book, place) ?? {}))) // prettier-ignore
    return tree.pathOf(id).find((place) => place.kind === 'neighbourhood')?.name ?? ''
  }
  for (let row = 0; row < table.count; row++) {
    if (now - table.received[row]! > HOTSPOT_DAYS * DAY_MS) continue
    const category = wordAt(table.words.category, row) ?? ''
    if (category === '') continue
    const placeId = wordAt(table.words.placeId, row)
    spotted.push({
      id: table.id[row]!,
      category,
      place: (placeId && neighbourhood(placeId)) || areaOf(shownTexts(state, row).place),
      topics: (wordAt(table.words.joined, row) ?? '').split(' ').filter((id) => id.startsWith('topic:')),
    })
  }
  const nameOf = categoryNames(state, dayOf(momentOf(now)))
  return hotspots(spotted).map((spot) => ({
    ...spot,
    categoryName: nameOf(spot.category),
    rows: spot.cases.map((id) => rowOf(state, table.rowOf.get(id)!)),
  }))
}
