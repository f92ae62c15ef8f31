import { argon2id } from 'hash-wasm'
import type { DeriveKey } from './slots.ts'

/** Argon2id → 32 bytes. The password is UTF-8; an empty one is refused by the forms, not here. */
export const deriveKey: DeriveKey = (secret, salt, cost) =>
  argon2id({
    password: secret,
    salt,
    memorySize: cost.m,
    iterations: cost.t,
    parallelism: cost.p,
    hashLength: 32,
    outputType: 'binary',
  })
