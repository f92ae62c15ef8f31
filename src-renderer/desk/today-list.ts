/** 今日待办 in pages: ordered once, kept until a case changes or a minute has gone. */
import { epochOf, momentOf } from '#core/lib/time.ts'
import { isOpen } from '#core/case-file/status.ts'
import { orderToday, todayAt, type Standing } from '#core/follow-up/today.ts'
import type { CaseRow, TodayPage } from './shapes.ts'
import { orderBy, refreshOrders } from './case-query.ts'
import { standingOf, type CaseTable } from './case-table.ts'
import type { SnapshotHead } from './snapshot.ts'
import type { DeskState } from './state.ts'
import { rowOf } from './views.ts'

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

/** `now`: epoch milliseconds. */
export function todayPage(state: DeskState, offset: number, limit: number, now: number): TodayPage {
  const list = listAt(state, now)
  const rows = list.slice(offset, offset + limit).map(({ row, reason }) => ({ ...rowOf(state, row), reason }))
  return { rows, total: list.length, partial: false }
}

/** The same rule over the few rows of the snapshot's head. */
export function todayAtOnce(front: SnapshotHead['front'], now: number): TodayPage {
  const list = orderToday(front.rows.keys(), (at) => standingOfRow(front.rows[at]!), todayAt(momentOf(now)))
  const rows = list.map(({ row, reason }) => ({ ...front.rows[row]!, reason }))
  return { rows, total: rows.length, partial: true }
}

const standingOfRow = ({ status, urgency, waiting, receivedAt, dueAt, nextAt }: CaseRow): Standing => ({
  open: isOpen(status),
  urgency,
  waiting,
  received: receivedAt === '' ? 0 : epochOf(receivedAt),
  due: dueAt === null ? Infinity : epochOf(dueAt),
  next: nextAt === null ? Infinity : epochOf(nextAt),
})
