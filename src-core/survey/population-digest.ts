/** Two populations are the same when this is: SHA-256 of the ids, sorted by their characters, each ended by a line feed. */
import { hashLine } from '../kernel/event.ts'
import { fromBase64url, toHex } from '../lib/bytes.ts'

export function populationDigest(ids: Iterable<string>): string {
  const sorted = [...new Set(ids)].toSorted((a, b) => (a < b ? -1 : 1))
  return toHex(fromBase64url(hashLine(sorted.map((id) => `${id}\n`).join('')))!)
}
