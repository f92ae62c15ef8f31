import { parseDateTime } from '#core/sheet/parse-date-time.ts'
import { plainText } from '#core/sheet/plain-text.ts'
import type { Result } from '#core/lib/result.ts'
import { SHEET_LIMITS, SHEET_TIMEOUT_MS, type Sheet, type SheetCode } from '#core/sheet/sheet.ts'

export type Reader = (bytes: Uint8Array, name: string) => Result<Sheet, SheetCode>
export type HostileFile = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly allowed?: readonly string[]
}

export type Verdict = {
  /** How often a reader said what. */
  readonly outcomes: Readonly<Record<string, number>>
  /** What it must not do, with the name of the file. */
  readonly faults: readonly string[]
  readonly slowestMs: number
}

const prototypes = (): string =>
  [Object.prototype, Array.prototype, String.prototype, Map.prototype]
    .map((prototype) => Object.getOwnPropertyNames(prototype).join())
    .join(';')

/**
 * Gives every file to the reader and judges what comes back. `files` are made one by one: ten thousand do not stand in
 * memory.
 */
export function judge(read: Reader, files: Iterable<HostileFile>): Verdict {
  const outcomes: Record<string, number> = {}
  const faults: string[] = []
  let slowestMs = 0
  const before = prototypes()
  for (const { name, bytes, fileName, allowed } of files) {
    const start = performance.now()
    let outcome: string
    try {
      const result = read(bytes, fileName)
      outcome = result.ok ? 'ok' : result.error
      if (result.ok) faults.push(...brokenRules(result.value).map((rule) => `${name}: ${rule}`))
    } catch (error) {
      outcome = 'thrown'
      faults.push(`${name}: thrown ${String(error)}`)
    }
    const ms = performance.now() - start
    slowestMs = Math.max(slowestMs, ms)
    if (ms > SHEET_TIMEOUT_MS) faults.push(`${name}: took ${Math.round(ms)} ms`)
    if (allowed && !allowed.includes(outcome)) faults.push(`${name}: ${outcome}, not ${allowed.join(' or ')}`)
    if (prototypes() !== before) {
      faults.push(`${name}: a prototype was changed`)
      break
    }
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }
  return { outcomes, faults, slowestMs }
}

/** What every sheet promises, whatever file it came from. */
function brokenRules({ rows, problems }: Sheet): string[] {
  const broken = new Set<string>()
  if (rows.length === 0) broken.add('a sheet without rows')
  if (rows.length > SHEET_LIMITS.rows) broken.add('too many rows')
  const named = new Set(problems.map(({ row }) => row))
  for (const { row, cells } of rows) {
    if (!Number.isInteger(row) || row < 1 || row > 1_048_576) broken.add(`row ${row}`)
    if (cells.length > SHEET_LIMITS.columns) broken.add('too many columns')
    if (cells.length > 0 ? cells.at(-1) === null : !named.has(row)) broken.add('an empty end')
    for (const cell of cells) {
      if (typeof cell === 'number' && !Number.isFinite(cell)) broken.add('a number without end')
      if (typeof cell === 'string') {
        if (cell === '' || cell.length > SHEET_LIMITS.cellLength) broken.add('length of a text')
        if (cell !== cell.trim()) broken.add('blanks around a text')
        // oxlint-disable-next-line no-control-regex
        if (/[\u0000-\u0008\r\u000E-\u001F]|\p{Surrogate}/u.test(cell)) broken.add('a sign that must not be there')
        plainText(cell)
      }
      const date = parseDateTime(cell)
      if (date !== null && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(date)) broken.add(`date ${date}`)
    }
  }
  return [...broken]
}
