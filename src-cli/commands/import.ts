/** A spreadsheet of requests into the station: read, mapped, and written in batches that are whole or not at all. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import {
  COLUMN_FIELDS,
  guessColumns,
  lackingFields,
  missingColumns,
  parseColumnMap,
  type ColumnMap,
} from '#core/intake/column-map.ts'
import { findHeader, planImport, type Header, type ImportPlan, type RowReason } from '#core/intake/plan-import.ts'
import { parseValueMap } from '#core/intake/value-map.ts'
import type { RefusalCode } from '#core/case-file/decision.ts'
import type { ImportBegun, ValueMap } from '#core/import-record/fields.ts'
import { fromUtf8 } from '#core/lib/bytes.ts'
import { ok, type Result } from '#core/lib/result.ts'
import type { Sheet } from '#core/sheet/sheet.ts'
import { refused, type Command, type Done, type Failed, type Given } from '../command.ts'
import { withStation, type OpenStation } from '../open-station.ts'
import { readInput } from '../read-input.ts'
import { readSheetInWorker } from '../read-sheet.ts'
import { reasonWords } from '../reason-words.ts'
import { problemLine } from '../texts.ts'

const USAGE = 'import DIR FILE [--map FILE] [--values FILE] --password-file F [--json]'

/** One batch is one fsync and all or nothing; 1,000 rows take about 0.2 s. */
const BATCH = 1_000
/** Refused rows that are printed one by one without --json. */
const SHOWN_REFUSALS = 20

export const importFile: Command = {
  usage: USAGE,
  about: {
    'zh-CN': '导入 .xlsx 或 .csv。认得的列名不用对照文件；--values 写明取值怎么算；同一个文件再导入一次不会重复。',
    en: 'Imports an .xlsx or .csv. Known headers need no mapping file; --values says what values count as; the same file again adds nothing.',
  },
  places: ['DIR', 'FILE'],
  options: { map: 'value', values: 'value', 'password-file': 'value' },
  async run(given) {
    const file = given.places[1]!
    const map = await readMap(given)
    if (!map.ok) return map
    const values = await readValues(given)
    if (!values.ok) return values
    const bytes = await readInput(file)
    if (!bytes.ok) return bytes
    const sheet = await readSheetInWorker(bytes.value, basename(file))
    if (!sheet.ok) return refused({ code: sheet.error, words: { file } })
    const planned = planFile(sheet.value, map.value, values.value, file)
    if (!planned.ok) return planned
    const sha256 = createHash('sha256').update(bytes.value).digest('hex')
    const record = { ...planned.value.record, file: basename(file).slice(0, 200), sha256 }
    return withStation(given, USAGE, (station) => write(station, planned.value.plan, record, given))
  },
}

async function readMap(given: Given): Promise<Result<ColumnMap | null, Failed>> {
  const file = given.option('map')
  if (file === undefined) return ok(null)
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  let text: string
  try {
    text = fromUtf8(bytes.value)
  } catch {
    return refused({ code: 'map-not-json', words: { file } })
  }
  const map = parseColumnMap(text)
  if (map.ok) return map
  return refused({
    code: map.error.code,
    words: { file, field: map.error.field ?? '', allowed: [...COLUMN_FIELDS, 'source', 'dateFormat'].join(', ') },
  })
}

async function readValues(given: Given): Promise<Result<ValueMap, Failed>> {
  const file = given.option('values')
  if (file === undefined) return ok({})
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  const values = parseValueMap(new TextDecoder().decode(bytes.value))
  return values.ok ? values : refused({ code: values.error, words: { file } })
}

type Planned = { readonly plan: ImportPlan; readonly record: Omit<ImportBegun, 'file' | 'sha256'> }

function planFile(sheet: Sheet, given: ColumnMap | null, values: ValueMap, file: string): Result<Planned, Failed> {
  const header: Header | null = findHeader(sheet.rows, given ?? undefined)
  if (!header) return refused({ code: 'no-header', words: { file } })
  const map = given ?? guessColumns(header.names)
  const missing = missingColumns(map, header.names)
  if (missing.length > 0) return refused({ code: 'column-missing', words: { file, word: missing.join(', ') } })
  const lacking = lackingFields(map)
  if (lacking.length > 0) return refused({ code: 'column-lacking', words: { file, word: lacking.join(', ') } })
  const plan = planImport(sheet, header, map, values)
  const rows = plan.rows.length + plan.refused.length
  const record = { rows, header: [...header.names], map: map as ImportBegun['map'], values }
  return ok({ plan, record })
}

type RefusedRow = { readonly row: number; readonly reason: RowReason | RefusalCode }

async function write(
  { keeper, mark }: OpenStation,
  plan: ImportPlan,
  record: ImportBegun,
  { language }: Given,
): Promise<Result<Done, Failed>> {
  const begun = await keeper.run({ name: 'begin-import', input: record })
  if (!begun.ok) return refused({ code: begun.error.kind === 'not-saved' ? begun.error.code : 'invalid-input' })
  const id = begun.value.entities[0]!
  const rejected: RefusedRow[] = [...plan.refused]
  let imported = 0
  let repeated = 0
  for (let at = 0; at < plan.rows.length; at += BATCH) {
    const batch = plan.rows.slice(at, at + BATCH)
    const saved = await keeper.runBatch(
      batch.map(({ input }) => ({ name: 'import-request', input: { ...input, import: id } })),
    )
    if (!saved.ok) {
      const code = saved.error.kind === 'not-saved' ? saved.error.code : 'invalid-input'
      const [reason] = problemLine({ code }, language).split(' · ')
      return refused(
        imported === 0 ? { code } : { code: 'import-stopped', words: { imported, reason: reason ?? code } },
      )
    }
    imported += saved.value.saved
    for (const { index, refusal } of saved.value.refused) {
      if (refusal.code === 'already-there') repeated += 1
      else rejected.push({ row: batch[index]!.row, reason: refusal.code })
    }
  }
  // Should it be refused, the list says that the import was cut short; every row is in all the same.
  const counts = { imported, repeated, refused: rejected.length, stopped: false }
  await keeper.run({ name: 'finish-import', input: { import: id, ...counts } })
  // A failed mark loses nothing: the journal has every row, and the next mark says so again.
  await mark()
  rejected.sort((a, b) => a.row - b.row)
  const { blank } = plan
  const rows = plan.rows.length + plan.refused.length + blank
  return ok({
    json: { rows, imported, blank, repeated, refused: rejected },
    lines: report({ rows, imported, blank, repeated }, rejected, language),
  })
}

type Counts = Readonly<Record<'rows' | 'imported' | 'blank' | 'repeated', number>>

function report(counts: Counts, rejected: readonly RefusedRow[], language: Given['language']): string[] {
  const { rows, imported, blank, repeated } = counts
  const en = language === 'en'
  const sum = en
    ? `${rows} rows: ${imported} imported, ${repeated} were there already, ${blank} blank, ${rejected.length} refused`
    : `共 ${rows} 行：导入 ${imported}，重复 ${repeated}，空行 ${blank}，未导入 ${rejected.length}`
  const shown = rejected
    .slice(0, SHOWN_REFUSALS)
    .map(({ row, reason }) => `${en ? 'row' : '第'} ${row}${en ? '' : ' 行'}: ${reasonWords(reason, language)}`)
  const rest = rejected.length - shown.length
  return [sum, ...shown, ...(rest > 0 ? [en ? `… and ${rest} more` : `… 还有 ${rest} 行`] : [])]
}
