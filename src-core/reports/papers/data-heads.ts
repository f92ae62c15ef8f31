import type { HeadSet } from '#core/kernel/head-set.ts'
import { scopeOfLog } from '#core/kernel/event.ts'
import { fromBase64url, toHex } from '#core/lib/bytes.ts'

/** More do not fit beside each other at the foot of an A4 sheet. */
const MOST = 8

/**
 * `A-9c0e1f22 P-1a2b3c4d S-…`: for every log the first letter of its scope and the first 8 hex digits of its newest event's
 * hash. Whoever holds the data can find that event, and so show that the paper was printed from them.
 */
export function dataHeads(heads: HeadSet): string {
  const shown = Object.entries(heads)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([log, { id }]) => {
      const hash = fromBase64url(id) ?? new Uint8Array()
      return `${scopeOfLog(log)[0]!.toUpperCase()}-${toHex(hash.slice(0, 4))}`
    })
  return [...shown.slice(0, MOST), ...(shown.length > MOST ? [`+${shown.length - MOST}`] : [])].join(' ')
}
