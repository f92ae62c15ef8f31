/** A spreadsheet as the importer sees it: text, numbers and dates of the first visible sheet, nothing else. */

/** China time without a zone, `2019-02-28T11:25:05`, as the sheet shows it. */
export type DateCell = { readonly date: string }
/** Text is clean (see lib/clean-text.ts) and never empty; an empty cell is null. */
export type Cell = string | number | boolean | null | DateCell

/** `row` is the number the source shows beside it, from 1. Trailing empty cells are left out. */
export type SheetRow = { readonly row: number; readonly cells: readonly Cell[] }

/**
 * A cell that could not be kept whole: it is null in `rows`, and the row that holds it must be refused by name.
 * `column` counts from 1. To add one: here, and its text in src-cli and src-renderer/text.
 */
export type CellProblem = { readonly row: number; readonly column: number; readonly code: CellCode }
export type CellCode =
  | 'cell-too-long' // more than 32,767 characters
  | 'cell-unreadable' // text that is no number, a text the file does not hold, an open quotation mark, damaged bytes

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'gb18030'

export type Sheet = {
  readonly kind: 'xlsx' | 'csv'
  /** Null for .xlsx. */
  readonly encoding: Encoding | null
  /** Name of the sheet inside the workbook; empty for .csv. */
  readonly name: string
  /** Rows that hold something, in the order of the file. */
  readonly rows: readonly SheetRow[]
  /** Rows the file lists that hold nothing; gaps that it does not list are not counted. */
  readonly blankRows: number
  readonly problems: readonly CellProblem[]
}

/** To add one: here, and its text in src-cli and src-renderer/text. */
export type SheetCode =
  | 'not-a-sheet' // a PDF, a picture, a Word file, a ZIP of something else
  | 'old-xls' // .xls, .et, .xlsb or a web page: open it and save it as .xlsx
  | 'encrypted' // asks for a password
  | 'damaged'
  | 'too-big' // more than SheetLimits allow, or more memory than the worker may use
  | 'too-many-rows'
  | 'too-many-columns'
  | 'unknown-encoding'
  | 'empty'
  | 'too-slow' // the worker was stopped

export type SheetLimits = {
  /** Bytes of a file, and the sum of what its ZIP directory says it unpacks to. */
  readonly bytes: number
  readonly entries: number
  /** Rows with content. */
  readonly rows: number
  readonly columns: number
  /** UTF-16 units, as Excel counts them. */
  readonly cellLength: number
  /** Rows × columns that are kept, empty ones between full ones included: about 8 bytes each. */
  readonly cells: number
}

/** The columns and the characters are Excel's own; the rest is far above any register of a station. */
export const SHEET_LIMITS: SheetLimits = {
  bytes: 200_000_000,
  entries: 1_000,
  rows: 200_000,
  columns: 16_384,
  cellLength: 32_767,
  cells: 8_000_000,
}

/** Reading is linear in the size of the file; a worker that takes longer is stopped. */
export const SHEET_TIMEOUT_MS = 60_000
