/**
 * `linwu export DIR --format postgres --out DIR2`: what an upper office may hold of the station folder, as files that psql
 * loads. No connection is made here.
 *
 *   load.sql            everything, one after the other
 *   schema.sql · stations/<uuid>.sql · finish.sql       the same in pieces: the stations may be loaded side by side
 *   events/<uuid>.copy  COPY text, one event a line     queries.sql   the figures
 */
import { mkdir, open, readdir, rename, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Book } from '#core/book/book.ts'
import { READ_BYTES, type HostCode } from '#core/host/host.ts'
import type { Trust } from '#core/exchange/trust/trust.ts'
import type { Cipher } from '#core/journal/cipher.ts'
import { readJournal, type SegmentSource } from '#core/journal/read-journal.ts'
import { entityType, scopeOfLog, type StoredEvent } from '#core/kernel/event.ts'
import { isErased } from '#core/kernel/replica.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { hostCode } from '#host/host-error.ts'
import { copyLine, storable, storableJson } from './copy-text.ts'
import { figuresSql, queriesSql } from './figures-sql.ts'
import { houseOfLog } from './house-of-log.ts'
import { refreshSql } from './refresh-sql.ts'
import { schemaSql } from './schema-sql.ts'
import { FINISH, loadSql, readMe, stationSql } from './scripts.ts'

export type DatabaseParts = {
  readonly book: Book
  readonly cipher: Cipher
  readonly host: SegmentSource<HostCode>
  readonly segments: readonly { readonly id: string; readonly ordinal: number; readonly bytes: number }[]
  readonly trust: Trust
}

export type DatabaseFiles = { readonly houses: number; readonly events: number; readonly bytes: number }

/** Text kept back per station before it goes to its file: 200 stations make 50 MB at most. */
const KEPT = 256 * 1024

/** `out`: a folder that is not there yet, or empty. It stands there whole or not at all. */
export async function writeDatabaseFiles(
  parts: DatabaseParts,
  out: string,
): Promise<Result<DatabaseFiles, HostCode | 'folder-not-empty'>> {
  const target = resolve(out)
  const there = await readdir(target).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : null))
  if (there === null || there.length > 0) return err('folder-not-empty')
  const made = join(dirname(target), `.${basename(target)}-${process.pid}.part`)
  try {
    await rm(made, { recursive: true, force: true })
    await mkdir(join(made, 'events'), { recursive: true })
    await mkdir(join(made, 'stations'))
    const written = await writeEvents(parts, join(made, 'events'))
    if (!written.ok) return written
    const { houses, events, bytes } = written.value
    const scripts: Readonly<Record<string, string>> = {
      'schema.sql': schemaSql(houses) + refreshSql() + figuresSql(),
      ...Object.fromEntries(houses.map((house) => [`stations/${house}.sql`, stationSql(house)])),
      'finish.sql': FINISH,
      'load.sql': loadSql(houses),
      'queries.sql': queriesSql(),
      'README.txt': readMe(),
    }
    for (const [name, text] of Object.entries(scripts)) await writeFile(join(made, name), text, { flush: true })
    await rm(target, { recursive: true, force: true })
    await rename(made, target)
    return ok({ houses: houses.length, events, bytes })
  } catch (error) {
    return err(hostCode(error))
  } finally {
    await rm(made, { recursive: true, force: true })
  }
}

async function writeEvents(
  { book, cipher, host, segments, trust }: DatabaseParts,
  folder: string,
): Promise<Result<{ readonly houses: readonly string[]; readonly events: number; readonly bytes: number }, HostCode>> {
  const houseOf = houseOfLog(trust)
  const unseen = new Set([...book.replica.pending.values()].flat().map(({ id }) => id))
  const files = new Map<string, { readonly file: FileHandle; kept: string }>()
  let events = 0
  let bytes = 0
  const flush = async (one: { readonly file: FileHandle; kept: string }): Promise<void> => {
    const text = Buffer.from(one.kept)
    one.kept = ''
    bytes += text.length
    await one.file.appendFile(text)
  }
  try {
    const read = await readJournal(host, segments, cipher, READ_BYTES, async (part) => {
      for (const event of part) {
        const scope = scopeOfLog(event.header.log)
        // A command that is not whole is shown nowhere; it comes with a later export.
        if ((scope !== 'shared' && scope !== 'directory') || unseen.has(event.id)) continue
        const house = houseOf(event.header.log)
        let one = files.get(house)
        if (!one) files.set(house, (one = { file: await open(join(folder, `${house}.copy`), 'wx'), kept: '' }))
        one.kept += rowOf(event, house, isErased(book.replica, event))
        events += 1
        if (one.kept.length > KEPT) await flush(one)
      }
    })
    if (!read.ok) return read
    for (const one of files.values()) {
      await flush(one)
      await one.file.sync()
    }
  } finally {
    for (const { file } of files.values()) await file.close()
  }
  return ok({ houses: [...files.keys()].toSorted(), events, bytes })
}

/** In the order of the columns of linwu.event. */
function rowOf({ id, header, headerLine, payloadLine, fields }: StoredEvent, house: string, erased: boolean): string {
  const { log, n, l, t, k, e, c, r } = header
  return copyLine([
    house,
    id,
    log,
    n,
    l,
    storable(t),
    storable(k),
    entityType(e),
    e,
    scopeOfLog(log),
    storable(c[0]),
    r ? storableJson(r) : null,
    erased || fields === null ? null : storableJson(fields),
    headerLine,
    erased ? null : payloadLine,
  ])
}
