/**
 * The second copy of a station, in IndexedDB through Dexie. Everything in it is sealed except positions and the station's
 * card; no index touches a field of a case. One database per station: `linwu-<station id>`.
 *
 *   segments   many events in few large rows (a row costs 51 µs to write whatever it holds)
 *   tail       recent commands, one row each, folded into `segments` when idle
 *   snapshots  the state, so that a start need not fold the events again; a cache: delete it and the app refolds
 *   blobs      copies of attachments · drafts  forms in progress · meta  positions, slots, station card
 *
 * Rows hold frames exactly as the journal's codec writes them; `segment` is the id their associated data names, `fold` the
 * snapshot that already has their events.
 */
import Dexie, { type Table } from 'dexie'

export type FrameRow = {
  id?: number
  readonly segment: string
  readonly bytes: Uint8Array
  readonly events: number
  readonly fold?: string
}
/**
 * How far one segment of the journal has been copied: its length, and the next frame's number. `clean`: the segment ended
 * with a whole, committed batch; after any other end nothing is ever appended to it.
 */
export type CopiedTo = {
  readonly ordinal: number
  readonly bytes: number
  readonly seq: number
  readonly clean: boolean
}
export type Positions = Readonly<Record<string, CopiedTo>>

/**
 * `rows`: how many rows of frames there are, so that one that vanished is missed. `scrubbed`: so many erasures have been
 * carried out in all of them.
 */
type MetaValues = {
  positions: Positions
  rows: RowCounts
  scrubbed: number
  slots: Uint8Array
  folder: string
  views: Uint8Array
}
export type RowCounts = { readonly segments: number; readonly tail: number }
export type Meta = { [K in keyof MetaValues]: { key: K; value: MetaValues[K] } }[keyof MetaValues]

export type StationDb = Dexie & {
  segments: Table<FrameRow, number>
  tail: Table<FrameRow, number>
  snapshots: Table<{ name: string; bytes: Uint8Array }, string>
  blobs: Table<{ id: string; bytes: Uint8Array }, string>
  drafts: Table<{ id: string; bytes: Uint8Array }, string>
  meta: Table<Meta, string>
}

const PREFIX = 'linwu-'

export function openStationDb(station: string): StationDb {
  // Relaxed: IndexedDB is the copy, the station folder is what was acknowledged.
  const db = new Dexie(PREFIX + station, { chromeTransactionDurability: 'relaxed', cache: 'disabled' }) as StationDb
  db.version(1).stores({ segments: '++id', tail: '++id', snapshots: 'name', blobs: 'id', drafts: 'id', meta: 'key' })
  return db
}

/** Ids of all stations that have a database in this browser profile. */
export async function stationsHere(): Promise<string[]> {
  const names = await Dexie.getDatabaseNames()
  return names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length))
}

export async function readMeta<K extends keyof MetaValues>(db: StationDb, key: K): Promise<MetaValues[K] | undefined> {
  return (await db.meta.get(key))?.value as MetaValues[K] | undefined
}

/** Within a transaction on `segments`, `tail` and `meta`: how far the journal is copied now, and in how many rows. */
export async function noteRows(db: StationDb, positions?: Positions): Promise<void> {
  const [segments, tail] = await Promise.all([db.segments.count(), db.tail.count()])
  await db.meta.put({ key: 'rows', value: { segments, tail } })
  if (positions) await db.meta.put({ key: 'positions', value: positions })
}

/** The sealed bytes of a row; none when something else stands there. */
export const bytesIn = (row: { readonly bytes: unknown }): Uint8Array =>
  row.bytes instanceof Uint8Array ? row.bytes : new Uint8Array()

/** Why a copy could not be written, for the footer's sentence. `tx.error` is where Chromium says it (Dexie passes it on as the cause). */
export function storageTrouble(error: unknown): 'quota' | 'closed' | 'failed' {
  const names: string[] = []
  for (
    let e = error as { name?: string; inner?: unknown; cause?: unknown } | undefined;
    e && names.length < 4;
    e = (e.inner ?? e.cause) as typeof e
  ) {
    names.push(String(e.name))
  }
  if (names.includes('QuotaExceededError')) return 'quota'
  if (names.some((name) => name === 'DatabaseClosedError' || name === 'InvalidStateError')) return 'closed'
  return 'failed'
}
