/**
 * Reading a segment back, whatever happened to it. A damaged frame costs itself: the scan goes on at the next right
 * header. A batch that never reached its commit frame was never acknowledged and is left out.
 *
 * When is a batch without its commit frame still a committed one? When another batch follows it in the same segment:
 * the writer goes on only after an acknowledgement, and begins a new segment after any failure.
 */
import type { Cipher } from './cipher.ts'
import { findFrame, frameBytes, openFrame, parseFrameHeader, type FrameHeader } from './frame.ts'
import { parseSegmentHeader, SEGMENT_HEADER_BYTES } from './segment.ts'

/** To add one: here, and its sentence in the texts of the command line and the app. */
export type DamageReason =
  | 'file-header' // the 32 bytes at the start are gone or wrong
  | 'bytes-skipped' // bytes that belong to no frame
  | 'does-not-open' // header right, content not what was sealed
  | 'frame-missing' // the frames' running number jumps
  | 'frame-moved' // a whole frame of this segment that does not stand where it was written: read all the same
  | 'torn-end' // the file ends within a frame: a save that was never acknowledged, or a cut file
  | 'no-commit' // whole frames of a batch that never reached its commit: not acknowledged
  | 'not-events' // opens, but holds something this version cannot read

export type Damage = {
  readonly segment: string
  readonly frame: number
  readonly at: number
  readonly reason: DamageReason
}

export type RecoveredFrame = { readonly header: FrameHeader; readonly text: string }

export type RecoveredSegment = {
  readonly id: string
  readonly ordinal: number
  readonly frames: readonly RecoveredFrame[]
  readonly damaged: readonly Damage[]
  /** True when the next batch may be appended right at the end of these bytes. */
  readonly clean: boolean
  readonly nextSeq: number
  readonly bytes: number
}

/** Where frames stand in the bytes; needs no key. `from` continues after an earlier read (a frame's border). */
export function scanSegment(segment: string, bytes: Uint8Array, from: number, firstSeq: number) {
  const frames: { at: number; header: FrameHeader }[] = []
  const damaged: Damage[] = []
  let at = from
  let seq = firstSeq
  while (at < bytes.length) {
    const header = parseFrameHeader(bytes, at)
    const end = header ? at + frameBytes(header) : 0
    if (header && end <= bytes.length) {
      if (header.seq > seq) damaged.push({ segment, frame: seq, at, reason: 'frame-missing' })
      if (header.seq < seq) damaged.push({ segment, frame: header.seq, at, reason: 'frame-moved' })
      frames.push({ at, header })
      seq = Math.max(seq, header.seq + 1)
      at = end
      continue
    }
    const next = findFrame(bytes, at + 1)
    damaged.push({ segment, frame: seq, at, reason: next < 0 ? 'torn-end' : 'bytes-skipped' })
    if (next < 0) break
    seq += 1
    at = next
  }
  return { frames, damaged, nextSeq: seq }
}

/**
 * Opens every frame of one segment. Batches of 64 frames are opened at once: WebCrypto works beside the scan.
 * `knownId` rescues a segment whose file header is damaged (the id also stands in its file name). `wants`: frames of which it is
 * false are not opened and not answered.
 */
export async function recoverSegment(
  bytes: Uint8Array,
  cipher: Cipher,
  knownId: { id: string; ordinal: number },
  wants?: (header: FrameHeader) => boolean,
): Promise<RecoveredSegment> {
  const fileHeader = parseSegmentHeader(bytes)
  const { id, ordinal } = knownId
  const headerRight = fileHeader?.id === id
  const start = headerRight ? SEGMENT_HEADER_BYTES : Math.max(0, findFrame(bytes, 0))
  const { frames, damaged: found, nextSeq } = await recoverFrames(id, bytes, start, 0, cipher, wants)
  const damaged: Damage[] = headerRight
    ? [...found]
    : [{ segment: id, frame: 0, at: 0, reason: 'file-header' }, ...found]
  const clean = headerRight && damaged.length === 0
  return { id, ordinal, frames, damaged, clean, nextSeq, bytes: bytes.length }
}

/**
 * The whole frames of a stretch of a segment, from byte `from` on, whose next frame has number `firstSeq`. For a part
 * of a journal that follows what was read before, and for copies of batches.
 */
export async function recoverFrames(
  segment: string,
  bytes: Uint8Array,
  from: number,
  firstSeq: number,
  cipher: Cipher,
  wants: (header: FrameHeader) => boolean = () => true,
): Promise<{
  readonly frames: readonly RecoveredFrame[]
  readonly damaged: readonly Damage[]
  readonly nextSeq: number
}> {
  const { frames, damaged, nextSeq } = scanSegment(segment, bytes, from, firstSeq)
  const opened: (RecoveredFrame | null)[] = []
  // Whether the last batch counts is seen when it is opened.
  const lastBatch = frames.at(-1)?.header.batch
  const isWanted = (header: FrameHeader): boolean => header.batch === lastBatch || wants(header)
  for (let i = 0; i < frames.length; i += 64) {
    const texts = await Promise.all(
      frames
        .slice(i, i + 64)
        .map(({ at, header }) => (isWanted(header) ? openFrame(segment, bytes, at, header, cipher) : null)),
    )
    texts.forEach((text, k) => {
      const { at, header } = frames[i + k]!
      if (text === null && isWanted(header)) damaged.push({ segment, frame: header.seq, at, reason: 'does-not-open' })
      opened.push(text === null ? null : { header, text })
    })
  }
  return { frames: committedOnly(bytes, opened, frames, damaged, segment), damaged, nextSeq }
}

/**
 * Leaves out the last batch when its commit frame was never written whole. A commit frame that stands in the file to
 * its last byte but does not open was damaged later (a torn write ends early, or in zeros): the batch counts.
 */
function committedOnly(
  bytes: Uint8Array,
  opened: (RecoveredFrame | null)[],
  frames: { at: number; header: FrameHeader }[],
  damaged: Damage[],
  segment: string,
): RecoveredFrame[] {
  const last = frames.at(-1)
  let end = opened.length
  if (last && !(last.header.commit && (opened.at(-1) || bytes[last.at + frameBytes(last.header) - 1] !== 0))) {
    while (end > 0 && frames[end - 1]!.header.batch === last.header.batch) end -= 1
    if (opened.slice(end).some((frame) => frame !== null)) {
      damaged.push({ segment, frame: frames[end]!.header.seq, at: frames[end]!.at, reason: 'no-commit' })
    }
  }
  return opened.slice(0, end).filter((frame) => frame !== null)
}
