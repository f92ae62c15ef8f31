/**
 * All cases as columns: one row per case, numbers in typed arrays, so that a page, a count or a filter is a walk over
 * memory (100,000 rows: 0.1-0.3 ms a count). What a row only shows (title, requester, place) stays in its entity.
 */
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES, STATUSES, URGENCIES } from '#core/case-file/codes.ts'
import type { CaseSummary } from '#core/case-file/summary.ts'
import { WAITINGS } from '#core/case-file/waiting.ts'
import type { Standing } from '#core/follow-up/today.ts'
import { epochOf, momentOf } from '#core/lib/time.ts'

const REOPENED = 1
const DISPUTED = 2
/** Stands for "no deadline" and "nothing agreed": later than any. */
export const NEVER = Number.MAX_SAFE_INTEGER
export const UNDECIDED = 255
/** Statuses from this place on are closed. */
export const FIRST_CLOSED = STATUSES.indexOf('closed')

export type CaseTable = {
  count: number
  readonly rowOf: Map<string, number>
  readonly id: string[]
  readonly number: string[]
  readonly provider: (string | null)[]
  status: Uint8Array
  serviceType: Uint8Array
  requestKind: Uint8Array
  channel: Uint8Array
  urgency: Uint8Array
  waiting: Uint8Array
  flags: Uint8Array
  /** Epoch milliseconds. */
  received: Float64Array
  due: Float64Array
  next: Float64Array
  revision: number
  /** Rows changed since the orders were last brought up to date. */
  readonly changed: Set<number>
}

/**
 * Byte columns and time columns by name, in the order in which a snapshot writes them. To add one: here and below; the
 * snapshot's `COLUMNS_VERSION` moves on, so that older ones are folded anew.
 */
export const BYTE_COLUMNS = ['status', 'serviceType', 'requestKind', 'channel', 'urgency', 'waiting', 'flags'] as const
export const TIME_COLUMNS = ['received', 'due', 'next'] as const
export const TEXT_COLUMNS = ['id', 'number', 'provider'] as const

export function newCaseTable(capacity = 1024): CaseTable {
  const bytes = (): Uint8Array => new Uint8Array(capacity)
  return {
    count: 0,
    rowOf: new Map(),
    id: [],
    number: [],
    provider: [],
    status: bytes(),
    serviceType: bytes(),
    requestKind: bytes(),
    channel: bytes(),
    urgency: bytes(),
    waiting: bytes(),
    flags: bytes(),
    received: new Float64Array(capacity),
    due: new Float64Array(capacity),
    next: new Float64Array(capacity),
    revision: 0,
    changed: new Set(),
  }
}

type Columns = Omit<CaseSummary, 'title' | 'requester' | 'place'>

/** Adds or replaces the case's row; answers the row. */
export function putCase(table: CaseTable, summary: Columns): number {
  let row = table.rowOf.get(summary.id)
  if (row === undefined) {
    row = table.count++
    table.rowOf.set(summary.id, row)
    if (row >= table.status.length) grow(table)
  }
  table.id[row] = summary.id
  table.number[row] = summary.number
  table.provider[row] = summary.provider
  table.status[row] = STATUSES.indexOf(summary.status)
  table.serviceType[row] = summary.serviceType ? SERVICE_TYPES.indexOf(summary.serviceType) : UNDECIDED
  table.requestKind[row] = REQUEST_KINDS.indexOf(summary.requestKind)
  table.channel[row] = CHANNELS.indexOf(summary.channel)
  table.urgency[row] = URGENCIES.indexOf(summary.urgency)
  table.waiting[row] = WAITINGS.indexOf(summary.waiting)
  table.flags[row] = (summary.reopened ? REOPENED : 0) | (summary.disputed ? DISPUTED : 0)
  table.received[row] = summary.receivedAt ? epochOf(summary.receivedAt) : 0
  table.due[row] = summary.dueAt ? epochOf(summary.dueAt) : NEVER
  table.next[row] = summary.nextAt ? epochOf(summary.nextAt) : NEVER
  table.changed.add(row)
  table.revision += 1
  return row
}

export function readRow(table: CaseTable, row: number): Columns {
  const type = table.serviceType[row]!
  const due = table.due[row]!
  const next = table.next[row]!
  return {
    id: table.id[row]!,
    number: table.number[row]!,
    provider: table.provider[row]!,
    status: STATUSES[table.status[row]!]!,
    serviceType: type === UNDECIDED ? null : SERVICE_TYPES[type]!,
    requestKind: REQUEST_KINDS[table.requestKind[row]!]!,
    channel: CHANNELS[table.channel[row]!]!,
    urgency: URGENCIES[table.urgency[row]!]!,
    receivedAt: momentOf(table.received[row]!),
    dueAt: due === NEVER ? null : momentOf(due),
    waiting: WAITINGS[table.waiting[row]!]!,
    nextAt: next === NEVER ? null : momentOf(next),
    reopened: (table.flags[row]! & REOPENED) !== 0,
    disputed: (table.flags[row]! & DISPUTED) !== 0,
  }
}

/** What today's list asks of a row (core/follow-up/today.ts). */
export const standingOf = (table: CaseTable, row: number): Standing => ({
  open: table.status[row]! < FIRST_CLOSED,
  urgency: URGENCIES[table.urgency[row]!]!,
  waiting: WAITINGS[table.waiting[row]!]!,
  received: table.received[row]!,
  due: orInfinity(table.due[row]!),
  next: orInfinity(table.next[row]!),
})
const orInfinity = (time: number): number => (time === NEVER ? Infinity : time)

function grow(table: CaseTable): void {
  const size = table.status.length * 2
  for (const name of BYTE_COLUMNS) {
    const wider = new Uint8Array(size)
    wider.set(table[name])
    table[name] = wider
  }
  for (const name of TIME_COLUMNS) {
    const wider = new Float64Array(size)
    wider.set(table[name])
    table[name] = wider
  }
}
