import { toHex } from '#core/lib/bytes.ts'
import { sha256 } from '#core/lib/sha256.ts'

export const sha256Hex = (bytes: Uint8Array): string => toHex(sha256(bytes))
