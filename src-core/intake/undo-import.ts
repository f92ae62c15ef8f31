/**
 * 撤销导入: what nobody has touched since is erased, each case in a command of its own; the rest stays. Erasing frees the
 * source's numbers, so that the corrected file can be imported; the station's own numbers are used up for good.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { IMPORT_UNDONE, importId } from '../import-record/fields.ts'
import { eraseDraft } from '../kernel/command.ts'
import type { EntityId, Scope } from '../kernel/event.ts'
import { ok } from '../lib/result.ts'
import { entityId, z } from '../lib/schema.ts'

/** A case as its import left it. */
export type ImportedCase = {
  readonly import: EntityId
  /** Something was written to it by another command than the import's. */
  readonly touched: boolean
  /** The case and its acts, each with the scopes in which it holds something. */
  readonly parts: readonly { readonly entity: EntityId; readonly scopes: readonly Scope[] }[]
}

export type UndoReading = Reading & {
  /** Null for a case that came in otherwise, or is gone. */
  readonly importedCase: (id: EntityId) => ImportedCase | null
  /** Highest running number of each year. */
  readonly numbers: () => readonly (readonly [year: number, used: number])[]
}

const OF_IMPORT = z.object({ import: importId })

/** Before the first case goes: its number would be forgotten with it, and given again. */
export function beginUndo(reading: UndoReading, input: z.infer<typeof OF_IMPORT>, asked: Asked): Decision {
  const form = checked(OF_IMPORT, input)
  if (!form.ok) return form
  const entity = form.value.import
  if (!reading.exists(entity)) return refuse('no-such-import')
  const numbers = reading.numbers()
  return ok([{ entity, kind: 'import-undo-begun', fields: { numbers, undoBegunAt: asked.now, undoneBy: asked.user } }])
}

const UNDO_CASE = OF_IMPORT.extend({ case: entityId('case') })

export function undoImportedCase(reading: UndoReading, input: z.infer<typeof UNDO_CASE>): Decision {
  const form = checked(UNDO_CASE, input)
  if (!form.ok) return form
  const found = reading.importedCase(form.value.case)
  if (found?.import !== form.value.import) return refuse('no-such-case')
  if (found.touched) return refuse('touched-since')
  return ok(
    found.parts.flatMap(({ entity, scopes }) => scopes.map((scope) => eraseDraft(entity, scope, 'import-undone'))),
  )
}

const FINISH_UNDO = OF_IMPORT.extend(IMPORT_UNDONE.shape)

export function finishUndo(reading: UndoReading, input: z.infer<typeof FINISH_UNDO>, asked: Asked): Decision {
  const form = checked(FINISH_UNDO, input)
  if (!form.ok) return form
  const { import: entity, ...fields } = form.value
  if (!reading.exists(entity)) return refuse('no-such-import')
  return ok([{ entity, kind: 'import-undone', fields: { ...fields, undoneAt: asked.now } }])
}
