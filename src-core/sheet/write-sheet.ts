import { zipSync } from 'fflate'
import { concat, utf8 } from '../lib/bytes.ts'
import { withoutControls } from '../lib/clean-text.ts'
import { excelSerial } from './excel-date.ts'
import { guarded, looksLikeFormula } from './formula-guard.ts'
import { parseDateTime } from './parse-date-time.ts'
import { SHEET_LIMITS, type Cell } from './sheet.ts'
import {
  columnName,
  contentTypes,
  packageRelations,
  sheetFrame,
  STYLE,
  STYLES,
  workbook,
  workbookRelations,
  xmlText,
} from './xlsx-parts.ts'

/**
 * `width` in characters of Latin text; a Chinese character takes two. Numbers of cases, phones and codes are 'text'.
 */
export type Column = {
  readonly title: string
  readonly width?: number
  readonly kind: 'text' | 'number' | 'date' | 'datetime'
}
export type SheetToWrite = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Rows turned into bytes at once: the text of a whole sheet would be held twice. */
const CHUNK = 1_000
/** fflate takes the clock otherwise; the same rows give the same bytes. Without a zone: the ZIP holds local time. */
const NO_TIME = '1980-01-01T00:00:00'
/** First day that Excel and excelSerial count alike. */
const FIRST_DATE = '1900-03-01'

/**
 * An .xlsx (ECMA-376, transitional) with one worksheet per entry: bold frozen header, filter, a font that has Chinese.
 * Text is written as text, never as a formula; where it looks like one its cell is marked so that editing keeps it
 * text. A cell that does not fit its column's kind, and a date before March 1900, is written as text. Excel holds
 * 32,767 characters in a cell: a longer text ends with …
 */
export function writeXlsx(sheets: readonly SheetToWrite[]): Uint8Array {
  const names = sheetNames(sheets.map(({ name }) => name))
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': utf8(contentTypes(names.length)),
    '_rels/.rels': utf8(packageRelations()),
    'xl/workbook.xml': utf8(workbook(names)),
    'xl/_rels/workbook.xml.rels': utf8(workbookRelations(names.length)),
    'xl/styles.xml': utf8(STYLES),
  }
  sheets.forEach((sheet, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = worksheet(sheet, i === 0)
  })
  return zipSync(files, { mtime: NO_TIME })
}

function worksheet({ columns, rows }: SheetToWrite, selected: boolean): Uint8Array {
  const widths = columns.map(({ width, kind, title }) => width ?? Math.max(WIDTHS[kind], title.length * 2 + 4))
  const { before, after } = sheetFrame(widths, rows.length + 1, selected)
  const letters = columns.map((_, i) => columnName(i + 1))
  const header = columns.map(({ title }, i) => textXml(`${letters[i]}1`, title, STYLE.header)).join('')
  const parts = [utf8(`${before}<row r="1">${header}</row>`)]
  for (let from = 0; from < rows.length; from += CHUNK) {
    const xml = rows.slice(from, from + CHUNK).map((row, i) => {
      const number = from + i + 2
      const cells = columns.map(({ kind }, c) => cellXml(`${letters[c]}${number}`, kind, row[c] ?? null))
      return `<row r="${number}">${cells.join('')}</row>`
    })
    parts.push(utf8(xml.join('')))
  }
  return concat([...parts, utf8(after)])
}

const WIDTHS = { text: 16, number: 10, date: 12, datetime: 20 } as const

/** `ref`: the cell's name is optional in the standard, but programs that read our files fail without it. */
function cellXml(ref: string, kind: Column['kind'], cell: Cell): string {
  if (cell === null || cell === '') return ''
  if (kind === 'number' && typeof cell === 'number' && Number.isFinite(cell)) {
    return `<c r="${ref}" s="${STYLE.number}"><v>${cell}</v></c>`
  }
  const date = kind === 'date' || kind === 'datetime' ? dateOf(cell) : null
  if (date !== null && date >= FIRST_DATE) {
    const serial = excelSerial(kind === 'date' ? date.slice(0, 10) : date)
    return `<c r="${ref}" s="${STYLE[kind === 'date' ? 'date' : 'datetime']}"><v>${serial}</v></c>`
  }
  const text = withoutControls(cellString(cell))
  return textXml(ref, text, looksLikeFormula(text) ? STYLE.quoted : STYLE.text)
}

/** The date of a date cell or of a text that is one; a number is a number. */
const dateOf = (cell: Cell): string | null => (typeof cell === 'number' ? null : parseDateTime(cell))

const cellString = (cell: Cell): string =>
  typeof cell === 'object' ? (cell?.date.replace('T', ' ') ?? '') : String(cell)

function textXml(ref: string, text: string, style: number): string {
  const written = xmlText(shortened(withoutControls(text)))
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${written}</t></is></c>`
}

function shortened(text: string): string {
  if (text.length <= SHEET_LIMITS.cellLength) return text
  return `${withoutControls(text.slice(0, SHEET_LIMITS.cellLength - 1)).replace(/\uFFFD$/, '')}…`
}

/** Excel refuses a file with a name of more than 31 characters, one of these signs, or the same name twice. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, i) => {
    const plain = withoutControls(name)
      .replace(/[:\\/?*[\]]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
    let unique = [...plain].slice(0, 25).join('').slice(0, 31) || `Sheet${i + 1}`
    while (taken.has(unique.toLowerCase())) unique = `${unique.slice(0, 27)} ${i + 1}`
    taken.add(unique.toLowerCase())
    return unique
  })
}

/**
 * CSV for programs: UTF-8 with BOM, comma, CRLF. A text that a spreadsheet would run as a formula is guarded; numbers are
 * not. Our own reader takes the guard away; for other programs it stays in the file: who needs the exact text takes .xlsx.
 */
export function writeCsv({ columns, rows }: Pick<SheetToWrite, 'columns' | 'rows'>): Uint8Array {
  const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`
  const parts = [utf8(`\uFEFF${line(columns.map(({ title }) => csvText(title)))}`)]
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK)
    parts.push(utf8(chunk.map((row) => line(columns.map(({ kind }, i) => csvCell(kind, row[i] ?? null)))).join('')))
  }
  return concat(parts)
}

function csvCell(kind: Column['kind'], cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const date = kind === 'date' || kind === 'datetime' ? dateOf(cell) : null
  return csvText(date === null ? cellString(cell) : kind === 'date' ? date.slice(0, 10) : date.replace('T', ' '))
}

function csvText(text: string): string {
  // Cleaned first: a control in front must not hide the sign from the guard.
  const safe = guarded(shortened(withoutControls(text)))
  return /[",;\t\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
