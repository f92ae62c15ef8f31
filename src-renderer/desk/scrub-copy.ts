/** Erased payloads and attachments leave IndexedDB too, row by row; see core/journal/scrub-journal.ts for the folder. */
import { erasePatches, patched, type EraseTools } from '#core/journal/erase-frames.ts'
import { bytesIn, type StationDb } from '../storage/station-db.ts'

/**
 * Answers how many frames still hold a payload that should be gone; null when `goOn` said no. The snapshot is not looked at:
 * it is written from a state that has none of it. Rejects when IndexedDB refuses.
 */
export async function scrubCopy(
  db: StationDb,
  tools: EraseTools,
  blobs: Iterable<string>,
  goOn: () => boolean,
): Promise<number | null> {
  let left = 0
  for (const table of [db.segments, db.tail]) {
    for (const id of await table.toCollection().primaryKeys()) {
      if (!goOn()) return null
      const row = await table.get(id)
      if (!row) continue
      const bytes = bytesIn(row)
      const found = await erasePatches(row.segment, bytes, 0, tools)
      left += found.left
      // Not `put`: a row that went meanwhile must not come back.
      if (found.patches.length > 0) await table.update(id, { bytes: patched(bytes, found.patches) })
    }
  }
  await db.blobs.bulkDelete([...blobs])
  return left
}
