/** Pages and counts over the columns. */
import {
  CHANNELS,
  REQUEST_KINDS,
  SERVICE_TYPES,
  STATUSES,
  URGENCIES,
  type ServiceType,
  type Status,
} from '#core/case-file/codes.ts'
import { WAITINGS } from '#core/case-file/waiting.ts'
import { spanOf } from '#core/follow-up/period.ts'
import { atTime, dayOf, epochOf, momentOf } from '#core/lib/time.ts'
import type { Counts, Filter, SortKey } from './shapes.ts'
import { FIRST_CLOSED, NEVER, UNDECIDED, type CaseTable, type WordColumn } from './case-table.ts'
import { wantedCodes } from './coded-words.ts'

/** Rows in order, per sort key; brought up to date by merging the changed rows in, not by sorting anew. */
export type Orders = Map<SortKey, Uint32Array>

const KEYS: Readonly<Record<SortKey, (table: CaseTable, a: number, b: number) => number>> = {
  received: (t, a, b) => t.received[a]! - t.received[b]! || a - b,
  due: (t, a, b) => t.due[a]! - t.due[b]! || a - b,
  number: (t, a, b) => compareText(t.number[a]!, t.number[b]!) || a - b,
  status: (t, a, b) => t.status[a]! - t.status[b]! || t.due[a]! - t.due[b]! || a - b,
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Called once before a page is made; `orders` stay right until rows change again. */
export function refreshOrders(table: CaseTable, orders: Orders): void {
  if (table.changed.size === 0) return
  for (const [key, order] of orders) orders.set(key, merged(table, key, order))
  table.changed.clear()
}

export function orderBy(table: CaseTable, orders: Orders, key: SortKey): Uint32Array {
  let order = orders.get(key)
  if (!order) {
    order = Uint32Array.from({ length: table.count }, (_, row) => row).sort((a, b) => KEYS[key](table, a, b))
    orders.set(key, order)
  }
  return order
}

function merged(table: CaseTable, key: SortKey, order: Uint32Array): Uint32Array {
  const compare = KEYS[key]
  const fresh = [...table.changed].toSorted((a, b) => compare(table, a, b))
  const out = new Uint32Array(table.count)
  let next = 0
  let at = 0
  for (const row of order) {
    if (table.changed.has(row)) continue
    while (next < fresh.length && compare(table, fresh[next]!, row) < 0) out[at++] = fresh[next++]!
    out[at++] = row
  }
  while (next < fresh.length) out[at++] = fresh[next++]!
  return out
}

/**
 * Rows that match, as one page plus the total. `hits`: rows a search found (1 = hit), or null for no search. `now`: epoch
 * milliseconds, for periods that move with the clock.
 */
export function pageRows(
  table: CaseTable,
  orders: Orders,
  query: Filter & { sort: SortKey; descending: boolean; offset: number; limit: number },
  hits: Uint8Array | null,
  now: number,
): { rows: number[]; total: number } {
  refreshOrders(table, orders)
  const order = orderBy(table, orders, query.sort)
  const { descending, offset, limit } = query
  const last = order.length - 1
  const matches = matcher(table, query, hits, now)
  if (!matches) {
    const length = Math.max(0, Math.min(limit, order.length - offset))
    return {
      rows: Array.from({ length }, (_, i) => order[descending ? last - offset - i : offset + i]!),
      total: order.length,
    }
  }
  const rows: number[] = []
  let total = 0
  for (let i = 0; i <= last; i++) {
    const row = order[descending ? last - i : i]!
    if (!matches(row)) continue
    if (total >= offset && rows.length < limit) rows.push(row)
    total += 1
  }
  return { rows, total }
}

/** How many rows match. */
export function countRows(table: CaseTable, filter: Filter, hits: Uint8Array | null, now: number): number {
  const matches = matcher(table, filter, hits, now)
  if (!matches) return table.count
  let total = 0
  for (let row = 0; row < table.count; row++) if (matches(row)) total += 1
  return total
}

/** Whether a row belongs to a list; null when every row does. Only what is asked for is looked at: a list is filtered by one or two columns of ten. */
export function matcher(
  table: CaseTable,
  filter: Filter,
  hits: Uint8Array | null,
  now: number,
): ((row: number) => boolean) | null {
  const { provider, handler, category } = filter
  const open = filter.open === undefined ? ANY : filter.open ? OPEN : ~OPEN
  const tests: ((row: number) => boolean)[] = []
  const among = (column: Uint8Array, codes: number): void => {
    if (codes !== ANY) tests.push((row) => ((codes >>> column[row]!) & 1) !== 0)
  }
  const within = (column: Float64Array, period: Filter['due'] | Filter['received']): void => {
    if (period === undefined) return
    const { from, before } = spanOf(period, momentOf(now))
    // A case without a deadline stands behind every end, an open one included.
    const end = Math.min(before, NEVER)
    tests.push((row) => column[row]! >= from && column[row]! < end)
  }
  if (hits) tests.push((row) => hits[row] === 1)
  among(table.status, open & mask(filter.status, STATUSES))
  among(table.serviceType, typeMask(filter.serviceType))
  among(table.requestKind, mask(filter.requestKind, REQUEST_KINDS))
  among(table.channel, mask(filter.channel, CHANNELS))
  among(table.urgency, mask(filter.urgency, URGENCIES))
  among(table.waiting, mask(filter.waiting, WAITINGS))
  within(table.due, filter.due)
  within(table.received, filter.received)
  const inWords = (name: WordColumn, wanted: (word: string) => boolean): void => {
    const { codes } = table.words[name]
    const flags = wantedCodes(table.words[name], wanted)
    tests.push((row) => flags[codes[row]!] === 1)
  }
  if (provider !== undefined) inWords('provider', (word) => word === provider)
  if (handler !== undefined) inWords('handler', (word) => word === handler)
  if (category !== undefined) inWords('category', (word) => word.startsWith(category))
  const [first, second] = tests
  if (tests.length < 2) return first ?? null
  if (tests.length === 2) return (row) => first!(row) && second!(row)
  return (row) => tests.every((test) => test(row))
}

/** Sets of codes, one bit each. */
const ANY = -1
const OPEN = (1 << FIRST_CLOSED) - 1

function mask<T extends string>(wanted: readonly T[] | undefined, all: readonly T[]): number {
  if (!wanted || wanted.length === 0) return ANY
  return wanted.reduce((bits, code) => bits | (1 << all.indexOf(code)), 0)
}

/** A shift counts modulo 32, so `UNDECIDED` (255) is bit 31. */
function typeMask(wanted: Filter['serviceType']): number {
  if (!wanted || wanted.length === 0) return ANY
  return wanted.reduce(
    (bits, type) => bits | (1 << (type === 'undecided' ? UNDECIDED : SERVICE_TYPES.indexOf(type))),
    0,
  )
}

const REVISIT = WAITINGS.indexOf('revisit')

/** `now`: epoch milliseconds. */
export function countCases(table: CaseTable, now: number): Omit<Counts, 'revision'> {
  const status = new Uint32Array(STATUSES.length)
  const type = new Uint32Array(256)
  const dayEnd = epochOf(atTime(dayOf(momentOf(now)), '23:59:59')) + 1000
  let overdue = 0
  let dueToday = 0
  let toRevisit = 0
  for (let row = 0; row < table.count; row++) {
    status[table.status[row]!]! += 1
    type[table.serviceType[row]!]! += 1
    if (table.waiting[row] === REVISIT) toRevisit += 1
    if (table.status[row]! >= FIRST_CLOSED || table.due[row]! >= dayEnd) continue
    if (table.due[row]! < now) overdue += 1
    else dueToday += 1
  }
  const byStatus = Object.fromEntries(STATUSES.map((code, i) => [code, status[i]])) as Record<Status, number>
  const byType = Object.fromEntries(SERVICE_TYPES.map((code, i) => [code, type[i]])) as Record<
    ServiceType | 'undecided',
    number
  >
  byType.undecided = type[UNDECIDED]!
  let open = 0
  for (let i = 0; i < FIRST_CLOSED; i++) open += status[i]!
  return { total: table.count, byStatus, byType, open, overdue, dueToday, toRevisit }
}
