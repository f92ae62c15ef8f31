/** Packing events into the frames of one batch, ready for one append. */
import { concat } from '../lib/bytes.ts'
import { BugError } from '../lib/assert.ts'
import { scopeOfLog, type Scope, type StoredEvent } from '../kernel/event.ts'
import type { Cipher, RandomBytes } from './cipher.ts'
import { sealFrame, type FrameContent } from './frame.ts'
import { lineBytesOf } from './lines.ts'

/** About 1,000 events of 700 bytes: large enough to compress well, small enough to lose little with one frame. */
export const EVENTS_PER_FRAME = 1_000

/** Frames of the events, scope by scope (a frame never mixes two), in the order given within each scope. */
export function frameContents(events: readonly StoredEvent[], cipher: Cipher): FrameContent[] {
  const byScope = new Map<Scope, StoredEvent[]>()
  for (const event of events) {
    const scope = scopeOfLog(event.header.log)
    const list = byScope.get(scope)
    if (list) list.push(event)
    else byScope.set(scope, [event])
  }
  const out: FrameContent[] = []
  for (const [scope, list] of byScope) {
    const keyId = cipher.keyFor(scope)
    if (keyId === undefined) throw new BugError(`no key for scope ${scope}`)
    for (let i = 0; i < list.length; i += EVENTS_PER_FRAME) {
      const part = list.slice(i, i + EVENTS_PER_FRAME)
      out.push({ keyId, events: part.length, lines: lineBytesOf(part) })
    }
  }
  return out
}

/** The bytes of one batch; its last frame carries the commit. `seq`: the segment's next frame number. */
export async function sealBatch(
  contents: readonly FrameContent[],
  segment: string,
  seq: number,
  cipher: Cipher,
  random: RandomBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  const batch = random(8)
  const frames = await Promise.all(
    contents.map((content, index) =>
      sealFrame(
        content,
        { segment, batch, index, seq: seq + index, commit: index === contents.length - 1 },
        cipher,
        random,
      ),
    ),
  )
  return concat(frames)
}
