/** 导入地点: a whole register in one command, so that it is in or not at all; twice is the same tree ('nothing-changed'). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { words, z, type Schema } from '../lib/schema.ts'
import { placesFromRows, type PlaceChange, type PlaceRow } from '../place/places-from-rows.ts'
import { placesOf } from './save-place.ts'

/** A community has some thousands of doors; a file beyond this is a mistake, or is imported in parts. */
export const MOST_PLACE_ROWS = 20_000
const name = words(80)
const ROW = z.object({
  neighbourhood: name,
  building: name,
  unit: name,
  door: name,
  grid: name,
  residentGroup: name,
  leader: words(40),
  leaderPhone: words(40),
  worker: words(40),
  workerPhone: words(40),
}) satisfies Schema<PlaceRow>
const IMPORT_PLACES = z.object({ rows: z.array(ROW).min(1).max(MOST_PLACE_ROWS) })
export type ImportPlaces = z.infer<typeof IMPORT_PLACES>

/** 槐树里社区服务站 → 槐树里社区. */
export function communityOf(reading: Pick<Reading, 'ids' | 'read'>): { readonly name: string; readonly code: string } {
  const station = [...reading.ids('station')].map((id) => reading.read(id)).find(Boolean)
  const called = String(station?.['name'] ?? '')
  return { name: called.replace(/(?<=社区).*$/, '') || '社区', code: String(station?.['code'] ?? '') }
}

/** Also what the preview counts before anything is written. */
export const changesOf = (
  reading: Pick<Reading, 'ids' | 'read'>,
  rows: readonly PlaceRow[],
  newId: () => string,
): PlaceChange[] => placesFromRows(rows, placesOf(reading), communityOf(reading), newId)

export function importPlaces(reading: Reading, input: ImportPlaces, asked: Asked): Decision {
  const form = checked(IMPORT_PLACES, input)
  if (!form.ok) return form
  const changes = changesOf(reading, form.value.rows, () => asked.newId('place'))
  if (changes.length === 0) return refuse('nothing-changed')
  return ok(
    changes.map(({ id, isNew, fields }) => ({ entity: id, kind: isNew ? 'place-entered' : 'place-changed', fields })),
  )
}
