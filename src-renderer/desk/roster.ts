/**
 * 居民 as one list: registered residents, and people known only from their requests. One row is one person: requests that name
 * a resident are theirs, and so are those of the same name and phone, as long as that is one resident only.
 */
import { entitiesOf } from '#core/book/book.ts'
import type { EntityId } from '#core/kernel/event.ts'
import { epochOf } from '#core/lib/time.ts'
import type { KnownPeople } from '#core/person/known-people.ts'
import { knownOf } from './people-index.ts'
import { registerOf, type Register } from './people-register.ts'
import type { PeopleQuery } from './shapes.ts'
import type { DeskState } from './state.ts'

export type RosterRow = {
  /** Null: known only from requests. */
  readonly person: EntityId | null
  /** Place in `known.people`; -1 when they never asked. */
  readonly known: number
  /** Rows of the case table, ascending. */
  readonly requests: readonly number[]
  /** Epoch milliseconds; 0 for never. */
  readonly lastAt: number
}

export type Roster = {
  readonly rows: readonly RosterRow[]
  /** Case row → roster row, -1 for nobody. */
  readonly ofCase: Int32Array
  readonly ofPerson: ReadonlyMap<EntityId, number>
  readonly register: Register
  readonly known: KnownPeople
  readonly orders: Map<PeopleQuery['sort'], Uint32Array>
}

type Made = { readonly roster: Roster; readonly cases: number; readonly people: number }
const made = new WeakMap<DeskState, Made>()

/** Made once already: nobody waits for it any more. */
export const hasRoster = (state: DeskState): boolean => made.has(state)

/** Everything must have been read (`readAll`). 100,000 requests, 60,000 residents: about 80 ms after a change. */
export function rosterOf(state: DeskState): Roster {
  const register = registerOf(state.book)
  const known = knownOf(state.people)
  const before = made.get(state)
  if (
    before?.cases === known.personOf.length &&
    before.roster.known === known &&
    before.people === register.people &&
    before.roster.register.groups === register.groups &&
    before.roster.register.visits === register.visits
  )
    // Places or marks apart may have changed; who is in the list has not.
    return before.roster.register === register ? before.roster : keep(state, { ...before.roster, register })
  return keep(state, make(state, register, known))
}

function keep(state: DeskState, roster: Roster): Roster {
  made.set(state, { roster, cases: roster.known.personOf.length, people: roster.register.people })
  return roster
}

const squeezed = (name: string): string => name.replace(/\s+/g, '')

function make({ people: { requesters } }: DeskState, register: Register, known: KnownPeople): Roster {
  const { groups, merged, byPhone, roots, visits } = register
  const asked = new Map<EntityId, { known: number; requests: number[] }>()
  for (const root of roots) asked.set(root, { known: -1, requests: [] })
  const rows: RosterRow[] = []
  const linked = (row: number): EntityId | null => {
    const person = requesters[row]?.person
    const root = person ? groups.rootOf(person) : null
    return root !== null && merged.has(root) ? root : null
  }
  /** Some have several entries, and each of their names counts. */
  const isCalled = (root: EntityId, name: string): boolean =>
    groups.membersOf(root).some((id) => squeezed(register.entryOf(id)?.name ?? '') === squeezed(name))
  const lastOf = (requests: readonly number[]): number =>
    requests.reduce((last, row) => Math.max(last, requesters[row]?.at ?? 0), 0)

  known.people.forEach(({ name, phone, requests, lastAt }, k) => {
    const named = requests.map(linked)
    const all = new Set(named.filter((root) => root !== null))
    let own: EntityId | null = all.size === 1 ? [...all][0]! : null
    if (all.size === 0 && phone !== '') {
      const same = (byPhone.get(phone) ?? []).filter((root) => isCalled(root, name))
      if (same.length === 1) own = same[0]!
    }
    const rest: number[] = []
    requests.forEach((row, i) => {
      const root = named[i] ?? own
      if (root === null) return void rest.push(row)
      const theirs = asked.get(root)!
      theirs.known = k
      theirs.requests.push(row)
    })
    if (rest.length > 0) rows.push({ person: null, known: k, requests: rest, lastAt: all.size === 0 ? lastAt : lastOf(rest) }) // prettier-ignore
  })
  const ofPerson = new Map<EntityId, number>()
  for (const [person, { known: k, requests }] of asked) {
    requests.sort((a, b) => a - b)
    const visited = visits.get(person)?.at(-1)?.at
    const lastAt = Math.max(lastOf(requests), visited ? epochOf(visited) : 0)
    ofPerson.set(person, rows.push({ person, known: k, requests, lastAt }) - 1)
  }
  const ofCase = new Int32Array(requesters.length).fill(-1)
  rows.forEach(({ requests }, at) => {
    for (const row of requests) ofCase[row] = at
  })
  return { rows, ofCase, ofPerson, register, known, orders: new Map() }
}

const SORTS: Readonly<Record<PeopleQuery['sort'], (a: RosterRow, b: RosterRow) => number>> = {
  last: (a, b) => b.lastAt - a.lastAt,
  requests: (a, b) => b.requests.length - a.requests.length || b.lastAt - a.lastAt,
}

/** All rows in order, by their places in the list. */
export function rosterBy({ rows, orders }: Roster, sort: PeopleQuery['sort']): Uint32Array {
  let order = orders.get(sort)
  if (!order) {
    const compare = SORTS[sort]
    order = Uint32Array.from(rows, (_, i) => i).sort((a, b) => compare(rows[a]!, rows[b]!) || a - b)
    orders.set(sort, order)
  }
  return order
}

/** The row of a case's requester or of a resident (any of their entries); -1 for nobody. */
export function rosterRow(state: DeskState, roster: Roster, id: EntityId): number {
  if (entitiesOf(state.book, 'person').has(id)) return roster.ofPerson.get(roster.register.groups.rootOf(id)) ?? -1
  const row = state.table.rowOf.get(id)
  return row === undefined ? -1 : (roster.ofCase[row] ?? -1)
}
