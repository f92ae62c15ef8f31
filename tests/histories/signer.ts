import { ed25519 } from '@noble/curves/ed25519.js'
import type { Signer } from '#core/keys/identity.ts'

export { identityOf, type Identity } from '#core/keys/identity.ts'

export const signerOfSeed = (seed: Uint8Array): Signer => ({
  open: ed25519.getPublicKey(seed),
  sign: (text) => ed25519.sign(text, seed),
})
