/** The read side of one station: the replica plus the few indexes that questions need. Shared by the app and `linwu`. */
import { caseFile, type CaseFile } from '../case-file/case-file.ts'
import { isActType } from '../case-file/fields.ts'
import type { CommandReading } from '../commands.ts'
import { value, values, type Entity } from '../kernel/entity.ts'
import { entityType, type EntityId, type Scope } from '../kernel/event.ts'
import { newReplica, type Replica } from '../kernel/replica.ts'
import type { ProviderFields } from '../provider/fields.ts'

export type Book = {
  readonly replica: Replica
  /** Cases in the order in which they arrived here. */
  readonly cases: EntityId[]
  readonly caseSet: Set<EntityId>
  /** case → its acts. */
  readonly children: Map<EntityId, EntityId[]>
  readonly providers: EntityId[]
  readonly users: EntityId[]
  /** `source\nnumber` → case. */
  readonly external: Map<string, EntityId>
  /** Highest running number used, by year; `lastYear` is never undercut when the PC's clock falls back. */
  readonly numbers: Map<number, number>
  lastYear: number
  station: EntityId | null
}

export const newBook = (scopes: Iterable<Scope>, replica: Replica = newReplica(scopes)): Book => ({
  replica,
  cases: [],
  caseSet: new Set(),
  children: new Map(),
  providers: [],
  users: [],
  external: new Map(),
  numbers: new Map(),
  lastYear: 0,
  station: null,
})

/** Takes note of entities that were written. Answers the cases whose summary may have changed. */
export function absorb(book: Book, touched: Iterable<EntityId>): Set<EntityId> {
  const cases = new Set<EntityId>()
  for (const id of touched) {
    const entity = book.replica.entities.get(id)!
    const type = entityType(id)
    if (type === 'case') {
      if (!book.caseSet.has(id)) {
        book.caseSet.add(id)
        book.cases.push(id)
      }
      noteCase(book, entity)
      cases.add(id)
    } else if (isActType(type)) {
      const parent = value(entity, 'case')
      if (typeof parent !== 'string') continue
      const list = book.children.get(parent)
      if (!list) book.children.set(parent, [id])
      else if (!list.includes(id)) book.children.set(parent, list.concat([id])) // no spare room: one list per case
      cases.add(parent)
    } else if (type === 'provider') addOnce(book.providers, id)
    else if (type === 'user') addOnce(book.users, id)
    else if (type === 'station') book.station = id
  }
  return cases
}

function addOnce(list: EntityId[], id: EntityId): void {
  if (!list.includes(id)) list.push(id)
}

const NUMBER = /-(\d{4})-(\d+)$/

function noteCase(book: Book, entity: Entity): void {
  const number = value(entity, 'number')
  const match = typeof number === 'string' ? NUMBER.exec(number) : null
  if (match) {
    const year = Number(match[1])
    book.numbers.set(year, Math.max(book.numbers.get(year) ?? 0, Number(match[2])))
    book.lastYear = Math.max(book.lastYear, year)
  }
  const source = value(entity, 'externalSource')
  const external = value(entity, 'externalId')
  if (typeof external === 'string' && external !== '') book.external.set(`${String(source)}\n${external}`, entity.id)
}

export function readCase(book: Book, id: EntityId): CaseFile | null {
  const entity = book.replica.entities.get(id)
  if (!entity || entityType(id) !== 'case') return null
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

/** Shown name of a person of the station; '' when unknown. */
export function userName(book: Book, id: EntityId): string {
  const entity = book.replica.entities.get(id)
  return entity ? String(value(entity, 'name') ?? '') : ''
}

/** `prefix`: short code and device letter, 'S0012-A'. Numbers handed out are remembered at once: a batch may ask many times. */
export function readingOf(book: Book, prefix: string): CommandReading {
  return {
    caseFile: (id) => readCase(book, id),
    exists: (id) => book.replica.entities.has(id),
    byExternal: (source, id) => book.external.get(`${source}\n${id}`) ?? null,
    nextNumber(year) {
      const shown = Math.max(year, book.lastYear)
      const next = (book.numbers.get(shown) ?? 0) + 1
      book.numbers.set(shown, next)
      book.lastYear = shown
      return `${prefix}-${shown}-${String(next).padStart(5, '0')}`
    },
    providerType: (id) => readProvider(book, id)?.serviceType ?? null,
    accounts: book.users.length,
  }
}
