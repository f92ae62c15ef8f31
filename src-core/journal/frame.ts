/**
 * One frame: events of ONE scope, sealed.
 *
 *   0      4         8      9       10     12       16            24       26    28      32       36      40     52
 *   +------+---------+------+-------+------+--------+-------------+--------+-----+-------+--------+-------+------+-----------
 *   | LWF1 | sealed  | kind | flags | 0 0  | key id | batch id    | index  | 0 0 | seq   | events | crc32 | iv   | ciphertext
 *   |      | u32     | u8   | u8    |      | u32    | 8 random    | u16    |     | u32   | u32    | 0-36  | 12   | + 16 tag
 *   +------+---------+------+-------+------+--------+-------------+--------+-----+-------+--------+-------+------+-----------
 *   numbers little-endian; `sealed` = bytes of ciphertext + tag; flags 1 = commit (last frame of its batch), 2 = deflated
 *   (then the plain bytes are the text's length, u32, a deflate stream, and in a frame sealed anew zeros); `index` counts
 *   frames of the batch, `seq` frames of the segment. Associated data = segment id (16) + bytes 0-36.
 *
 * A frame copied into another segment does not open: the segment's id is part of what is authenticated. One moved within
 * its own segment opens (its events are right wherever they stand) and is named by its running number, which is too.
 */
import { deflateSync, inflateSync } from 'fflate'
import { assert } from '../lib/assert.ts'
import { concat, fromHex, fromUtf8, toHex, utf8 } from '../lib/bytes.ts'
import { crc32 } from '../lib/crc32.ts'
import { inflateTo, LARGE_BYTES } from '../lib/deflate.ts'
import type { Cipher, RandomBytes } from './cipher.ts'

export const FRAME_HEADER_BYTES = 40
export const FRAME_OVERHEAD_BYTES = FRAME_HEADER_BYTES + 12 + 16
const MAGIC = 0x3146574c // "LWF1" read little-endian
const CRC_AT = 36
const COMMIT = 1
const DEFLATED = 2
/** Below this, deflate costs more than it saves. */
const DEFLATE_FROM_BYTES = 400

/** To add one: here, and a branch in every reader; older readers keep frames of unknown kinds as they are. */
export const FRAME_KINDS = { events: 1 } as const

export type FrameHeader = {
  readonly sealedBytes: number
  readonly kind: number
  readonly commit: boolean
  readonly deflated: boolean
  readonly keyId: number
  /** 16 hex digits. */
  readonly batch: string
  readonly index: number
  readonly seq: number
  readonly events: number
}

/** `lines`: the text of the events (lines.ts), UTF-8. */
export type FrameContent = { readonly keyId: number; readonly events: number; readonly lines: Uint8Array }

/** Seals one frame. `segment`: 32 hex digits. */
export async function sealFrame(
  content: FrameContent,
  place: { segment: string; batch: Uint8Array; index: number; seq: number; commit: boolean },
  cipher: Cipher,
  random: RandomBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  const raw = content.lines
  const deflated = raw.length >= DEFLATE_FROM_BYTES
  const plain = deflated ? deflate(raw, 1) : raw
  const { index, seq, commit } = place
  const { keyId, events } = content
  const batch = toHex(place.batch)
  const sealedBytes = plain.length + 16
  const header = frameHeader({
    sealedBytes,
    kind: FRAME_KINDS.events,
    commit,
    deflated,
    keyId,
    batch,
    index,
    seq,
    events,
  })
  const iv = random(12)
  const sealed = await cipher.seal(content.keyId, iv, associatedData(place.segment, header), plain)
  return concat([header, iv, sealed])
}

/**
 * The frame of this header with another text, of exactly the same length: nothing behind it moves, so every place that
 * anybody noted stays right. Behind the deflate stream stand zeros. Null when the text does not go in, which a text with
 * payloads taken out of it always did: a salt alone is nine random bytes.
 */
export async function resealFrame(
  segment: string,
  header: FrameHeader,
  text: string,
  cipher: Cipher,
  random: RandomBytes,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const raw = utf8(text)
  const plain = new Uint8Array(header.sealedBytes - 16)
  let packed = deflate(raw, 4)
  if (packed.length > plain.length) packed = deflate(raw, 9)
  // A frame too small to have been deflated can be stored as it is (level 0): that costs 9 bytes, and a payload has 20.
  if (packed.length > plain.length) packed = deflate(raw, 0)
  if (packed.length > plain.length) return null
  plain.set(packed)
  const bytes = frameHeader({ ...header, deflated: true })
  const iv = random(12)
  return concat([bytes, iv, await cipher.seal(header.keyId, iv, associatedData(segment, bytes), plain)])
}

/** Opens the frame whose header stands at `at`. Null when it does not open: damaged, moved, or not our key. */
export async function openFrame(
  segment: string,
  bytes: Uint8Array,
  at: number,
  header: FrameHeader,
  cipher: Cipher,
): Promise<string | null> {
  const body = at + FRAME_HEADER_BYTES
  const iv = bytes.subarray(body, body + 12)
  const sealed = bytes.subarray(body + 12, body + 12 + header.sealedBytes)
  const aad = associatedData(segment, bytes.subarray(at, at + FRAME_HEADER_BYTES))
  const plain = await cipher.open(header.keyId, iv, aad, sealed)
  if (!plain) return null
  try {
    return fromUtf8(header.deflated ? await inflate(plain) : plain)
  } catch {
    return null
  }
}

function frameHeader(of: FrameHeader): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(FRAME_HEADER_BYTES)
  const view = new DataView(header.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, of.sealedBytes, true)
  view.setUint8(8, of.kind)
  view.setUint8(9, (of.commit ? COMMIT : 0) | (of.deflated ? DEFLATED : 0))
  view.setUint32(12, of.keyId, true)
  header.set(fromHex(of.batch), 16)
  view.setUint16(24, of.index, true)
  view.setUint32(28, of.seq, true)
  view.setUint32(32, of.events, true)
  view.setUint32(CRC_AT, crc32(header, 0, CRC_AT), true)
  return header
}

/**
 * Deflated text = its length before (u32), then the deflate stream. With the length known a small
 * frame opens in 6 µs; without it fflate takes 128 kB for every call, and each costs 15.
 */
function deflate(raw: Uint8Array, level: 0 | 1 | 4 | 9): Uint8Array<ArrayBuffer> {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, raw.length, true)
  return concat([length, deflateSync(raw, { level })])
}

/** Throws when the stream is not what its length says. */
async function inflate(plain: Uint8Array): Promise<Uint8Array> {
  const length = new DataView(plain.buffer, plain.byteOffset, 4).getUint32(0, true)
  if (plain.length >= LARGE_BYTES) {
    const large = await inflateTo(plain.subarray(4), length)
    if (large) return large // null also for one that was sealed anew: a browser's codec takes no zeros behind the stream
  }
  const raw = inflateSync(plain.subarray(4), { out: new Uint8Array(length) })
  assert(raw.length === length, 'a deflated frame of another length')
  return raw
}

/** The whole frame's length in bytes. */
export const frameBytes = (header: FrameHeader): number => FRAME_OVERHEAD_BYTES - 16 + header.sealedBytes

/** Null unless a whole header with a right checksum stands at `at`. */
export function parseFrameHeader(bytes: Uint8Array, at: number): FrameHeader | null {
  if (at + FRAME_HEADER_BYTES > bytes.length) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, FRAME_HEADER_BYTES)
  if (view.getUint32(0, true) !== MAGIC) return null
  if (view.getUint32(CRC_AT, true) !== crc32(bytes, at, at + CRC_AT)) return null
  const flags = view.getUint8(9)
  let batch = ''
  for (let i = 16; i < 24; i++) batch += view.getUint8(i).toString(16).padStart(2, '0')
  return {
    sealedBytes: view.getUint32(4, true),
    kind: view.getUint8(8),
    commit: (flags & COMMIT) !== 0,
    deflated: (flags & DEFLATED) !== 0,
    keyId: view.getUint32(12, true),
    batch,
    index: view.getUint16(24, true),
    seq: view.getUint32(28, true),
    events: view.getUint32(32, true),
  }
}

/** The next place from `from` on where a whole, right header stands; -1 when there is none. */
export function findFrame(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x4c, from); at >= 0; at = bytes.indexOf(0x4c, at + 1)) {
    if (bytes[at + 1] === 0x57 && bytes[at + 2] === 0x46 && bytes[at + 3] === 0x31 && parseFrameHeader(bytes, at))
      return at
  }
  return -1
}

function associatedData(segment: string, header: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat([fromHex(segment), header.subarray(0, CRC_AT)])
}
