/** The rows of a list as a file. Loaded when somebody exports: spreadsheet code is no part of the first screen. */
import { readCase, readProvider, userName } from '#core/book/book.ts'
import { caseRows } from '#core/reports/case-rows.ts'
import { writeCsv, writeXlsx } from '#core/sheet/write-sheet.ts'
import type { Filter } from './api.ts'
import type { DeskState } from './state.ts'
import { matchingCases } from './views.ts'

export async function exportList(
  state: DeskState,
  filter: Filter,
  format: 'xlsx' | 'csv',
  language: 'zh-CN' | 'en',
): Promise<Uint8Array> {
  const files = (await matchingCases(state, filter)).map((id) => readCase(state.book, id)!)
  const sheet = caseRows(files, language, {
    provider: (id) => readProvider(state.book, id)?.name ?? '',
    user: (id) => userName(state.book, id),
  })
  return format === 'xlsx' ? writeXlsx([sheet]) : writeCsv(sheet)
}
