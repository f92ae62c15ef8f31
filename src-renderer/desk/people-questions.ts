/** What the screens ask about residents. Whole numbers leave the desk only by `personNumbers` and `requester`: both leave a trace. */
import { readEntity, userName } from '#core/book/book.ts'
import { maskedPhone } from '#core/case-file/masked.ts'
import { dayOf, momentOf, type Moment } from '#core/lib/time.ts'
import type { HouseholdFields, PersonCard } from '#core/person/fields.ts'
import { maskedIdNumber } from '#core/person/id-number.ts'
import { suggestedTier, type Tier } from '#core/person/marks.ts'
import type { SingleField } from '#core/person/merged-people.ts'
import type { Likeness, Typed } from '#core/person/twins.ts'
import { coverageOf, visitDue, type Coverage, type VisitDue } from '#core/person/visit-plan.ts'
import type { Asking } from './asking.ts'
import { registerOf, type Change, type Register, type Visit } from './people-register.ts'
import { allTwins, twinsFor } from './people-twins.ts'
import { peoplePage, personRow, placeWordsOf, tierOf } from './people.ts'
import { rosterOf, rosterRow, type Roster } from './roster.ts'
import type { CaseRow, PersonRow } from './shapes.ts'
import { readAll, type DeskState } from './state.ts'
import { rowOf } from './views.ts'

export type Twin = { readonly row: PersonRow; readonly likeness: Likeness }
export type TwinPair = { readonly one: PersonRow; readonly other: PersonRow; readonly likeness: Likeness }
export type TwinPage = { readonly pairs: readonly TwinPair[]; readonly total: number }

export type PersonHousehold = {
  readonly id: string
  readonly head: string
  readonly place: string
  readonly note: string
  readonly members: readonly PersonRow[]
}

/** Everything known of one resident; numbers masked, the 身份证号 only as "there is one". */
export type PersonView = {
  readonly row: PersonRow
  readonly card: Omit<PersonCard, 'idNumber'>
  readonly hasIdNumber: boolean
  readonly maskedId: string
  readonly differ: readonly { readonly field: SingleField; readonly values: readonly string[] }[]
  readonly suggested: Tier | null
  readonly since: Moment
  readonly due: VisitDue | null
  readonly household: PersonHousehold | null
  /** Other households at the same place: to join one. */
  readonly neighbours: readonly { readonly id: string; readonly head: string; readonly members: number }[]
  /** Grid, 居民小组 and leaders of where they live. */
  readonly grid: string
  readonly residentGroup: string
  readonly leaders: readonly { readonly name: string; readonly of: string }[]
  readonly requests: readonly CaseRow[]
  readonly visits: readonly (Visit & { readonly byName: string })[]
  readonly changes: readonly (Change & { readonly byName: string })[]
  readonly merges: readonly { readonly id: string; readonly name: string; readonly at: Moment; readonly byName: string }[] // prettier-ignore
  readonly twins: readonly Twin[]
}

export type PersonNumbers = {
  readonly phone: string
  readonly otherPhone: string
  readonly guardianPhone: string
  readonly idNumber: string
}

export type VisitRow = { readonly person: PersonRow; readonly tier: Tier; readonly due: VisitDue }
export type VisitPlan = {
  readonly rows: readonly VisitRow[]
  readonly total: number
  readonly overdue: number
  readonly coverage: Readonly<Record<Tier | 'all', Coverage>>
  readonly month: string
}
export type VisitQuery = {
  readonly tier?: Tier
  /** Due until the end of this day; all of them when left out. */
  readonly until?: string
  readonly within?: string
  readonly offset: number
  readonly limit: number
}

export type PeopleQuestions = {
  /** Search-first entry: characters, pinyin, initials, phone or its tail, address. Registered residents come first. */
  findPeople(words: string, limit: number): Promise<readonly PersonRow[]>
  /** Which resident asked in this case; null when nobody may be known, `person` null when nobody was registered. */
  registeredAs(caseId: string): Promise<{ readonly person: string | null } | null>
  /** `id`: any entry of the person. Null when there is none. */
  personView(id: string): Promise<PersonView | null>
  /** Whoever asks has recorded a viewing (record-person-viewing). */
  personNumbers(id: string): Promise<PersonNumbers | null>
  /** 疑似同一人, while somebody is entered: at most three. */
  twins(typed: Typed, except: string | null): Promise<readonly Twin[]>
  likelyTwins(offset: number, limit: number): Promise<TwinPage>
  visitPlan(query: VisitQuery): Promise<VisitPlan>
  /** Residents who live at this place or below it, by door. */
  residentsAt(place: string, limit: number): Promise<readonly PersonRow[]>
}

const SHOWN_REQUESTS = 50
const SHOWN_NEIGHBOURS = 5

export const peopleQuestions = ({ ready, parts }: Asking): PeopleQuestions => {
  const read = async (): Promise<{ readonly state: DeskState; readonly now: number }> => {
    const { state } = await ready()
    await readAll(state)
    return { state, now: parts.clock() }
  }
  return {
    async findPeople(words, limit) {
      if (words.trim() === '') return []
      const { state } = await ready()
      const ask = (only: 'registered' | 'asked') =>
        peoplePage(state, { search: words, sort: 'last', only, offset: 0, limit }, parts.clock())
      const registered = (await ask('registered')).rows
      return registered.length >= limit ? registered : [...registered, ...(await ask('asked')).rows].slice(0, limit)
    },
    async registeredAs(caseId) {
      const { state } = await read()
      const roster = rosterOf(state)
      const row = roster.rows[rosterRow(state, roster, caseId)]
      return row ? { person: row.person } : null
    },
    async personView(id) {
      const { state, now } = await read()
      return personViewOf(state, id, now)
    },
    async personNumbers(id) {
      const { state } = await ready()
      const register = registerOf(state.book)
      const card = register.merged.get(register.groups.rootOf(id))?.card
      if (!card) return null
      const { phone, otherPhone = '', guardianPhone = '', idNumber = '' } = card
      return { phone, otherPhone, guardianPhone, idNumber }
    },
    async twins(typed, except) {
      const { state, now } = await read()
      const roster = rosterOf(state)
      return (await twinsFor(state.book, typed, except)).map(({ root, likeness }) => ({
        row: rowFor(state, roster, root, now),
        likeness,
      }))
    },
    async likelyTwins(offset, limit) {
      const { state, now } = await read()
      const roster = rosterOf(state)
      const pairs = await allTwins(state.book)
      return {
        total: pairs.length,
        pairs: pairs.slice(offset, offset + limit).map(({ one, other, likeness }) => ({
          one: rowFor(state, roster, one, now),
          other: rowFor(state, roster, other, now),
          likeness,
        })),
      }
    },
    async visitPlan(query) {
      const { state, now } = await read()
      return visitPlanOf(state, query, now)
    },
    async residentsAt(place, limit) {
      const { state, now } = await read()
      const page = await peoplePage(state, { sort: 'last', only: 'registered', within: place, offset: 0, limit: 100_000 }, now) // prettier-ignore
      return page.rows.toSorted((a, b) => a.place.localeCompare(b.place, 'zh-CN', { numeric: true })).slice(0, limit)
    },
  }
}

const rowFor = (state: DeskState, roster: Roster, person: string, now: number): PersonRow =>
  personRow(state, roster, rosterRow(state, roster, person), now)

function dueOf(register: Register, root: string, tier: Tier | null, now: Moment): VisitDue | null {
  if (tier === null) return null
  const since = register.since.get(root) ?? now
  const visits = (register.visits.get(root) ?? []).map(({ at, result, nextAt }) => ({ at, result, ...(nextAt && { nextAt }) })) // prettier-ignore
  return visitDue({ tier, since, visits, changes: (register.changes.get(root) ?? []).map(({ at }) => at) }, now)
}

function visitPlanOf(state: DeskState, { tier, until, within, offset, limit }: VisitQuery, at: number): VisitPlan {
  const roster = rosterOf(state)
  const { register } = roster
  const now = momentOf(at)
  const listed = register.roots.flatMap((root) => {
    const { card } = register.merged.get(root)!
    const own = tierOf(card)
    const due = dueOf(register, root, own, now)
    if (own === null || due === null) return []
    if (within !== undefined && !(card.place && register.tree.within(card.place, within))) return []
    return [{ root, tier: own, due }]
  })
  const rows = listed
    .filter((one) => (tier === undefined || one.tier === tier) && (until === undefined || dayOf(one.due.at) <= until))
    .toSorted((a, b) => (a.due.at < b.due.at ? -1 : a.due.at > b.due.at ? 1 : 0))
  return {
    rows: rows.slice(offset, offset + limit).map(({ root, tier: own, due }) => ({ person: rowFor(state, roster, root, at), tier: own, due })), // prettier-ignore
    total: rows.length,
    overdue: rows.filter(({ due }) => due.overdue).length,
    coverage: coverageOf(listed),
    month: now.slice(0, 7),
  }
}

const MASKED: ReadonlySet<SingleField> = new Set(['phone', 'otherPhone', 'guardianPhone'])

async function personViewOf(state: DeskState, id: string, at: number): Promise<PersonView | null> {
  const { book } = state
  const roster = rosterOf(state)
  const { register } = roster
  const root = register.groups.rootOf(id)
  const merged = register.merged.get(root)
  if (!merged) return null
  const now = momentOf(at)
  const { idNumber = '', ...card } = merged.card
  const row = rowFor(state, roster, root, at)
  const { tree } = register
  const across = card.place ? tree.acrossOf(card.place) : null
  const requests = roster.rows[roster.ofPerson.get(root)!]!.requests
  const typed = {
    name: card.name,
    phones: [card.phone, card.otherPhone ?? ''],
    idNumber,
    birthDate: card.birthDate ?? '',
    gender: card.gender ?? '',
    placeWords: placeWordsOf(register, card),
  }
  const twins = await twinsFor(book, typed, root)
  const own = new Set(register.groups.membersOf(root))
  const byName = <T extends { readonly by: string }>(one: T) => ({ ...one, byName: userName(book, one.by) })
  return {
    row,
    card: {
      ...card,
      phone: maskedPhone(card.phone),
      otherPhone: maskedPhone(card.otherPhone ?? ''),
      guardianPhone: maskedPhone(card.guardianPhone ?? ''),
    },
    hasIdNumber: idNumber !== '',
    maskedId: maskedIdNumber(idNumber),
    differ: merged.differ.map(({ field, values }) => ({
      field,
      values: values.map((value) => shownValue(register, field, value)),
    })),
    suggested: suggestedTier(card.marks),
    since: register.since.get(root) ?? '',
    due: dueOf(register, root, tierOf(card), now),
    household: card.household ? householdOf(state, roster, card.household, at) : null,
    neighbours: neighboursOf(state, register, root, card),
    grid: across?.grid?.name ?? '',
    residentGroup: across?.residentGroup?.name ?? '',
    leaders: card.place ? tree.leadersOf(card.place).map(({ leader, name }) => ({ name: leader, of: name })) : [],
    requests: requests
      .slice(-SHOWN_REQUESTS)
      .toReversed()
      .map((request) => rowOf(state, request)),
    visits: (register.visits.get(root) ?? []).toReversed().map(byName),
    changes: (register.changes.get(root) ?? []).toReversed().map(byName),
    merges: register.groups.mergesOf(root).flatMap((merge) => {
      const told = readEntity(book, merge)
      const other = [told?.['drop'], told?.['keep']].find((one) => typeof one === 'string' && own.has(one) && one !== root) // prettier-ignore
      const name = typeof other === 'string' ? (register.entryOf(other)?.name ?? '') : ''
      return told ? [{ id: merge, name, at: String(told['at'] ?? ''), byName: userName(book, String(told['by'] ?? '')) }] : [] // prettier-ignore
    }),
    twins: twins.map(({ root: other, likeness }) => ({ row: rowFor(state, roster, other, at), likeness })),
  }
}

function shownValue({ tree, entryOf }: Register, field: SingleField, value: string): string {
  if (MASKED.has(field)) return maskedPhone(value)
  if (field === 'idNumber') return maskedIdNumber(value)
  if (field === 'place') return tree.pathWords(value)
  return field === 'household' ? (entryOf(value)?.name ?? '') : value
}

function householdOf(state: DeskState, roster: Roster, id: string, now: number): PersonHousehold | null {
  const fields = readEntity(state.book, id) as HouseholdFields | null
  if (!fields) return null
  const { register } = roster
  const head = fields.head ? register.groups.rootOf(fields.head) : ''
  const members = register.members.get(id) ?? []
  return {
    id,
    head,
    place: placeWordsOf(register, fields),
    note: fields.note ?? '',
    members: members.toSorted((a, b) => Number(b === head) - Number(a === head)).map((root) => rowFor(state, roster, root, now)), // prettier-ignore
  }
}

/** Households of others at the very same place. */
function neighboursOf(
  { book }: DeskState,
  register: Register,
  root: string,
  { place, household }: Pick<PersonCard, 'place' | 'household'>,
): PersonView['neighbours'] {
  // prettier-ignore
  if (!place) return []
  const found: { id: string; head: string; members: number }[] = []
  for (const [id, members] of register.members) {
    if (id === household || members.includes(root) || found.length === SHOWN_NEIGHBOURS) continue
    if (!members.some((member) => register.merged.get(member)!.card.place === place)) continue
    const head = (readEntity(book, id) as HouseholdFields | null)?.head ?? ''
    found.push({ id, head: register.entryOf(head)?.name ?? register.entryOf(members[0]!)?.name ?? '', members: members.length }) // prettier-ignore
  }
  return found
}
