/**
 * A calendar year out of a file: the JSON that is published for each notice (`{"year", "days": [{"date", "isOffDay"}]}`),
 * or a table (.xlsx, .csv) with the columns 日期 and 类型. Nothing is saved here; whatever is wrong is named with its line.
 */
import type { CalendarYear } from '../lib/calendar.ts'
import { err, type Result } from '../lib/result.ts'
import { z } from '../lib/schema.ts'
import { checkYear, type NamedDay, type YearCode, type YearProblem } from '../limits/check-year.ts'
import { parseDateTime } from '../sheet/parse-date-time.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { SHEET_LIMITS, type Cell, type SheetCode, type SheetRow } from '../sheet/sheet.ts'

export type CalendarProblem = YearProblem | { readonly code: SheetCode; readonly line: number; readonly word: string }

/** A year has 366 days; a file of a megabyte is no calendar. Small enough to be read where it is, without a worker. */
const LIMITS = { ...SHEET_LIMITS, bytes: 2_000_000, entries: 100, rows: 2_000, columns: 200, cells: 100_000 }

export function calendarFile(bytes: Uint8Array, name: string): Result<CalendarYear, CalendarProblem> {
  if (bytes.length > LIMITS.bytes) return wrong('too-big')
  if (/\.json$/i.test(name) || startsObject(bytes)) return fromJson(new TextDecoder().decode(bytes))
  const sheet = readSheet(bytes, name, LIMITS)
  if (!sheet.ok) return wrong(sheet.error)
  return fromRows(sheet.value.rows)
}

/** A byte order mark and blanks aside. */
const startsObject = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().startsWith('{')

const NOTICE = z.object({
  year: z.number().int().min(1949).max(2200),
  days: z.array(z.object({ date: z.string(), isOffDay: z.boolean() })).max(1_000),
})

function fromJson(text: string): Result<CalendarYear, CalendarProblem> {
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return wrong('calendar-unreadable')
  }
  const notice = NOTICE.safeParse(parsed)
  if (!notice.success) return wrong('calendar-unreadable')
  const lines = linesOf(text)
  const days = notice.data.days.map(({ date, isOffDay }, i): NamedDay => ({
    line: lines[i] ?? 0,
    date,
    kind: isOffDay ? 'off' : 'work',
  }))
  return checkYear(days, notice.data.year)
}

/** The line of each `"date"`, in the order of the file. */
function linesOf(text: string): number[] {
  const lines: number[] = []
  let line = 1
  for (const [found] of text.matchAll(/\n|"date"\s*:/g)) {
    if (found === '\n') line += 1
    else lines.push(line)
  }
  return lines
}

const DATE_NAMES = ['日期', 'date', 'day']
const KIND_NAMES = ['类型', '类别', 'type', 'kind']
/** To add one: here. */
const KINDS: Readonly<Record<string, NamedDay['kind']>> = {
  休: 'off',
  休息: 'off',
  休息日: 'off',
  放假: 'off',
  假: 'off',
  假日: 'off',
  节假日: 'off',
  法定节假日: 'off',
  off: 'off',
  holiday: 'off',
  班: 'work',
  上班: 'work',
  补班: 'work',
  调休上班: 'work',
  调休: 'work',
  工作日: 'work',
  work: 'work',
  workday: 'work',
}

function fromRows(rows: readonly SheetRow[]): Result<CalendarYear, CalendarProblem> {
  const header = rows.find(({ cells }) => columnOf(cells, DATE_NAMES) >= 0 || columnOf(cells, KIND_NAMES) >= 0)
  const date = header ? columnOf(header.cells, DATE_NAMES) : -1
  const kind = header ? columnOf(header.cells, KIND_NAMES) : -1
  if (!header || date < 0 || kind < 0) return wrong('calendar-no-column', header?.row ?? 1, date < 0 ? '日期' : '类型')
  const days: NamedDay[] = []
  for (const { row, cells } of rows.slice(rows.indexOf(header) + 1)) {
    const day = cells[date] ?? null
    const word = wordOf(cells[kind] ?? null)
    if (day === null && word === '') continue // a remark below the table
    const at = parseDateTime(day)
    if (at === null) return wrong('calendar-no-such-day', row, wordOf(day))
    const named = Object.hasOwn(KINDS, word.toLowerCase()) ? KINDS[word.toLowerCase()] : undefined
    if (!named) return wrong('calendar-unknown-kind', row, word)
    days.push({ line: row, date: at.slice(0, 10), kind: named })
  }
  return checkYear(days)
}

const columnOf = (cells: readonly Cell[], names: readonly string[]): number =>
  cells.findIndex((cell) => names.includes(wordOf(cell).toLowerCase()))

const wordOf = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'object' ? cell.date.slice(0, 10) : String(cell).trim()

const wrong = (code: YearCode | SheetCode, line = 0, word = '') => err<CalendarProblem>({ code, line, word }) as Result<never, CalendarProblem> // prettier-ignore
