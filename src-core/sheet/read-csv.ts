import Papa from 'papaparse'
import { err, ok, type Result } from '../lib/result.ts'
import { cleanText } from '../lib/clean-text.ts'
import { decodeText } from './decode-text.ts'
import { unguarded } from './formula-guard.ts'
import type { Cell, CellCode, CellProblem, Sheet, SheetCode, SheetLimits, SheetRow } from './sheet.ts'

const DELIMITERS = [',', ';', '\t']
/** Excel's last row: a longer list was never made for people. */
const MAX_RECORDS = 1_048_576
/** `5" pipe` in an unquoted text is honest; a million of them is not. */
const MAX_STRAY_QUOTES = 1_000_000
/** Where the delimiter is looked for. */
const HEADER_LENGTH = 1_000_000

/**
 * CSV (RFC 4180) with comma, semicolon or tab, lines ended by CR, LF or CRLF. Every cell is text or null. Row numbers
 * count records, as Excel shows them. A quotation mark that nothing closes swallows lines: such a record is refused by
 * number.
 */
export function readCsv(bytes: Uint8Array, limits: SheetLimits): Result<Sheet, SheetCode> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { encoding, damaged } = decoded.value
  const text = decoded.value.text.replace(/\r\n?/g, '\n')
  if (isBinary(text)) return err('not-a-sheet')
  const delimiter = delimiterOf(text)
  // papaparse puts a whole record into an array before it asks: one record of nothing but commas would take gigabytes.
  if (exceeds(text, delimiter, limits.cells * 2)) return err('too-big')
  // And it keeps an error of about 100 bytes for each quotation mark that opens or closes nothing.
  if (hasManyStrayQuotes(text, delimiter)) return err('damaged')
  const rows: SheetRow[] = []
  const problems: CellProblem[] = []
  let refusal: SheetCode | null = null
  let row = 0
  let kept = 0
  Papa.parse(text, {
    delimiter,
    newline: '\n',
    // The fast mode splits the whole text into an array of lines first.
    fastMode: false,
    step: ({ data, errors }, parser) => {
      row++
      const cells: Cell[] = []
      const broken = errors.some(({ type }) => type === 'Quotes')
      if (broken) problems.push({ row, column: 1, code: 'cell-unreadable' })
      for (let i = 0; i < data.length && !refusal; i++) {
        const { value, problem } = csvCell(data[i]!, damaged, limits)
        if (problem !== null && !broken) problems.push({ row, column: i + 1, code: problem })
        if (value === null) continue
        if (i >= limits.columns) refusal = 'too-many-columns'
        while (cells.length < i) cells.push(null)
        cells.push(value)
      }
      if (cells.length > 0 || problems.at(-1)?.row === row) rows.push({ row, cells })
      kept += cells.length
      if (rows.length > limits.rows || row > MAX_RECORDS) refusal ??= 'too-many-rows'
      if (kept > limits.cells || problems.length > limits.rows) refusal ??= 'too-big'
      if (refusal) parser.abort()
    },
  })
  // The compiler does not see that `step` writes it.
  const found = refusal as SheetCode | null
  if (found) return err(found)
  const listed = text.endsWith('\n') || text === '' ? row - 1 : row
  return ok({ kind: 'csv', encoding, name: '', rows, blankRows: Math.max(0, listed - rows.length), problems })
}

function csvCell(raw: string, damaged: boolean, limits: SheetLimits): { value: Cell; problem: CellCode | null } {
  const text = cleanText(unguarded(raw))
  if (text.length > limits.cellLength) return { value: null, problem: 'cell-too-long' }
  if (damaged && text.includes('\uFFFD')) return { value: null, problem: 'cell-unreadable' }
  return { value: text === '' ? null : text, problem: null }
}

/** The sign that parts the first line most often, outside quotation marks. */
function delimiterOf(text: string): string {
  const counts = DELIMITERS.map(() => 0)
  let quoted = false
  for (let i = 0; i < text.length && i < HEADER_LENGTH; i++) {
    const sign = text[i]!
    if (sign === '"') quoted = !quoted
    else if (!quoted && sign === '\n') {
      // Lines before the header may be empty.
      if (counts.some((count) => count > 0)) break
    } else if (!quoted) {
      const which = DELIMITERS.indexOf(sign)
      if (which >= 0) counts[which]!++
    }
  }
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!
}

function exceeds(text: string, sign: string, limit: number): boolean {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) if (++count > limit) return true
  return false
}

function hasManyStrayQuotes(text: string, delimiter: string): boolean {
  const joins = (sign: string | undefined): boolean =>
    sign === undefined || sign === delimiter || sign === '\n' || sign === '"'
  let count = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!joins(text[at - 1]) && !joins(text[at + 1]) && ++count > MAX_STRAY_QUOTES) return true
  }
  return false
}

const SAMPLE = 4_096

/** More than one control character in fifty is no text, whatever the decoder says. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  // oxlint-disable-next-line no-control-regex
  const controls = sample.match(/[\u0000-\u0008\u000E-\u001F\u007F]/g)?.length ?? 0
  return controls * 50 > sample.length
}
