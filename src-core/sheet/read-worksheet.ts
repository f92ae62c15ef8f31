import { err, ok, type Result } from '../lib/result.ts'
import { cellText, type CellText } from './cell-text.ts'
import type { DateStyles } from './date-styles.ts'
import { excelDate, timeOfDay } from './excel-date.ts'
import { clearMerged, type Area } from './merged-cells.ts'
import { parseDateTime } from './parse-date-time.ts'
import { isHopeless, runs, type SharedStrings } from './shared-strings.ts'
import type { Cell, CellProblem, SheetCode, SheetLimits, SheetRow } from './sheet.ts'
import { attribute, closes, nextToken, opens, tokenText, xmlScan, type XmlScan } from './xml-scan.ts'

export type Workbook = {
  readonly strings: SharedStrings
  readonly isDate: DateStyles
  readonly from1904: boolean
  readonly limits: SheetLimits
}
export type SheetContent = {
  readonly rows: readonly SheetRow[]
  readonly blankRows: number
  readonly problems: readonly CellProblem[]
}

/** Excel's last row; a file that names a later one is damaged. */
const MAX_ROW = 1_048_576
const DIGITS = /^\d{1,7}$/
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i
/**
 * More digits than a number of JavaScript or Excel keeps: an identity card number typed without a text format by a
 * program.
 */
const LONG_INTEGER = /^-?\d{16,}$/

/**
 * One worksheet part. Formulas give the value they had when the file was saved, errors their name as text. The
 * <dimension> is not believed and a row without content costs nothing. A row or column number that no sheet has:
 * damaged.
 */
export function readWorksheet(bytes: Uint8Array, book: Workbook): Result<SheetContent, SheetCode> {
  const { limits } = book
  const scan = xmlScan(bytes)
  const rows: { readonly row: number; readonly cells: Cell[] }[] = []
  const problems: CellProblem[] = []
  const merged: Area[] = []
  let found = false
  let inData = false
  let inRow = false
  let row = 0
  let column = 0
  let cells: Cell[] = []
  let listed = 0
  let kept = 0
  while (nextToken(scan)) {
    if (scan.kind === 'text') continue
    if (opens(scan, 'c')) {
      if (!inData) continue
      if (!inRow) return err('damaged')
      column = columnOf(attribute(scan, 'r')) ?? column + 1
      if (!(column >= 1 && column <= limits.columns)) return err('too-many-columns')
      if (scan.empty) continue
      const cell = readCell(scan, book)
      if (cell === null) return err('damaged')
      if (cell.problem !== null) problems.push({ row, column, code: cell.problem })
      if (cell.value === null) continue
      kept += Math.max(0, column - cells.length)
      if (kept > limits.cells || problems.length > limits.rows) return err('too-big')
      // Two rows or cells in one place, or one inside the other: what would be lost is not guessed.
      if ((cells[column - 1] ?? null) !== null) return err('damaged')
      while (cells.length < column - 1) cells.push(null)
      cells[column - 1] = cell.value
    } else if (opens(scan, 'row')) {
      if (!inData) continue
      const named = attribute(scan, 'r')
      row = named === null ? row + 1 : DIGITS.test(named) ? Number(named) : 0
      if (inRow || row < 1 || row > MAX_ROW) return err('damaged')
      column = 0
      cells = []
      listed++
      inRow = !scan.empty
    } else if (closes(scan, 'row')) {
      if (!inData) continue
      if (!inRow) return err('damaged')
      inRow = false
      if (cells.length === 0 && problems.at(-1)?.row !== row) continue
      rows.push({ row, cells })
      cells = []
      if (rows.length > limits.rows) return err('too-many-rows')
    } else if (opens(scan, 'sheetData')) {
      inData = !scan.empty
      found = true
    } else if (closes(scan, 'sheetData')) inData = false
    else if (opens(scan, 'mergeCell')) {
      const area = areaOf(attribute(scan, 'ref'))
      if (area) merged.push(area)
      if (merged.length > limits.rows) return err('damaged')
    }
  }
  if (scan.damaged || inData || inRow || !found) return err('damaged')
  if (!clearMerged(rows, merged)) return err('damaged')
  const named = new Set(problems.map((problem) => problem.row))
  const filled = rows.filter((r) => r.cells.length > 0 || named.has(r.row))
  return ok({ rows: filled, blankRows: Math.max(0, listed - filled.length), problems })
}

/** From behind `<c …>` to `</c>`; null when the cell has no end of its own. */
function readCell(scan: XmlScan, book: Workbook): CellText | null {
  const type = attribute(scan, 't') ?? 'n'
  const style = Number(attribute(scan, 's') ?? -1)
  let value = ''
  let inline: string | null = ''
  let bytes = 0
  let inValue = false
  while (nextToken(scan) && !closes(scan, 'c')) {
    if (scan.kind === 'text') {
      if (!inValue) continue
      bytes += scan.to - scan.from
      if (isHopeless(bytes, book.limits)) return { value: null, problem: 'cell-too-long' }
      value += tokenText(scan)
    } else if (opens(scan, 'v')) inValue = !scan.empty
    else if (closes(scan, 'v')) inValue = false
    else if (opens(scan, 'is') && !scan.empty) inline = runs(scan, 'is', book.limits)
    else if (opens(scan, 'c') || closes(scan, 'row')) return null
  }
  switch (type) {
    case 's':
      return (/^\s*\d{1,9}\s*$/.test(value) ? book.strings(Number(value)) : null) ?? UNREADABLE
    case 'inlineStr':
      return cellText(inline, book.limits)
    case 'str':
    case 'e':
      return cellText(value, book.limits)
    case 'b':
      return { value: value.trim() === '1' || value.trim().toLowerCase() === 'true', problem: null }
    case 'd': {
      const date = parseDateTime(value)
      return date === null ? cellText(value, book.limits) : { value: { date }, problem: null }
    }
    default:
      return numberCell(value.trim(), book.isDate(style), book.from1904)
  }
}

const UNREADABLE: CellText = { value: null, problem: 'cell-unreadable' }
const EMPTY: CellText = { value: null, problem: null }

function numberCell(text: string, isDate: boolean, from1904: boolean): CellText {
  if (text === '') return EMPTY
  if (LONG_INTEGER.test(text) && text.length < 400) return { value: text, problem: null }
  const number = NUMBER.test(text) ? Number(text) : Number.NaN
  if (!Number.isFinite(number)) return UNREADABLE
  if (!isDate) return { value: number, problem: null }
  if (number >= 0 && number < 1) return { value: timeOfDay(Math.round(number * 86_400) % 86_400), problem: null }
  const date = excelDate(number, from1904)
  return { value: date === null ? number : { date }, problem: null }
}

/** `AB12` → 28; null without letters. Past XFD the number only has to stay too large. */
function columnOf(ref: string | null): number | null {
  if (ref === null) return null
  let column = 0
  for (let i = 0; i < ref.length && i < 8; i++) {
    const letter = ref.charCodeAt(i) & ~0x20
    if (letter < 0x41 || letter > 0x5a) break
    column = column * 26 + letter - 0x40
  }
  return column === 0 ? null : column
}

function areaOf(ref: string | null): Area | null {
  const found = /^\$?([a-z]{1,3})\$?(\d{1,7}):\$?([a-z]{1,3})\$?(\d{1,7})$/i.exec(ref ?? '')
  if (!found) return null
  return { left: columnOf(found[1]!)!, top: Number(found[2]), right: columnOf(found[3]!)!, bottom: Number(found[4]) }
}
