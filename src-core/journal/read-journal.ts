/** Reading a whole journal, segment by segment, into events and a list of what was found damaged. */
import type { KnownId, StoredEvent } from '../kernel/event.ts'
import { concat } from '../lib/bytes.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { Cipher } from './cipher.ts'
import { eventsOf } from './lines.ts'
import { recoverSegment, type Damage, type RecoveredFrame, type RecoveredSegment } from './recover.ts'
import type { Position } from './writer.ts'

export type SegmentSource<E> = {
  readonly readSegment: (id: string, offset: number, length: number) => Promise<Result<Uint8Array, E>>
}
type SegmentInfo = { readonly id: string; readonly ordinal: number; readonly bytes: number }

export type ReadProgress = { readonly bytes: number; readonly ofBytes: number; readonly events: number }

export type JournalContent = {
  readonly frames: number
  readonly damaged: readonly Damage[]
  /** Where a writer may go on; null when the last segment does not end cleanly, or there is none. */
  readonly end: Position | null
}

/** Events of one recovered segment; frames that hold no events of this version are named, not dropped silently. */
export function segmentEvents(segment: RecoveredSegment, idOf?: KnownId): { events: StoredEvent[]; damaged: Damage[] } {
  const events: StoredEvent[] = []
  const damaged: Damage[] = []
  for (const frame of segment.frames) {
    const part = frameEvents(segment.id, frame, idOf)
    events.push(...part.events)
    damaged.push(...part.damaged)
  }
  return { events, damaged }
}

function frameEvents(
  segment: string,
  { header, text }: RecoveredFrame,
  idOf?: KnownId,
): { events: StoredEvent[]; damaged: Damage[] } {
  const { events, refused } = eventsOf(text, true, idOf)
  return { events, damaged: refused.length > 0 ? [{ segment, frame: header.seq, at: 0, reason: 'not-events' }] : [] }
}

/**
 * Hands the events to `take` in journal order, frame by frame: a full segment holds 50,000, and 200 MB of them at once. Reads in
 * ranges of `chunk` bytes.
 */
export async function readJournal<E>(
  source: SegmentSource<E>,
  segments: readonly SegmentInfo[],
  cipher: Cipher,
  chunk: number,
  take: (events: StoredEvent[], progress: ReadProgress) => void | Promise<void>,
): Promise<Result<JournalContent, E>> {
  const ordered = segments.toSorted((a, b) => a.ordinal - b.ordinal)
  const ofBytes = ordered.reduce((sum, segment) => sum + segment.bytes, 0)
  const damaged: Damage[] = []
  let frames = 0
  let bytes = 0
  let count = 0
  let end: Position | null = null
  for (const info of ordered) {
    const whole = await readWhole(source, info, chunk)
    if (!whole.ok) return err(whole.error)
    const segment = await recoverSegment(whole.value, cipher, info)
    frames += segment.frames.length
    bytes += whole.value.length
    damaged.push(...segment.damaged)
    end = segment.clean
      ? { id: segment.id, ordinal: segment.ordinal, bytes: segment.bytes, seq: segment.nextSeq }
      : null
    for (const frame of segment.frames) {
      const part = frameEvents(segment.id, frame)
      count += part.events.length
      damaged.push(...part.damaged)
      await take(part.events, { bytes, ofBytes, events: count })
    }
  }
  return ok({ frames, damaged, end })
}

/** The segment's bytes, in ranges of `chunk`; shorter when the file is. */
export async function readWhole<E>(
  source: SegmentSource<E>,
  info: SegmentInfo,
  chunk: number,
): Promise<Result<Uint8Array, E>> {
  const parts: Uint8Array[] = []
  let at = 0
  while (at < info.bytes) {
    const part = await source.readSegment(info.id, at, Math.min(chunk, info.bytes - at))
    if (!part.ok) return part
    if (part.value.length === 0) break
    parts.push(part.value)
    at += part.value.length
  }
  return ok(concat(parts))
}
