/**
 * Taking erased payloads out of frames that are already written, in a segment of the journal or in a row of the copy.
 *
 *   before   header line ⏎ payload line ⏎ header line ⏎ payload line ⏎ …
 *   after    header line ⏎ - ⏎            header line ⏎ payload line ⏎ …
 *
 * Only frames that hold such a payload are sealed anew, each at its own place and in its own length (frame.ts). Everything
 * else stays byte for byte: whole frames, damaged stretches, a torn end, frames under keys that are not here.
 */
import { ERASED_LINE, type EventHeader } from '../kernel/event.ts'
import type { Cipher, RandomBytes } from './cipher.ts'
import { openFrame, resealFrame } from './frame.ts'
import { scanSegment } from './recover.ts'

/** Bytes that take the place of as many others at `at`. */
export type Patch = { readonly at: number; readonly bytes: Uint8Array }

export type ErasedHeader = (header: Pick<EventHeader, 'k' | 'e' | 'log'>) => boolean

export type EraseTools = { readonly cipher: Cipher; readonly random: RandomBytes; readonly isErased: ErasedHeader }

/**
 * What has to be put where in these bytes, `from` on. `left`: frames whose payloads could not be taken out. A frame of a batch
 * that was never acknowledged is cleared too: its bytes are there.
 */
export async function erasePatches(
  segment: string,
  bytes: Uint8Array,
  from: number,
  { cipher, random, isErased }: EraseTools,
): Promise<{ readonly patches: readonly Patch[]; readonly left: number }> {
  const patches: Patch[] = []
  let left = 0
  for (const { at, header } of scanSegment(segment, bytes, from, 0).frames) {
    const text = await openFrame(segment, bytes, at, header, cipher)
    const cleared = text === null ? null : withoutErased(text, isErased)
    if (cleared === null) continue
    const sealed = await resealFrame(segment, header, cleared, cipher, random)
    if (sealed) patches.push({ at, bytes: sealed })
    else left += 1
  }
  return { patches, left }
}

/** The bytes with the patches in them; the given ones are not touched. */
export function patched(bytes: Uint8Array, patches: readonly Patch[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(bytes)
  for (const patch of patches) out.set(patch.bytes, patch.at)
  return out
}

/** Null when nothing has to go. Lines that are no events of this version stay as they are. */
function withoutErased(text: string, isErased: ErasedHeader): string | null {
  const lines = text.split('\n')
  let changed = false
  for (let i = 0; i + 1 < lines.length; i += 2) {
    if (lines[i + 1] === ERASED_LINE) continue
    const header = headerOf(lines[i]!)
    if (!header || !isErased(header)) continue
    lines[i + 1] = ERASED_LINE
    changed = true
  }
  return changed ? lines.join('\n') : null
}

function headerOf(line: string): Pick<EventHeader, 'k' | 'e' | 'log'> | null {
  try {
    const header = JSON.parse(line) as Partial<EventHeader> | null
    return typeof header?.e === 'string' && typeof header.log === 'string' ? (header as EventHeader) : null
  } catch {
    return null
  }
}
