/**
 * The second copy: what the journal acknowledged goes into IndexedDB a moment later. When IndexedDB refuses (full,
 * closed), nothing is lost: copying stops, the footer says so, and `retry` reads what is missing from the journal.
 */
import type { HostCode } from '#core/host/host.ts'
import type { Appended } from '#core/journal/writer.ts'
import type { Result } from '#core/lib/result.ts'
import type { CopiedTo, FrameRow, Positions, StationDb } from '../storage/station-db.ts'
import { noteRows, readMeta, storageTrouble } from '../storage/station-db.ts'
import type { SaveState } from './shapes.ts'
import type { Beyond } from './beyond.ts'

/** A batch with more events than this goes straight into `segments`: folding it later would only copy it once more. */
const LARGE_BATCH_EVENTS = 500

export type Copier = {
  readonly add: (appended: Appended, events: number) => void
  /** Resolves when everything added so far is stored, or copying is in trouble. */
  readonly flush: () => Promise<void>
  /** Nothing waits and nothing is on its way. */
  readonly idle: () => boolean
  readonly trouble: () => SaveState['copyTrouble']
  /** True when copying works again. The snapshot is gone then: nobody knows what became of it. */
  readonly retry: () => Promise<boolean>
  readonly lastTail: () => number
  readonly lastSegment: () => number
  readonly segmentRows: () => number
  readonly tailRows: () => number
  /** `rows` of the tail have become the row `id` of `segments`. */
  readonly folded: (rows: number, id: number) => void
}

export type CopierStart = {
  readonly positions: Positions
  readonly counts: CopyCounts
  readonly trouble: SaveState['copyTrouble']
}
export type CopierParts = {
  /** What the journal has beyond these positions. */
  readonly beyond: (known: Positions) => AsyncIterable<Result<Beyond, HostCode>>
  readonly onTrouble: (trouble: SaveState['copyTrouble']) => void
}

export type CopyCounts = {
  readonly lastTail: number
  readonly lastSegment: number
  readonly segmentRows: number
  readonly tailRows: number
}
export const NO_ROWS: CopyCounts = { lastTail: 0, lastSegment: 0, segmentRows: 0, tailRows: 0 }

export async function countCopy(db: StationDb): Promise<CopyCounts> {
  const [segmentRows, tailRows, segment, tail] = await Promise.all([
    db.segments.count(), db.tail.count(), db.segments.toCollection().lastKey(), db.tail.toCollection().lastKey(),
  ]) // prettier-ignore
  return { segmentRows, tailRows, lastSegment: Number(segment ?? 0), lastTail: Number(tail ?? 0) }
}

export function copierOf(db: StationDb | null, from: CopierStart, parts: CopierParts): Copier {
  let waiting: { row: FrameRow; segment: string; to: CopiedTo }[] = []
  let positions: Record<string, CopiedTo> = { ...from.positions }
  let { lastTail, lastSegment, segmentRows, tailRows } = from.counts
  let trouble: SaveState['copyTrouble'] = db ? from.trouble : 'failed'
  let working: Promise<void> | null = null
  let retrying = false

  function start(): void {
    if (!trouble && waiting.length > 0) working ??= answersFirst().then(work)
  }

  function refused(error: unknown): void {
    waiting = []
    trouble = storageTrouble(error)
    parts.onTrouble(trouble)
  }

  async function work(): Promise<void> {
    while (db && !trouble && waiting.length > 0) {
      const now = waiting
      waiting = []
      const next = { ...positions }
      for (const { segment, to } of now) next[segment] = to
      try {
        await db.transaction('rw', db.segments, db.tail, db.meta, async () => {
          const rows = await Promise.all([db.segments.count(), db.tail.count()])
          // Emptied under us: with new positions it would pass for whole.
          if (rows[0] !== segmentRows || rows[1] !== tailRows)
            throw new DOMException('rows are missing', 'InvalidStateError')
          for (const { row } of now) {
            if (row.events > LARGE_BATCH_EVENTS) {
              lastSegment = await db.segments.add(row)
              segmentRows += 1
            } else {
              lastTail = await db.tail.add(row)
              tailRows += 1
            }
          }
          await noteRows(db, next)
        })
        positions = next
      } catch (error) {
        refused(error)
      }
    }
    working = null
  }

  /** Each segment in a transaction of its own: what was taken over stays, even if the next one is refused. */
  async function takeOver(into: StationDb): Promise<void> {
    if (!into.isOpen()) await into.open()
    await into.snapshots.clear()
    // The database may be another one than before: emptied, or taken back to an older state.
    let known: Record<string, CopiedTo> = { ...(await readMeta(into, 'positions')) }
    for await (const part of parts.beyond(known)) {
      if (!part.ok) throw new Error(part.error)
      const { row, to } = part.value
      const next = { ...known, [row.segment]: to }
      await into.transaction('rw', into.segments, into.tail, into.meta, async () => {
        if (row.events > 0) await into.segments.add(row)
        await noteRows(into, next)
      })
      known = next
    }
    ;({ lastTail, lastSegment, segmentRows, tailRows } = await countCopy(into))
    positions = known
  }

  return {
    add: (appended, events) => {
      if (!db || (trouble && !retrying)) return
      waiting.push({
        row: { segment: appended.segment, bytes: appended.batch, events },
        segment: appended.segment,
        to: { ordinal: appended.ordinal, bytes: appended.to, seq: appended.nextSeq, clean: true },
      })
      start()
    },
    flush: async () => {
      while (working) await working
    },
    idle: () => !working && waiting.length === 0,
    trouble: () => trouble,
    retry: async () => {
      if (!db || !trouble || retrying) return !trouble
      // What is saved from here on waits; what was saved before is in the journal that is read now.
      retrying = true
      try {
        await takeOver(db)
        waiting = waiting.filter(({ segment, to }) => to.bytes > (positions[segment]?.bytes ?? 0))
        trouble = null
        parts.onTrouble(null)
        start()
      } catch (error) {
        refused(error)
      }
      retrying = false
      return !trouble
    },
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

/**
 * One turn of the event loop: whoever saved gets the answer before the copy begins (0.5 ms of a save's time). By message,
 * because a timer waits up to 4 ms.
 */
function answersFirst(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((done) => {
    port1.onmessage = () => {
      port1.close()
      done()
    }
    port2.postMessage(null)
  })
}
