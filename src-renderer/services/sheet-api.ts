/**
 * What the wizard may ask of a spreadsheet that was read. It lies in a worker of its own: the window gets numbers, the first
 * rows and small batches, so that 100,000 rows never stop it.
 */
import type { ColumnMap } from '#core/intake/column-map.ts'
import type { ReportWords, Went } from '#core/intake/import-report.ts'
import type { PlacePlan } from '#core/intake/plan-places.ts'
import type { ImportPlan, RowReason } from '#core/intake/plan-import.ts'
import type { ValueField } from '#core/intake/value-map.ts'
import type { ValueMap } from '#core/import-record/fields.ts'
import type { Result } from '#core/lib/result.ts'
import type { Sheet, SheetCode } from '#core/sheet/sheet.ts'

export type SheetInfo = {
  /** The header row's names. */
  readonly header: readonly string[]
  /** Of the file's bytes, 64 hex digits. */
  readonly sha256: string
  /** Guessed from the header. */
  readonly map: ColumnMap
}

export type PlannedRow = ImportPlan['rows'][number]

export type Word = { readonly word: string; readonly count: number }

export type PlanView = {
  readonly planned: number
  readonly refused: number
  readonly blank: number
  readonly preview: readonly PlannedRow[]
  readonly firstRefused: readonly { readonly row: number; readonly reason: RowReason }[]
  /** The commonest first; `more`: how many further ones there are. */
  readonly words: Readonly<Record<ValueField, { readonly list: readonly Word[]; readonly more: number }>>
}

export type SheetApi = {
  open(file: File): Promise<Result<SheetInfo, SheetCode>>
  /** Every visible sheet whole, `most` at most: for files of some thousand rows. */
  openAll(file: File, most: number): Promise<Result<readonly Sheet[], SheetCode>>
  /** Plans all rows anew. */
  plan(map: ColumnMap, values: ValueMap): Promise<PlanView>
  /** The sheet as a register of places; null when it has no such heading. */
  places(): Promise<PlacePlan | null>
  /** Rows of the last plan. */
  rows(from: number, count: number): Promise<readonly PlannedRow[]>
  /** Every row that is not blank, with its result and reason: an .xlsx. */
  report(went: Went, words: ReportWords): Promise<Uint8Array>
  /** The rows that stayed out, in the file's own columns: a .csv that can be corrected and imported. */
  refusedRows(went: Went, more: readonly [row: string, reason: string], reasons: ReportWords['reasons']): Promise<Uint8Array> // prettier-ignore
}

/** An open sheet, and how to end its worker. */
export type OpenSheet = { readonly api: SheetApi; readonly info: SheetInfo; readonly close: () => void }
