/** The keys of one station: one AES-256 key per scope, and this device's signing seed. Lives in memory only while unlocked. */
import { SCOPES, type Scope } from '../kernel/event.ts'
import type { Cipher, RandomBytes } from '../journal/cipher.ts'
import { toHex } from '../lib/bytes.ts'
import type { Subtle, SubtleKey } from './subtle.ts'

export type ScopeKey = { readonly id: number; readonly scope: Scope; readonly raw: Uint8Array }

export type Keyring = {
  /** Newest last: data is sealed under the last key of its scope, older ones still open older data. */
  readonly keys: readonly ScopeKey[]
  /** This installation: its logs carry the name. 16 hex digits. */
  readonly device: string
  /** Ed25519 seed with which the device signs its log heads. */
  readonly signingSeed: Uint8Array
  /**
   * Seed of the house's root key, with which PCs are let in (identity.ts). The PC that founded the house has it; absent in its
   * first slots, where it follows from the signing seed. Null: this PC was let in by another one.
   */
  readonly rootSeed?: Uint8Array | null
  /** How many of the slots file's renewals are in it (identity.ts, renewedRing); absent: none. */
  readonly renewed?: number
  /** Who this PC was before each of them, oldest first: what was made for its old keys is opened still. */
  readonly former?: readonly Pick<Keyring, 'device' | 'signingSeed'>[]
}

/** `rootSeed: null` for a PC that another one lets in. */
export function newKeyring(random: RandomBytes, rootSeed?: null): Keyring {
  const used = new Set<number>([0])
  const keyId = (): number => {
    for (;;) {
      const b = random(4)
      const id = ((b[0]! << 24) | (b[1]! << 16) | (b[2]! << 8) | b[3]!) >>> 0
      if (!used.has(id)) {
        used.add(id)
        return id
      }
    }
  }
  return {
    keys: SCOPES.map((scope) => ({ id: keyId(), scope, raw: random(32) })),
    device: toHex(random(8)),
    signingSeed: random(32),
    ...(rootSeed === null && { rootSeed }),
  }
}

/** The subset one role holds; the recovery code, for one, opens everything but `confidential`. */
export const withScopes = (ring: Keyring, scopes: readonly Scope[]): Keyring => ({
  ...ring,
  keys: ring.keys.filter((key) => scopes.includes(key.scope)),
})

export const scopesOf = (ring: Keyring): Scope[] =>
  SCOPES.filter((scope) => ring.keys.some((key) => key.scope === scope))

/** AES-256-GCM over the platform's WebCrypto. The imported keys cannot be exported again. */
export async function cipherOf(ring: Keyring, subtle: Subtle): Promise<Cipher> {
  const keyOf = async ({ id, raw }: ScopeKey): Promise<[number, SubtleKey]> => [
    id,
    await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']),
  ]
  const imported = new Map(await Promise.all(ring.keys.map(keyOf)))
  const scopeById = new Map(ring.keys.map((key) => [key.id, key.scope]))
  return {
    keyFor: (scope) => ring.keys.findLast((key) => key.scope === scope)?.id,
    scopeOf: (id) => scopeById.get(id),
    async seal(id, iv, aad, plain) {
      return new Uint8Array(
        await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: aad }, imported.get(id)!, plain),
      )
    },
    async open(id, iv, aad, sealed) {
      const key = imported.get(id)
      if (!key || iv.length !== 12 || sealed.length < 16) return null
      try {
        return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, sealed))
      } catch {
        return null // WebCrypto's only answer to a wrong key, tag or associated data
      }
    },
  }
}
