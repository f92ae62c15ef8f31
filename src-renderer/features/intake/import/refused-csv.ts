import type { Header } from '#core/intake/plan-import.ts'
import { utf8 } from '#core/lib/bytes.ts'
import type { Cell, Sheet } from '#core/sheet/sheet.ts'

/**
 * UTF-8 with BOM, which WPS and Excel open without asking. The original columns come first, so that the corrected file
 * can be imported again; `more` names the two columns at the end: row number in the source, and why.
 */
export function refusedCsv(
  sheet: Sheet,
  header: Header,
  reasons: ReadonlyMap<number, string>,
  more: readonly [row: string, reason: string],
): Uint8Array<ArrayBuffer> {
  const width = header.names.length
  const lines = [[...header.names, ...more]]
  for (const { row, cells } of sheet.rows) {
    const reason = reasons.get(row)
    if (reason !== undefined)
      lines.push([...Array.from({ length: width }, (_, i) => cellWords(cells[i] ?? null)), String(row), reason])
  }
  return utf8(`\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`)
}

const cellWords = (cell: Cell): string =>
  typeof cell === 'object' ? (cell?.date.replace('T', ' ') ?? '') : String(cell)

/** A spreadsheet would calculate a cell that starts so; the apostrophe keeps it text. Plain numbers stay numbers. */
const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^-?\d+(?:\.\d+)?$/

function quoted(words: string): string {
  const safe = FORMULA.test(words) && !NUMBER.test(words) ? `'${words}` : words
  return `"${safe.replaceAll('"', '""')}"`
}
