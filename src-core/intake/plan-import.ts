/** A spreadsheet, read and mapped, becomes requests to import. Nothing is written here; every row that cannot come in is named. */
import { TEXT_LENGTH, TITLE_LENGTH } from '../case-file/fields.ts'
import type { ValueMap } from '../import-record/fields.ts'
import { hashLine } from '../kernel/event.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { atTime, type Moment } from '../lib/time.ts'
import { cleanText } from '../lib/clean-text.ts'
import { parseDateTime } from '../sheet/parse-date-time.ts'
import { plainText } from '../sheet/plain-text.ts'
import type { Cell, CellCode, Sheet, SheetRow } from '../sheet/sheet.ts'
import {
  columnsOf,
  guessColumns,
  JOINED,
  mappedFields,
  missingColumns,
  sourceOf,
  type ColumnField,
  type ColumnMap,
} from './column-map.ts'
import type { ImportedRequest } from './import-request.ts'
import { codesOf, VALUE_FIELDS, type RowWords, type ValueField } from './value-map.ts'

/** To add one: here, and its words in both languages (src-renderer/text and src-cli/reason-words.ts). */
export type RowReason =
  | CellCode // the reader could not keep a cell of the row whole
  | 'date-missing'
  | 'date-impossible'
  | 'date-unclear' // day and month cannot be told apart: the map's dateFormat settles it
  | 'answer-date-impossible'
  | 'nothing-said' // no title and no text
  | 'number-too-long'
  | 'text-too-long'
  | 'answer-too-long'
  | 'name-too-long'
  | 'phone-too-long'
  | 'place-too-long'
  | 'category-too-long'

export type ImportPlan = {
  readonly rows: readonly { readonly row: number; readonly input: ImportedRequest }[]
  readonly refused: readonly { readonly row: number; readonly reason: RowReason }[]
  /** Rows with nothing in any cell. */
  readonly blank: number
  /** The words of the columns that choose, each with the number of rows that can come in with it. */
  readonly words: Readonly<Record<ValueField, ReadonlyMap<string, number>>>
}

export type Header = { readonly row: number; readonly names: readonly string[] }

/** Registers often have a title and a date above the header. */
const HEADER_WITHIN_ROWS = 10

/**
 * The first of the top rows with two columns that are understood, or with all that `map` names; else the first row.
 * Null when there is no row at all.
 */
export function findHeader(rows: readonly SheetRow[], map?: ColumnMap): Header | null {
  const top = rows.slice(0, HEADER_WITHIN_ROWS).map(({ row, cells }) => ({ row, names: cells.map(line) }))
  const isHeader = ({ names }: Header): boolean =>
    map ? missingColumns(map, names).length === 0 : mappedFields(guessColumns(names)).length >= 2
  return top.find(isHeader) ?? top[0] ?? null
}

/** A number that comes twice is planned twice: the book finds the second one out, whether it came in this file or last year. */
export function planImport(
  sheet: Pick<Sheet, 'rows' | 'blankRows' | 'problems'>,
  header: Header,
  map: ColumnMap,
  values: ValueMap = {},
): ImportPlan {
  const at = new Map<string, number>()
  header.names.forEach((name, column) => {
    if (!at.has(name)) at.set(name, column)
  })
  const source = sourceOf(map)
  const problems = new Map(sheet.problems.map(({ row, code }) => [row, code]))
  const rows: { row: number; input: ImportedRequest }[] = []
  const refused: { row: number; reason: RowReason }[] = []
  let blank = sheet.blankRows
  const words = Object.fromEntries(VALUE_FIELDS.map((field) => [field, new Map<string, number>()])) as Record<
    ValueField,
    Map<string, number>
  >
  for (const { row, cells } of sheet.rows) {
    if (row <= header.row) continue
    const problem = problems.get(row)
    if (!problem && cells.every(isBlank)) {
      blank += 1
      continue
    }
    const read: Read = (field) => columnsOf(map[field]).map((name) => cells[at.get(name) ?? -1] ?? null)
    const said = wordsOf(read)
    const input = problem ? err(problem) : request(read, said, map, values, source)
    if (!input.ok) {
      refused.push({ row, reason: input.error })
      continue
    }
    rows.push({ row, input: input.value })
    for (const field of VALUE_FIELDS)
      if (said[field] !== '') words[field].set(said[field], (words[field].get(said[field]) ?? 0) + 1)
  }
  return { rows, refused, blank, words }
}

const isBlank = (cell: Cell): boolean => cell === null || cell === ''

type Read = (field: ColumnField) => readonly Cell[]

function wordsOf(read: Read): RowWords {
  const said = (field: ValueField): string => joined(read(field).map(line), field)
  return {
    category: said('category'),
    serviceType: said('serviceType'),
    requestKind: said('requestKind'),
    channel: said('channel'),
  }
}

function request(
  read: Read,
  words: RowWords,
  map: ColumnMap,
  values: ValueMap,
  externalSource: string,
): Result<ImportedRequest, RowReason> {
  const textOf = (field: ColumnField): string => joined(read(field).map(tidy), field)
  const lineOf = (field: ColumnField): string => joined(read(field).map(line), field)
  const firstFilled = (field: ColumnField): Cell => read(field).find((cell) => !isBlank(cell)) ?? null

  const headline = lineOf('title')
  const story = textOf('text')
  if (headline === '' && story === '') return err('nothing-said')
  const raisedAt = dateOf(firstFilled('raisedAt') ?? firstFilled('orderAt'), map.dateFormat)
  if (!raisedAt.ok) return raisedAt

  const title = headline === '' ? cut(firstSentence(story), TITLE_LENGTH) : cut(headline, TITLE_LENGTH)
  // A title that had to be cut stays whole at the head of the text.
  const text = headline.length > TITLE_LENGTH && !story.startsWith(headline) ? joined([headline, story], 'text') : story
  const answer = textOf('answer')
  const answeredAt = answer === '' ? null : dateOf(firstFilled('answeredAt'), map.dateFormat)
  if (answeredAt?.ok === false && answeredAt.error !== 'date-missing') return err('answer-date-impossible')

  const given = {
    externalId: lineOf('externalId'),
    requesterName: lineOf('requesterName'),
    requesterPhone: lineOf('requesterPhone'),
    place: lineOf('place'),
    category: words.category,
    answeredBy: lineOf('answeredBy'),
  }
  const order = answer === '' ? orderOf(read, words, given.externalId, map) : null
  const tooLong = LIMITS.find(([field, limit]) => ({ ...given, text, answer })[field].length > limit)
  if (tooLong) return err(tooLong[2])

  const { serviceType, ownCategory, requestKind, channel } = codesOf(words, values)
  return ok({
    externalSource,
    title,
    text,
    raisedAt: raisedAt.value,
    requestKind,
    channel: order ? 'hotline-12345' : channel,
    ...given,
    ...(order && { order }),
    // A row without a number of its own is known again by what it says.
    externalId:
      given.externalId ||
      `row-${hashLine(JSON.stringify([title, text, raisedAt.value, given.requesterName, given.requesterPhone, given.place])).slice(0, 22)}`,
    answer,
    ...(serviceType ? { serviceType } : {}),
    ...(ownCategory ? { ownCategory } : {}),
    ...(answeredAt?.ok ? { answeredAt: answeredAt.value } : {}),
  })
}

/**
 * A row is a 12345 order when it says so by its channel, or has a time of dispatch; answered ones are old records. A limit
 * that names no day (5个工作日) is left out, never guessed.
 */
function orderOf(read: Read, words: RowWords, number: string, map: ColumnMap): ImportedRequest['order'] | null {
  const first = (field: ColumnField): Cell => read(field).find((cell) => !isBlank(cell)) ?? null
  const at = dateOf(first('orderAt'), map.dateFormat)
  if (number === '' || !(at.ok || /12345|热线/.test(words.channel))) return null
  const cell = first('orderDueAt')
  const dueAt = dateOf(cell, map.dateFormat)
  // A day without an hour lasts until its end.
  const isDay = dueAt.ok && dueAt.value.slice(11, 19) === '00:00:00'
  return {
    ...(at.ok && { at: at.value }),
    ...(dueAt.ok && { dueAt: isDay ? atTime(dueAt.value.slice(0, 10), '23:59:59') : dueAt.value }),
    demand: cut(
      read('orderDemand')
        .map(line)
        .find((part) => part !== '') ?? '',
      400,
    ),
  }
}

/** The lengths of IMPORTED_REQUEST, each with its reason. */
const LIMITS = [
  ['externalId', 80, 'number-too-long'],
  ['text', TEXT_LENGTH, 'text-too-long'],
  ['answer', TEXT_LENGTH, 'answer-too-long'],
  ['requesterName', 80, 'name-too-long'],
  ['answeredBy', 80, 'name-too-long'],
  ['requesterPhone', 40, 'phone-too-long'],
  ['place', 200, 'place-too-long'],
  ['category', 80, 'category-too-long'],
] as const

function cellWords(cell: Cell): string {
  if (typeof cell === 'object') return cell?.date.replace('T', ' ') ?? ''
  // A long number (phone, id) must not become 1.3e+10; spreadsheets hold at most 15 digits exactly.
  return typeof cell === 'number' && Number.isInteger(cell) && Math.abs(cell) < 1e15
    ? cell.toFixed(0)
    : String(cell ?? '')
}

/** Every line without its blank edges, blank lines dropped: web forms leave five for each one that was meant. */
const tidy = (cell: Cell): string =>
  plainText(cellWords(cell))
    .split('\n')
    .map(cleanText)
    .filter((part) => part !== '')
    .join('\n')

const line = (cell: Cell): string => tidy(cell).replace(/[\n\t]+/g, ' ')

/** Below it, a number in a date column is a year or an amount, not a serial date. */
const FIRST_DAY = '1949-10-01'
const YEAR_LAST = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d)/

function dateOf(
  cell: Cell,
  format: string | undefined,
): Result<Moment, 'date-missing' | 'date-impossible' | 'date-unclear'> {
  if (isBlank(cell)) return err('date-missing')
  const date = parseDateTime(cell, format)
  if (date !== null && date >= FIRST_DAY) return ok(atTime(date.slice(0, 10), date.slice(11)))
  return err(
    format === undefined && typeof cell === 'string' && YEAR_LAST.test(cell) ? 'date-unclear' : 'date-impossible',
  )
}

/** At most `length` code units, an ellipsis for what is cut, never half a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const half = /[\uD800-\uDBFF]/.test(text[length - 2]!)
  return `${text.slice(0, half ? length - 2 : length - 1)}…`
}

function joined(parts: readonly string[], field: ColumnField): string {
  const filled = parts.filter((part) => part !== '')
  const between = JOINED[field]
  return between === undefined ? (filled[0] ?? '') : filled.join(between)
}

function firstSentence(text: string): string {
  return /^.+?(?:[。！？!?；;]|$)/mu.exec(text)?.[0] ?? text
}
