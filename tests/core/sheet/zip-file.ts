/** A ZIP written by hand, so that a test can make it lie. Layout: see src-core/sheet/check-zip.ts. */
import { deflateSync } from 'fflate'
import { concat } from '#core/lib/bytes.ts'
import { crc32 } from '#core/lib/crc32.ts'

export type ZipPart = {
  readonly name: string
  readonly data: Uint8Array
  readonly stored?: boolean
  /**
   * Sizes and checksum 0 in the local header, and behind the data: how programs write that cannot go back, Apache POI
   * for one.
   */
  readonly later?: boolean
  /** Sizes in extra field 1. */
  readonly zip64?: boolean
  readonly flags?: number
  readonly method?: number
  /** What the directory says instead of the truth. */
  readonly says?: {
    readonly size?: number
    readonly packed?: number
    readonly crc?: number
    readonly at?: number
    readonly name?: string
  }
  /** Packed bytes as they are, instead of packing `data`. */
  readonly packed?: Uint8Array
}
export type ZipLies = {
  readonly count?: number
  readonly directoryAt?: number
  readonly comment?: Uint8Array
  /** Bytes behind the end. */
  readonly tail?: Uint8Array
  /** A zip64 end record; the numbers of the short one become markers. */
  readonly end64?: boolean | { readonly count: number }
}

export function zipFile(parts: readonly ZipPart[], lies: ZipLies = {}): Uint8Array<ArrayBuffer> {
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const part of parts) {
    const name = latin1(part.name)
    const packed = part.packed ?? (part.stored ? part.data : deflateSync(part.data))
    const flags = (part.flags ?? 0) | (part.later ? 8 : 0)
    const method = part.method ?? (part.stored ? 0 : 8)
    const crc = part.says?.crc ?? crc32(part.data)
    const size = part.says?.size ?? part.data.length
    const length = part.says?.packed ?? packed.length
    const extra = part.zip64 ? concat([u16(1), u16(16), u64(size), u64(length)]) : new Uint8Array()
    const sizes = part.zip64 ? [u32(0xffffffff), u32(0xffffffff)] : [u32(length), u32(size)]
    const described = part.later ? concat([u32(0x08074b50), u32(crc), u32(length), u32(size)]) : new Uint8Array()
    const start = concat([u16(20), u16(flags), u16(method), u32(0x00210000)])
    const local = concat([
      u32(0x04034b50),
      start,
      ...(part.later ? [u32(0), u32(0), u32(0)] : [u32(crc), ...sizes]),
      u16(name.length),
      u16(part.later ? 0 : extra.length),
      name,
      part.later ? new Uint8Array() : extra,
      packed,
      described,
    ])
    directory.push(
      concat([
        u32(0x02014b50),
        u16(20),
        start,
        u32(crc),
        ...sizes,
        u16(name.length),
        u16(extra.length),
        ...[0, 0, 0].map(u16),
        u32(0),
        u32(part.says?.at ?? at),
        part.says?.name === undefined ? name : latin1(part.says.name),
        extra,
      ]),
    )
    locals.push(local)
    at += local.length
  }
  const central = concat(directory)
  const count = lies.count ?? parts.length
  const from = lies.directoryAt ?? at
  const long = lies.end64
    ? concat([
        u32(0x06064b50),
        u64(44),
        u16(45),
        u16(45),
        u32(0),
        u32(0),
        u64(lies.end64 === true ? count : lies.end64.count),
        u64(lies.end64 === true ? count : lies.end64.count),
        u64(central.length),
        u64(from),
        u32(0x07064b50),
        u32(0),
        u64(at + central.length),
        u32(1),
      ])
    : new Uint8Array()
  const comment = lies.comment ?? new Uint8Array()
  const end = concat([
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(count),
    u16(count),
    u32(lies.end64 ? 0xffffffff : central.length),
    u32(lies.end64 ? 0xffffffff : from),
    u16(comment.length),
    comment,
  ])
  return concat([...locals, central, long, end, lies.tail ?? new Uint8Array()])
}

const u16 = (n: number): Uint8Array => Uint8Array.of(n & 255, (n >> 8) & 255)
const u32 = (n: number): Uint8Array => Uint8Array.of(n & 255, (n >>> 8) & 255, (n >>> 16) & 255, (n >>> 24) & 255)
const u64 = (n: number): Uint8Array => concat([u32(n % 2 ** 32), u32(Math.floor(n / 2 ** 32))])
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
