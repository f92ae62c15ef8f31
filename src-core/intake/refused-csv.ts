import type { Header } from './plan-import.ts'
import { utf8 } from '../lib/bytes.ts'
import { guarded } from '../sheet/formula-guard.ts'
import type { Cell, Sheet } from '../sheet/sheet.ts'

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

/** Plain numbers stay numbers, also below zero. */
const NUMBER = /^-?\d+(?:\.\d+)?$/

function quoted(words: string): string {
  const safe = NUMBER.test(words) ? words : guarded(words)
  return `"${safe.replaceAll('"', '""')}"`
}
