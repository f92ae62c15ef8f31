/**
 * The envelope: an `age` file (age-encryption.org/v1) for the X25519 keys of every PC that may open it.
 *
 *   age-encryption.org/v1 ⏎
 *   -> X25519 <ephemeral key> ⏎ <wrapped file key> ⏎      once for each recipient; does not name it
 *   --- <MAC of the header> ⏎
 *   nonce 16 · chunks of 64 KiB, each with a tag of 16 (ChaCha20-Poly1305)
 */
import { Decrypter, Encrypter } from 'age-encryption'
import { assert } from '#core/lib/assert.ts'
import { err, ok, type Result } from '#core/lib/result.ts'

const VERSION_LINE = 'age-encryption.org/v1\n'
/**
 * Every stanza costs a curve multiplication (1 ms), so a header of 96 MB would be an hour. 64 KiB hold 600 PCs.
 */
const HEADER_BYTES = 65_536
const MAX_RECIPIENTS = 500

/** `recipients`: `age1…`, each counted once; at least one. */
export async function sealAge(plain: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const all = new Set(recipients)
  assert(all.size > 0 && all.size <= MAX_RECIPIENTS, `${all.size} recipients`)
  const encrypter = new Encrypter()
  for (const recipient of all) encrypter.addRecipient(recipient)
  return encrypter.encrypt(plain)
}

export async function openAge(
  sealed: Uint8Array,
  secrets: readonly string[],
): Promise<Result<Uint8Array, 'not-a-bundle' | 'not-for-us' | 'damaged'>> {
  const header = peekAge(sealed)
  if (!header.ok) return header
  const decrypter = new Decrypter()
  for (const secret of secrets) decrypter.addIdentity(secret)
  try {
    return ok(await decrypter.decrypt(sealed))
  } catch (error) {
    // The library has no codes; its version is fixed, and a test holds the sentence.
    const isOthers = error instanceof Error && error.message.startsWith('no identity matched')
    return err(isOthers ? 'not-for-us' : 'damaged')
  }
}

/** What anybody can see of it. */
export type AgeHeader = {
  readonly recipients: number
  /** Of the content, without the envelope; null when the length is impossible (cut). */
  readonly plainBytes: number | null
}

export function peekAge(sealed: Uint8Array): Result<AgeHeader, 'not-a-bundle' | 'damaged'> {
  let text = ''
  for (const byte of sealed.subarray(0, HEADER_BYTES)) text += String.fromCharCode(byte)
  if (!text.startsWith(VERSION_LINE)) return err('not-a-bundle')
  const last = text.indexOf('\n--- ')
  const end = last < 0 ? -1 : text.indexOf('\n', last + 1)
  if (end < 0) return err('damaged')
  const recipients = text.slice(0, last).match(/\n-> X25519 /g)?.length ?? 0
  return ok({ recipients, plainBytes: plainBytes(sealed.length - end - 1 - NONCE) })
}

const NONCE = 16
const CHUNK = 65_536
const TAG = 16

function plainBytes(payload: number): number | null {
  const chunks = Math.ceil(payload / (CHUNK + TAG))
  const plain = payload - chunks * TAG
  // A last chunk without content stands only in an empty file.
  return payload < TAG || plain < 0 || (chunks > 1 && plain <= (chunks - 1) * CHUNK) ? null : plain
}
