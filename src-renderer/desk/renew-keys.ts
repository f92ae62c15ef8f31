/** New keys for this PC when the old ones were used in two places: a copied folder, a backup that was put back. */
import { readEntity, type Book } from '#core/book/book.ts'
import { holdingOf } from '#core/book/holding-of.ts'
import { bundleRecords } from '#core/exchange/export/bundle-records.ts'
import { seenElsewhere } from '#core/exchange/import/seen-elsewhere.ts'
import { pcOfLog } from '#core/kernel/event.ts'
import { tipsOf } from '#core/kernel/log-index.ts'
import type { SlotsFile } from '#core/keys/slots.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import type { RandomBytes } from '#core/journal/cipher.ts'

/**
 * Said by a person or another PC (retire-pc), or plain to see: two different events of this PC with one number, here or in what
 * another house says that it has of our logs (a station that is alone hears of it in no other way).
 */
export function isWornOut(book: Book, pc: string): boolean {
  if (readEntity(book, `device:${pc}`)?.['retired']) return true
  for (const [log, index] of book.replica.logs) if (pcOfLog(log) === pc && tipsOf(index).length > 1) return true
  const holding = holdingOf(book)
  return seenElsewhere(holding, bundleRecords(holding), pc).length > 0
}

/** `letter`: the PC's new one, where it is known yet. */
export const withRenewal = (file: SlotsFile, random: RandomBytes, letter: string): SlotsFile => ({
  ...file,
  station: { ...file.station, letter },
  renewed: [...(file.renewed ?? []), toBase64url(random(16))],
})
