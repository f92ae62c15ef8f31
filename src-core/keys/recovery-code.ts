/**
 * The recovery code: 32 characters in 8 groups of 4 (160 bits), printed at set-up and kept on paper in a safe.
 * Crockford's alphabet has no I, L, O, U; what people type for them is read as 1, 1, 0, V.
 */
import type { RandomBytes } from '../journal/cipher.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function newRecoveryCode(random: RandomBytes): string {
  const chars = [...random(32)].map((b) => ALPHABET[b & 31]!)
  return Array.from({ length: 8 }, (_, group) => chars.slice(group * 4, group * 4 + 4).join('')).join('-')
}

/** What was typed, as it was printed; null when it cannot be a code. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_−ー]/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
    .replace(/U/g, 'V')
  if (plain.length !== 32 || [...plain].some((ch) => !ALPHABET.includes(ch))) return null
  return plain.match(/.{4}/g)!.join('-')
}

/** Group number (1-8) of the code, to be typed back as proof that it was written down. */
export const groupOf = (code: string, group: number): string => code.split('-')[group - 1] ?? ''
