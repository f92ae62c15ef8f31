import { sha256 } from '@noble/hashes/sha2.js'
import { toHex } from '#core/lib/bytes.ts'

export const sha256Hex = (bytes: Uint8Array): string => toHex(sha256(bytes))
