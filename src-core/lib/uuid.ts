import { toHex } from './bytes.ts'

/** UUID version 7 (RFC 9562): 48 bits of epoch milliseconds, then 74 random bits. `random` must hold 10 bytes. */
export function uuidv7(epochMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  for (let i = 5, left = epochMs; i >= 0; i--, left = Math.floor(left / 256)) bytes[i] = left % 256
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = toHex(bytes)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
