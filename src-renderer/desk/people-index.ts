/**
 * Who asked, case by case, and who of them is one person (core/person/known-people.ts). Filled by the same reading of a
 * case that gives it its search text; grouped by the first question, or when the desk is idle.
 */
import type { CaseFile } from '#core/case-file/case-file.ts'
import { knownPeople, type AddRequester, type KnownPeople, type Requester } from '#core/person/known-people.ts' // prettier-ignore

export type PeopleIndex = {
  readonly requesters: (Requester | null)[]
  /** null until somebody asks, and when who is one person has to be found out anew. */
  known: (KnownPeople & { readonly add: AddRequester }) | null
}

export const newPeopleIndex = (requesters: (Requester | null)[] = []): PeopleIndex => ({
  requesters,
  known: null,
})

/** null for reporters, anonymous requests and those without a name. `at`: epoch milliseconds. */
export function requesterOf({ fields }: CaseFile, at: number): Requester | null {
  const { requestKind, anonymous, requesterName = '', requesterPhone = '', place = '', person } = fields
  const name = requesterName.trim()
  if (requestKind === 'report' || anonymous === true || name === '') return null
  return { name, phone: requesterPhone.trim(), place: place.trim(), at, ...(person && { person }) }
}

/** Nearly every save changes what was done, not who asked: then the people stay as they are. */
export function putRequester(index: PeopleIndex, row: number, requester: Requester | null): void {
  const { requesters, known } = index
  const isNew = row === requesters.length
  if (!isNew && isSame(requester, requesters[row]!)) return
  requesters[row] = requester
  if (!isNew || known?.add(requester) === false) index.known = null
}

const isSame = (a: Requester | null, b: Requester | null): boolean =>
  a === b || (a !== null && b !== null && a.name === b.name && a.phone === b.phone && a.place === b.place && a.at === b.at && a.person === b.person) // prettier-ignore

export const knownOf = (index: PeopleIndex): KnownPeople => (index.known ??= knownPeople(index.requesters))
