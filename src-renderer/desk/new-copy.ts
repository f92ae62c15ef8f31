/**
 * Writing the copy anew beside the old one. The old rows go only when everything is in the new ones; if IndexedDB
 * refuses on the way, the old copy stays as it was and the next start tries again.
 */
import type { CopiedTo, FrameRow, StationDb } from '../storage/station-db.ts'
import type { Progress } from './api.ts'

export type NewCopy = {
  readonly positions: Record<string, CopiedTo>
  readonly add: (rows: readonly FrameRow[]) => Promise<void>
  /** Rows of the old copy, one at a time: it may be larger than memory should hold twice. */
  readonly oldRows: (progress: (progress: Progress) => void) => AsyncGenerator<FrameRow>
  readonly replaceOld: () => Promise<void>
}

export async function newCopy(db: StationDb | null): Promise<NewCopy> {
  const positions: Record<string, CopiedTo> = {}
  if (!db) return { positions, add: async () => undefined, oldRows: async function* () {}, replaceOld: async () => undefined }
  const [lastSegment, lastTail] = await Promise.all([db.segments.toCollection().lastKey(), db.tail.toCollection().lastKey()])
  const old = { segments: Number(lastSegment ?? 0), tail: Number(lastTail ?? 0) }
  let refused = false

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    if (refused) return
    try {
      await work()
    } catch {
      refused = true
      await db.segments.where('id').above(old.segments).delete().catch(() => undefined)
    }
  }

  return {
    positions,
    add: (rows) => attempt(() => db.segments.bulkAdd(rows.filter((row) => row.events > 0) as FrameRow[])),
    oldRows: async function* (progress) {
      for (const table of [db.segments, db.tail]) {
        const last = table === db.segments ? old.segments : old.tail
        const keys = (await table.where('id').belowOrEqual(last).primaryKeys()) as number[]
        for (let i = 0; i < keys.length; i++) {
          const row = await table.get(keys[i]!)
          if (row) yield row
          if (i % 50 === 0) progress({ step: 'copy', done: i, of: keys.length })
        }
      }
    },
    replaceOld: () =>
      attempt(() =>
        db.transaction('rw', db.segments, db.tail, db.snapshots, db.meta, async () => {
          await db.segments.where('id').belowOrEqual(old.segments).delete()
          await db.tail.where('id').belowOrEqual(old.tail).delete()
          await db.snapshots.clear()
          await db.meta.put({ key: 'positions', value: positions })
        }),
      ),
  }
}
