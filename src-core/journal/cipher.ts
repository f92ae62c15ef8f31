import type { Scope } from '../kernel/event.ts'

/** What the codec needs of a keyring: seal and open under a key it names by number. Never throws for a wrong key. */
export type Cipher = {
  /** Key for new data of this scope; undefined when the holder has none. */
  readonly keyFor: (scope: Scope) => number | undefined
  readonly scopeOf: (keyId: number) => Scope | undefined
  /** AES-256-GCM; answers ciphertext followed by the 16-byte tag. */
  readonly seal: (keyId: number, iv: Uint8Array, aad: Uint8Array, plain: Uint8Array) => Promise<Uint8Array>
  /** Null when key, bytes or associated data are not the ones it was sealed with. */
  readonly open: (keyId: number, iv: Uint8Array, aad: Uint8Array, sealed: Uint8Array) => Promise<Uint8Array | null>
}

/** `n` bytes nobody can guess. */
export type RandomBytes = (n: number) => Uint8Array<ArrayBuffer>
