/** 入户走访单: what stands on a paper, and what was typed in from it. */
import { entitiesOf, readCase, readEntity, type Book } from '#core/book/book.ts'
import { value } from '#core/kernel/entity.ts'
import { phoneTail } from '#core/person/known-people.ts'
import { personCard, type PersonCard } from '#core/person/fields.ts'
import { personGroups, type Merge } from '#core/person/merged-people.ts'
import { placeCard } from '#core/place/fields.ts'
import { placeTree, type PlaceTree } from '#core/place/place-tree.ts'
import { doorsOf, wholePages } from '#core/walk-sheet/doors.ts'
import { walkSheetCard, type WalkDoor, type WalkSheetCard } from '#core/walk-sheet/fields.ts'

/** A building a sheet can be printed for. */
export type WalkBuilding = { readonly id: string; readonly name: string; readonly doors: number }

/** `name` and `phone`: of the household, as the paper masks them; '' where nobody is known. */
export type WalkPaperDoor = WalkDoor & { readonly name: string; readonly phone: string }

export type WalkSheetRow = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly printedAt: string
  readonly doors: number
  /** Rows from which something was typed in. */
  readonly typed: number
}
export type TypedFromRow = {
  readonly case: string
  readonly number: string
  readonly title: string
  readonly at: string
}
export type WalkRowView = {
  readonly row: number
  readonly words: string
  readonly name: string
  readonly phoneTail: string
  readonly typed: readonly TypedFromRow[]
}
export type WalkSheetView = WalkSheetRow & { readonly rows: readonly WalkRowView[] }

const treeOf = (book: Book): PlaceTree =>
  placeTree([...entitiesOf(book, 'place')].map((id) => placeCard(id, readEntity(book, id) ?? {})))

const personOf = (book: Book, id: string | undefined): PersonCard | null => {
  const read = id === undefined ? null : readEntity(book, id)
  return read && personCard(id!, read)
}

export function walkBuildings(book: Book): WalkBuilding[] {
  const tree = treeOf(book)
  const doorsBelow = (id: string): number =>
    tree.childrenOf(id).reduce((sum, child) => sum + (child.kind === 'door' ? 1 : doorsBelow(child.id)), 0)
  return tree.all
    .filter(({ kind, retired }) => kind === 'building' && !retired)
    .map(({ id }) => ({ id, name: tree.pathWords(id), doors: doorsBelow(id) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))
}

/** The rows as they are now; `building` '' or unknown: `pages` of empty ones. 60,000 people: about 150 ms. */
export function walkDoors(book: Book, building: string, pages: number): WalkPaperDoor[] {
  const tree = treeOf(book)
  const merges = [...entitiesOf(book, 'person-merge')].map((id) => ({ ...readEntity(book, id), id }) as Merge)
  const { rootOf } = personGroups(merges)
  const people: PersonCard[] = []
  const households = new Set<string>()
  for (const id of building === '' ? [] : entitiesOf(book, 'person')) {
    // Few live in the building: only their cards are read whole. Two entries that are one person are named once.
    const place = value(book.replica.entities.get(id)!, 'place')
    if (typeof place !== 'string' || place === '' || rootOf(id) !== id || !tree.within(place, building)) continue
    const person = personOf(book, id)!
    people.push(person)
    if (person.household) households.add(person.household)
  }
  const heads = [...households].map((id) => ({ ...readEntity(book, id), id }))
  // Below '' lies the whole tree.
  const doors = building === '' ? [] : doorsOf(building, tree, people, heads)
  return named(book, wholePages(doors, pages))
}

const named = (book: Book, doors: readonly WalkDoor[]): WalkPaperDoor[] =>
  doors.map((door) => {
    const person = personOf(book, door.person)
    return { ...door, name: person?.name ?? '', phone: person?.phone ?? '' }
  })

/** sheet → row → what was typed in from it. A case that was erased since is left out. */
function typedRows(book: Book): Map<string, Map<number, TypedFromRow[]>> {
  const sheets = new Map<string, Map<number, TypedFromRow[]>>()
  for (const id of entitiesOf(book, 'walk-entry')) {
    const { sheet, row, case: of } = readEntity(book, id) as { sheet: string; row: number; case: string }
    const file = readCase(book, of)
    if (!file) continue
    const rows = sheets.get(sheet) ?? new Map<number, TypedFromRow[]>()
    sheets.set(sheet, rows)
    const { number = '', title = '', receivedAt = '' } = file.fields
    rows.set(row, [...(rows.get(row) ?? []), { case: of, number, title, at: receivedAt }])
  }
  return sheets
}

const sheetOf = (book: Book, id: string): WalkSheetCard | null => {
  const read = readEntity(book, id)
  return read && walkSheetCard(id, read)
}

const rowOfSheet = ({ id, number, name, printedAt, doors }: WalkSheetCard, typed: number): WalkSheetRow => ({
  id,
  number,
  name,
  printedAt,
  doors: doors.length,
  typed,
})

/** The last printed first. */
export function listWalkSheets(book: Book): WalkSheetRow[] {
  const typed = typedRows(book)
  return [...entitiesOf(book, 'walk-sheet')]
    .map((id) => rowOfSheet(sheetOf(book, id)!, typed.get(id)?.size ?? 0))
    .toSorted((a, b) => (a.printedAt < b.printedAt ? 1 : a.printedAt > b.printedAt ? -1 : a.number < b.number ? 1 : -1))
}

export function viewWalkSheet(book: Book, id: string): WalkSheetView | null {
  const sheet = sheetOf(book, id)
  if (!sheet) return null
  const typed = typedRows(book).get(id) ?? new Map<number, TypedFromRow[]>()
  const rows = named(book, sheet.doors).map(({ words, name, phone }, i) => ({
    row: i + 1,
    words,
    name,
    phoneTail: phoneTail(phone.replace(/\D/g, '')),
    typed: typed.get(i + 1) ?? [],
  }))
  return { ...rowOfSheet(sheet, typed.size), rows }
}

export function printedSheet(
  book: Book,
  id: string,
): { readonly sheet: WalkSheetCard; readonly doors: readonly WalkPaperDoor[] } | null {
  // prettier-ignore
  const sheet = sheetOf(book, id)
  return sheet && { sheet, doors: named(book, sheet.doors) }
}
