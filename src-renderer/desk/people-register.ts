/**
 * The registered residents as the desk knows them: entries, who of them is one person, households, visits, and an index for
 * searching and for twins. Brought up to date by the first question after something was written; only what changed is read.
 */
import type { Book } from '#core/book/book.ts'
import { entitiesOf } from '#core/book/book.ts'
import { values, type Entity } from '#core/kernel/entity.ts'
import { phoneDigits } from '#core/lib/phone.ts'
import { ageOn } from '#core/person/id-number.ts'
import { personCard, type PersonApartFields, type PersonCard, type PersonChangeFields, type PersonVisitFields } from '#core/person/fields.ts' // prettier-ignore
import { mergedPerson, personGroups, type Merge, type MergedPerson, type PersonGroups } from '#core/person/merged-people.ts' // prettier-ignore
import { PART_END } from '#core/case-file/summary.ts'
import { placeCard } from '#core/place/fields.ts'
import { placeTree, type PlaceTree } from '#core/place/place-tree.ts'
import { newSearchText, putText, type SearchText } from './search-text.ts'

/** Entities of one type, read once each and again only when they were written to. */
type Shelf<T> = { readonly read: Map<string, { readonly writes: Entity['writes']; readonly value: T }>; changed: boolean; dirty: string[]; shrunk: boolean } // prettier-ignore

const newShelf = <T>(): Shelf<T> => ({ read: new Map(), changed: true, dirty: [], shrunk: false })

function refresh<T>(shelf: Shelf<T>, book: Book, type: string, make: (id: string, entity: Entity) => T): void {
  const ids = entitiesOf(book, type)
  shelf.changed = false
  shelf.dirty = []
  shelf.shrunk = false
  for (const id of ids) {
    const entity = book.replica.entities.get(id)!
    if (shelf.read.get(id)?.writes === entity.writes) continue
    shelf.read.set(id, { writes: entity.writes, value: make(id, entity) })
    shelf.changed = true
    shelf.dirty.push(id)
  }
  if (shelf.read.size === ids.size) return
  for (const id of shelf.read.keys()) if (!ids.has(id)) shelf.read.delete(id)
  shelf.changed = true
  shelf.shrunk = true
}

export type Visit = PersonVisitFields & { readonly id: string }
export type Change = PersonChangeFields & { readonly id: string }

export type Register = {
  readonly revision: number
  /** Another number whenever who is registered, or what is known of them, changed; the maps below are brought up to date in place. */
  readonly people: number
  /** Entry → when it was registered. */
  readonly since: ReadonlyMap<string, string>
  readonly tree: PlaceTree
  readonly groups: PersonGroups
  /** Roots in the order of registration; a row of `search` each. */
  readonly roots: readonly string[]
  readonly rowOf: ReadonlyMap<string, number>
  readonly merged: ReadonlyMap<string, MergedPerson>
  readonly entryOf: (id: string) => PersonCard | undefined
  /** Digits of a phone → roots that give it. */
  readonly byPhone: ReadonlyMap<string, readonly string[]>
  /** Root → visits and changes of all its entries, in the order of time. */
  readonly visits: ReadonlyMap<string, readonly Visit[]>
  readonly changes: ReadonlyMap<string, readonly Change[]>
  /** Household → roots of its members. */
  readonly members: ReadonlyMap<string, readonly string[]>
  readonly search: SearchText
  readonly apart: ReadonlySet<string>
}

type Kept = {
  readonly since: Map<string, string>
  readonly places: Shelf<ReturnType<typeof placeCard>>
  readonly people: Shelf<PersonCard>
  readonly merges: Shelf<Merge>
  readonly visits: Shelf<Visit>
  readonly changes: Shelf<Change>
  readonly apart: Shelf<PersonApartFields>
  register: Register | null
}

const kept = new WeakMap<Book, Kept>()

export const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`)

/** 60,000 residents: 350 ms the first time, 10 ms after a save, nothing while nothing was written. */
export function registerOf(book: Book): Register {
  let mine = kept.get(book)
  if (!mine) {
    mine = { since: new Map(), places: newShelf(), people: newShelf(), merges: newShelf(), visits: newShelf(), changes: newShelf(), apart: newShelf(), register: null } // prettier-ignore
    kept.set(book, mine)
  }
  const before = mine.register
  if (before?.revision === book.replica.revision) return before
  refresh(mine.places, book, 'place', (id, entity) => placeCard(id, values(entity)))
  refresh(mine.people, book, 'person', (id, entity) => {
    const first = entity.writes.reduce((at, { t }) => (t < at ? t : at), entity.writes[0]?.t ?? '')
    if (!mine.since.has(id)) mine.since.set(id, first)
    return personCard(id, values(entity))
  })
  refresh(mine.merges, book, 'person-merge', (id, entity) => ({ ...(values(entity) as Omit<Merge, 'id'>), id }))
  refresh(mine.visits, book, 'person-visit', (id, entity) => ({ ...(values(entity) as PersonVisitFields), id }))
  refresh(mine.changes, book, 'person-change', (id, entity) => ({ ...(values(entity) as PersonChangeFields), id }))
  refresh(mine.apart, book, 'person-apart', (_id, entity) => values(entity) as PersonApartFields)
  mine.register = made(mine, before, book.replica.revision)
  return mine.register
}

function made(
  { since, places, people, merges, visits, changes, apart }: Kept,
  before: Register | null,
  revision: number,
): Register {
  const groups = before && !merges.changed ? before.groups : personGroups(valuesOf(merges))
  const tree = before && !places.changed ? before.tree : placeTree(valuesOf(places))
  const who =
    before && !people.changed && !merges.changed
      ? { ...whoOf(before), people: before.people }
      : { ...peopleOf(people, groups, before, merges.changed), people: (before?.people ?? 0) + 1 }
  const sameGroups = before !== null && !merges.changed
  return {
    revision,
    since,
    tree,
    groups,
    ...who,
    entryOf: (id) => people.read.get(id)?.value,
    visits: sameGroups && !visits.changed ? before.visits : byRoot(valuesOf(visits), groups),
    changes: sameGroups && !changes.changed ? before.changes : byRoot(valuesOf(changes), groups),
    apart: before && !apart.changed ? before.apart : new Set(valuesOf(apart).map(({ one, other }) => pairKey(one, other))), // prettier-ignore
  }
}

const valuesOf = <T>({ read }: Shelf<T>): T[] => Array.from(read.values(), ({ value }) => value)

type Who = {
  readonly roots: string[]
  readonly rowOf: Map<string, number>
  readonly merged: Map<string, MergedPerson>
  readonly byPhone: Map<string, string[]>
  readonly members: Map<string, string[]>
  readonly search: SearchText
}
// Only this file makes registers, and it makes them of these.
const whoOf = ({ roots, rowOf, merged, byPhone, members, search }: Register): Who =>
  ({ roots, rowOf, merged, byPhone, members, search }) as Who

/** Somebody registered or corrected is put in place; a merge, or an entry that is gone, has all of it made anew. */
function peopleOf(people: Shelf<PersonCard>, groups: PersonGroups, before: Register | null, isMerge: boolean): Who {
  const anew = before === null || isMerge || people.shrunk
  const who: Who = anew
    ? {
        roots: [],
        rowOf: new Map(),
        merged: new Map(),
        byPhone: new Map(),
        members: new Map(),
        search: newSearchText(),
      }
    : whoOf(before)
  const ids = anew ? people.read.keys() : new Set(people.dirty.map(groups.rootOf))
  for (const id of ids) if (groups.rootOf(id) === id) putPerson(who, people, groups, id)
  return who
}

function putPerson(
  { roots, rowOf, merged, byPhone, members, search }: Who,
  people: Shelf<PersonCard>,
  groups: PersonGroups,
  id: string,
): void {
  // prettier-ignore
  const cards = groups.membersOf(id).flatMap((one) => people.read.get(one)?.value ?? [])
  const old = merged.get(id)?.card
  if (old) {
    for (const phone of phonesOf(old)) remove(byPhone, phone, id)
    if (old.household) remove(members, old.household, id)
  }
  const one = mergedPerson(cards)
  const row = rowOf.get(id) ?? roots.push(id) - 1
  rowOf.set(id, row)
  merged.set(id, one)
  for (const phone of phonesOf(one.card)) add(byPhone, phone, id)
  if (one.card.household) add(members, one.card.household, id)
  putText(search, row, searchedOf(cards))
}

function remove(map: Map<string, string[]>, key: string, id: string): void {
  const list = map.get(key)?.filter((one) => one !== id)
  if (list && list.length > 0) map.set(key, list)
  else map.delete(key)
}

function add(map: Map<string, string[]>, key: string, id: string): void {
  const list = map.get(key)
  if (!list) map.set(key, [id])
  else if (!list.includes(id)) list.push(id)
}

export const phonesOf = ({ phone, otherPhone = '' }: PersonCard): string[] =>
  [phone, otherPhone].map(phoneDigits).filter((digits) => digits !== '')

/** Every entry of the person is found by each of its names, numbers and places. Never by the 身份证号. */
function searchedOf(cards: readonly PersonCard[]): string {
  const clean = (text: string): string => text.replaceAll(PART_END, ' ')
  const names = cards.map(({ name }) => clean(name)).join('\n')
  const contact = cards.flatMap((card) => [card.phone, ...phonesOf(card), card.placeWords]).map(clean)
  return [names, contact.join('\n'), '', ''].map((part) => part + PART_END).join('')
}

function byRoot<T extends { readonly person: string; readonly at: string }>(
  list: readonly T[],
  groups: PersonGroups,
): Map<string, T[]> {
  const out = new Map<string, T[]>()
  for (const one of list) {
    const root = groups.rootOf(one.person)
    const own = out.get(root)
    if (own) own.push(one)
    else out.set(root, [one])
  }
  for (const own of out.values()) own.sort((a, b) => (a.at < b.at ? -1 : 1))
  return out
}

export const ageOf = ({ birthDate }: PersonCard, today: string): number | null =>
  birthDate ? ageOn(birthDate, today) : null
