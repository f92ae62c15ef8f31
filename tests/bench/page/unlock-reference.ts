/** P2's reference: the same cases as JSON, 1,000 to a sealed box: decrypt and JSON.parse. Reading the boxes is not timed. */
import { openBox } from '#core/journal/sealed-box.ts'
import type { Cipher } from '#core/journal/cipher.ts'
import { fromUtf8 } from '#core/lib/bytes.ts'
import { asked, openReference } from './reference.ts'

export const BOX_NAME = 'reference'

export async function unlockReference(cipher: Cipher): Promise<number> {
  const db = await openReference()
  const rows = (await asked(db.transaction('sealed').objectStore('sealed').getAll())) as { box: Uint8Array }[]
  db.close()
  const started = performance.now()
  const kept: unknown[] = []
  for (const { box } of rows) kept.push(JSON.parse(fromUtf8((await openBox(BOX_NAME, box, cipher))!)))
  return kept.length > 0 ? performance.now() - started : Number.NaN
}
