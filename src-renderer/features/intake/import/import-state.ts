/**
 * Where an import stands. Outside of the screen, because it goes on while people work on something else; forgotten
 * when the station is locked, because a read sheet is full of names.
 */
import { create } from 'zustand'
import type { RefusalCode } from '#core/case-file/decision.ts'
import type { ValueMap } from '#core/import-record/fields.ts'
import type { ColumnMap } from '#core/intake/column-map.ts'
import type { Went } from '#core/intake/import-report.ts'
import type { RowReason } from '#core/intake/plan-import.ts'
import { VALUE_FIELDS } from '#core/intake/value-map.ts'
import type { SheetCode } from '#core/sheet/sheet.ts'
import type { RunCode } from '#app/services/desk-types.ts'
import type { Services } from '#app/services/services.ts'
import type { OpenSheet, PlanView } from '#app/services/sheet-api.ts'
import { useSession } from '#app/session/session.ts'

/** A sheet that was understood so far. */
export type Loaded = {
  readonly name: string
  readonly sheet: OpenSheet
  readonly map: ColumnMap
  readonly values: ValueMap
  readonly plan: PlanView
  /** Mapped as the last file with this header was. */
  readonly remembered: boolean
}
export type RefusedRow = { readonly row: number; readonly reason: RowReason | RefusalCode }
/** What came of it. `stopped`: by a person, or by the `problem`. */
export type Report = Went & {
  readonly import: string
  readonly imported: number
  readonly stopped: boolean
  readonly problem: RunCode | null
}

export type MapStep = 'columns' | 'values' | 'check'
export type ImportState =
  | { readonly step: 'choose'; readonly problem: SheetCode | null }
  | { readonly step: 'reading'; readonly name: string }
  | { readonly step: MapStep; readonly loaded: Loaded; readonly planning: boolean; readonly problem: RunCode | null }
  /** `left`: ms that it will still take, null while nobody can tell. */
  | {
      readonly step: 'importing'
      readonly loaded: Loaded
      readonly done: number
      readonly left: number | null
      readonly stopping: boolean
    }
  | { readonly step: 'done'; readonly loaded: Loaded; readonly report: Report }

const START: ImportState = { step: 'choose', problem: null }
/** Rows that cross the window at once: under 5 ms each way. One batch of the journal. */
const BATCH = 500

export const useImport = create<{ readonly state: ImportState }>(() => ({ state: START }))
const now = (): ImportState => useImport.getState().state

// What was asked for before the lock may answer after it; only the newest work may show its answer.
let work = 0
const begin = (state: ImportState): { show: (next: ImportState) => void; isMine: () => boolean } => {
  work += 1
  const mine = work
  useImport.setState({ state })
  const isMine = (): boolean => mine === work
  return { isMine, show: (next) => isMine() && useImport.setState({ state: next }) }
}

export function startAgain(): void {
  const before = now()
  begin(START)
  if ('loaded' in before) before.loaded.sheet.close()
}

useSession.subscribe((session) => {
  if (session.phase.kind !== 'open' && now() !== START) startAgain()
})

export async function readFile(services: Services, file: File): Promise<void> {
  const { show, isMine } = begin({ step: 'reading', name: file.name })
  const sheet = await services.openSheet(file)
  if (!sheet.ok) return show({ step: 'choose', problem: sheet.error })
  if (!isMine()) return sheet.value.close()
  const { header, map } = sheet.value.info
  const known = (await services.desk.imports()).find((one) => isSameHeader(one.header, header))
  const chosen = { map: (known?.map as ColumnMap | undefined) ?? map, values: known?.values ?? {} }
  const plan = await sheet.value.api.plan(chosen.map, chosen.values)
  if (!isMine()) return sheet.value.close()
  const loaded = { name: file.name, sheet: sheet.value, ...chosen, plan, remembered: known !== undefined }
  show({ step: 'columns', loaded, planning: false, problem: null })
}

const isSameHeader = (before: readonly string[] | undefined, header: readonly string[]): boolean =>
  before?.length === header.length && before.every((name, i) => name === header[i])

/** Plans anew in the worker; the answer of an earlier change is not waited for. */
export async function change(step: MapStep, loaded: Loaded, to: { map?: ColumnMap; values?: ValueMap }): Promise<void> {
  const next = { ...loaded, ...to }
  const { show } = begin({ step, loaded: next, planning: true, problem: null })
  const plan = await next.sheet.api.plan(next.map, next.values)
  show({ step, loaded: { ...next, plan }, planning: false, problem: null })
}

export const goTo = (step: MapStep, loaded: Loaded): void =>
  void begin({ step, loaded, planning: false, problem: null })

export const hasValues = ({ plan }: Loaded): boolean => VALUE_FIELDS.some((field) => plan.words[field].list.length > 0)

/** Ends at the next border of a batch; what is in stays in, and can be undone. */
export function stop(): void {
  const state = now()
  if (state.step === 'importing') useImport.setState({ state: { ...state, stopping: true } })
}

export async function runImport(services: Services, loaded: Loaded): Promise<void> {
  const { desk } = services
  const { plan, sheet } = loaded
  const { show, isMine } = begin({ step: 'importing', loaded, done: 0, left: null, stopping: false })
  const record = {
    file: loaded.name.slice(0, 200),
    sha256: sheet.info.sha256,
    rows: plan.planned + plan.refused,
    header: [...sheet.info.header],
    map: loaded.map as Record<string, string | string[]>,
    values: loaded.values,
  }
  const begun = await desk.run({ name: 'begin-import', input: record })
  if (!begun.ok) return show({ step: 'check', loaded, planning: false, problem: begun.error })
  const id = begun.value.entities[0]!
  const repeated: number[] = []
  const refused: { row: number; reason: RefusalCode }[] = []
  const startedAt = services.clock()
  let imported = 0
  let reached = 0
  let problem: RunCode | null = null
  const isStopping = (): boolean => {
    const state = now()
    return state.step === 'importing' && state.stopping
  }
  while (reached < plan.planned && !isStopping()) {
    const rows = await sheet.api.rows(reached, BATCH)
    const commands = rows.map(({ row, input }) => ({
      row,
      command: { name: 'import-request' as const, input: { ...input, import: id } },
    }))
    // Locked meanwhile: what is in stays in, and the same file brings the rest.
    if (!isMine()) return
    const done = await desk.importRows(commands, { before: reached, of: plan.planned })
    if (!isMine()) return
    if (!done.ok) {
      problem = done.error
      break
    }
    reached += rows.length
    imported += done.value.imported
    repeated.push(...done.value.repeated)
    for (const { row, refusal } of done.value.refused) refused.push({ row, reason: refusal.code })
    const left = reached < 2 * BATCH ? null : ((services.clock() - startedAt) / reached) * (plan.planned - reached)
    show({ step: 'importing', loaded, done: reached, left, stopping: isStopping() })
  }
  const stopped = reached < plan.planned
  if (stopped && !problem) await desk.importRows([], { before: plan.planned, of: plan.planned })
  const counts = { imported, repeated: repeated.length, refused: refused.length + plan.refused, stopped }
  // When this is refused too, the list says that the import was cut short, which is true.
  await desk.run({ name: 'finish-import', input: { import: id, ...counts } })
  show({ step: 'done', loaded, report: { import: id, imported, repeated, refused, reached, stopped, problem } })
}
