/** What is typed of one row of a walk sheet, and what it becomes. Pure, so that a row is judged the same everywhere. */
import type { WalkSheetView } from '#app/services/desk-types.ts'
import type { Urgency } from '#core/case-file/codes.ts'
import type { WalkRow } from '#core/intake/receive-walk-row.ts'
import { halfWidth } from '#core/lib/clean-text.ts'
import { atTime, dayOf, type Day, type Moment } from '#core/lib/time.ts'
import { typedDay } from '#core/lib/typed-time.ts'
import type { WALK_PAPER_KINDS } from '#core/reports/papers/walk-sheet-words.ts'

export type WalkKind = (typeof WALK_PAPER_KINDS)[number]

export type TypedRow = {
  readonly row: string
  readonly day: string
  readonly time: string
  readonly kind: WalkKind | undefined
  readonly urgency: Urgency
  readonly text: string
  /** Name, phone and place differ from what the sheet says: then these three count. */
  readonly changed: boolean
  readonly name: string
  readonly phone: string
  readonly place: string
}

/** Also a file name in the station folder: letters, digits and a dash. One for each sheet. */
export const draftIdOf = (sheet: string): string =>
  sheet.replace(/^walk-sheet:/, 'walk-').replace(/[^0-9A-Za-z-]/g, '-')

export const blankRow = (row: string, day: string): TypedRow => ({
  row,
  day,
  time: '',
  kind: undefined,
  urgency: 'general',
  text: '',
  changed: false,
  name: '',
  phone: '',
  place: '',
})

/** The first row from `from` on of which nothing was typed in; round to the beginning; '' when all were. */
export function nextRow({ rows }: Pick<WalkSheetView, 'rows'>, from: number): string {
  const open = rows.filter(({ typed }) => typed.length === 0).map(({ row }) => row)
  return String(open.find((row) => row >= from) ?? open[0] ?? '')
}

/** 0930, 930, 9:30, 9点30 → 09:30; null for no time of a day. */
export function typedTime(typed: string): string | null {
  const plain = halfWidth(typed).trim()
  const [, hours, minutes] = /^(\d{1,2})[:：点时.]?(\d{2})分?$/.exec(plain) ?? []
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return null
  return `${hours.padStart(2, '0')}:${minutes}`
}

export type RowProblem = 'row' | 'day' | 'time' | 'kind' | 'text' | 'before-sheet' | 'future'
export type RowField = 'row' | 'day' | 'time' | 'kind' | 'text'

/** Where each problem stands. */
export const FIELD_OF: Readonly<Record<RowProblem, RowField>> = {
  row: 'row',
  day: 'day',
  time: 'time',
  kind: 'kind',
  text: 'text',
  'before-sheet': 'day',
  future: 'time',
}

/** The first thing that is missing, or the row as the command takes it. */
export function readRow(
  typed: TypedRow,
  sheet: Pick<WalkSheetView, 'id' | 'doors' | 'printedAt'>,
  now: Moment,
): { readonly problem: RowProblem } | { readonly row: Omit<WalkRow, 'again'> } {
  const row = Number(halfWidth(typed.row).trim())
  const day: Day | null = typedDay(typed.day)
  const time = typedTime(typed.time)
  if (!Number.isInteger(row) || row < 1 || row > sheet.doors) return { problem: 'row' }
  if (day === null) return { problem: 'day' }
  if (day < dayOf(sheet.printedAt)) return { problem: 'before-sheet' }
  if (time === null) return { problem: 'time' }
  const raisedAt = atTime(day, `${time}:00`)
  if (raisedAt > now) return { problem: 'future' }
  if (typed.kind === undefined) return { problem: 'kind' }
  if (typed.text.trim() === '') return { problem: 'text' }
  const { kind: requestKind, urgency, text, name, phone, place } = typed
  return {
    row: {
      sheet: sheet.id,
      row,
      requestKind,
      urgency,
      raisedAt,
      text,
      ...(typed.changed && { name, phone, ...(place.trim() !== '' && { place }) }),
    },
  }
}
