import { toHex } from '../lib/bytes.ts'
import { sha256 } from '../lib/sha256.ts'

/** SHA-256 as 64 hex digits: names the content of an attachment. */
export const sha256Hex = (bytes: Uint8Array): string => toHex(sha256(bytes))
