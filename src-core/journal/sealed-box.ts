/**
 * A sealed box: one named piece of content outside the journal (an attachment, a draft, a snapshot part).
 *
 *   0        4      8          20
 *   +--------+------+----------+------------------------
 *   | LWB1   | key  | iv       | AES-256-GCM ciphertext + 16 tag; associated data = the box's name in UTF-8
 *   +--------+------+----------+------------------------
 *
 * The name is authenticated, so a box put in another's place does not open.
 */
import { assert } from '../lib/assert.ts'
import { concat, utf8 } from '../lib/bytes.ts'
import type { Scope } from '../kernel/event.ts'
import type { Cipher, RandomBytes } from './cipher.ts'

const MAGIC = 0x3142574c // "LWB1" read little-endian
const HEAD_BYTES = 20

/** Names in use: `blob:<id>`, `draft:<id>`, `snapshot:<part>`. */
export async function sealBox(
  name: string,
  content: Uint8Array,
  scope: Scope,
  cipher: Cipher,
  random: RandomBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  const keyId = cipher.keyFor(scope)
  assert(keyId !== undefined, `no key for scope ${scope}`)
  const head = new Uint8Array(HEAD_BYTES)
  const view = new DataView(head.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, keyId, true)
  const iv = random(12)
  head.set(iv, 8)
  return concat([head, await cipher.seal(keyId, iv, utf8(name), content)])
}

/** Null when it is no box, not ours, damaged, or another box's content. */
export async function openBox(name: string, box: Uint8Array, cipher: Cipher): Promise<Uint8Array | null> {
  if (box.length < HEAD_BYTES + 16) return null
  const view = new DataView(box.buffer, box.byteOffset, box.byteLength)
  if (view.getUint32(0, true) !== MAGIC) return null
  return cipher.open(view.getUint32(4, true), box.subarray(8, HEAD_BYTES), utf8(name), box.subarray(HEAD_BYTES))
}
