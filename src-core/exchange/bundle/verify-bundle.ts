/** Who says so: the signature of bundle.json, the signed heads, and that what is in it is what was announced. */
import { pcOfLog, type StoredEvent } from '#core/kernel/event.ts'
import { openParcel, type ParcelCode, type SignedHead } from '#core/kernel/parcel.ts'
import { isSigned } from '#core/keys/identity.ts'
import { fromBase64url, fromUtf8 } from '#core/lib/bytes.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import type { BundleCode } from './bundle-code.ts'
import { BUNDLE_LIMITS, type Letter, type Manifest } from './manifest.ts'
import { isMinisigned } from './minisign.ts'
import { rangesOf } from './pack-bundle.ts'
import { isDeep } from './parse-json.ts'
import { scopesOfLogs } from './parse-manifest.ts'
import { readLetter } from './read-letter.ts'
import type { Unsealed } from './unseal.ts'

export type Verified = {
  readonly manifest: Manifest
  /** In the order of the bundle. */
  readonly events: readonly StoredEvent[]
  readonly letters: readonly Letter[]
  /** SHA-256 → plain content. */
  readonly blobs: ReadonlyMap<string, Uint8Array>
}

/** Ed25519 public key (32 bytes) of a PC (16 hex digits); null when nobody vouches for it. */
export type KeyOf = (pc: string) => Uint8Array | null

/** Whether a PC was revoked before what it signs here is for the caller (exchange/trust): keys say only who wrote it. */
export function verifyBundle(unsealed: Unsealed, keyOf: KeyOf): Result<Verified, BundleCode> {
  const { manifest, manifestBytes, signature, files } = unsealed
  const sender = keyOf(manifest.from.pc)
  if (sender === null) return err('unknown-pc')
  if (!isMinisigned(manifestBytes, signature, sender)) return err('bad-signature')
  if (manifest.heads.some(({ log }) => keyOf(pcOfLog(log)) === null)) return err('unknown-pc')

  const events = readEvents(unsealed, keyOf)
  if (!events.ok) return events
  if (!isAsAnnounced(manifest, events.value)) return err('contents-differ')

  const letters: Letter[] = []
  const blobs = new Map<string, Uint8Array>()
  const wanted = new Set(manifest.blobs.map(({ sha256 }) => sha256))
  for (const { name, sha256 } of manifest.files) {
    if (name.startsWith('letters/')) {
      const letter = readLetter(name, files.get(name)!)
      if (letter === null) return err('bad-letter')
      letters.push(letter)
    }
    if (name.startsWith('blobs/')) {
      if (name !== `blobs/${sha256}` || !wanted.has(sha256)) return err('contents-differ')
      blobs.set(sha256, files.get(name)!)
    }
  }
  return blobs.size === wanted.size ? ok({ manifest, events: events.value, letters, blobs }) : err('contents-differ')
}

function readEvents({ manifest, files }: Unsealed, keyOf: KeyOf): Result<readonly StoredEvent[], BundleCode> {
  const lines: (readonly [string, string])[] = []
  for (const name of [...files.keys()].filter((file) => file.startsWith('events/')).toSorted()) {
    const read = linesOfFile(files.get(name)!)
    if (read === null) return err('bad-event')
    if (lines.length + read.length / 2 > BUNDLE_LIMITS.events) return err('too-big')
    for (let i = 0; i < read.length; i += 2) lines.push([read[i]!, read[i + 1]!])
  }
  const heads: SignedHead[] = manifest.heads.map((head) => ({ ...head, sig: fromBase64url(head.sig)! }))
  const isHeadSigned = (log: string, text: Uint8Array, sig: Uint8Array): boolean => {
    const key = keyOf(log.slice(0, 16))
    return key !== null && isSigned(text, sig, key)
  }
  const opened = openParcel({ lines, heads }, isHeadSigned)
  return opened.ok ? opened : err(PARCEL_CODES[opened.error])
}

/** Header and payload by turns; null when the text is cut, no UTF-8, or nested too deep. */
function linesOfFile(bytes: Uint8Array): readonly string[] | null {
  try {
    const lines = fromUtf8(bytes).split('\n')
    return lines.pop() === '' && lines.length % 2 === 0 && !lines.some(isDeep) ? lines : null
  } catch {
    return null // TextDecoder's only answer
  }
}

function isAsAnnounced(manifest: Manifest, events: readonly StoredEvent[]): boolean {
  if (new Set(events.map(({ id }) => id)).size !== events.length) return false
  const found = rangesOf(events)
  const logs = Object.keys(found)
  if (logs.length !== Object.keys(manifest.logs).length) return false
  if (!scopesOfLogs(logs).every((scope) => manifest.scopes.includes(scope))) return false
  return logs.every((log) => {
    const said = Object.hasOwn(manifest.logs, log) ? manifest.logs[log] : undefined
    return said?.[0] === found[log]![0] && said[1] === found[log]![1]
  })
}

const PARCEL_CODES: Readonly<Record<ParcelCode, BundleCode>> = {
  'not-json': 'bad-event',
  'not-an-event': 'bad-event',
  'hostile-key': 'bad-event',
  'payload-mismatch': 'bad-event',
  'bad-signature': 'bad-signature',
  'head-missing': 'head-missing',
  'chain-broken': 'chain-broken',
}
