/**
 * The directory of a ZIP, believed only after it agrees with the local headers, before one byte is unpacked:
 *
 *   [local header · name · extra · data · (descriptor)]* [central header · name · extra · comment]* (zip64 end, locator) end
 *
 * Names are looked up, never used as paths. Sizes in zip64 form are read, because some programs write them into small
 * files too, and must agree with the 32-bit ones. Layout: APPNOTE.TXT 6.3.10 §4.3.
 */
import { err, ok, type Result } from '../lib/result.ts'
import { SHEET_LIMITS } from './sheet.ts'

export type ZipEntry = {
  /** Bytes of the name, one character each, in lower case: part names are compared without case (ECMA-376 part 2). */
  readonly name: string
  readonly deflated: boolean
  readonly crc: number
  readonly packed: number
  /** Bytes it must unpack to: neither more nor less. */
  readonly size: number
  /** Where its packed bytes begin. */
  readonly from: number
}

export type ZipDirectory = { readonly entries: readonly ZipEntry[]; readonly bytes: number }
export type ZipCode = 'not-a-zip' | 'damaged' | 'encrypted' | 'too-big' | 'too-many-entries'
type Limits = { readonly bytes: number; readonly entries: number }

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const MAX_16 = 0xffff
const MAX_32 = 0xffffffff
const END_BYTES = 22
const COMMENT_BYTES = 0xffff
/** General purpose flags: encrypted, strong encryption, masked headers; sizes that follow the data. */
const ENCRYPTED = 0x2041
const DESCRIPTOR = 0x8
/** Deflate never packs better than 1,032 : 1; a directory that says so lies. */
const DEFLATE_RATIO = 1_032

/** Refusals: not-a-zip, damaged (the directory lies or is cut), encrypted, too-big, too-many-entries. */
export function checkZip(bytes: Uint8Array, limits: Limits = SHEET_LIMITS): Result<ZipDirectory, ZipCode> {
  if (bytes.length < END_BYTES || u32(bytes, 0) !== LOCAL) return err('not-a-zip')
  const end = findEnd(bytes)
  if (end === null) return err('damaged')
  if (end.count > limits.entries) return err('too-many-entries')
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let total = 0
  let at = end.from
  for (let i = 0; i < end.count; i++) {
    const read = readCentral(bytes, at, end.to)
    if (!read.ok) return read
    at = read.value.next
    const entry = read.value.entry
    if (names.has(entry.name)) return err('damaged')
    names.add(entry.name)
    total += entry.size
    if (total > limits.bytes) return err('too-big')
    entries.push(entry)
  }
  if (at !== end.to) return err('damaged')
  return overlaps(entries, end.from) ? err('damaged') : ok({ entries, bytes: total })
}

type End = { readonly count: number; readonly from: number; readonly to: number }

/** The end record must close the file to the byte: what stands behind it is read differently by every program. */
function findEnd(bytes: Uint8Array): End | null {
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - END_BYTES - COMMENT_BYTES); at--) {
    if (u32(bytes, at) !== END || at + END_BYTES + u16(bytes, at + 20) !== bytes.length) continue
    if (u16(bytes, at + 4) !== 0 || u16(bytes, at + 6) !== 0 || u16(bytes, at + 8) !== u16(bytes, at + 10)) return null
    const short = { count: u16(bytes, at + 10), size: u32(bytes, at + 12), from: u32(bytes, at + 16) }
    if (at < 20 || u32(bytes, at - 20) !== LOCATOR_64) {
      return short.from + short.size === at ? { count: short.count, from: short.from, to: at } : null
    }
    const at64 = u64(bytes, at - 12)
    if (!(at64 + 56 <= at - 20) || u32(bytes, at64) !== END_64) return null
    const long = { count: u64(bytes, at64 + 32), size: u64(bytes, at64 + 40), from: u64(bytes, at64 + 48) }
    const agree =
      same(short.count, long.count, MAX_16) &&
      same(short.size, long.size, MAX_32) &&
      same(short.from, long.from, MAX_32)
    return agree && long.from + long.size === at64 ? { count: long.count, from: long.from, to: at64 } : null
  }
  return null
}

const same = (short: number, long: number, marker: number): boolean => short === marker || short === long

function readCentral(bytes: Uint8Array, at: number, to: number): Result<{ entry: ZipEntry; next: number }, ZipCode> {
  if (at + 46 > to || u32(bytes, at) !== CENTRAL) return err('damaged')
  const flags = u16(bytes, at + 8)
  const method = u16(bytes, at + 10)
  const nameLength = u16(bytes, at + 28)
  const extraLength = u16(bytes, at + 30)
  const next = at + 46 + nameLength + extraLength + u16(bytes, at + 32)
  if (next > to || nameLength === 0) return err('damaged')
  if ((flags & ENCRYPTED) !== 0) return err('encrypted')
  if (method !== 0 && method !== 8) return err('damaged')
  const extra = at + 46 + nameLength
  const [size, packed, local] = withZip64(
    [u32(bytes, at + 24), u32(bytes, at + 20), u32(bytes, at + 42)],
    bytes,
    extra,
    extraLength,
  )
  if (size === undefined || packed === undefined || local === undefined || u16(bytes, at + 34) !== 0)
    return err('damaged')
  if (method === 0 ? size !== packed : size > packed * DEFLATE_RATIO) return err('damaged')
  if (!(local + 30 <= to) || u32(bytes, local) !== LOCAL) return err('damaged')
  const from = local + 30 + nameLength + u16(bytes, local + 28)
  if (!(from + packed <= to) || !localAgrees(bytes, local, at, size, packed)) return err('damaged')
  const crc = u32(bytes, at + 16)
  const name = latin1(bytes, at + 46, nameLength).toLowerCase()
  return ok({ entry: { name, deflated: method === 8, crc, packed, size, from }, next })
}

/** Same name, flags, method, and sizes; sizes and checksum may be 0 when they follow the data. */
function localAgrees(bytes: Uint8Array, local: number, central: number, size: number, packed: number): boolean {
  const nameLength = u16(bytes, central + 28)
  if (u16(bytes, local + 26) !== nameLength) return false
  for (let i = 0; i < nameLength; i++) if (bytes[local + 30 + i] !== bytes[central + 46 + i]) return false
  const flags = u16(bytes, local + 6)
  if (((flags ^ u16(bytes, central + 8)) & (ENCRYPTED | DESCRIPTOR)) !== 0) return false
  if (u16(bytes, local + 8) !== u16(bytes, central + 10)) return false
  const extra = local + 30 + nameLength
  const [localSize, localPacked] = withZip64(
    [u32(bytes, local + 22), u32(bytes, local + 18)],
    bytes,
    extra,
    u16(bytes, local + 28),
  )
  const later = (flags & DESCRIPTOR) !== 0
  const crc = u32(bytes, local + 14)
  return (
    (localSize === size || (later && (localSize === 0 || localSize === undefined))) &&
    (localPacked === packed || (later && (localPacked === 0 || localPacked === undefined))) &&
    (crc === u32(bytes, central + 16) || (later && crc === 0))
  )
}

/** Values of 0xFFFFFFFF stand, in this order, in extra field 1; undefined when they do not. */
function withZip64(
  values: readonly number[],
  bytes: Uint8Array,
  extra: number,
  length: number,
): (number | undefined)[] {
  if (!values.includes(MAX_32)) return [...values]
  const stop = Math.min(extra + length, bytes.length)
  for (let at = extra; at + 4 <= stop; at += 4 + u16(bytes, at + 2)) {
    if (u16(bytes, at) !== 1) continue
    let from = at + 4
    const to = Math.min(from + u16(bytes, at + 2), stop)
    return values.map((value) => {
      if (value !== MAX_32) return value
      from += 8
      return from <= to ? u64(bytes, from - 8) : undefined
    })
  }
  return values.map((value) => (value === MAX_32 ? undefined : value))
}

/** Two entries that share packed bytes are how a small file promises terabytes. */
function overlaps(entries: readonly ZipEntry[], directory: number): boolean {
  const byPlace = entries.toSorted((a, b) => a.from - b.from)
  return byPlace.some((entry, i) => {
    // The next local header is at least 30 bytes and a name before its own data.
    const next = byPlace[i + 1]
    return entry.from + entry.packed > (next ? next.from - 30 - next.name.length : directory)
  })
}

// Out of range reads as 0: every caller compares with a length or a signature.
const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
const u32 = (bytes: Uint8Array, at: number): number => (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0
const u64 = (bytes: Uint8Array, at: number): number => u32(bytes, at) + u32(bytes, at + 4) * 2 ** 32

function latin1(bytes: Uint8Array, from: number, length: number): string {
  let out = ''
  for (let i = from; i < from + length; i++) out += String.fromCharCode(bytes[i]!)
  return out
}
