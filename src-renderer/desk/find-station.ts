/** What is found on this PC before anything is opened: a station in the folder, this browser's copy of one, or traces of one. */
import type { HostCode } from '#core/host/host.ts'
import { parseSlots, type SlotsFile } from '#core/keys/slots.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { readMeta, type StationDb } from '../storage/station-db.ts'
import type { DeskParts } from './parts.ts'
import type { Found } from './shapes.ts'

/** A slots file, and where it was seen: the folder, or only this browser's copy. */
export type Seen = { readonly file: SlotsFile; readonly db: StationDb | null; readonly onlyCopy: boolean }

/** `seen` null: nothing that could be opened. */
export async function findStation(
  parts: DeskParts,
): Promise<Result<{ readonly found: Found; readonly seen: Seen | null }, HostCode>> {
  const [folder, slots] = await Promise.all([parts.host.state(), parts.host.readSlots()])
  if (!folder.ok) return folder
  let reason: Extract<Found, { kind: 'locked-out' }>['reason'] = 'no-slots'
  if (folder.value.slots) {
    if (!slots.ok) return slots
    const file = parseSlots(slots.value)
    if (file.ok) {
      const seen = { file: file.value, db: await openDb(parts, file.value.station.id), onlyCopy: false }
      return ok({ found: { kind: 'station', card: file.value.station, cases: null }, seen })
    }
    reason = file.error === 'newer-version' ? 'newer-version' : 'slots-damaged'
    if (reason === 'newer-version') return ok({ found: { kind: 'locked-out', reason }, seen: null })
  }
  const copy = await copyOf(parts, folder.value.folder)
  if (copy?.file) {
    const seen = { file: copy.file, db: copy.db, onlyCopy: true }
    return ok({ found: { kind: 'only-copy', card: copy.file.station }, seen })
  }
  if (copy) reason = 'slots-damaged'
  const wasHere =
    copy !== null ||
    folder.value.slots ||
    folder.value.marker !== null ||
    folder.value.markerDamaged ||
    folder.value.segments.length > 0
  return ok({ found: wasHere ? { kind: 'locked-out', reason } : { kind: 'nothing' }, seen: null })
}

/** The copy of a station that lived in this folder, when this browser has one; without a file when its slots are damaged. */
async function copyOf(parts: DeskParts, folder: string): Promise<{ file: SlotsFile | null; db: StationDb } | null> {
  let damaged: StationDb | null = null
  for (const id of await parts.stationsHere()) {
    const db = await openDb(parts, id)
    const [where, slots] = await Promise.all([readMeta(db, 'folder'), readMeta(db, 'slots')]).catch(() => [])
    const file = where === folder && slots instanceof Uint8Array ? parseSlots(slots) : null
    if (file?.ok) return { file: file.value, db }
    if (where === folder) damaged = db
    db.close()
  }
  return damaged && { file: null, db: damaged }
}

/** One that does not open now is not thrown away: it may hold what the folder lost, and it is tried again later. */
export async function openDb(parts: DeskParts, id: string): Promise<StationDb> {
  const db = parts.openDb(id)
  await db.open().catch(() => undefined)
  return db
}
