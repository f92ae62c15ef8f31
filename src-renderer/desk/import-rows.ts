/** Many requests from a file: batch by batch, so that a save at the counter goes between two of them. */
import type { Refusal } from '#core/case-file/decision.ts'
import { ok, type Result } from '#core/lib/result.ts'
import type { DeskEvent, ImportResult, ImportRow, ImportShare, RunCode } from './shapes.ts'
import type { Ready } from './open-station.ts'

/** One batch is all or nothing, takes about 0.1 s, and is one fsync. */
const BATCH = 500

/** `share`: which share of a longer import these rows are; with its last one the copy is brought up to date. */
export async function importRows(
  ready: Ready,
  rows: readonly ImportRow[],
  { before, of }: ImportShare,
  emit: (event: DeskEvent) => void,
): Promise<Result<ImportResult, RunCode>> {
  let imported = 0
  const repeated: number[] = []
  const refused: { row: number; refusal: Refusal }[] = []
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH)
    const saved = await ready.keeper.runBatch(batch.map((row) => row.command))
    if (!saved.ok) {
      emit({ kind: 'progress', progress: null })
      return saved
    }
    imported += saved.value.saved
    for (const { index, refusal } of saved.value.refused) {
      const { row } = batch[index]!
      if (refusal.code === 'already-there') repeated.push(row)
      else refused.push({ row, refusal })
    }
    const done = before + Math.min(at + BATCH, rows.length)
    emit({ kind: 'progress', progress: { step: 'import', done, of } })
  }
  if (before + rows.length >= of) {
    emit({ kind: 'progress', progress: { step: 'storing', done: 0, of: 1 } })
    await ready.fold().catch(() => undefined) // the journal has everything; the copy's trouble is told by the footer
    emit({ kind: 'progress', progress: null })
  }
  return ok({ imported, repeated, refused })
}
