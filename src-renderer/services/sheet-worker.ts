/** Reads, plans and reports one spreadsheet away from the window, which goes on answering. */
import { findHeader, planImport, type Header, type ImportPlan } from '#core/intake/plan-import.ts'
import { planPlaces } from '#core/intake/plan-places.ts'
import { refusedCsv } from '#core/intake/refused-csv.ts'
import { importReport } from '#core/intake/import-report.ts'
import { guessColumns } from '#core/intake/column-map.ts'
import { VALUE_FIELDS } from '#core/intake/value-map.ts'
import { BugError } from '#core/lib/assert.ts'
import { toHex } from '#core/lib/bytes.ts'
import { err, ok } from '#core/lib/result.ts'
import { readSheet, readSheets } from '#core/sheet/read-sheet.ts'
import type { Sheet } from '#core/sheet/sheet.ts'
import { sayListens, serve, type Port } from '../desk/rpc.ts'
import type { PlanView, SheetApi } from './sheet-api.ts'

const SHOWN_ROWS = 10
const SHOWN_REFUSED = 50
/** A heading with more different words than this is no list to choose from. */
const SHOWN_WORDS = 600

let open: { readonly sheet: Sheet; readonly header: Header } | null = null
let plan: ImportPlan | null = null

function opened(): NonNullable<typeof open> {
  if (!open) throw new BugError('no sheet is open')
  return open
}
function planned(): ImportPlan {
  if (!plan) throw new BugError('nothing is planned')
  return plan
}

const api: SheetApi = {
  async open(file) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const sheet = readSheet(bytes, file.name)
    if (!sheet.ok) return sheet
    const header = findHeader(sheet.value.rows)
    if (!header) return err('empty')
    open = { sheet: sheet.value, header }
    const sha256 = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
    return ok({ header: header.names, sha256, map: guessColumns(header.names) })
  },
  async openAll(file, most) {
    return readSheets(new Uint8Array(await file.arrayBuffer()), file.name, most)
  },
  plan(map, values) {
    const { sheet, header } = opened()
    plan = planImport(sheet, header, map, values)
    return Promise.resolve(viewOf(plan))
  },
  places: () => Promise.resolve(planPlaces(opened().sheet)),
  rows: (from, count) => Promise.resolve(planned().rows.slice(from, from + count)),
  async report(went, words) {
    // Loaded when somebody wants it.
    const { writeXlsx } = await import('#core/sheet/write-sheet.ts')
    return writeXlsx([importReport(planned(), went, words)])
  },
  refusedRows(went, more, reasons) {
    const { sheet, header } = opened()
    const why = new Map<number, string>()
    for (const { row, reason } of [...planned().refused, ...went.refused]) why.set(row, reasons[reason] ?? reason)
    return Promise.resolve(refusedCsv(sheet, header, why, more))
  },
}

function viewOf({ rows, refused, blank, words }: ImportPlan): PlanView {
  const lists = VALUE_FIELDS.map((field) => {
    const list = [...words[field]].map(([word, count]) => ({ word, count })).toSorted((a, b) => b.count - a.count)
    return [field, { list: list.slice(0, SHOWN_WORDS), more: Math.max(0, list.length - SHOWN_WORDS) }]
  })
  return {
    planned: rows.length,
    refused: refused.length,
    blank,
    preview: rows.slice(0, SHOWN_ROWS),
    firstRefused: refused.slice(0, SHOWN_REFUSED),
    words: Object.fromEntries(lists) as PlanView['words'],
  }
}

const starter = self as unknown as Port
serve<SheetApi, never>(starter, api)
sayListens(starter)
