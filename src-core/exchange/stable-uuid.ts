/** UUIDs for formats that want one for everything: the same entity has the same one in every export of every PC. */
import { hashLine, type EntityId } from '../kernel/event.ts'
import { fromBase64url, toHex } from '../lib/bytes.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isUuid = (text: string): boolean => UUID.test(text.toLowerCase())

/** Version 8 (RFC 9562 §5.8): 122 bits of the SHA-256 of the words. */
export function namedUuid(words: string): string {
  const bytes = fromBase64url(hashLine(`linwu\n${words}`))!.slice(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = toHex(bytes)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** `service:0193…` → its own UUID; ids of another kind get one of their own. */
export function uuidOf(id: EntityId): string {
  const tail = id.slice(id.indexOf(':') + 1).toLowerCase()
  return isUuid(tail) ? tail : namedUuid(id)
}
