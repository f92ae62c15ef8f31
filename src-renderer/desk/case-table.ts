/**
 * All cases as columns: one row per case, numbers in typed arrays, so that a page, a count or a filter is a walk over
 * memory (100,000 rows: 0.1-0.3 ms a count). What a row only shows (title, requester, place) stays in its entity.
 */
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES, STATUSES, URGENCIES } from '#core/case-file/codes.ts'
import { DUTY_FLAGS } from '#core/case-file/duties.ts'
import { RATING_MARKS, type CaseSummary, type RatingMark } from '#core/case-file/summary.ts'
import { WAITINGS } from '#core/case-file/waiting.ts'
import type { Standing } from '#core/follow-up/today.ts'
import { epochOf, momentOf } from '#core/lib/time.ts'
import { growWords, newCodedWords, putWord, wordAt, type CodedWords } from './coded-words.ts'

const REOPENED = 1
const DISPUTED = 2
const PAUSED = 4
/** Two bits: the place in DUTY_FLAGS. */
const DUTY_SHIFT = 3
/** Two bits: the place in RATING_MARKS. */
const RATING_SHIFT = 5
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
  readonly words: Record<WordColumn, CodedWords>
  status: Uint8Array
  serviceType: Uint8Array
  requestKind: Uint8Array
  channel: Uint8Array
  urgency: Uint8Array
  waiting: Uint8Array
  flags: Uint8Array
  extensions: Uint8Array
  /** Epoch milliseconds. */
  received: Float64Array
  due: Float64Array
  next: Float64Array
  urge: Float64Array
  supervise: Float64Array
  reply: Float64Array
  revision: number
  /** Rows changed since the orders were last brought up to date. */
  readonly changed: Set<number>
  /** Others who keep something by row (facts-index.ts): each is told of every change, and empties its own set. */
  readonly watched: Set<number>[]
}

/**
 * Byte columns and time columns by name, in the order in which a snapshot writes them. To add one: here and below; the
 * snapshot's `COLUMNS_VERSION` moves on, so that older ones are folded anew.
 */
export const BYTE_COLUMNS = [
  'status',
  'serviceType',
  'requestKind',
  'channel',
  'urgency',
  'waiting',
  'flags',
  'extensions',
] as const
export const TIME_COLUMNS = ['received', 'due', 'next', 'urge', 'supervise', 'reply'] as const
export const TEXT_COLUMNS = ['id', 'number'] as const
/** Words that many cases share. */
export const WORD_COLUMNS = ['provider', 'handler', 'category', 'placeId', 'person', 'joined', 'pc'] as const
export type WordColumn = (typeof WORD_COLUMNS)[number]

export function newCaseTable(capacity = 1024): CaseTable {
  const bytes = (): Uint8Array => new Uint8Array(capacity)
  return {
    count: 0,
    rowOf: new Map(),
    id: [],
    number: [],
    words: {
      provider: newCodedWords(capacity),
      handler: newCodedWords(capacity),
      category: newCodedWords(capacity),
      placeId: newCodedWords(capacity),
      person: newCodedWords(capacity),
      joined: newCodedWords(capacity),
      pc: newCodedWords(capacity),
    },
    status: bytes(),
    serviceType: bytes(),
    requestKind: bytes(),
    channel: bytes(),
    urgency: bytes(),
    waiting: bytes(),
    flags: bytes(),
    extensions: bytes(),
    received: new Float64Array(capacity),
    due: new Float64Array(capacity),
    next: new Float64Array(capacity),
    urge: new Float64Array(capacity),
    supervise: new Float64Array(capacity),
    reply: new Float64Array(capacity),
    revision: 0,
    changed: new Set(),
    watched: [],
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
  for (const name of WORD_COLUMNS) putWord(table.words[name], row, summary[name])
  table.status[row] = STATUSES.indexOf(summary.status)
  table.serviceType[row] = summary.serviceType ? SERVICE_TYPES.indexOf(summary.serviceType) : UNDECIDED
  table.requestKind[row] = REQUEST_KINDS.indexOf(summary.requestKind)
  table.channel[row] = CHANNELS.indexOf(summary.channel)
  table.urgency[row] = URGENCIES.indexOf(summary.urgency)
  table.waiting[row] = WAITINGS.indexOf(summary.waiting)
  table.flags[row] =
    (summary.reopened ? REOPENED : 0) | (summary.disputed ? DISPUTED : 0) | (summary.paused ? PAUSED : 0) | (DUTY_FLAGS.indexOf(summary.duty) << DUTY_SHIFT) | (RATING_MARKS.indexOf(summary.rating) << RATING_SHIFT) // prettier-ignore
  table.extensions[row] = Math.min(255, summary.extensions)
  table.received[row] = summary.receivedAt ? epochOf(summary.receivedAt) : 0
  table.due[row] = summary.dueAt ? epochOf(summary.dueAt) : NEVER
  table.next[row] = summary.nextAt ? epochOf(summary.nextAt) : NEVER
  table.reply[row] = summary.replyBy ? epochOf(summary.replyBy) : NEVER
  table.urge[row] = summary.urgeAt ? epochOf(summary.urgeAt) : NEVER
  table.supervise[row] = summary.superviseAt ? epochOf(summary.superviseAt) : NEVER
  table.changed.add(row)
  for (const rows of table.watched) rows.add(row)
  table.revision += 1
  return row
}

export function readRow(table: CaseTable, row: number): Columns {
  const type = table.serviceType[row]!
  const momentIn = (times: Float64Array): string | null => (times[row] === NEVER ? null : momentOf(times[row]!))
  return {
    id: table.id[row]!,
    number: table.number[row]!,
    provider: wordAt(table.words.provider, row),
    handler: wordAt(table.words.handler, row),
    category: wordAt(table.words.category, row) ?? '',
    placeId: wordAt(table.words.placeId, row),
    person: wordAt(table.words.person, row),
    joined: wordAt(table.words.joined, row) ?? '',
    pc: wordAt(table.words.pc, row),
    status: STATUSES[table.status[row]!]!,
    serviceType: type === UNDECIDED ? null : SERVICE_TYPES[type]!,
    requestKind: REQUEST_KINDS[table.requestKind[row]!]!,
    channel: CHANNELS[table.channel[row]!]!,
    urgency: URGENCIES[table.urgency[row]!]!,
    receivedAt: momentOf(table.received[row]!),
    dueAt: momentIn(table.due),
    paused: (table.flags[row]! & PAUSED) !== 0,
    extensions: table.extensions[row]!,
    replyBy: momentIn(table.reply),
    duty: DUTY_FLAGS[(table.flags[row]! >> DUTY_SHIFT) & 3]!,
    urgeAt: momentIn(table.urge),
    superviseAt: momentIn(table.supervise),
    waiting: WAITINGS[table.waiting[row]!]!,
    rating: ratingAt(table, row),
    nextAt: momentIn(table.next),
    reopened: (table.flags[row]! & REOPENED) !== 0,
    disputed: (table.flags[row]! & DISPUTED) !== 0,
  }
}

/** Whether a bad rating was ever given, and is dealt with. */
export const ratingAt = (table: CaseTable, row: number): RatingMark => RATING_MARKS[(table.flags[row]! >> RATING_SHIFT) & 3]! // prettier-ignore

/** What today's list asks of a row (core/follow-up/today.ts). */
export const standingOf = (table: CaseTable, row: number): Standing => ({
  open: table.status[row]! < FIRST_CLOSED,
  urgency: URGENCIES[table.urgency[row]!]!,
  waiting: WAITINGS[table.waiting[row]!]!,
  received: table.received[row]!,
  due: orInfinity(table.due[row]!),
  next: orInfinity(table.next[row]!),
  paused: (table.flags[row]! & PAUSED) !== 0,
  reply: orInfinity(table.reply[row]!),
  urge: orInfinity(table.urge[row]!),
  supervise: orInfinity(table.supervise[row]!),
})
const orInfinity = (time: number): number => (time === NEVER ? Infinity : time)

function grow(table: CaseTable): void {
  const size = table.status.length * 2
  for (const name of BYTE_COLUMNS) {
    const wider = new Uint8Array(size)
    wider.set(table[name])
    table[name] = wider
  }
  for (const name of WORD_COLUMNS) growWords(table.words[name], size)
  for (const name of TIME_COLUMNS) {
    const wider = new Float64Array(size)
    wider.set(table[name])
    table[name] = wider
  }
}
