/**
 * Signature files as `minisign` writes and reads them (prehashed form, Ed25519 over BLAKE2b-512):
 *
 *   untrusted comment: …                              says nothing that counts
 *   base64( "ED" · key id 8 · signature 64 )          signature over BLAKE2b-512 of the file
 *   trusted comment: …
 *   base64( signature 64 )                            over the first signature and the trusted comment
 *
 * The key id only helps people to find the key: first 8 bytes of SHA-256 of the public key for ours, chance for minisign's own.
 * Source: minisign's manual, "Signature format" and "Public key format".
 */
import { blake2b } from '@noble/hashes/blake2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { isSigned, type Signer } from '#core/keys/identity.ts'
import { concat, fromBase64url, toBase64url, utf8 } from '#core/lib/bytes.ts'

const UNTRUSTED = 'untrusted comment: '
const TRUSTED = 'trusted comment: '
const KEY_ID = 8

/** `comment`: one line; signed with the file. */
export function minisign(file: Uint8Array, comment: string, signer: Signer): string {
  const sig = signer.sign(blake2b(file, { dkLen: 64 }))
  const both = signer.sign(concat([sig, utf8(comment)]))
  const first = concat([utf8('ED'), keyIdOf(signer.open), sig])
  return `${UNTRUSTED}linwu ${minisignKey(signer.open)}\n${base64(first)}\n${TRUSTED}${comment}\n${base64(both)}\n`
}

/** What `minisign -P` takes. */
export const minisignKey = (open: Uint8Array): string => base64(concat([utf8('Ed'), keyIdOf(open), open]))

/** True when `signature` (the text of the signature file) is that key's over the file, trusted comment included. */
export function isMinisigned(file: Uint8Array, signature: string, open: Uint8Array): boolean {
  const lines = signature.split('\n')
  if (lines.length !== 5 || lines[4] !== '') return false
  const [untrusted, first, trusted, second] = lines as [string, string, string, string]
  if (!untrusted.startsWith(UNTRUSTED) || !trusted.startsWith(TRUSTED)) return false
  const one = fromBase64(first)
  const both = fromBase64(second)
  if (one?.length !== 2 + KEY_ID + 64 || both === null || one[0] !== 0x45 || one[1] !== 0x44) return false
  const sig = one.subarray(2 + KEY_ID)
  const comment = utf8(trusted.slice(TRUSTED.length))
  return isSigned(blake2b(file, { dkLen: 64 }), sig, open) && isSigned(concat([sig, comment]), both, open)
}

const keyIdOf = (open: Uint8Array): Uint8Array => sha256(open).subarray(0, KEY_ID)

/** The usual alphabet with padding (RFC 4648 §4). */
function base64(bytes: Uint8Array): string {
  const text = toBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/')
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=')
}

/** Null for anything that `base64` would not have written: one signature has one text. */
function fromBase64(text: string): Uint8Array | null {
  const bytes = fromBase64url(text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''))
  return bytes !== null && base64(bytes) === text ? bytes : null
}
