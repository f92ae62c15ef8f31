/** Lists as a clerk put them together, sealed in this PC's IndexedDB: their names are the clerk's own words. */
import { openBox, sealBox } from '#core/journal/sealed-box.ts'
import { fromUtf8, utf8 } from '#core/lib/bytes.ts'
import { readMeta } from '../storage/station-db.ts'
import type { SavedView } from './shapes.ts'
import type { OpenStation } from './open-station.ts'
import type { DeskParts } from './parts.ts'

const BOX = 'saved-views'

/** A view is a comfort: one that does not open is none. */
export async function readSavedViews(station: OpenStation | null): Promise<readonly SavedView[]> {
  const bytes = station?.db ? await readMeta(station.db, 'views').catch(() => undefined) : undefined
  const plain = station && bytes instanceof Uint8Array ? await openBox(BOX, bytes, station.cipher) : null
  return plain ? (JSON.parse(fromUtf8(plain)) as SavedView[]) : []
}

export async function writeSavedViews(
  station: OpenStation | null,
  views: readonly SavedView[],
  random: DeskParts['random'],
): Promise<void> {
  if (!station?.db) return
  const bytes = await sealBox(BOX, utf8(JSON.stringify(views)), 'private', station.cipher, random)
  await station.db.meta.put({ key: 'views', value: bytes }).catch(() => undefined)
}
