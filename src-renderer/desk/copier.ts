/**
 * The second copy: what the journal acknowledged goes into IndexedDB a moment later. When IndexedDB refuses (full,
 * closed), nothing is lost: copying stops, the footer says so, and a later attempt reads what is missing from the journal.
 */
import type { Appended } from '#core/journal/writer.ts'
import type { CopiedTo, FrameRow, Positions, StationDb } from '../storage/station-db.ts'
import { storageTrouble } from '../storage/station-db.ts'
import type { SaveState } from './api.ts'

/** A batch with more events than this goes straight into `segments`: folding it later would only copy it once more. */
const LARGE_BATCH_EVENTS = 500

export type Copier = {
  readonly add: (appended: Appended, events: number) => void
  /** Resolves when everything added so far is stored, or copying is in trouble. */
  readonly flush: () => Promise<void>
  /** Nothing waits and nothing is on its way. */
  readonly idle: () => boolean
  readonly positions: () => Positions
  readonly trouble: () => SaveState['copyTrouble']
  readonly lastTail: () => number
  readonly lastSegment: () => number
  readonly segmentRows: () => number
  readonly tailRows: () => number
  /** `rows` of the tail have become the row `id` of `segments`. */
  readonly folded: (rows: number, id: number) => void
}

type Start = { readonly positions: Positions; readonly lastTail: number; readonly lastSegment: number; readonly segmentRows: number; readonly tailRows: number }

export function copierOf(db: StationDb | null, start: Start, onTrouble: (trouble: SaveState['copyTrouble']) => void): Copier {
  let waiting: { row: FrameRow; segment: string; to: CopiedTo }[] = []
  let positions: Record<string, CopiedTo> = { ...start.positions }
  let { lastTail, lastSegment, segmentRows, tailRows } = start
  let trouble: SaveState['copyTrouble'] = db ? null : 'failed'
  let working: Promise<void> | null = null

  async function work(): Promise<void> {
    while (db && !trouble && waiting.length > 0) {
      const now = waiting
      waiting = []
      const next = { ...positions }
      for (const { segment, to } of now) next[segment] = to
      try {
        await db.transaction('rw', db.segments, db.tail, db.meta, async () => {
          for (const { row } of now) {
            if (row.events > LARGE_BATCH_EVENTS) {
              lastSegment = await db.segments.add(row)
              segmentRows += 1
            } else {
              lastTail = await db.tail.add(row)
              tailRows += 1
            }
          }
          await db.meta.put({ key: 'positions', value: next })
        })
        positions = next
      } catch (error) {
        trouble = storageTrouble(error)
        waiting = []
        onTrouble(trouble)
      }
    }
    working = null
  }

  return {
    add: (appended, events) => {
      if (!db || trouble) return
      waiting.push({
        row: { segment: appended.segment, bytes: appended.batch, events },
        segment: appended.segment,
        to: { ordinal: appended.ordinal, bytes: appended.to, seq: appended.nextSeq, clean: true },
      })
      working ??= work()
    },
    flush: async () => {
      while (working) await working
    },
    idle: () => !working && waiting.length === 0,
    positions: () => positions,
    trouble: () => trouble,
    lastTail: () => lastTail,
    lastSegment: () => lastSegment,
    segmentRows: () => segmentRows,
    tailRows: () => tailRows,
    folded: (rows, id) => {
      tailRows -= rows
      segmentRows += 1
      lastSegment = Math.max(lastSegment, id)
    },
  }
}
