/** The read side of one station: the replica plus the few indexes that questions need. Shared by the app and `linwu`. */
import { caseFile, type CaseFile } from '../case-file/case-file.ts'
import { isActType } from '../case-file/scopes.ts'
import { heads, isGone, value, values, type Entity } from '../kernel/entity.ts'
import { entityType, type EntityId, type Scope } from '../kernel/event.ts'
import { newReplica, type Replica } from '../kernel/replica.ts'
import type { ProviderFields } from '../provider/fields.ts'

export type Book = {
  readonly replica: Replica
  /** This house, `station:…`; null while it is being made: then the first one that is written. */
  readonly own: EntityId | null
  /** Cases in the order in which they arrived here, without those that were erased. */
  cases: EntityId[]
  readonly caseSet: Set<EntityId>
  /** case → its acts. */
  readonly children: Map<EntityId, EntityId[]>
  /** Everything that is neither case nor act, by type, in the order in which it arrived here. Read with `entitiesOf`. */
  readonly of: Map<string, Set<EntityId>>
  /** How often entities of a type were touched: what is made from all of them is kept until that moves. */
  readonly changes: Map<string, number>
  /** `source\nnumber` → case; null after an erasure, until somebody asks. */
  external: Map<string, EntityId> | null
  /** Highest running number used, by year; `lastYear` is never undercut when the PC's clock falls back. */
  readonly numbers: Map<number, number>
  lastYear: number
  station: EntityId | null
  /** Others who keep something by entity (desk/conflict-list.ts): each is told of every change, and empties its own set. */
  readonly watched: Set<EntityId>[]
  /** Entries of the ledger that were written or erased since it was last looked at (ledger-in.ts). */
  readonly newEntries: Set<EntityId>
}

export const newBook = (scopes: Iterable<Scope>, own: EntityId | null = null): Book => ({
  replica: newReplica(scopes),
  own,
  cases: [],
  caseSet: new Set(),
  children: new Map(),
  of: new Map(),
  changes: new Map(),
  external: new Map(),
  numbers: new Map(),
  lastYear: 0,
  station: null,
  newEntries: new Set(),
  watched: [],
})

/** Takes note of entities that were written or erased. Answers the cases whose summary may have changed, or that are gone. */
export function absorb(book: Book, touched: Iterable<EntityId>): Set<EntityId> {
  const cases = new Set<EntityId>()
  let someGone = false
  for (const id of touched) {
    const entity = book.replica.entities.get(id)!
    const type = entityType(id)
    for (const ids of book.watched) ids.add(id)
    if (type === 'case' && entity.erased) book.external = null
    if (type === 'case' && isGone(entity)) {
      someGone = book.caseSet.delete(id) || someGone
      // What another PC wrote to it meanwhile is left: somebody has to look at that (exchange/conflicts).
      keepLeft(book, id)
      cases.add(id)
    } else if (type === 'case') {
      noteCase(book, entity)
      cases.add(id)
      if (book.caseSet.has(id)) continue
      // What is written to a case before its own beginning has arrived is no case yet: a row of blanks would be shown.
      if (value(entity, 'receivedAt') === undefined) continue
      book.caseSet.add(id)
      book.cases.push(id)
    } else if (isActType(type)) {
      const parent = value(entity, 'case')
      if (typeof parent !== 'string') continue
      const list = book.children.get(parent)
      if (!list) book.children.set(parent, [id])
      else if (!list.includes(id)) book.children.set(parent, list.concat([id])) // no spare room: one list per case
      cases.add(parent)
    } else if (type === 'station' && book.own !== null && id !== book.own) {
      // Another house's: read by its id (peer), and never taken for this one.
    } else {
      noteOther(book, type, entity)
      if (type === 'import') for (const { f } of entity.writes) noteNumbers(book, f['numbers'])
      if (type === 'station') book.station = id
      if (type === 'entry') book.newEntries.add(id)
    }
  }
  if (someGone) book.cases = book.cases.filter((id) => book.caseSet.has(id))
  return cases
}

function keepLeft(book: Book, id: EntityId): void {
  const left = (book.children.get(id) ?? []).filter((act) => !isGone(book.replica.entities.get(act)!))
  if (left.length === 0) book.children.delete(id)
  else book.children.set(id, left)
}

function noteOther(book: Book, type: string, entity: Entity): void {
  book.changes.set(type, (book.changes.get(type) ?? 0) + 1)
  const known = book.of.get(type)
  if (isGone(entity)) known?.delete(entity.id)
  else if (known) known.add(entity.id)
  else book.of.set(type, new Set([entity.id]))
}

const NONE: ReadonlySet<EntityId> = new Set()

/** Every entity of a type that is neither `case` nor an act, in the order of arrival; erased ones are gone. */
export const entitiesOf = (book: Book, type: string): ReadonlySet<EntityId> => book.of.get(type) ?? NONE

/** Shown values of any entity; null when it is unknown or erased. */
export function readEntity(book: Book, id: EntityId): Readonly<Record<string, unknown>> | null {
  const entity = book.replica.entities.get(id)
  return entity && !isGone(entity) ? values(entity) : null
}

/** Every live value of one field, the shown one first. */
export function heldIn(book: Book, id: EntityId, field: string): readonly unknown[] {
  const entity = book.replica.entities.get(id)
  return entity ? heads(entity, field).map((write) => write.f[field]) : []
}

const NUMBER = /-(\d{4})-(\d+)$/

function noteCase(book: Book, entity: Entity): void {
  const number = value(entity, 'number')
  const match = typeof number === 'string' ? NUMBER.exec(number) : null
  if (match) noteNumber(book, Number(match[1]), Number(match[2]))
  if (book.external) noteExternal(book.external, entity)
}

function noteNumber(book: Book, year: number, used: number): void {
  book.numbers.set(year, Math.max(book.numbers.get(year) ?? 0, used))
  book.lastYear = Math.max(book.lastYear, year)
}

/** What an import that was undone says was used up, `[[2026, 4330]]`: the cases that had those numbers cannot tell any more. */
function noteNumbers(book: Book, numbers: unknown): void {
  if (!Array.isArray(numbers)) return
  for (const pair of numbers as unknown[]) {
    const [year, used] = Array.isArray(pair) ? (pair as unknown[]) : []
    if (Number.isSafeInteger(year) && Number.isSafeInteger(used)) noteNumber(book, year as number, used as number)
  }
}

function noteExternal(external: Map<string, EntityId>, entity: Entity): void {
  const source = value(entity, 'externalSource')
  const id = value(entity, 'externalId')
  if (typeof id === 'string' && id !== '') external.set(`${String(source)}\n${id}`, entity.id)
}

/** `source\nnumber` → case. After an erasure found out anew from the cases that are left, once. */
export function externalOf(book: Book): Map<string, EntityId> {
  if (!book.external) {
    book.external = new Map()
    for (const id of book.cases) noteExternal(book.external, book.replica.entities.get(id)!)
  }
  return book.external
}

export function readCase(book: Book, id: EntityId): CaseFile | null {
  const entity = book.replica.entities.get(id)
  if (!entity || !book.caseSet.has(id) || isGone(entity)) return null
  const children: Entity[] = []
  for (const child of book.children.get(id) ?? []) {
    const part = book.replica.entities.get(child)
    if (part) children.push(part)
  }
  return caseFile(entity, children)
}

export type ProviderCard = { readonly id: EntityId } & ProviderFields

export function readProvider(book: Book, id: EntityId): ProviderCard | null {
  const entity = book.replica.entities.get(id)
  return entity && entityType(id) === 'provider' ? ({ ...values(entity), id } as ProviderCard) : null
}

/** Every provider's entry, in the order of arrival. */
export const providerCards = (book: Book): ProviderCard[] =>
  [...entitiesOf(book, 'provider')].map((id) => readProvider(book, id)!)

/** Shown name of a person of the station; '' when unknown. */
export function userName(book: Book, id: EntityId): string {
  const entity = book.replica.entities.get(id)
  return entity ? String(value(entity, 'name') ?? '') : ''
}
