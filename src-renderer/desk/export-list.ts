/**
 * A list as a file, made in steps. Between two steps the desk answers whatever else was asked, a save first of all; who
 * asked for the file sees how far it is, and stops by asking no more. Loaded when somebody exports: spreadsheet code is no
 * part of the first screen.
 */
import { accountsOf } from '#core/book/accounts-of.ts'
import { readCase, readProvider, userName, type Book } from '#core/book/book.ts'
import { isUpperOffice, stationOfCase } from '#core/book/station-of.ts'
import type { CaseFile } from '#core/case-file/case-file.ts'
import { BugError } from '#core/lib/assert.ts'
import { caseRows } from '#core/reports/case-rows.ts'
import { withoutRatings } from '#core/revisit/hidden-rating.ts'
import type { SheetToWrite } from '#core/sheet/write-sheet.ts'
import { categoryNames } from './category-names.ts'
import type { ExportRequest, ExportStep } from './shapes.ts'
import { sheetWriter, type SheetFormat, type SheetWriter } from './sheet-writer.ts'
import type { DeskState } from './state.ts'
import { viewerOf } from './viewer.ts'
import { matchingCases } from './views.ts'

/** Cases read in one step: about 20 ms. */
const STEP = 1_000

type Job = {
  readonly request: ExportRequest
  readonly language: 'zh-CN' | 'en'
  readonly ids: readonly string[]
  readonly writer: SheetWriter
  done: number
}

/** By book: it stays the same when an undo takes rows away, which replaces the state. */
const jobs = new WeakMap<Book, Map<number, Job>>()
let last = 0

export async function beginExport(
  state: DeskState,
  request: ExportRequest,
  language: 'zh-CN' | 'en',
  now: number,
): Promise<number> {
  const ids = await matchingCases(state, request, now)
  last += 1
  if (!jobs.has(state.book)) jobs.set(state.book, new Map())
  const { rows: _none, ...head } = sheetOf(state, request, language, [])
  jobs.get(state.book)!.set(last, { request, language, ids, writer: sheetWriter(head), done: 0 })
  return last
}

export function stepExport(state: DeskState, id: number): ExportStep {
  const job = jobOf(state.book, id)
  const part = job.ids.slice(job.done, job.done + STEP)
  job.writer.add(sheetOf(state, job.request, job.language, part).rows)
  job.done += part.length
  return { done: job.done, of: job.ids.length }
}

export function endExport({ book }: DeskState, id: number, format: SheetFormat): Promise<Uint8Array> {
  const { writer } = jobOf(book, id)
  jobs.get(book)?.delete(id)
  return writer.finish(format)
}

export function dropExport({ book }: DeskState, id: number): void {
  jobs.get(book)?.get(id)?.writer.drop()
  jobs.get(book)?.delete(id)
}

/** Locked: nothing of what was read stays anywhere. */
export function dropExports({ book }: DeskState): void {
  for (const { writer } of jobs.get(book)?.values() ?? []) writer.drop()
  jobs.delete(book)
}

export function sheetBytes({ rows, ...head }: SheetToWrite, format: SheetFormat): Promise<Uint8Array> {
  const writer = sheetWriter(head)
  writer.add(rows)
  return writer.finish(format)
}

/** Whatever was decided last is how a leaf is called now. */
const LAST_DAY = '9999-12-31'

function sheetOf(
  state: DeskState,
  request: ExportRequest,
  language: Job['language'],
  ids: readonly string[],
): SheetToWrite {
  const { book } = state
  const nameOf = categoryNames(state, LAST_DAY)
  const [viewer, accounts] = [viewerOf(book), accountsOf(book)]
  const files = ids.flatMap((id) => {
    const file = readCase(book, id)
    return file ? [withoutRatings(file, viewer, accounts)] : [] // one may have been erased meanwhile
  })
  const names = {
    provider: (id: string) => readProvider(book, id)?.name ?? '',
    user: (id: string) => userName(book, id),
    category: (code: string) => nameOf(code)[language === 'en' ? 'en' : 'zh'],
    ...(isUpperOffice(book) && { station: (file: CaseFile) => stationOfCase(book, file)?.name ?? '' }),
  }
  return caseRows(files, language, names, request.columns)
}

function jobOf(book: Book, id: number): Job {
  const job = jobs.get(book)?.get(id)
  if (!job) throw new BugError(`no export ${id}`)
  return job
}
