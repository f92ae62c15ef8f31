/** Time and chance enter the command line here and nowhere else. */
import { randomBytes } from 'node:crypto'
import type { RandomBytes } from '#core/journal/cipher.ts'

/** Milliseconds since 1970 UTC. */
export const clock = (): number => Date.now()

export const random: RandomBytes = (n) => new Uint8Array(randomBytes(n))
