/**
 * A segment file: one 32-byte file header, then frames (frame.ts) one after another, append-only, at most 8 MiB.
 *
 *   0        8                        24        28        32
 *   +--------+------------------------+---------+---------+------------
 *   | LWSEG1 | segment id (16 random) | ordinal | crc32   | frames …
 *   | 00 00  |                        | u32 LE  | of 0-28 |
 *   +--------+------------------------+---------+---------+------------
 */
import { crc32 } from '../lib/crc32.ts'
import { fromHex, toHex } from '../lib/bytes.ts'

export const SEGMENT_HEADER_BYTES = 32
const MAGIC = [0x4c, 0x57, 0x53, 0x45, 0x47, 0x31, 0, 0] // "LWSEG1"

/** `id`: 32 hex digits. */
export function segmentHeader(id: string, ordinal: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(SEGMENT_HEADER_BYTES)
  out.set(MAGIC, 0)
  out.set(fromHex(id), 8)
  const view = new DataView(out.buffer)
  view.setUint32(24, ordinal, true)
  view.setUint32(28, crc32(out, 0, 28), true)
  return out
}

/** Null when the bytes do not begin with a whole, undamaged file header. */
export function parseSegmentHeader(bytes: Uint8Array): { id: string; ordinal: number } | null {
  if (bytes.length < SEGMENT_HEADER_BYTES) return null
  for (let i = 0; i < MAGIC.length; i++) if (bytes[i] !== MAGIC[i]) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(28, true) !== crc32(bytes, 0, 28)) return null
  return { id: toHex(bytes.subarray(8, 24)), ordinal: view.getUint32(24, true) }
}

const NAME = /^(\d{6,10})-([0-9a-f]{32})\.seg$/

export const segmentFileName = (id: string, ordinal: number): string => `${String(ordinal).padStart(6, '0')}-${id}.seg`

export function parseSegmentFileName(name: string): { id: string; ordinal: number } | null {
  const match = NAME.exec(name)
  return match ? { id: match[2]!, ordinal: Number(match[1]) } : null
}
