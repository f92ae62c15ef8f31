/** Folding: the copy's small rows become one large row, and the snapshot moves on to now. One transaction: all or nothing. */
import { frameContents, sealBatch } from '#core/journal/batch.ts'
import type { Cipher, RandomBytes } from '#core/journal/cipher.ts'
import type { StoredEvent } from '#core/kernel/event.ts'
import { toHex } from '#core/lib/bytes.ts'
import { noteRows, type FrameRow, type StationDb } from '../storage/station-db.ts'
import type { Copier } from './copier.ts'
import { captureParts, isSimple, partNames, sealParts } from './snapshot.ts'
import { rowEvents } from './start-up.ts'
import type { DeskState } from './state.ts'
import { frontOf } from './views.ts'

/** A start replays at most about this many saves. */
export const FOLD_AT_TAIL_ROWS = 200

/**
 * Large batches go straight into rows of their own (copier.ts) and would never make a tail: after so many events the snapshot moves
 * on all the same, so that no start replays a whole district and no fold has a million events to pack at once.
 */
export const FOLD_AT_EVENTS = 100_000

export type FoldParts = {
  readonly db: StationDb
  readonly cipher: Cipher
  readonly random: RandomBytes
  /** Asked once nothing is on its way any more. */
  readonly state: () => DeskState
  readonly copier: Copier
  readonly savedLogs: ReadonlyMap<string, number>
}

/** The logs' lengths that the stored snapshot now has; null when nothing could be folded. */
export async function foldCopy({
  db,
  cipher,
  random,
  state: stateNow,
  copier,
  savedLogs,
}: FoldParts): Promise<ReadonlyMap<string, number> | null> {
  while (!copier.idle()) await copier.flush()
  if (copier.trouble()) return null
  // From here to the end of captureParts nothing awaits, so rows and state are of one moment.
  const state = stateNow()
  const upTo = copier.lastTail()
  const fold = toHex(random(8))
  const willPack = copier.tailRows() > 0
  const covers = {
    segments: copier.lastSegment(),
    tail: upTo,
    segmentRows: copier.segmentRows() + (willPack ? 1 : 0),
    fold,
  }
  const captured = isSimple(state) ? captureParts(state, covers, frontOf(state), savedLogs) : null
  const groups = captured ? [...state.dirty] : []
  if (captured) state.dirty.clear()
  try {
    const packed = willPack ? await packTail(db, upTo, fold, cipher, random) : null
    if (willPack && !packed) return null
    const boxes = captured ? await sealParts(captured.parts, captured.head, cipher, random) : []
    const packedId = await db.transaction('rw', db.segments, db.tail, db.snapshots, db.meta, async () => {
      if (captured) {
        await db.snapshots.bulkPut(boxes)
        const names = partNames(captured.head)
        const stored = await db.snapshots.toCollection().primaryKeys()
        await db.snapshots.bulkDelete(stored.filter((name) => !names.has(name)))
      } else await db.snapshots.clear()
      if (!packed) return 0
      await db.tail.where('id').belowOrEqual(upTo).delete()
      const id = await db.segments.add(packed.row)
      await noteRows(db)
      return id
    })
    if (packed) copier.folded(packed.rows, packedId)
    return captured ? new Map(Object.entries(captured.head.logs)) : null
  } catch (error) {
    for (const group of groups) state.dirty.add(group)
    throw error
  }
}

/** The tail's events in one row sealed anew. Null when a row does not give all it should. */
async function packTail(
  db: StationDb,
  upTo: number,
  fold: string,
  cipher: Cipher,
  random: RandomBytes,
): Promise<{ row: FrameRow; rows: number } | null> {
  const rows = await db.tail.where('id').belowOrEqual(upTo).toArray()
  const events: StoredEvent[] = []
  for (const row of rows) {
    const part = await rowEvents(row, cipher)
    if (part.length !== row.events) return null // damaged: the next start finds it and takes the long way
    events.push(...part)
  }
  const segment = toHex(random(16))
  const bytes = await sealBatch(frameContents(events, cipher), segment, 0, cipher, random)
  return { row: { segment, bytes, events: events.length, fold }, rows: rows.length }
}
