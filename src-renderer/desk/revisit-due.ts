/** 待回访: who is due, why, and how often somebody tried. The order of the list: whoever can be called now first, by deadline. */
import { readCase } from '#core/book/book.ts'
import { accountsOf } from '#core/book/accounts-of.ts'
import { readingOf } from '#core/book/reading.ts'
import { actsOf, currentRound, type CaseFile } from '#core/case-file/case-file.ts'
import { isConfidential } from '#core/case-file/confidential.ts'
import { WAITINGS } from '#core/case-file/waiting.ts'
import { epochOf, momentOf } from '#core/lib/time.ts'
import { attemptsOf, MOST_ATTEMPTS } from '#core/revisit/attempts.ts'
import type { TwoNames } from '#core/category/category.ts'
import type { RevisitReason } from '#core/revisit/codes.ts'
import { closedReason, openReason } from '#core/revisit/due.ts'
import { caredFor } from '#core/revisit/plan.ts'
import { isRated, SMALL_STATION_ACCOUNTS } from '#core/revisit/rated.ts'
import { settingsOf } from '#core/station/settings.ts'
import { todayAt } from '#core/follow-up/today.ts'
import { orderBy, refreshOrders } from './case-query.ts'
import { catalogueOf } from '#core/book/catalogue-of.ts'
import { FIRST_CLOSED, NEVER, type CaseTable } from './case-table.ts'
import type { CaseRow } from './shapes.ts'
import type { DeskState } from './state.ts'
import { rowOf } from './views.ts'
import { viewerOf } from './viewer.ts'

const REVISIT = WAITINGS.indexOf('revisit')

export type DueRow = CaseRow & {
  readonly due: {
    /** Null where the reason would tell somebody how they were rated. */
    readonly reason: RevisitReason | null
    readonly attempts: number
    readonly nextAt: string | null
    /** 未办结: past its deadline and still open. */
    readonly isOpen: boolean
    /** Whoever looks handled it: somebody else should ask. */
    readonly isOwn: boolean
    /** Can be called now: due, and not put off to a later day. */
    readonly isNow: boolean
  }
}
export type DuePage = {
  readonly rows: readonly DueRow[]
  readonly total: number
  /** Of all: closed ones, open ones past their deadline, and those that can be called now. */
  readonly closed: number
  readonly open: number
  readonly now: number
  /** Given up after three tries: counted apart. */
  readonly unreached: number
}

type Kept = Omit<DuePage, 'rows' | 'total'> & {
  readonly revision: number
  readonly changes: string
  readonly minute: number
  /** Those of `now` first. */
  readonly list: readonly number[]
}
const kept = new WeakMap<CaseTable, Kept>()
const MINUTE_MS = 60_000
const UNREACHED = WAITINGS.indexOf('unreached')

/** One walk over the columns; open cases past their deadline are read one by one, and those are few in any station that works. */
function listAt(state: DeskState, now: number): Kept {
  const { table, book } = state
  const minute = Math.floor(now / MINUTE_MS)
  const changes = ['setting', 'person'].map((type) => book.changes.get(type) ?? 0).join()
  const before = kept.get(table)
  if (before?.revision === table.revision && before.minute === minute && before.changes === changes) return before
  refreshOrders(table, state.orders)
  const { end } = todayAt(momentOf(now))
  const reading = readingOf(book, '')
  const settings = settingsOf(reading)
  const isCaredFor = caredFor(reading)
  const [ready, later]: [number[], number[]] = [[], []]
  let [closed, unreached] = [0, 0]
  const open: number[] = []
  for (const row of orderBy(table, state.orders, 'due')) {
    if (table.waiting[row] === UNREACHED) unreached += 1
    if (table.waiting[row] === REVISIT) {
      closed += 1
      const from = table.next[row]! < NEVER ? table.next[row]! : table.due[row]!
      // Old paper has no deadline: it waits, and is called when there is time.
      ;(from < end ? ready : later).push(row)
    } else if (table.status[row]! < FIRST_CLOSED && table.due[row]! < now) {
      const file = readCase(book, table.id[row]!)
      if (!file || openReason(file, settings, isCaredFor) === null) continue
      open.push(row)
      const again = attemptsOf(file).at(-1)?.nextAt
      ;(again === undefined || epochOf(again) < end ? ready : later).push(row)
    }
  }
  const made: Kept = {
    revision: table.revision,
    changes,
    minute,
    list: [...ready, ...later],
    closed,
    open: open.length,
    now: ready.length,
    unreached,
  }
  kept.set(table, made)
  return made
}

export function duePage(state: DeskState, offset: number, limit: number, now: number): DuePage {
  const { list, closed, open, now: ready, unreached } = listAt(state, now)
  const rows = list.slice(offset, offset + limit).map((row, i): DueRow => dueRow(state, row, offset + i < ready))
  return { rows, total: list.length, closed, open, now: ready, unreached }
}

/** Of everybody on the list, those that can be called now first. */
export const dueIds = (state: DeskState, now: number): readonly string[] =>
  listAt(state, now).list.map((row) => state.table.id[row]!)

function dueRow(state: DeskState, row: number, isNow: boolean): DueRow {
  const { book, table } = state
  const file = readCase(book, table.id[row]!)!
  return { ...rowOf(state, row), due: { ...dueFacts(state, file), isNow } }
}

function dueFacts(state: DeskState, file: CaseFile): Omit<DueRow['due'], 'isNow'> {
  const { book } = state
  const reading = readingOf(book, '')
  const settings = settingsOf(reading)
  const open = openReason(file, settings, caredFor(reading))
  const reason = open ?? closedReason(file, settings, caredFor(reading))
  const isOwn = isRated(file, viewerOf(book), currentRound(file))
  const tries = attemptsOf(file)
  return {
    reason: reason === 'bad-rating' && isOwn && accountsOf(book) > SMALL_STATION_ACCOUNTS ? null : reason,
    attempts: tries.length,
    nextAt: tries.at(-1)?.nextAt ?? null,
    isOpen: open !== null,
    isOwn,
  }
}

/** One call: what whoever calls has to know. */
export type CallSheet = {
  readonly id: string
  readonly row: CaseRow
  readonly due: Omit<DueRow['due'], 'isNow'>
  /** Nobody waits for it any more: somebody else asked meanwhile, or it was never due. */
  readonly isWaiting: boolean
  readonly name: string
  readonly phone: string
  readonly isReport: boolean
  readonly receivedAt: string
  readonly answer: string
  readonly outcome: string | null
  readonly category: TwoNames
  readonly tries: readonly { readonly at: string; readonly reason: string }[]
}

export function callSheet(state: DeskState, id: string): CallSheet | null {
  const { book, table } = state
  const file = readCase(book, id)
  const row = table.rowOf.get(id)
  if (!file || row === undefined) return null
  const { fields } = file
  const round = currentRound(file)
  const isReport = isConfidential(fields)
  const due = dueFacts(state, file)
  const shown = rowOf(state, row)
  const leaf = catalogueOf(book, fields.receivedAt ?? '').leaf(shown.category)
  return {
    id,
    row: shown,
    due,
    isWaiting: table.waiting[row] === REVISIT || due.isOpen,
    name: fields.anonymous ? '' : ((isReport ? fields.reporterName : fields.requesterName) ?? ''),
    phone: fields.anonymous ? '' : ((isReport ? fields.reporterPhone : fields.requesterPhone) ?? ''),
    isReport,
    receivedAt: fields.receivedAt ?? '',
    answer: actsOf(round, 'answer').at(-1)?.content ?? '',
    outcome: actsOf(round, 'closing').at(-1)?.outcome ?? null,
    category: leaf?.name ?? { zh: shown.category, en: shown.category },
    tries: actsOf(round, 'revisit')
      .filter(({ valid }) => !valid)
      .slice(-MOST_ATTEMPTS)
      .map(({ at, invalidReason = 'no-answer' }) => ({ at, reason: invalidReason })),
  }
}

/** Cases by their number or its end, as it stands on a paper form: '00012', 'A-2026-00012'. At most five. */
export function casesByNumber({ table }: DeskState, typed: string): readonly string[] {
  const wanted = typed.trim().toUpperCase()
  if (wanted.length < 2) return []
  const found: string[] = []
  for (let row = table.count - 1; row >= 0 && found.length < 5; row--)
    if (table.number[row]!.toUpperCase().endsWith(wanted)) found.push(table.id[row]!)
  return found
}
