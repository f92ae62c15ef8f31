/**
 * Erased payloads and attachments really leave the station folder. Each segment is rewritten as a whole or not at all, and
 * keeps its length; what was cut short is done by doing it again.
 */
import { err, ok, type Result } from '../lib/result.ts'
import { erasePatches, type EraseTools } from './erase-frames.ts'
import { readWhole, type SegmentSource } from './read-journal.ts'
import { SEGMENT_HEADER_BYTES } from './segment.ts'

/** The part of the host that is needed. `E` is the host's code. */
export type ScrubPort<E> = SegmentSource<E> & {
  readonly stagePiece: (id: string, offset: number, bytes: Uint8Array) => Promise<Result<null, E>>
  readonly rewriteSegment: (id: string, pieces: number) => Promise<Result<null, E>>
  readonly removeBlob: (id: string) => Promise<Result<null, E>>
}

export type ScrubWork = {
  readonly segments: readonly { readonly id: string; readonly ordinal: number; readonly bytes: number }[]
  readonly blobs: Iterable<string>
  /** Longest piece that is read or staged, in bytes. */
  readonly chunk: number
  /** Asked before each segment; false ends the work for now. */
  readonly goOn: (doneBytes: number, ofBytes: number) => boolean
}

/**
 * `left`: frames that still hold a payload that should be gone; null when it was ended before all was looked at. An error ends
 * it too; what was done stays done.
 */
export async function scrubJournal<E>(
  port: ScrubPort<E>,
  tools: EraseTools,
  { segments, blobs, chunk, goOn }: ScrubWork,
): Promise<Result<{ readonly rewritten: number; readonly left: number | null }, E>> {
  const total = segments.reduce((sum, segment) => sum + segment.bytes, 0)
  let done = 0
  let rewritten = 0
  let left = 0
  for (const info of segments) {
    if (!goOn(done, total)) return ok({ rewritten, left: null })
    const whole = await readWhole(port, info, chunk)
    if (!whole.ok) return whole
    const found = await erasePatches(info.id, whole.value, SEGMENT_HEADER_BYTES, tools)
    left += found.left
    done += info.bytes
    if (found.patches.length === 0) continue
    let pieces = 0
    for (const { at, bytes } of found.patches) {
      for (let from = 0; from < bytes.length; from += chunk, pieces++) {
        const staged = await port.stagePiece(info.id, at + from, bytes.subarray(from, from + chunk))
        if (!staged.ok) return err(staged.error)
      }
    }
    const changed = await port.rewriteSegment(info.id, pieces)
    if (!changed.ok) return changed
    rewritten += 1
  }
  for (const blob of blobs) {
    const gone = await port.removeBlob(blob)
    if (!gone.ok) return gone
  }
  return ok({ rewritten, left })
}
