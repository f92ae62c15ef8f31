/** The rows of a 入户走访单: every door of the building in the order in which a walker meets them, in whole pages. */
import type { PersonCard } from '../person/fields.ts'
import type { PlaceCard } from '../place/fields.ts'
import type { PlaceTree } from '../place/place-tree.ts'
import { DOORS_A_PAGE, MOST_DOORS, type WalkDoor } from './fields.ts'

type Tree = Pick<PlaceTree, 'childrenOf'>
type Resident = Pick<PersonCard, 'id' | 'place' | 'left' | 'household'>
type Household = { readonly id: string; readonly head?: string | undefined }

const EMPTY: WalkDoor = { words: '' }

/** Rows up to the end of a page, and at least `pages` of them: room for doors that nobody has entered yet. */
export function wholePages(doors: readonly WalkDoor[], pages = 1): readonly WalkDoor[] {
  const known = doors.slice(0, MOST_DOORS)
  const rows = Math.min(MOST_DOORS, Math.max(pages, Math.ceil(known.length / DOORS_A_PAGE)) * DOORS_A_PAGE)
  return [...known, ...Array.from({ length: rows - known.length }, () => EMPTY)]
}

/** `people`: those who live here now. A door names its household's head, or whoever of it is known. */
export function doorsOf(
  building: string,
  tree: Tree,
  people: Iterable<Resident>,
  households: Iterable<Household>,
): readonly WalkDoor[] {
  const heads = new Set<string>()
  for (const { head } of households) if (head) heads.add(head)
  const lives = new Map<string, Resident>()
  for (const person of people) {
    if (!person.place || person.left) continue
    const before = lives.get(person.place)
    if (!before || (heads.has(person.id) && !heads.has(before.id))) lives.set(person.place, person)
  }
  const doors: WalkDoor[] = []
  const walk = (at: PlaceCard, words: string): void => {
    if (at.retired) return
    const here = words + at.name
    if (at.kind !== 'door') return tree.childrenOf(at.id).forEach((child) => walk(child, here))
    const person = lives.get(at.id)
    doors.push({ words: here, place: at.id, ...(person && { person: person.id }) })
  }
  for (const child of tree.childrenOf(building)) walk(child, '')
  return doors
}
