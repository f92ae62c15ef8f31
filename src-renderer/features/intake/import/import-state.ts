/**
 * Where an import stands. Outside of the screen, because it goes on while people work on something else; forgotten
 * when the station is locked, because a read sheet is full of names.
 */
import { create } from 'zustand'
import { guessColumns, type ColumnMap } from '#core/intake/column-map.ts'
import { findHeader, planImport, type Header, type ImportPlan, type RowReason } from '#core/intake/plan-import.ts'
import type { RefusalCode } from '#core/case-file/decision.ts'
import type { Sheet, SheetCode } from '#core/sheet/sheet.ts'
import type { RunCode } from '#app/services/desk-types.ts'
import type { Services } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'

/** A sheet that was understood so far. */
export type Loaded = {
  readonly name: string
  readonly sheet: Sheet
  readonly header: Header
  readonly map: ColumnMap
  readonly plan: ImportPlan
}
export type RefusedRow = { readonly row: number; readonly reason: RowReason | RefusalCode }
export type Report = {
  readonly imported: number
  readonly repeated: number
  readonly refused: readonly RefusedRow[]
  readonly blank: number
}

export type ImportState =
  | { readonly step: 'choose'; readonly problem: SheetCode | null }
  | { readonly step: 'reading'; readonly name: string }
  | { readonly step: 'check'; readonly loaded: Loaded; readonly problem: RunCode | null }
  | { readonly step: 'importing'; readonly loaded: Loaded }
  | { readonly step: 'done'; readonly loaded: Loaded; readonly report: Report }

const START: ImportState = { step: 'choose', problem: null }

export const useImport = create<{ readonly state: ImportState }>(() => ({ state: START }))

// What was asked for before the lock may answer after it; only the newest work may show its answer.
let work = 0
const begin = (state: ImportState): ((next: ImportState) => void) => {
  work += 1
  const mine = work
  useImport.setState({ state })
  return (next) => {
    if (mine === work) useImport.setState({ state: next })
  }
}

export const startAgain = (): void => void begin(START)

useSession.subscribe((session) => {
  if (session.phase.kind !== 'open' && useImport.getState().state !== START) startAgain()
})

export async function readFile(services: Services, file: File): Promise<void> {
  const show = begin({ step: 'reading', name: file.name })
  const sheet = await services.readSheet(new Uint8Array(await file.arrayBuffer()), file.name)
  if (!sheet.ok) return show({ step: 'choose', problem: sheet.error })
  const header = findHeader(sheet.value.rows)
  if (!header) return show({ step: 'choose', problem: 'empty' })
  show({ step: 'check', loaded: planned(file.name, sheet.value, header, guessColumns(header.names)), problem: null })
}

const planned = (name: string, sheet: Sheet, header: Header, map: ColumnMap): Loaded => ({
  name,
  sheet,
  header,
  map,
  plan: planImport(sheet, header, map),
})

export function changeMap({ name, sheet, header }: Loaded, map: ColumnMap): void {
  begin({ step: 'check', loaded: planned(name, sheet, header, map), problem: null })
}

export async function runImport(services: Services, loaded: Loaded): Promise<void> {
  const { plan } = loaded
  const show = begin({ step: 'importing', loaded })
  const rows = plan.rows.map(({ row, input }) => ({ row, command: { name: 'import-request' as const, input } }))
  const done = await services.desk.importRows(rows)
  if (!done.ok) return show({ step: 'check', loaded, problem: done.error })
  const { imported, repeated, refused } = done.value
  const all: RefusedRow[] = [...plan.refused, ...refused.map(({ row, refusal }) => ({ row, reason: refusal.code }))]
  show({
    step: 'done',
    loaded,
    report: { imported, repeated, refused: all.toSorted((a, b) => a.row - b.row), blank: plan.blank },
  })
}
