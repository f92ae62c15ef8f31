/** A workbook of a directory into entries. What a cell may hold is directory-columns.ts; what fits together, plan-directory.ts says. */
import type { Cell, Sheet } from '../sheet/sheet.ts'
import { DAY_MINUTES, hoursProblem, minutesOf, timeOf, type Hours, type HoursException } from '../provider/hours.ts'
import { plainName } from '../provider/part-rules.ts'
import { itemsOf } from '../provider/service.ts'
import { EN_DIRECTORY, ZH_DIRECTORY } from '../provider/words.ts'
import {
  HOURS_COLUMNS,
  HOURS_RULES,
  PROVIDER_COLUMNS,
  SERVICE_COLUMNS,
  SHEET_NAMES,
  SITE_COLUMNS,
  type CellKind,
  type DirectoryColumn,
  type DirectorySheet,
} from './directory-columns.ts'
import type { FileProblem, FileProblemCode, RawEntry } from './directory-file.ts'
import type { ReadDirectory } from './hsds-import.ts'

/** Sheets of a workbook that are looked at. */
export const DIRECTORY_SHEETS = 12
/** Rows in which the headings are looked for: people put a title above them. */
const HEADING_ROWS = 5

type Row = { readonly at: string; readonly values: Record<string, unknown> }

/** Null when no sheet of it is a directory. */
export function readDirectorySheets(sheets: readonly Sheet[]): ReadDirectory | null {
  const problems: FileProblem[] = []
  const named = (which: DirectorySheet): Sheet | undefined =>
    sheets.find(({ name }) =>
      [SHEET_NAMES[which].zh, SHEET_NAMES[which].en].some((one) => plainName(one) === plainName(name)),
    )
  const providers = named('providers') ?? (named('services') || named('sites') ? undefined : sheets[0])
  const rows = (sheet: Sheet | undefined, which: DirectorySheet, columns: readonly DirectoryColumn[]): Row[] | null =>
    sheet ? readRows(sheet, which, columns, problems) : null
  const organisations = rows(providers, 'providers', PROVIDER_COLUMNS)
  const services = rows(named('services'), 'services', SERVICE_COLUMNS)
  const sites = rows(named('sites'), 'sites', SITE_COLUMNS)
  if (!organisations && !services && !sites) return null
  const times = rows(named('hours'), 'hours', HOURS_COLUMNS)
  const raw = {
    providers: (organisations ?? []).map(entryOf),
    services: (services ?? []).map((row) => entryOf(withOwner(row))),
    sites: (sites ?? []).map((row) => entryOf(withOwner(row))),
  }
  if (!times) return { raw, problems }
  const hours = hoursOf(times, [...raw.sites, ...raw.services], problems)
  const timed = (entry: RawEntry): RawEntry => ({
    ...entry,
    fields: { ...entry.fields, hours: hours.get(entry) ?? null },
  })
  return { raw: { ...raw, services: raw.services.map(timed), sites: raw.sites.map(timed) }, problems }
}

const entryOf = ({ at, values }: Row): RawEntry => {
  const { id, ...fields } = values
  return { id: String(id ?? ''), at, fields }
}

const withOwner = ({ at, values }: Row): Row => {
  const { provider, providerName, ...rest } = values
  return { at, values: { ...rest, provider: provider || providerName || '', ownerName: providerName } }
}

/** Null: no headings that we know. */
function readRows(
  sheet: Sheet,
  which: DirectorySheet,
  columns: readonly DirectoryColumn[],
  problems: FileProblem[],
): Row[] | null {
  const heads = sheet.rows.slice(0, HEADING_ROWS).map((row) => row.cells.map((cell) => columnOf(columns, cell)))
  const top = heads.findIndex((head) => head.filter(Boolean).length > 1)
  if (top < 0) return null
  const head = heads[top]!
  const name = SHEET_NAMES[which].zh
  return sheet.rows.slice(top + 1).flatMap(({ row, cells }): Row[] => {
    if (cells.every((cell) => cell === null)) return []
    const at = `${name} ${row}`
    for (const { code, row: of } of sheet.problems) if (of === row) problems.push({ at, field: '', code: 'wrong-value', words: code }) // prettier-ignore
    const values: Record<string, unknown> = {}
    head.forEach((column, i) => {
      if (!column) return
      const read = readCell(column.kind, cells[i] ?? null)
      if (read === WRONG)
        problems.push({ at, field: column.field, code: 'wrong-value', words: cellText(cells[i] ?? null).slice(0, 60) }) // prettier-ignore
      else if (read !== UNSAID || column.field !== 'status') values[column.field] = read === UNSAID ? '' : read
    })
    return [{ at, values }]
  })
}

const columnOf = (columns: readonly DirectoryColumn[], cell: Cell): DirectoryColumn | undefined => {
  const title = typeof cell === 'string' ? plainName(cell.replaceAll('*', '')) : ''
  return columns.find(({ zh, en }) => plainName(zh) === title || plainName(en) === title)
}

const WRONG = Symbol('wrong')
/** An empty cell of a code: no code at all. */
const UNSAID = Symbol('unsaid')

const cellText = (cell: Cell): string => (cell === null ? '' : typeof cell === 'object' ? cell.date : String(cell))

function readCell(kind: CellKind, cell: Cell): unknown {
  const text = cellText(cell).trim()
  switch (kind.as) {
    case 'number':
    case 'yuan': {
      if (text === '') return null
      if (kind.as === 'yuan' && /^(?:免费|free)$/i.test(text)) return 0
      const number = Number(text.replace(/[,，元\s]/g, ''))
      return Number.isFinite(number) ? (kind.as === 'yuan' ? Math.round(number * 100) : number) : WRONG
    }
    case 'yes-no':
      return /^(?:是|yes|true|1|√)$/i.test(text) || (/^(?:否|no|false|0|)$/i.test(text) ? false : WRONG)
    case 'code':
      return text === '' ? UNSAID : (codeOf(kind, text) ?? WRONG)
    case 'codes': {
      const codes = itemsOf(text).map((item) => codeOf(kind, item))
      return codes.includes(undefined) ? WRONG : codes
    }
    case 'list':
      return itemsOf(text)
    case 'refs':
      // `L010101 用电安全隐患` is its code.
      return itemsOf(text).map((item) => /^(L\d{6})(?:\s|$)/.exec(item)?.[1] ?? item)
    case 'day':
      return dayOf(text)
    default:
      return text
  }
}

function codeOf(kind: Extract<CellKind, { readonly codes: readonly string[] }>, word: string): string | undefined {
  const is = (text: string | undefined): boolean => text !== undefined && plainName(text) === plainName(word)
  const zh = ZH_DIRECTORY[kind.words] as Readonly<Record<string, string>>
  const en = EN_DIRECTORY[kind.words] as Readonly<Record<string, string>>
  return kind.codes.find((code) => is(code) || is(zh[code]) || is(en[code]))
}

/** `2026/3/1`, `2026年3月1日` and a cell that is a date; anything else stays as it is, and is refused by its rule. */
function dayOf(text: string): string {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T.*)?$/.exec(text)
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : text.slice(0, 10)
}

/** The hours of each entry that the rows name, by id or by the names of organisation and entry. */
function hoursOf(rows: readonly Row[], entries: readonly RawEntry[], problems: FileProblem[]): Map<RawEntry, Hours> {
  const byId = new Map(entries.flatMap((entry) => (entry.id === '' ? [] : [[entry.id, entry] as const])))
  const nameKey = (owner: unknown, name: unknown): string =>
    `${plainName(String(owner ?? ''))}\n${plainName(String(name ?? ''))}`
  const byName = new Map(entries.toReversed().map((entry) => [nameKey(entry.fields['ownerName'], entry.fields['name']), entry])) // prettier-ignore
  const out = new Map<
    RawEntry,
    { weekly: Hours['weekly'][number][]; exceptions: HoursException[]; holidays: Hours['holidays'] }
  >()
  for (const { at, values } of rows) {
    const say = (field: string, code: FileProblemCode, words: unknown): void =>
      void problems.push({ at, field, code, words: String(words ?? '').slice(0, 60) })
    const entry = byId.get(String(values['of'] ?? '')) ?? byName.get(nameKey(values['providerName'], values['name']))
    if (!entry) {
      say('of', 'unknown-service', values['name'] ?? values['of'])
      continue
    }
    const hours = out.get(entry) ?? { weekly: [], exceptions: [], holidays: '' }
    out.set(entry, hours)
    const rule = ruleOf(String(values['rule'] ?? ''), values)
    if (rule === 'holidays') {
      const said = /休息|closed/i.test(String(values['words'])) ? 'closed' : /照常|open/i.test(String(values['words'])) ? 'as-usual' : null // prettier-ignore
      if (said === null) say('words', 'wrong-value', values['words'])
      else hours.holidays = said
      continue
    }
    const from = clock(String(values['from'] ?? ''))
    const to = clock(String(values['to'] ?? ''))
    const both = `${String(values['from'] ?? '')}-${String(values['to'] ?? '')}`
    const isClosed = values['from'] === '' && values['to'] === ''
    if (rule === null || ((from === null || to === null) && !(rule === 'date' && isClosed))) {
      say(rule === null ? 'rule' : 'from', rule === null ? 'wrong-value' : 'hours-not-understood', rule === null ? values['rule'] : both) // prettier-ignore
      continue
    }
    const span = from !== null && to !== null ? { from, to } : null
    if (rule === 'weekly') {
      const day = weekdayOf(String(values['day'] ?? ''))
      if (day === null || !span) say('day', 'wrong-value', values['day'])
      else
        add(hours.weekly, { day, ...span }, (one) => hoursProblem({ weekly: [one], exceptions: [], holidays: '' }), say)
      continue
    }
    const [fromDay, toDay] = [String(values['fromDay'] ?? ''), String(values['toDay'] || values['fromDay'] || '')]
    const known = hours.exceptions.findIndex((one) => one.from === fromDay && one.to === toDay)
    if (known >= 0 && span) {
      const one = hours.exceptions[known]!
      hours.exceptions[known] = { ...one, spans: [...one.spans, span] }
      continue
    }
    const exception = { from: fromDay, to: toDay, spans: span ? [span] : [], words: String(values['words'] ?? '') }
    add(hours.exceptions, exception, (one) => hoursProblem({ weekly: [], exceptions: [one], holidays: '' }), say)
  }
  return out
}

/** Puts it in when nothing is wrong with it alone; what two rows do to each other is found when the entry is looked at. */
function add<T>(
  list: T[],
  one: T,
  problem: (one: T) => ReturnType<typeof hoursProblem>,
  say: (field: string, code: FileProblemCode, words: unknown) => void,
): void {
  const found = problem(one)
  if (found) say(found.code === 'day-impossible' ? 'fromDay' : 'to', found.code, found.words)
  else list.push(one)
}

function ruleOf(word: string, values: Readonly<Record<string, unknown>>): keyof typeof HOURS_RULES | null {
  const rules = Object.entries(HOURS_RULES) as [
    keyof typeof HOURS_RULES,
    { readonly zh: string; readonly en: string },
  ][]
  const found = rules.find(([, { zh, en }]) => plainName(zh) === plainName(word) || plainName(en) === plainName(word))
  if (found) return found[0]
  return word === '' ? (values['fromDay'] ? 'date' : 'weekly') : null
}

function weekdayOf(word: string): number | null {
  const plain = plainName(word)
    .replace(/^(?:星期|礼拜)/, '周')
    .replace('周天', '周日')
  for (const words of [ZH_DIRECTORY.weekday, EN_DIRECTORY.weekday] as readonly Readonly<Record<string, string>>[])
    for (const [day, name] of Object.entries(words))
      if (plain === plainName(name) || plain === day || (plain.length >= 3 && plainName(name).startsWith(plain))) return Number(day) // prettier-ignore
  return null
}

/** `9:00`, `次日6:00`, a cell that is a time (a date of 1899 or 1900), or a share of the day as Excel keeps it. */
function clock(text: string): string | null {
  const cell = /^\d{4}-\d\d-\d\dT(\d\d):(\d\d)/.exec(text)
  if (cell) return `${cell[1]}:${cell[2]}`
  const match = /^(次日|第二天|next day)?\s*(\d{1,2})[:：](\d\d)(?::\d\d)?$/i.exec(text.trim())
  if (!match) {
    const share = Number(text)
    return text !== '' && share >= 0 && share <= 1 ? timeOf(Math.round(share * DAY_MINUTES)) : null
  }
  const minutes = Number(match[2]) * 60 + Number(match[3])
  if (Number(match[3]) > 59 || minutes > DAY_MINUTES) return null
  const made = timeOf(minutes + (match[1] ? DAY_MINUTES : 0))
  return minutesOf(made) > 2 * DAY_MINUTES ? null : made
}
