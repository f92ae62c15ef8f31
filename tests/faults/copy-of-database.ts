/** Pictures of a station's IndexedDB (fake-indexeddb), to put an older one, or none, beside a newer folder. */
import { newProfile } from '../desk/desk-world.ts'
import { openStationDb, stationsHere, type StationDb } from '#app/storage/station-db.ts'

export type TableName = 'segments' | 'tail' | 'snapshots' | 'blobs' | 'drafts' | 'meta'
export const TABLES: readonly TableName[] = ['segments', 'tail', 'snapshots', 'blobs', 'drafts', 'meta']
const NUMBERED = ['segments', 'tail'] as const

/** Null: no database at all. */
export type DatabaseCopy = {
  readonly station: string
  readonly rows: Readonly<Record<TableName, readonly unknown[]>>
  /** Ids that were given already: an emptied table of a real database goes on counting. */
  readonly lastIds: Readonly<Record<(typeof NUMBERED)[number], number>>
} | null

export async function takeCopy(): Promise<DatabaseCopy> {
  const [station] = await stationsHere()
  if (station === undefined) return null
  const db = openStationDb(station)
  try {
    const rows = {} as Record<TableName, readonly unknown[]>
    const lastIds = {} as Record<(typeof NUMBERED)[number], number>
    await db.transaction('rw', db.tables, async () => {
      for (const name of TABLES) rows[name] = await db.table(name).toArray()
      for (const name of NUMBERED) lastIds[name] = (await lastId(db, name)) - 1
    })
    return { station, rows, lastIds }
  } finally {
    db.close()
  }
}

/** A new browser profile that holds this and nothing else. */
export async function putCopy(copy: DatabaseCopy): Promise<void> {
  newProfile()
  if (!copy) return
  const db = openStationDb(copy.station)
  await db.transaction('rw', db.tables, async () => {
    for (const name of NUMBERED) {
      if (copy.lastIds[name] === 0) continue
      await db[name].put({ id: copy.lastIds[name], segment: '', bytes: new Uint8Array(), events: 0 })
      await db[name].delete(copy.lastIds[name])
    }
    for (const name of TABLES) await db.table(name).bulkPut(copy.rows[name])
  })
  db.close()
}

async function lastId(db: StationDb, name: (typeof NUMBERED)[number]): Promise<number> {
  const id = await db[name].add({ segment: '', bytes: new Uint8Array(), events: 0 })
  await db[name].delete(id)
  return id
}
