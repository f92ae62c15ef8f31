import { sha256 } from '@noble/hashes/sha2.js'
import { toHex } from '../lib/bytes.ts'

/** SHA-256 as 64 hex digits: names the content of an attachment. */
export const sha256Hex = (bytes: Uint8Array): string => toHex(sha256(bytes))
