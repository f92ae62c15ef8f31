/** The imports of this station, and undoing one: see core/intake/undo-import.ts for what may go. */
import { userName } from '#core/book/book.ts'
import { casesByImport, importRecords } from '#core/book/imports.ts'
import { eraseImport, undoable } from '#core/book/undo-import.ts'
import { value } from '#core/kernel/entity.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import type { DeskEvent, ImportShown, UndoCode, UndoPreview, UndoResult } from './shapes.ts'
import type { Ready } from './open-station.ts'
import type { DeskState } from './state.ts'

/** Cases that stay and are named. */
const SHOWN_KEPT = 50

export function listImports({ book }: DeskState): ImportShown[] {
  const cases = casesByImport(book)
  return importRecords(book).map((record) => ({
    ...record,
    by: record.by ? userName(book, record.by) : '',
    there: cases.get(record.id)?.length ?? 0,
  }))
}

export function previewUndo({ book }: DeskState, id: string): UndoPreview {
  const { erase, keep } = undoable(book, id)
  const kept = keep.slice(0, SHOWN_KEPT).map((one) => {
    const entity = book.replica.entities.get(one)!
    return { id: one, number: String(value(entity, 'number') ?? ''), title: String(value(entity, 'title') ?? '') }
  })
  return { erase: erase.length, keep: keep.length, kept }
}

/** `confirmed`: how many cases a person agreed to erase. */
export async function undoImport(
  ready: Ready,
  id: string,
  confirmed: number,
  emit: (event: DeskEvent) => void,
): Promise<Result<UndoResult, UndoCode>> {
  const { book } = ready.state
  if (undoable(book, id).erase.length !== confirmed) return err({ kind: 'count-changed' })
  const undone = await eraseImport(book, ready.keeper, id, (done, of) =>
    emit({ kind: 'progress', progress: { step: 'undo', done, of } }),
  )
  // Also after a failure: what is erased already has to go. What is left to do is told by `isScrubbed`, and done later.
  await ready.fold().catch(() => undefined)
  emit({ kind: 'progress', progress: null })
  return undone.ok ? ok({ ...undone.value, scrubbed: ready.isScrubbed() }) : undone
}
