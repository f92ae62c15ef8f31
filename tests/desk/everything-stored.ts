/**
 * Every byte that a station keeps, opened: what a person with all its keys and a hex editor could read. For proofs that
 * something is gone, which first prove that it was found.
 */
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import type { Cipher } from '#core/journal/cipher.ts'
import { FRAME_HEADER_BYTES, openFrame } from '#core/journal/frame.ts'
import { scanSegment } from '#core/journal/recover.ts'
import { openBox } from '#core/journal/sealed-box.ts'
import { parseSegmentFileName, SEGMENT_HEADER_BYTES } from '#core/journal/segment.ts'
import { deriveKey } from '#core/keys/argon2.ts'
import { cipherOf } from '#core/keys/keyring.ts'
import { openSlots, parseSlots } from '#core/keys/slots.ts'
import type { Subtle } from '#core/keys/subtle.ts'
import { concat, fromHex, utf8 } from '#core/lib/bytes.ts'
import { nodeFileSystem, type FileSystem } from '#host/file-system.ts'
import { openStationDb, stationsHere } from '#app/storage/station-db.ts'
import { SET_UP } from './desk-world.ts'

export type Stored = { readonly where: string; readonly bytes: Uint8Array }

const subtle = crypto.subtle as unknown as Subtle

export async function cipherOfFolder(folder: string, fs = nodeFileSystem): Promise<Cipher> {
  return (await ringOfFolder(folder, fs)).cipher
}

export async function ringOfFolder(folder: string, fs = nodeFileSystem) {
  const file = parseSlots(await fs.readFile(join(folder, 'slots.json'), 0, Infinity))
  if (!file.ok) throw new Error(file.error)
  const key = await openSlots(file.value, ['user'], SET_UP.password, { subtle, derive: deriveKey })
  if (!key.ok) throw new Error(key.error)
  return { ring: key.value.ring, user: key.value.slot.user, cipher: await cipherOf(key.value.ring, subtle) }
}

/** All files of the folder as they are, and what opens of them. */
export async function inFolder(folder: string, cipher: Cipher, fs: FileSystem = nodeFileSystem): Promise<Stored[]> {
  const out: Stored[] = []
  for (const entry of await fs.list(folder)) {
    const path = join(folder, entry.name)
    // A name in a directory is written down as well as what is in the file.
    out.push({ where: `name of ${path}`, bytes: utf8(entry.name) })
    if (entry.kind === 'folder') out.push(...(await inFolder(path, cipher, fs)))
    if (entry.kind !== 'file') continue
    const bytes = await fs.readFile(path, 0, Infinity)
    out.push({ where: path, bytes })
    const segment = parseSegmentFileName(entry.name)
    if (segment) out.push(...(await frames(path, segment.id, bytes, SEGMENT_HEADER_BYTES, cipher)))
    for (const name of [`blob:${entry.name}`, `draft:${entry.name}`]) {
      const plain = await openBox(name, bytes, cipher)
      if (plain) out.push({ where: `${name} in the folder`, bytes: plain })
    }
  }
  return out
}

/** Every row of IndexedDB. */
export async function inDatabase(cipher: Cipher): Promise<Stored[]> {
  const [station] = await stationsHere()
  if (station === undefined) return []
  const out: Stored[] = []
  const db = openStationDb(station)
  for (const table of [db.segments, db.tail]) {
    for (const row of await table.toArray())
      out.push(...(await frames(`${table.name} ${row.id}`, row.segment, row.bytes, 0, cipher)))
  }
  for (const { name, bytes } of await db.snapshots.toArray()) {
    const plain = await openBox(`snapshot:${name}`, bytes, cipher)
    if (!plain) throw new Error(`snapshot part ${name} does not open`)
    out.push({ where: `snapshot ${name}`, bytes: name === 'head' ? plain : inflateRawSync(plain) })
  }
  for (const [kind, rows] of [
    ['blob', await db.blobs.toArray()],
    ['draft', await db.drafts.toArray()],
  ] as const) {
    for (const { id, bytes } of rows) {
      const plain = await openBox(`${kind}:${id}`, bytes, cipher)
      if (plain) out.push({ where: `${kind} ${id} in the copy`, bytes: plain })
    }
  }
  out.push({ where: 'meta', bytes: utf8(JSON.stringify(await db.meta.toArray())) })
  db.close()
  return out
}

/** The text of each frame, and its plain bytes before they are inflated: what stands behind the deflate stream too. */
async function frames(
  where: string,
  segment: string,
  bytes: Uint8Array,
  from: number,
  cipher: Cipher,
): Promise<Stored[]> {
  const out: Stored[] = []
  for (const { at, header } of scanSegment(segment, bytes, from, 0).frames) {
    const text = await openFrame(segment, bytes, at, header, cipher)
    if (text === null) continue
    out.push({ where: `${where} frame ${header.seq}`, bytes: utf8(text) })
    const body = at + FRAME_HEADER_BYTES
    const aad = concat([fromHex(segment), bytes.subarray(at, at + 36)])
    const plain = await cipher.open(header.keyId, bytes.subarray(body, body + 12), aad, bytes.subarray(body + 12, body + 12 + header.sealedBytes)) // prettier-ignore
    out.push({ where: `${where} frame ${header.seq} raw`, bytes: plain! })
  }
  return out
}

/** Where any of the words stands, in UTF-8 or UTF-16 of either order. */
export function placesOf(stored: readonly Stored[], words: readonly string[]): string[] {
  const needles = words.flatMap((word) => {
    const little = Buffer.from(word, 'utf16le')
    return [Buffer.from(word, 'utf8'), little, Buffer.from(little).swap16()]
  })
  return stored
    .filter(({ bytes }) => needles.some((needle) => Buffer.from(bytes).includes(needle)))
    .map(({ where }) => where)
}
