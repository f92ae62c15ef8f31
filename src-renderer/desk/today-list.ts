/** 今日待办 in pages: ordered once, kept until a case changes or a minute has gone. */
import { isUpperOffice, stationOf } from '#core/book/station-of.ts'
import { epochOf, momentOf } from '#core/lib/time.ts'
import { isOpen } from '#core/case-file/status.ts'
import { isOfRating, orderToday, todayAt, type Standing } from '#core/follow-up/today.ts'
import type { CaseRow, TodayPage, TodayQuery } from './shapes.ts'
import { matcher, orderBy, refreshOrders } from './case-query.ts'
import { standingOf, type CaseTable } from './case-table.ts'
import { wordAt } from './coded-words.ts'
import type { SnapshotHead } from './snapshot.ts'
import type { DeskState } from './state.ts'
import { isRatedHere } from './viewer.ts'
import { hitsOf, officeReady, rowOf } from './views.ts'

/** Deadlines are shown in minutes. */
const MINUTE_MS = 60_000

type Kept = { readonly revision: number; readonly minute: number; readonly list: ReturnType<typeof orderToday> }
const kept = new WeakMap<CaseTable, Kept>()

function listAt({ table, orders }: DeskState, now: number): Kept['list'] {
  const minute = Math.floor(now / MINUTE_MS)
  const before = kept.get(table)
  if (before?.revision === table.revision && before.minute === minute) return before.list
  refreshOrders(table, orders)
  const list = orderToday(orderBy(table, orders, 'due'), (row) => standingOf(table, row), todayAt(momentOf(now)))
  kept.set(table, { revision: table.revision, minute, list })
  return list
}

/** `now`: epoch milliseconds. `filter` narrows the list and changes no place in it. */
export async function todayPage(state: DeskState, query: TodayQuery, now: number): Promise<TodayPage> {
  const { filter = {}, offset, limit } = query
  const [hits] = await Promise.all([hitsOf(state, filter), officeReady(state)])
  const isWanted = matcher(state.table, filter, hits, now)
  const whole = listAt(state, now)
  const list = (isWanted ? whole.filter(({ row }) => isWanted(row)) : whole).filter(({ row, reason }) => !isOfRating(reason) || !isRatedHere(state, state.table.id[row]!)) // prettier-ignore
  const shown = isUpperOffice(state.book) ? list.filter((one) => isForOffice(state, one)) : list
  const rows = shown.slice(offset, offset + limit).map(({ row, reason }) => ({ ...rowOf(state, row), reason }))
  return { rows, total: shown.length, partial: false }
}

/** An upper office looks after what is dangerous or late at a station; the station's own steps are the station's. */
const FOR_OFFICE: ReadonlySet<string> = new Set(['danger-late', 'danger', 'supervise', 'urge', 'late'])
function isForOffice({ book, table }: DeskState, { row, reason }: { row: number; reason: string }): boolean {
  if (FOR_OFFICE.has(reason)) return true
  return stationOf(book, { pc: wordAt(table.words.pc, row) ?? '', number: table.number[row]! })?.isOwn ?? true
}

/** The same rule over the few rows of the snapshot's head. */
export function todayAtOnce(front: SnapshotHead['front'], now: number): TodayPage {
  const list = orderToday(front.rows.keys(), (at) => standingOfRow(front.rows[at]!), todayAt(momentOf(now)))
  const rows = list.map(({ row, reason }) => ({ ...front.rows[row]!, reason }))
  return { rows, total: rows.length, partial: true }
}

const standingOfRow = ({
  status,
  urgency,
  waiting,
  receivedAt,
  dueAt,
  nextAt,
  paused,
  replyBy,
  urgeAt,
  superviseAt,
}: CaseRow): Standing => ({
  // prettier-ignore
  open: isOpen(status),
  urgency,
  waiting,
  received: receivedAt === '' ? 0 : epochOf(receivedAt),
  due: epochOrNever(dueAt),
  next: epochOrNever(nextAt),
  paused,
  reply: epochOrNever(replyBy),
  urge: epochOrNever(urgeAt),
  supervise: epochOrNever(superviseAt),
})

const epochOrNever = (moment: string | null): number => (moment === null ? Infinity : epochOf(moment))
