/**
 * What supervision looks at, by row: read in steps the first time, then again only where a case changed. Most cases give
 * nothing and are not kept. Rules know no clock (core/supervision/rule.ts), so what was found yesterday still holds; only
 * another calendar begins anew. It hangs on the table: rows that go (an erasure) make a new one.
 */
import { entitiesOf, readCase, readEntity } from '#core/book/book.ts'
import { currentRound, roundNumber, type Act, type CaseFile } from '#core/case-file/case-file.ts'
import { dutyOf, oversteppedActs } from '#core/case-file/duties.ts'
import { isOpen, statusOf } from '#core/case-file/status.ts'
import { doneStep, ordersInForce } from '#core/case-file/orders.ts'
import { factsOf } from '#core/figures/round-facts.ts'
import type { EntityId } from '#core/kernel/event.ts'
import type { DayRules } from '#core/lib/deadline.ts'
import { limitRules } from '#core/limits/limit-rules.ts'
import type { BadRating } from '#core/supervision/rule.ts'
import { hitsOf, type Hit } from '#core/supervision/rules.ts'
import type { CaseTable } from './case-table.ts'
import { inSteps } from './in-steps.ts'
import type { DeskState } from './state.ts'

export type RowFound = {
  readonly open: boolean
  readonly hits: readonly Hit[]
  readonly bad: readonly BadRating[]
  /** Services whose order is in force and not done. */
  readonly services: readonly EntityId[]
  readonly hasFindings: boolean
  readonly hasOrders: boolean
  /** 缺位 in this round. */
  readonly vacant: number | null
  /** 越位. */
  readonly overstepped: readonly EntityId[]
}

type Index = { readonly found: Map<number, RowFound>; readonly unread: Set<number>; readonly rules: string }

const kept = new WeakMap<CaseTable, Index>()

/** What the rules' days hang on: read anew when somebody changes a setting or brings in a calendar. */
const rulesNow = ({ book }: DeskState): string =>
  `${book.changes.get('calendar-year') ?? 0} ${book.changes.get('setting') ?? 0}`

function indexOf(state: DeskState): Index {
  const { table } = state
  const rules = rulesNow(state)
  const known = kept.get(table)
  if (known?.rules === rules) return known
  const unread = known?.unread ?? new Set<number>()
  if (!known) table.watched.push(unread)
  for (let row = 0; row < table.count; row++) unread.add(row)
  const index: Index = { found: new Map(), unread, rules }
  kept.set(table, index)
  return index
}

export async function foundByRow(state: DeskState): Promise<ReadonlyMap<number, RowFound>> {
  const index = indexOf(state)
  if (index.unread.size > 0) await inSteps(readOn(state, index))
  return index.found
}

/** Measured on the demonstration (Node 20.20, two cores with other workers on them): 0.1 ms a case with its reading. */
function* readOn({ book, table }: DeskState, { found, unread }: Index): Generator<void, void> {
  const days: DayRules = limitRules({ read: (id) => readEntity(book, id), ids: (type) => entitiesOf(book, type) })
  let read = 0
  for (const row of unread) {
    unread.delete(row)
    const file = readCase(book, table.id[row]!)
    const one = file && lookAt(file, days)
    if (one) found.set(row, one)
    else found.delete(row)
    if (++read % 16 === 0) yield
  }
}

/** One list for all who have nothing of it: most cases have one thing at most. */
const NONE: readonly never[] = []
const some = <T>(list: readonly T[]): readonly T[] => (list.length > 0 ? list : NONE)

export function lookAt(file: CaseFile, days: DayRules): RowFound | null {
  const has = (type: Act['type']): boolean => file.acts.some((act) => act.type === type)
  const open = isOpen(statusOf(file))
  const duty = dutyOf(file)
  const one: RowFound = {
    open,
    hits: some(hitsOf(file, days)),
    bad: has('revisit') ? some(badRatingsOf(file)) : NONE,
    services: open ? some(servicesOf(file)) : NONE,
    hasFindings: has('finding'),
    hasOrders: has('supervision-order'),
    vacant: duty === 'vacant' || duty === 'both' ? roundNumber(file) : null,
    overstepped: some(oversteppedActs(file)),
  }
  const lists = [one.hits, one.bad, one.services, one.overstepped]
  const nothing = lists.every(({ length }) => length === 0) && !one.hasFindings && !one.hasOrders && one.vacant === null
  return nothing ? null : one
}

const badRatingsOf = (file: CaseFile): BadRating[] =>
  factsOf(file).flatMap(({ revisit, provider, handler }) =>
    revisit?.bad ? [{ case: file.id, at: revisit.at, provider, handler }] : [],
  )

function servicesOf(file: CaseFile): EntityId[] {
  const round = currentRound(file)
  return ordersInForce(file).flatMap(({ id, service }) => (service && !doneStep(round, id) ? [service] : []))
}
