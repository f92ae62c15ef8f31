/**
 * Writing the copy anew beside the old one. The old rows go only when everything is in the new ones; if IndexedDB
 * refuses on the way, the old copy stays as it was, and the copier catches up from there once it takes rows again.
 */
import {
  noteRows,
  readMeta,
  storageTrouble,
  type CopiedTo,
  type FrameRow,
  type Positions,
  type StationDb,
} from '../storage/station-db.ts'
import type { Progress, SaveState } from './shapes.ts'

export type NewCopy = {
  /** How far the new copy holds each segment. */
  readonly positions: Record<string, CopiedTo>
  readonly add: (rows: readonly FrameRow[]) => Promise<void>
  /** Rows of the old copy, one at a time: it may be larger than memory should hold twice. Null: it cannot be read. */
  readonly oldRows: (progress: (progress: Progress) => void) => AsyncGenerator<FrameRow | null>
  readonly replaceOld: () => Promise<void>
  /** The old copy stays. */
  readonly giveUp: () => Promise<void>
  /** How far IndexedDB holds each segment now, whichever copy is in it, and why that is still the old one. */
  readonly outcome: () => { readonly positions: Positions; readonly trouble: SaveState['copyTrouble'] }
}

export async function newCopy(db: StationDb | null): Promise<NewCopy> {
  const positions: Record<string, CopiedTo> = {}
  let trouble: SaveState['copyTrouble'] = null
  let old: { readonly segments: number; readonly tail: number; readonly positions: Positions } = {
    segments: 0,
    tail: 0,
    positions: {},
  }

  const attempt = async (work: (into: StationDb) => Promise<void>): Promise<void> => {
    if (!db || trouble) return
    try {
      await work(db)
    } catch (error) {
      trouble = storageTrouble(error)
    }
  }
  await attempt(async (from) => {
    const [segment, tail] = await Promise.all([from.segments, from.tail].map((table) => table.toCollection().lastKey()))
    old = {
      segments: Number(segment ?? 0),
      tail: Number(tail ?? 0),
      positions: (await readMeta(from, 'positions')) ?? {},
    }
  })

  const giveUp = async (): Promise<void> => {
    trouble ??= 'failed'
    await db?.segments
      .where('id')
      .above(old.segments)
      .delete()
      .catch(() => undefined)
  }

  return {
    positions,
    add: (rows) =>
      attempt(async (into) => void (await into.segments.bulkAdd(rows.filter((row) => row.events > 0) as FrameRow[]))),
    oldRows: async function* (progress) {
      for (const name of ['segments', 'tail'] as const) {
        const keys =
          (await db?.[name]
            .where('id')
            .belowOrEqual(old[name])
            .primaryKeys()
            .catch(() => [])) ?? []
        for (let i = 0; i < keys.length; i++) {
          // Chromium keeps large values in files of their own, and one of those may be gone.
          yield (
            (await db!
              .table<FrameRow>(name)
              .get(keys[i]!)
              .catch(() => null)) ?? null
          )
          if (i % 50 === 0) progress({ step: 'copy', done: i, of: keys.length })
        }
      }
    },
    replaceOld: async () => {
      await attempt((into) =>
        into.transaction('rw', into.segments, into.tail, into.snapshots, into.meta, async () => {
          await into.segments.where('id').belowOrEqual(old.segments).delete()
          await into.tail.where('id').belowOrEqual(old.tail).delete()
          await into.snapshots.clear()
          await into.meta.delete('scrubbed')
          await noteRows(into, positions)
        }),
      )
      if (trouble) await giveUp()
    },
    giveUp,
    outcome: () => ({ positions: trouble ? old.positions : positions, trouble }),
  }
}
