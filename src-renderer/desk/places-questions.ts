/** What the screens ask about places. A tree may have tens of thousands of doors: it is handed out level by level. */
import { entitiesOf, readEntity } from '#core/book/book.ts'
import { changesOf } from '#core/intake/import-places.ts'
import { PLACE_KINDS, type PlaceCard, type PlaceKind } from '#core/place/fields.ts'
import { plainPlace } from '#core/place/place-words.ts'
import type { PlaceRow } from '#core/place/places-from-rows.ts'
import type { PlaceTree } from '#core/place/place-tree.ts'
import type { Asking } from './asking.ts'
import { nameSearch } from './letters.ts'
import { registerOf } from './people-register.ts'

/** A place where it can be chosen: with the words of its whole address. */
export type PlaceHit = { readonly id: string; readonly kind: PlaceKind; readonly name: string; readonly words: string }

export type PlaceLine = {
  readonly card: PlaceCard
  /** Places directly below. */
  readonly below: number
  /** Registered residents here and below. */
  readonly residents: number
  readonly grid: string
  readonly residentGroup: string
}
export type PlaceLevel = {
  /** From the top down to the place that was asked for. */
  readonly path: readonly PlaceHit[]
  readonly lines: readonly PlaceLine[]
  readonly total: number
}
export type PlaceImportPreview = {
  readonly added: Readonly<Partial<Record<PlaceKind, number>>>
  readonly changed: number
}

export type PlacesQuestions = {
  /**
   * What lies directly below a place; '' for the top, null for the first level on the way down that has more than one line
   * (a station has one community). At most 2,000 lines.
   */
  placeLevel(parent: string | null): Promise<PlaceLevel>
  /** Whatever can be chosen as an area: all but doors and units, retired ones left out. */
  areas(): Promise<readonly PlaceHit[]>
  /** Places that the words find: an address as it is typed, or a name by characters, pinyin and initials. */
  findPlaces(words: string, limit: number): Promise<readonly PlaceHit[]>
  placeOf(id: string): Promise<PlaceHit | null>
  /** What an import would add and change; nothing is written. */
  previewPlaces(rows: readonly PlaceRow[]): Promise<PlaceImportPreview>
}

const MOST_LINES = 2_000
const hitOf = (tree: PlaceTree, { id, kind, name }: PlaceCard): PlaceHit => ({ id, kind, name, words: tree.pathWords(id) }) // prettier-ignore

/** '' where no level has two lines. */
function firstFork(tree: PlaceTree): string {
  let at = ''
  for (;;) {
    const below = tree.childrenOf(at)
    if (below.length !== 1) return below.length === 0 ? '' : at
    at = below[0]!.id
  }
}

export const placesQuestions = ({ ready }: Asking): PlacesQuestions => ({
  async placeLevel(asked) {
    const register = registerOf((await ready()).state.book)
    const { tree, merged } = register
    const parent = asked ?? firstFork(tree)
    const below = tree.childrenOf(parent)
    const shown = below.slice(0, MOST_LINES)
    // One walk up from every resident, instead of one walk down for every line.
    const count = new Map<string, number>()
    const across = new Set(shown.filter(({ kind }) => kind === 'grid' || kind === 'resident-group').map(({ id }) => id))
    for (const { card } of merged.values()) {
      if (!card.place || card.left) continue
      for (const { id } of tree.pathOf(card.place)) count.set(id, (count.get(id) ?? 0) + 1)
      if (across.size === 0) continue
      const { grid, residentGroup } = tree.acrossOf(card.place)
      for (const one of [grid, residentGroup]) if (one) count.set(one.id, (count.get(one.id) ?? 0) + 1)
    }
    return {
      path: tree.pathOf(parent).map((place) => hitOf(tree, place)),
      total: below.length,
      lines: shown.map((card) => {
        const { grid, residentGroup } = tree.acrossOf(card.id)
        return {
          card,
          below: tree.childrenOf(card.id).length,
          residents: count.get(card.id) ?? 0,
          grid: grid?.name ?? '',
          residentGroup: residentGroup?.name ?? '',
        }
      }),
    }
  },
  async areas() {
    const { tree } = registerOf((await ready()).state.book)
    return tree.all
      .filter(({ kind, retired }) => kind !== 'door' && kind !== 'unit' && !retired)
      .map((place) => hitOf(tree, place))
      .toSorted((a, b) => PLACE_KINDS.indexOf(a.kind) - PLACE_KINDS.indexOf(b.kind) || a.words.localeCompare(b.words, 'zh-CN', { numeric: true })) // prettier-ignore
  },
  async findPlaces(words, limit) {
    const typed = plainPlace(words)
    if (typed === '') return []
    const { tree } = registerOf((await ready()).state.book)
    const exact = tree.findByWords(words)
    const found: PlaceCard[] = exact ? [tree.get(exact)!, ...tree.childrenOf(exact).filter(({ retired }) => !retired)] : [] // prettier-ignore
    const isNamed = await nameSearch(words.trim())
    for (const place of tree.all) {
      if (found.length >= limit) break
      if (place.kind === 'door' || place.retired || found.includes(place)) continue
      if (isNamed(place.name) || plainPlace(tree.pathWords(place.id)).includes(typed)) found.push(place)
    }
    return found.slice(0, limit).map((place) => hitOf(tree, place))
  },
  async placeOf(id) {
    const { tree } = registerOf((await ready()).state.book)
    const place = tree.get(id)
    return place ? hitOf(tree, place) : null
  },
  async previewPlaces(rows) {
    const { book } = (await ready()).state
    const reading = { read: (id: string) => readEntity(book, id), ids: (type: string) => entitiesOf(book, type) }
    let next = 0
    const changes = changesOf(reading, rows, () => `place:new-${(next += 1)}`)
    const added: Partial<Record<PlaceKind, number>> = {}
    for (const { isNew, fields } of changes)
      if (isNew && fields.kind) added[fields.kind] = (added[fields.kind] ?? 0) + 1
    return { added, changed: changes.filter(({ isNew }) => !isNew).length }
  },
})
