import { Inflate } from 'fflate'
import { crc32 } from '../lib/crc32.ts'
import { inflateTo, LARGE_BYTES } from '../lib/deflate.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { ZipEntry } from './check-zip.ts'

/**
 * Packed bytes handed to the inflater at once: what it gives beyond the declared size is at most 1,032 times as much,
 * 17 MB.
 */
const STEP = 16_384
/**
 * Steps without output. A stored block (≤ 64 kB) needs 4; behind the end of the stream fflate would copy all that is
 * left at every step.
 */
const QUIET_STEPS = 8

/**
 * `entry` comes from checkZip. Stops at the first byte beyond the declared size; fewer bytes or a wrong checksum:
 * damaged.
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Result<Uint8Array, 'damaged'> {
  const packed = bytes.subarray(entry.from, entry.from + entry.packed)
  const unpacked = entry.deflated ? inflate(packed, entry.size) : packed
  return unpacked !== null && crc32(unpacked) === entry.crc ? ok(unpacked) : err('damaged')
}

/** The same, a large entry through the platform's codec. */
export async function unpackQuickly(bytes: Uint8Array, entry: ZipEntry): Promise<Result<Uint8Array, 'damaged'>> {
  if (!entry.deflated || entry.packed < LARGE_BYTES) return unpackEntry(bytes, entry)
  const unpacked = await inflateTo(bytes.subarray(entry.from, entry.from + entry.packed), entry.size)
  return unpacked !== null && crc32(unpacked) === entry.crc ? ok(unpacked) : err('damaged')
}

function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  const out = new Uint8Array(size)
  let at = 0
  let over = false
  let quiet = 0
  const inflater = new Inflate((chunk) => {
    if (at + chunk.length > size) over = true
    else out.set(chunk, at)
    at += chunk.length
    quiet = chunk.length === 0 ? quiet + 1 : 0
  })
  try {
    for (let from = 0; from < packed.length && !over && quiet < QUIET_STEPS; from += STEP) {
      inflater.push(packed.subarray(from, from + STEP), from + STEP >= packed.length)
    }
  } catch {
    // fflate throws on bytes that are not deflate; nothing else is in this block.
    return null
  }
  return at === size ? out : null
}
