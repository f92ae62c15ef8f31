/** Many requests from a file: batch by batch, so that a save at the counter goes between two of them. */
import type { Refusal } from '#core/case-file/decision.ts'
import { ok, type Result } from '#core/lib/result.ts'
import type { DeskEvent, ImportResult, ImportRow, RunCode } from './api.ts'
import type { Ready } from './open-station.ts'

/** One batch is all or nothing, takes about 0.1 s, and is one fsync. */
const BATCH = 500

export async function importRows(
  ready: Ready,
  rows: readonly ImportRow[],
  emit: (event: DeskEvent) => void,
): Promise<Result<ImportResult, RunCode>> {
  let imported = 0
  let repeated = 0
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
      if (refusal.code === 'already-there') repeated += 1
      else refused.push({ row: batch[index]!.row, refusal })
    }
    emit({ kind: 'progress', progress: { step: 'import', done: Math.min(at + BATCH, rows.length), of: rows.length } })
  }
  emit({ kind: 'progress', progress: { step: 'storing', done: 0, of: 1 } })
  await ready.fold().catch(() => undefined) // the journal has everything; the copy's trouble is told by the footer
  emit({ kind: 'progress', progress: null })
  return ok({ imported, repeated, refused })
}
