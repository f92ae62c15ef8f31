/**
 * A table of a report, once: as a part of a paper (and so in print, in a PDF and in Word) and as a sheet of an .xlsx, where
 * numbers stay numbers. Names and titles are text in both.
 */
import type { Cell } from '../sheet/sheet.ts'
import type { SheetToWrite } from '../sheet/write-sheet.ts'
import { rateText } from '../figures/rates.ts'
import { yuanText } from '../lib/yuan.ts'
import type { PaperPart } from './papers/paper.ts'

/** `yuan` holds whole fen; `percent` and `score` what rates give (95, 77.8); `day` a day or moment. Null: nothing to say. */
export type TableColumn = {
  readonly title: string
  readonly kind: 'words' | 'count' | 'percent' | 'score' | 'yuan' | 'day'
  /** Percent of the sheet. */
  readonly width: number
}
export type TableCell = string | number | null

export type ReportTable = {
  /** Of the sheet, at most 31 characters. */
  readonly name: string
  /** Above it on paper; '' for none. */
  readonly caption: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableCell[])[]
}

/** More lines than this of one table make a paper that nobody reads; the .xlsx has all of them. */
export const PAPER_ROWS = 200

export function paperTable({ caption, columns, rows }: ReportTable): PaperPart {
  const isNumber = ({ kind }: TableColumn): boolean => kind !== 'words' && kind !== 'day'
  return {
    kind: 'table',
    ...(caption !== '' && { caption }),
    head: columns.map(({ title }) => title),
    widths: columns.map(({ width }) => width),
    centred: columns.flatMap(({ kind }, i) => (kind === 'day' ? [i] : [])),
    right: columns.flatMap((column, i) => (isNumber(column) ? [i] : [])),
    rows: rows.slice(0, PAPER_ROWS).map((row) => columns.map((column, i) => cellWords(column, row[i] ?? null))),
  }
}

function cellWords({ kind }: TableColumn, cell: TableCell): string {
  if (cell === null || cell === '') return '—'
  if (kind === 'day') return String(cell).slice(0, 16).replace('T', ' ')
  if (typeof cell === 'string') return cell
  if (kind === 'percent') return rateText(cell)
  if (kind === 'score') return rateText(cell, '')
  return kind === 'yuan' ? yuanText(cell) : String(cell)
}

/** A column of percentages says so in its title, because its cells are plain numbers. */
export const tableSheet = ({ name, columns, rows }: ReportTable): SheetToWrite => ({
  name,
  columns: columns.map(({ title, kind, width }) => ({
    title: kind === 'percent' ? `${title} %` : title,
    kind: kind === 'words' ? 'text' : kind === 'day' ? 'datetime' : 'number',
    ...(kind === 'words' && { width: Math.max(14, Math.min(60, width)) }),
  })),
  rows: rows.map((row) => columns.map((column, i): Cell => sheetCell(column, row[i] ?? null))),
})

function sheetCell({ kind }: TableColumn, cell: TableCell): Cell {
  if (kind === 'yuan' && typeof cell === 'number') return cell / 100
  return kind === 'day' && typeof cell === 'string' ? { date: cell.slice(0, 19) } : cell
}
