/** 居民 as pages, and who is behind a row. 100,000 cases, 60,000 residents: see tests/bench. */
import { phoneTail } from '#core/person/known-people.ts'
import { suggestedTier } from '#core/person/marks.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { typedLetters } from '#core/search/pinyin.ts'
import { FIRST_CLOSED } from './case-table.ts'
import { findCases } from './find-cases.ts'
import { loadLetters } from './letters.ts'
import { ageOf, phonesOf, type Register } from './people-register.ts'
import { rosterBy, rosterOf, rosterRow, type Roster } from './roster.ts'
import { findLetters, findText } from './search-text.ts'
import type { PeoplePage, PeopleQuery, PersonRow, Requester } from './shapes.ts'
import { readAll, type DeskState } from './state.ts'

/** Found by name, phone or place; letters also find names by pinyin and initials. `now`: epoch milliseconds. */
export async function peoplePage(state: DeskState, query: PeopleQuery, now = 0): Promise<PeoplePage> {
  const words = query.search?.trim() ?? ''
  if (words === '') await readAll(state)
  const hits = words === '' ? null : await findCases(state, words)
  const typed = words === '' ? null : typedLetters(words)
  const letters = typed === null ? null : (await loadLetters())(typed)
  const roster = rosterOf(state)
  const found = hits && new Uint8Array(roster.rows.length)
  if (found) {
    for (let row = hits.who.indexOf(1); row >= 0; row = hits.who.indexOf(1, row + 1)) {
      const at = roster.ofCase[row] ?? -1
      if (at >= 0) found[at] = 1
    }
    const { search, roots } = roster.register
    const note = (who: Uint8Array): void => {
      for (let row = who.indexOf(1); row >= 0 && row < roots.length; row = who.indexOf(1, row + 1))
        found[roster.ofPerson.get(roots[row]!)!] = 1
    }
    note(findText(search, words).who)
    if (typed !== null && letters) note(findLetters(search, typed, letters).who)
  }
  const fits = fitsQuery(roster, query)
  const rows: PersonRow[] = []
  let total = 0
  for (const at of rosterBy(roster, query.sort)) {
    if ((found && found[at] === 0) || !fits(at)) continue
    if (total >= query.offset && rows.length < query.limit) rows.push(personRow(state, roster, at, now))
    total += 1
  }
  return { rows, total }
}

function fitsQuery({ rows, register }: Roster, { only, within }: PeopleQuery): (at: number) => boolean {
  return (at) => {
    const { person } = rows[at]!
    if (only === 'asked' ? person !== null : only !== undefined && person === null) return false
    if (only !== 'marked' && within === undefined) return true
    if (person === null) return false
    const { card } = register.merged.get(person)!
    if (only === 'marked' && tierOf(card) === null) return false
    return within === undefined || Boolean(card.place && register.tree.within(card.place, within))
  }
}

type Tiered = { readonly tier?: string | undefined; readonly marks: Parameters<typeof suggestedTier>[0]; readonly left?: string | undefined } // prettier-ignore

/** Whoever moved away or died is visited no more. */
export const tierOf = ({ tier, marks, left }: Tiered): PersonRow['tier'] =>
  left ? null : tier ? (tier as NonNullable<PersonRow['tier']>) : suggestedTier(marks)

/** Words of where somebody lives: the tree's when a place was chosen, else what was typed. */
export const placeWordsOf = (
  { tree }: Register,
  { place, placeWords }: { readonly place?: string | undefined; readonly placeWords: string },
): string =>
  // prettier-ignore
  (place && tree.pathWords(place)) || placeWords

/** The number itself stays in the desk: a row shows its tail. */
export function personRow({ table }: DeskState, { rows, known, register }: Roster, at: number, now: number): PersonRow {
  const { person, known: k, requests, lastAt } = rows[at]!
  const open = requests.filter((row) => table.status[row]! < FIRST_CLOSED).length
  const told = { cases: requests.length, open, lastAt: lastAt === 0 ? '' : momentOf(lastAt) }
  if (person === null) {
    const { name, phone, place } = known.people[k]!
    return { ...told, id: table.id[requests[0]!]!, person: null, name, phoneTail: phoneTail(phone), place, placeId: null, age: null, marks: [], tier: null, left: null } // prettier-ignore
  }
  const { card } = register.merged.get(person)!
  return {
    ...told,
    id: person,
    person,
    name: card.name,
    phoneTail: phoneTail(phonesOf(card)[0] ?? ''),
    place: placeWordsOf(register, card),
    placeId: card.place || null,
    age: now === 0 ? null : ageOf(card, dayOf(momentOf(now))),
    marks: card.marks,
    tier: tierOf(card),
    left: card.left || null,
  }
}

/** `id`: a resident, or any of somebody's cases. Null for a reporter, an anonymous request, or none of that name. */
export async function wholeRequester(state: DeskState, id: string): Promise<Requester | null> {
  await readAll(state)
  const roster = rosterOf(state)
  const row = roster.rows[rosterRow(state, roster, id)]
  if (!row) return null
  const last = row.requests.at(-1)
  const lastCase = last === undefined ? '' : state.table.id[last]!
  if (row.person !== null) {
    const { card } = roster.register.merged.get(row.person)!
    return { name: card.name, phone: card.phone || (card.otherPhone ?? ''), place: placeWordsOf(roster.register, card), lastCase, person: row.person, placeId: card.place || null } // prettier-ignore
  }
  const { name, phone, place } = roster.known.people[row.known]!
  return { name, phone: state.people.requesters[last!]!.phone || phone, place, lastCase, person: null, placeId: null }
}

/** 1 for each case of this resident, or of whoever asked in this case. */
export async function requestsOf(state: DeskState, id: string): Promise<Uint8Array> {
  await readAll(state)
  const roster = rosterOf(state)
  const hits = new Uint8Array(state.table.count)
  for (const row of roster.rows[rosterRow(state, roster, id)]?.requests ?? []) hits[row] = 1
  return hits
}
