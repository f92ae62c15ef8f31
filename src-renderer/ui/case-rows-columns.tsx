/**
 * The columns of a list of cases. The request itself always stands first; which others stand beside it, and in which
 * order, a clerk chooses. To add one: a line here, and its word in both texts (cases.column).
 */
import type { ReactNode } from 'react'
import type { TwoNames } from '#core/category/category.ts'
import type { CaseSummary } from '#core/case-file/summary.ts'
import type { CaseColumn } from '#core/reports/case-rows.ts'
import { DeadlineLine } from './deadline.tsx'
import { RoadBar } from './road-bar.tsx'
import type { RowWords } from './row-words.ts'

export type CaseRowData = Omit<CaseSummary, 'text'> & {
  readonly providerName: string
  readonly handlerName: string
  readonly station?: string
  readonly leaf?: TwoNames
}

type ColumnSpec = {
  /** Pixels at the normal print; large print widens it. */
  readonly width: number
  /** Words of any length: takes its share of a wide window. */
  readonly grows?: true
  /** What an export of this column holds. */
  readonly exports: readonly CaseColumn[]
  readonly cell: (row: CaseRowData, words: RowWords) => ReactNode
}

export const CASE_COLUMNS = {
  provider: { width: 164, grows: true, exports: ['provider'], cell: providerCell },
  road: { width: 148, exports: ['status'], cell: roadCell },
  due: { width: 190, exports: ['due'], cell: dueCell },
  handler: { width: 96, exports: ['handler'], cell: (row) => oneLine(row.handlerName) },
  number: { width: 176, exports: ['number'], cell: (row) => oneLine(row.number) },
  received: {
    width: 112,
    exports: ['received'],
    cell: (row, { moments }) => oneLine(row.receivedAt === '' ? '' : moments.at(row.receivedAt)),
  },
  kind: { width: 84, exports: ['kind'], cell: (row, { codes }) => oneLine(codes(`requestKind.${row.requestKind}`)) },
  channel: { width: 104, exports: ['channel'], cell: (row, { codes }) => oneLine(codes(`channel.${row.channel}`)) },
  urgency: { width: 108, exports: ['urgency'], cell: urgencyCell },
  requester: {
    width: 96,
    exports: ['requester'],
    cell: (row, { cases }) => oneLine(row.requester || (row.requestKind === 'report' ? cases('confidential') : '')),
  },
  place: { width: 150, grows: true, exports: ['place'], cell: (row) => oneLine(row.place) },
  station: { width: 150, grows: true, exports: ['station'], cell: (row) => oneLine(row.station ?? '') },
} as const satisfies Readonly<Record<string, ColumnSpec>>

/** `room`: how many times as wide as on the commonest screen the list is. */
export function widthOf(name: CaseColumnName, room: number): number {
  const column: ColumnSpec = CASE_COLUMNS[name]
  return column.width * (column.grows ? Math.max(1, Math.min(2, room)) : 1)
}

export type CaseColumnName = keyof typeof CASE_COLUMNS
export const CASE_COLUMN_NAMES = Object.keys(CASE_COLUMNS) as CaseColumnName[]
export const USUAL_COLUMNS: readonly CaseColumnName[] = ['provider', 'road', 'due']
/** Of an upper office, which knows neither names nor places. */
export const OFFICE_COLUMNS: readonly CaseColumnName[] = ['station', 'road', 'due']

export const isCaseColumn = (name: string): name is CaseColumnName => Object.hasOwn(CASE_COLUMNS, name)

/** What the first column says, then the chosen ones: each once, in this order. */
export function exportedColumns(columns: readonly CaseColumnName[]): CaseColumn[] {
  const always: readonly CaseColumn[] = ['number', 'title', 'service-type', 'kind', 'requester', 'phone', 'place']
  return [...new Set([...always, ...columns.flatMap((name) => CASE_COLUMNS[name].exports)])]
}

function oneLine(text: string): ReactNode {
  return (
    <div className="one-line" title={text}>
      {text}
    </div>
  )
}

/** Why nobody stands there, where nobody does. */
function providerCell(row: CaseRowData, { cases }: RowWords): ReactNode {
  if (row.providerName) return oneLine(row.providerName)
  const missing =
    row.status !== 'received'
      ? cases('noProviderNeeded')
      : row.serviceType === null
        ? cases('noProviderUndecided')
        : row.serviceType === 'administrative'
          ? cases('noProviderUp')
          : cases('noProvider')
  return <div className="one-line muted">{missing}</div>
}

/** 已派单, 已上报, or both while nobody knows which it will be. */
const STATUS_WORDS = {
  administrative: 'statusUp',
  welfare: 'status',
  market: 'status',
  undecided: 'statusFilter',
} as const

function roadCell(row: CaseRowData, words: RowWords): ReactNode {
  return (
    <>
      <RoadBar status={row.status} type={row.serviceType} words={words} />
      <div className="muted small">{words.codes(`${STATUS_WORDS[row.serviceType ?? 'undecided']}.${row.status}`)}</div>
    </>
  )
}

function dueCell(row: CaseRowData, words: RowWords): ReactNode {
  const running = row.status !== 'closed' && row.status !== 'revisited'
  return <DeadlineLine dueAt={row.dueAt} from={row.receivedAt} words={words} running={running} standing={row} />
}

function urgencyCell(row: CaseRowData, { codes }: RowWords): ReactNode {
  return <div className={row.urgency === 'danger' ? 'bad' : ''}>{codes(`urgency.${row.urgency}`)}</div>
}
