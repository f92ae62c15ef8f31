/**
 * Who this PC is to others: a key that signs (Ed25519) and one that receives (X25519, as `age` writes them). Both follow from
 * the one seed in the keyring, so nothing more has to be kept, and a standard tool can be given either.
 *
 *   signing seed ─ Ed25519 ─────────────────────────▶ signs log heads and bundles; public: 32 bytes
 *                └ HKDF-SHA256 'linwu receives 1' ──▶ AGE-SECRET-KEY-1…                ; public: age1…
 *   root seed (founding PC: HKDF-SHA256 'linwu root 1' of its signing seed) ─ Ed25519 ▶ lets PCs in; public: 32 bytes
 */
import { ed25519, x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bech32 } from '@scure/base'
import { concat, toBase64url, toHex, utf8 } from '../lib/bytes.ts'
import type { Keyring } from './keyring.ts'

export type Signer = {
  /** Ed25519 public key, 32 bytes. */
  readonly open: Uint8Array
  readonly sign: (text: Uint8Array) => Uint8Array
}

export type Identity = Signer & {
  /** 16 hex digits: the first part of the names of its logs. */
  readonly pc: string
  /** `age1…` */
  readonly receives: string
  /** `AGE-SECRET-KEY-1…` */
  readonly secret: string
  /** Null on a PC that was let in by another one. */
  readonly root: Signer | null
  /** Who it was before its keys were renewed, oldest first: it opens what was made for those, and signs what they wrote. */
  readonly former: readonly FormerIdentity[]
}
export type FormerIdentity = Signer & Pick<Identity, 'pc' | 'secret'>

/** Every secret that opens what was made for this PC under any of its names. */
export const secretsOf = ({ secret, former }: Pick<Identity, 'secret' | 'former'>): readonly string[] => [
  secret,
  ...former.map((one) => one.secret).toReversed(),
]

export function identityOf(ring: Keyring): Identity {
  const secret = receivingKey(ring.signingSeed)
  const root = ring.rootSeed === undefined ? derived(ring.signingSeed, 'linwu root 1') : ring.rootSeed
  return {
    ...signerOf(ring.signingSeed),
    pc: ring.device,
    receives: bech32.encodeFromBytes('age', x25519.getPublicKey(secret)),
    secret: ageSecret(secret),
    root: root && signerOf(root),
    former: (ring.former ?? []).map(({ device, signingSeed }) => ({
      ...signerOf(signingSeed),
      pc: device,
      secret: ageSecret(receivingKey(signingSeed)),
    })),
  }
}

/** What has to be kept as `rootSeed` when the founding PC gets a new signing seed. */
export const rootSeedOf = (ring: Keyring): Uint8Array | null =>
  ring.rootSeed === undefined ? derived(ring.signingSeed, 'linwu root 1') : ring.rootSeed

/**
 * This PC under a new name and with a new signing seed, after its keys were used in two places: one renewal for each salt of the
 * slots file that is not in the ring yet. Everything follows from the old seed and the salt, so no slot has to be opened for
 * it, and every slot of this folder gives the same new PC; a copy of the folder draws another salt, and so becomes another PC.
 */
export function renewedRing(ring: Keyring, salts: readonly Uint8Array[]): Keyring {
  let now = ring
  for (const salt of salts.slice(ring.renewed ?? 0)) {
    const part = (purpose: string, length: number) => hkdf(sha256, now.signingSeed, salt, utf8(purpose), length)
    now = {
      ...now,
      rootSeed: rootSeedOf(now),
      former: [...(now.former ?? []), { device: now.device, signingSeed: now.signingSeed }],
      device: toHex(part('linwu renewed device 1', 8)),
      signingSeed: part('linwu renewed seed 1', 32),
    }
  }
  return now === ring ? ring : { ...now, renewed: salts.length }
}

/**
 * Key, signature and text that were found right, whole: the same grants come with every bundle and are looked at with every question,
 * and each look costs 3 ms. Nothing but what was proven is in here; begun anew when it is full (1 kB each).
 */
const proven = new Set<string>()
const PROVEN = 4_000
const PROVEN_TEXT = 2_048

/** False for a key or signature of a wrong length, too. */
export function isSigned(text: Uint8Array, sig: Uint8Array, open: Uint8Array): boolean {
  if (sig.length !== 64 || open.length !== 32) return false
  const all = text.length <= PROVEN_TEXT ? toBase64url(concat([open, sig, text])) : ''
  if (proven.has(all)) return true
  try {
    if (!ed25519.verify(sig, text, open, { zip215: false })) return false
  } catch {
    return false
  }
  if (proven.size >= PROVEN) proven.clear()
  if (all !== '') proven.add(all)
  return true
}

const signerOf = (seed: Uint8Array): Signer => ({
  open: ed25519.getPublicKey(seed),
  sign: (text) => ed25519.sign(text, seed),
})

const receivingKey = (seed: Uint8Array): Uint8Array => derived(seed, 'linwu receives 1')
const ageSecret = (key: Uint8Array): string => bech32.encodeFromBytes('AGE-SECRET-KEY-', key).toUpperCase()

const derived = (seed: Uint8Array, purpose: string): Uint8Array => hkdf(sha256, seed, undefined, utf8(purpose), 32)
