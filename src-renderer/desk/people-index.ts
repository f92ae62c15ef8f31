/**
 * Who asked, case by case, and who of them is one person (core/person/known-people.ts). Filled by the same reading of a
 * case that gives it its search text; grouped by the first question, or when the desk is idle.
 */
import type { CaseFile } from '#core/case-file/case-file.ts'
import { knownPeople, type AddRequester, type KnownPeople, type KnownPerson, type Requester } from '#core/person/known-people.ts' // prettier-ignore
import type { PeopleQuery } from './shapes.ts'

export type PeopleIndex = {
  readonly requesters: (Requester | null)[]
  /** null until somebody asks, and when who is one person has to be found out anew. */
  known: (KnownPeople & { readonly add: AddRequester }) | null
  readonly orders: Map<PeopleQuery['sort'], Uint32Array>
}

export const newPeopleIndex = (requesters: (Requester | null)[] = []): PeopleIndex => ({
  requesters,
  known: null,
  orders: new Map(),
})

/** null for reporters, anonymous requests and those without a name. `at`: epoch milliseconds. */
export function requesterOf({ fields }: CaseFile, at: number): Requester | null {
  const { requestKind, anonymous, requesterName = '', requesterPhone = '', place = '' } = fields
  const name = requesterName.trim()
  if (requestKind === 'report' || anonymous === true || name === '') return null
  return { name, phone: requesterPhone.trim(), place: place.trim(), at }
}

/** Nearly every save changes what was done, not who asked: then the people stay as they are. */
export function putRequester(index: PeopleIndex, row: number, requester: Requester | null): void {
  const { requesters, known } = index
  const isNew = row === requesters.length
  if (!isNew && isSame(requester, requesters[row]!)) return
  requesters[row] = requester
  index.orders.clear()
  if (!isNew || known?.add(requester) === false) index.known = null
}

const isSame = (a: Requester | null, b: Requester | null): boolean =>
  a === b || (a !== null && b !== null && a.name === b.name && a.phone === b.phone && a.place === b.place && a.at === b.at) // prettier-ignore

export const knownOf = (index: PeopleIndex): KnownPeople => (index.known ??= knownPeople(index.requesters))

const SORTS: Readonly<Record<PeopleQuery['sort'], (a: KnownPerson, b: KnownPerson) => number>> = {
  last: (a, b) => b.lastAt - a.lastAt,
  requests: (a, b) => b.requests.length - a.requests.length || b.lastAt - a.lastAt,
}

/** All people in order, by their places in the list. */
export function peopleBy(index: PeopleIndex, sort: PeopleQuery['sort']): Uint32Array {
  let order = index.orders.get(sort)
  if (!order) {
    const { people } = knownOf(index)
    const compare = SORTS[sort]
    order = Uint32Array.from(people, (_, i) => i).sort((a, b) => compare(people[a]!, people[b]!) || a - b)
    index.orders.set(sort, order)
  }
  return order
}
