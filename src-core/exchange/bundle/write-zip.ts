/**
 * Writing the ZIP of a bundle. One fixed time for all: a bundle says when it was made in bundle.json, where it is signed. Layout:
 * APPNOTE.TXT 6.3.10 §4.3; names are ASCII, no folders, no comments, nothing of zip64 (a bundle has at most 192 MiB).
 */
import { deflateSync } from 'fflate'
import { assert } from '#core/lib/assert.ts'
import { concat, utf8 } from '#core/lib/bytes.ts'
import { crc32 } from '#core/lib/crc32.ts'
import { deflateWithCrc } from '#core/lib/deflate.ts'
import { BUNDLE_LIMITS } from './manifest.ts'

export type NamedFile = readonly [name: string, bytes: Uint8Array]

/** Above so many bytes the platform's codec is quicker than JavaScript. */
const LARGE = 65_536
const STORED = 0
const DEFLATED = 8
/** Version 2.0: what deflate needs. */
const NEEDS = 20
/** 1990-01-01: years from 1980, month, day. */
const DAY = (10 << 9) | (1 << 5) | 1

export async function writeZip(files: readonly NamedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const [name, bytes] of files) {
    const { method, packed, crc } = await packedFile(name, bytes)
    const path = utf8(name)
    const fields = [NEEDS, 0, method, 0, DAY, ...two(crc), ...two(packed.length), ...two(bytes.length), path.length, 0]
    directory.push(record(0x02014b50, [NEEDS, ...fields, 0, 0, 0, 0, 0, ...two(at)]), path)
    const local = [record(0x04034b50, fields), path, packed]
    parts.push(...local)
    for (const { length } of local) at += length
  }
  const central = concat(directory)
  const count = files.length
  assert(at < BUNDLE_LIMITS.unpackedBytes * 2 && count < 65_536, `a ZIP of ${count} files, ${at} bytes`)
  return concat([...parts, central, record(0x06054b50, [0, 0, count, count, ...two(central.length), ...two(at), 0])])
}

async function packedFile(
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly method: number; readonly packed: Uint8Array; readonly crc: number }> {
  // Attachments are packed already.
  if (name.startsWith('blobs/')) return { method: STORED, packed: bytes, crc: crc32(bytes) }
  if (bytes.length > LARGE) return { method: DEFLATED, ...(await deflateWithCrc(bytes)) }
  return { method: DEFLATED, packed: deflateSync(bytes, { level: 1 }), crc: crc32(bytes) }
}

const two = (value: number): [low: number, high: number] => [value & 0xffff, value >>> 16]

/** A signature of four bytes, then fields of two. */
function record(signature: number, fields: readonly number[]): Uint8Array {
  const out = new Uint8Array(4 + 2 * fields.length)
  const view = new DataView(out.buffer)
  view.setUint32(0, signature, true)
  for (const [i, field] of fields.entries()) view.setUint16(4 + 2 * i, field, true)
  return out
}
