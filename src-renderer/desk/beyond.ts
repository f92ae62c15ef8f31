/** What the journal holds beyond the point up to which the copy has taken it over, segment by segment. */
import type { FolderHost, HostCode, SegmentInfo } from '#core/host/host.ts'
import type { Cipher } from '#core/journal/cipher.ts'
import { eventsOf } from '#core/journal/lines.ts'
import { recoverFrames, type RecoveredFrame } from '#core/journal/recover.ts'
import { parseSegmentHeader, SEGMENT_HEADER_BYTES } from '#core/journal/segment.ts'
import type { StoredEvent } from '#core/kernel/event.ts'
import { concat } from '#core/lib/bytes.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import type { CopiedTo, FrameRow, Positions } from '../storage/station-db.ts'

/** `events`: what the row's bytes give; `to`: where the copy stands once it has the row. */
export type Beyond = { readonly row: FrameRow; readonly events: readonly StoredEvent[]; readonly to: CopiedTo }

/** In journal order; an error ends it. */
export async function* journalBeyond(
  host: FolderHost,
  cipher: Cipher,
  segments: readonly SegmentInfo[],
  known: Positions,
): AsyncGenerator<Result<Beyond, HostCode>> {
  for (const segment of segments.toSorted((a, b) => a.ordinal - b.ordinal)) {
    const { id, ordinal } = segment
    const whole = known[id] !== undefined || (await hasHeader(host, segment))
    const from = known[id] ?? { ordinal, bytes: SEGMENT_HEADER_BYTES, seq: 0, clean: whole }
    if (known[id] && segment.bytes <= from.bytes) continue
    const read = await readRange(host, segment, from.bytes)
    if (!read.ok) return yield read
    const { frames, damaged, nextSeq } = await recoverFrames(id, read.value, 0, from.seq, cipher)
    const events = framesEvents(frames)
    const to = { ordinal, bytes: segment.bytes, seq: nextSeq, clean: from.clean && damaged.length === 0 }
    yield ok({ row: { segment: id, bytes: read.value, events: events.length }, events, to })
  }
}

/** False when the power went while the segment was begun. */
async function hasHeader(host: FolderHost, { id }: SegmentInfo): Promise<boolean> {
  const header = await host.readSegment(id, 0, SEGMENT_HEADER_BYTES)
  return header.ok && parseSegmentHeader(header.value)?.id === id
}

/** Every piece passes through the window. Pieces of 4 MiB made tasks of up to 0.26 s there on a busy PC; these make none over 50 ms. */
const PIECE_BYTES = 512 * 1024

/** The segment's bytes from `from` to the length the host reported. */
export async function readRange(
  host: FolderHost,
  segment: SegmentInfo,
  from: number,
): Promise<Result<Uint8Array, HostCode>> {
  const pieces: Uint8Array[] = []
  for (let at = from; at < segment.bytes;) {
    const piece = await host.readSegment(segment.id, at, Math.min(PIECE_BYTES, segment.bytes - at))
    if (!piece.ok) return piece
    if (piece.value.length === 0) return err('io-failed') // shorter than it was a moment ago
    pieces.push(piece.value)
    at += piece.value.length
  }
  return ok(concat(pieces))
}

export const framesEvents = (frames: readonly RecoveredFrame[]): StoredEvent[] =>
  frames.flatMap((frame) => eventsOf(frame.text, true).events)
