/** 居民: the people known from the requests, as pages. 100,000 cases: see tests/bench. */
import { phoneTail, type KnownPeople, type KnownPerson } from '#core/person/known-people.ts'
import type { PeoplePage, PeopleQuery, PersonRow, Requester } from './shapes.ts'
import { FIRST_CLOSED, type CaseTable } from './case-table.ts'
import { momentOf } from '#core/lib/time.ts'
import { findCases } from './find-cases.ts'
import { knownOf, peopleBy } from './people-index.ts'
import { readAll, type DeskState } from './state.ts'

/** Found by name, phone or place; letters also find names by pinyin and initials. */
export async function peoplePage(
  state: DeskState,
  { search = '', sort, offset, limit }: PeopleQuery,
): Promise<PeoplePage> {
  // prettier-ignore
  const words = search.trim()
  if (words === '') await readAll(state)
  const hits = words === '' ? null : await findCases(state, words)
  const known = knownOf(state.people)
  const found = hits && whose(known, hits.who)
  const rows: PersonRow[] = []
  let total = 0
  for (const person of peopleBy(state.people, sort)) {
    if (found && found[person] === 0) continue
    if (total >= offset && rows.length < limit) rows.push(personRow(state.table, known.people[person]!))
    total += 1
  }
  return { rows, total }
}

/** 1 for each person who asked in one of these rows. */
function whose({ people, personOf }: KnownPeople, rows: Uint8Array): Uint8Array {
  const found = new Uint8Array(people.length)
  for (let row = rows.indexOf(1); row >= 0; row = rows.indexOf(1, row + 1)) {
    const person = personOf[row]!
    if (person >= 0) found[person] = 1
  }
  return found
}

/** The number itself stays in the desk: a row shows its tail. */
function personRow(table: CaseTable, { name, phone, place, requests, lastAt }: KnownPerson): PersonRow {
  const open = requests.filter((row) => table.status[row]! < FIRST_CLOSED).length
  return { id: table.id[requests[0]!]!, name, phoneTail: phoneTail(phone), place, cases: requests.length, open, lastAt: momentOf(lastAt) } // prettier-ignore
}

/** Whoever asked in this case; null for a reporter, an anonymous request, or none of that name. */
async function personIn(state: DeskState, caseId: string): Promise<KnownPerson | null> {
  await readAll(state)
  const row = state.table.rowOf.get(caseId)
  if (row === undefined) return null
  const { people, personOf } = knownOf(state.people)
  return people[personOf[row]!] ?? null
}

export async function wholeRequester(state: DeskState, caseId: string): Promise<Requester | null> {
  const person = await personIn(state, caseId)
  if (!person) return null
  const { name, place, requests } = person
  const last = requests.at(-1)!
  const written = state.people.requesters[last]!.phone || person.phone
  return { name, phone: written, place, lastCase: state.table.id[last]! }
}

/** 1 for each case of whoever asked in this one. */
export async function requestsOf(state: DeskState, caseId: string): Promise<Uint8Array> {
  const person = await personIn(state, caseId)
  const hits = new Uint8Array(state.table.count)
  for (const row of person?.requests ?? []) hits[row] = 1
  return hits
}
