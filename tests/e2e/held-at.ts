/**
 * Everything that one PC holds, opened with all its keys: its folder frame by frame, its rows in Chromium, the profile, what lies in
 * its export folder, and every bundle or grant that is or ever was handed to it. And what its journal says, as merged state.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { openAge } from '#core/exchange/bundle/age.ts'
import { READ_BYTES } from '#core/host/host.ts'
import { readJournal } from '#core/journal/read-journal.ts'
import { SCOPES, scopeOfLog, type LogId } from '#core/kernel/event.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { newReplica, receive, type Replica } from '#core/kernel/replica.ts'
import { identityOf, secretsOf } from '#core/keys/identity.ts'
import { fromBase64url, utf8 } from '#core/lib/bytes.ts'
import { BugError } from '#core/lib/assert.ts'
import { openStationFolder } from '#host/station-folder.ts'
import { folderOptions } from '#cli/open-station.ts'
import { openStationDb } from '#app/storage/station-db.ts'
import { newProfile } from '../desk/desk-world.ts'
import { inDatabase, inFolder, ringOfFolder, type Stored } from '../desk/everything-stored.ts'
import type { StationApp } from './station-app.ts'

type Row = Record<string, unknown>
type Stores = Readonly<Record<string, readonly Row[]>>

/** What Chromium keeps for the page; bytes as `{ b64 }`. */
async function inChromium(
  page: Page,
): Promise<{ readonly databases: Readonly<Record<string, Stores>>; readonly rest: string }> {
  return page.evaluate(async () => {
    const plain = (value: unknown): unknown => {
      if (value instanceof Uint8Array) {
        let text = ''
        for (const byte of value) text += String.fromCharCode(byte)
        return { b64: btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') }
      }
      if (value === null || typeof value !== 'object') return value
      if (Array.isArray(value)) return value.map(plain)
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]))
    }
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error!)
      })
    const databases: Record<string, Record<string, Record<string, unknown>[]>> = {}
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name!))
      databases[name!] = {}
      for (const store of db.objectStoreNames) {
        const rows = await done(db.transaction(store).objectStore(store).getAll())
        databases[name!]![store] = rows.map((row) => plain(row) as Record<string, unknown>)
      }
      db.close()
    }
    const rest = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await caches.keys(), document.cookie])
    return { databases, rest }
  })
}

const bytesAgain = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(bytesAgain)
  const { b64 } = value as { b64?: unknown }
  if (typeof b64 === 'string') return fromBase64url(b64)
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bytesAgain(one)]))
}

export type Held = {
  readonly stored: readonly Stored[]
  readonly replica: Replica
}

/** `given`: files that were handed to it. The program and its browser are killed: this is the last thing a test asks of it. */
export async function heldAt(app: StationApp, given: readonly string[]): Promise<Held> {
  const { databases, rest } = await inChromium(app.page)
  await app.killAll()
  const { cipher } = await ringOfFolder(app.folder)
  const stored: Stored[] = [{ where: 'small storage', bytes: utf8(rest) }]
  for (const [database, stores] of Object.entries(databases)) {
    stored.push({ where: `${database} as it is`, bytes: utf8(JSON.stringify(stores)) })
    newProfile()
    const db = openStationDb(database.replace(/^linwu-/, ''))
    for (const [store, rows] of Object.entries(stores)) await db.table(store).bulkPut(bytesAgain(rows) as Row[])
    db.close()
    stored.push(...(await inDatabase(cipher)))
  }
  return {
    stored: [...(await opened(app, stored)), ...(await filesAt(app, given))],
    replica: await replicaOf(app.folder, cipher),
  }
}

/** What lies below its place, Chromium's own files and every file's name among it, and what was handed to it. */
export async function filesAt(app: StationApp, given: readonly string[]): Promise<Stored[]> {
  const { cipher } = await ringOfFolder(app.folder)
  const stored = await inFolder(app.place, cipher)
  for (const path of given) {
    stored.push({ where: `name of given ${path}`, bytes: utf8(basename(path)) })
    stored.push({ where: `given ${path}`, bytes: new Uint8Array(await readFile(path)) })
  }
  return opened(app, stored)
}

/** And what is inside of each, as far as any key of this PC opens it. */
async function opened({ folder }: StationApp, stored: readonly Stored[]): Promise<Stored[]> {
  const secrets = secretsOf(identityOf((await ringOfFolder(folder)).ring))
  const inside: Stored[] = []
  for (const { where, bytes } of stored) inside.push(...(await insideOf(where, bytes, secrets)))
  return [...stored, ...inside]
}

/** A grant is one text inside its envelope, a bundle a ZIP. */
async function insideOf(where: string, bytes: Uint8Array, secrets: readonly string[]): Promise<Stored[]> {
  const plain = await openAge(bytes, secrets)
  if (!plain.ok) return []
  const out: Stored[] = [{ where: `envelope ${where}`, bytes: plain.value }]
  if (plain.value[0] !== 0x50 || plain.value[1] !== 0x4b) return out
  for (const [name, entry] of Object.entries(unzipSync(plain.value))) {
    out.push({ where: `name in bundle ${where} ${name}`, bytes: utf8(name) })
    out.push({ where: `bundle ${where} ${name}`, bytes: entry })
  }
  return out
}

async function replicaOf(folder: string, cipher: Parameters<typeof readJournal>[2]): Promise<Replica> {
  const host = await openStationFolder(folderOptions(folder))
  if (!host.ok) throw new BugError(`${folder}: ${host.error}`)
  const replica = newReplica(SCOPES)
  const state = await host.value.state()
  if (!state.ok) throw new BugError(state.error)
  const read = await readJournal(host.value, state.value.segments, cipher, READ_BYTES, (events) => {
    receive(replica, events, 'own')
  })
  await host.value.close()
  if (!read.ok || read.value.damaged.length > 0) throw new BugError(`${folder}: damaged`)
  return replica
}

/** The logs of scope shared and directory, each with where it ends. */
export const openLogs = (replica: Replica): ReadonlyMap<LogId, string> =>
  new Map(
    Object.entries(headSet(replica))
      .filter(([log]) => scopeOfLog(log) === 'shared' || scopeOfLog(log) === 'directory')
      .map(([log, head]) => [log, JSON.stringify(head)]),
  )

/** Every live write that stands in one of these logs, one line each, in an order that only the writes decide. */
export function stateOf({ entities }: Replica, isIn: (log: LogId, entity: string) => boolean): string {
  const lines: string[] = []
  for (const { id, writes, erased } of entities.values()) {
    for (const { id: write, l, u, t, k, log, n, f } of writes) {
      const fields = Object.entries(f).toSorted(([a], [b]) => (a < b ? -1 : 1))
      if (isIn(log, id)) lines.push(JSON.stringify([id, write, l, u, t, k, log, n, fields]))
    }
    if (erased) lines.push(JSON.stringify([id, erased]))
  }
  return lines.toSorted().join('\n')
}

/** Word → where it stands, in UTF-8 and in UTF-16 of either order. */
export function whereIs(stored: readonly Stored[], words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>(words.map((word) => [word, []]))
  const needles = words.map((word) => {
    const little = Buffer.from(word, 'utf16le')
    return [word, [Buffer.from(word, 'utf8'), little, Buffer.from(little).swap16()]] as const
  })
  for (const { where, bytes } of stored) {
    const hay = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (const [word, forms] of needles) if (forms.some((form) => hay.includes(form))) out.get(word)!.push(where)
  }
  return out
}
