/** IndexedDB refuses (full, closed, not to be opened): saves go on, the footer says so, and the copy catches up later. */
import Dexie from 'dexie'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FolderHost } from '#core/host/host.ts'
import { openStationDb, type StationDb } from '#app/storage/station-db.ts'
import { newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from '../desk/desk-world.ts'
import { must } from '../host/crash-trials.ts'
import { importRowsOf, PICTURE, picturesOf, receiveCase, type Shown, shownBy } from './station-story.ts'

let folder = ''
let world: World
/** The desk's own connection. */
let db: StationDb
/** Bytes of one row from which on writing is refused, as on a nearly full disk; 0 refuses all. */
let room = Infinity

function watched(station: string): StationDb {
  db = openStationDb(station)
  db.use({
    stack: 'dbcore',
    name: 'full disk',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name)
        const mutate: typeof table.mutate = (request) => {
          const values = 'values' in request ? (request.values as readonly { bytes?: Uint8Array }[]) : []
          const refused = values.some((row) => (row.bytes?.length ?? 0) >= room)
          return refused ? Promise.reject(new DOMException('no room', 'QuotaExceededError')) : table.mutate(request)
        }
        return { ...table, mutate }
      },
    }),
  })
  return db
}

/** A browser profile whose databases cannot be opened for now, and the way back. */
function notOpening(): () => void {
  const { indexedDB } = Dexie.dependencies
  const open = (): IDBOpenDBRequest => {
    const error = new DOMException('a newer version is stored', 'VersionError')
    const request = { error } as unknown as IDBOpenDBRequest
    const event = { target: request, preventDefault: () => undefined, stopPropagation: () => undefined }
    setTimeout(() => request.onerror?.(event as never), 0)
    return request
  }
  Dexie.dependencies.indexedDB = new Proxy(indexedDB, {
    get: (of, name) => (name === 'open' ? open : Reflect.get(of, name).bind(of)),
  })
  return () => void (Dexie.dependencies.indexedDB = indexedDB)
}

beforeEach(async () => {
  room = Infinity
  gates = []
  newProfile()
  folder = await newFolder()
  await start()
  must(await world.desk.setUp(SET_UP))
  await receiveCase(world.desk, '第一件')
  must(await world.desk.importRows(importRowsOf(1, 20)))
})
afterEach(async () => {
  tried += 1
  await world.close()
  await removeFolder(folder)
})

/** Each answer about the folder's state waits for its gate. */
let gates: Promise<void>[] = []
const held = (host: FolderHost): FolderHost => ({
  ...host,
  async state() {
    const told = await host.state()
    await gates.shift()
    return told
  },
})

let tried = 0
let starts = 0
afterAll(() => console.log(`IndexedDB refused or emptied in ${tried} ways, ${starts} starts: 0 saves refused, 0 lost`))

async function start(): Promise<void> {
  starts += 1

  world = await openWorld(folder, held, undefined, watched)
  must(await world.desk.find())
}
const unlock = async () => must(await world.desk.unlock(SET_UP.password, 'user'))
async function reopen() {
  await world.close()
  await start()
  return unlock()
}
const troubles = () => world.events.flatMap((event) => (event.kind === 'save-state' ? [event.state.copyTrouble] : []))
/** What was left for a quiet moment is done, and what follows from it. */
async function quiet(): Promise<void> {
  world.idle()
  await new Promise((later) => setTimeout(later, 150))
}
async function withoutJournal(shown: Shown): Promise<void> {
  await world.close()
  for (const name of ['journal', 'blobs']) await rename(join(folder, name), join(folder, `${name}-moved`))
  await start()
  expect((await unlock()).returned).toBeGreaterThan(0)
  expect(await shownBy(world.desk)).toEqual(shown)
  expect(await picturesOf(world.desk)).toEqual({ named: 1, whole: 1 })
}

const REFUSALS: Readonly<Record<string, { readonly begin: () => void | Promise<void>; readonly end: () => void }>> = {
  quota: { begin: () => void (room = 0), end: () => void (room = Infinity) },
  closed: { begin: () => db.close(), end: () => undefined },
}

for (const [trouble, { begin, end }] of Object.entries(REFUSALS)) {
  test(`${trouble}: saves go on, the next start shows them, the copy catches up`, async () => {
    await begin()
    const id = await receiveCase(world.desk, '第二件')
    await new Promise((later) => setTimeout(later, 50))
    expect((await world.desk.saveState()).copyTrouble).toBe(trouble)
    expect((await world.desk.saveState()).trouble).toBe(null)
    must(await world.desk.attach(id, '照片.png', 'image/png', PICTURE))
    must(await world.desk.importRows(importRowsOf(100, 20)))
    await receiveCase(world.desk, '第三件')
    const shown = await shownBy(world.desk)
    const opened = await reopen()
    expect(opened).toMatchObject({ cases: 43, returned: 0, gaps: 0, damagedJournal: 0 })
    expect(await shownBy(world.desk)).toEqual(shown)
    end()
    await quiet()
    await quiet()
    expect((await world.desk.saveState()).copyTrouble).toBe(null)
    await withoutJournal(shown)
  })
}

test('a copy that takes rows again while the station is open has everything', async () => {
  room = 0
  const id = await receiveCase(world.desk, '第二件')
  must(await world.desk.attach(id, '照片.png', 'image/png', PICTURE))
  await quiet()
  expect((await world.desk.saveState()).copyTrouble).toBe('quota')
  await receiveCase(world.desk, '第三件')
  room = Infinity
  // Saves made while the copy catches up, after it has read how long the journal is. (The first answer is for the marker.)
  let go = (): void => undefined
  gates = [Promise.resolve(), new Promise((open) => (go = open))]
  world.idle()
  while (gates.length > 0) await new Promise((later) => setTimeout(later, 5))
  await receiveCase(world.desk, '第四件')
  await receiveCase(world.desk, '第五件')
  go()
  await quiet()
  expect((await world.desk.saveState()).copyTrouble).toBe(null)
  expect(troubles().at(-1)).toBe(null)
  const shown = await shownBy(world.desk)
  expect(await reopen()).toMatchObject({ from: 'copy', returned: 0, damagedCopy: 0 })
  expect(await shownBy(world.desk)).toEqual(shown)
  await withoutJournal(shown)
})

test('a database emptied under an open station is filled again', async () => {
  const id = await receiveCase(world.desk, '第二件')
  must(await world.desk.attach(id, '照片.png', 'image/png', PICTURE))
  const other = openStationDb(db.name.replace('linwu-', ''))
  await Promise.all(other.tables.map((table) => table.clear()))
  other.close()
  db.close()
  await receiveCase(world.desk, '第三件')
  await new Promise((later) => setTimeout(later, 50))
  expect((await world.desk.saveState()).copyTrouble).toBe('closed')
  await quiet()
  await quiet()
  expect((await world.desk.saveState()).copyTrouble).toBe(null)
  const shown = await shownBy(world.desk)
  await withoutJournal(shown)
})

test('room for small rows only: the rebuilt copy is refused, and no later start takes it for whole', async () => {
  must(await world.desk.importRows(importRowsOf(100, 60)))
  const shown = await shownBy(world.desk)
  await world.close()
  newProfile()
  room = 5_000
  await start()
  expect(await unlock()).toMatchObject({ from: 'journal', cases: 81 })
  expect(await shownBy(world.desk)).toEqual(shown)
  await receiveCase(world.desk, '小件')
  await quiet()
  const later = await shownBy(world.desk)
  expect(later.length).toBe(shown.length + 2)
  for (const size of [5_000, 5_000, Infinity, Infinity]) {
    room = size
    expect((await reopen()).cases).toBe(82)
    expect(await shownBy(world.desk)).toEqual(later)
    await quiet()
  }
  expect(await reopen()).toMatchObject({ from: 'copy', cases: 82 })
})

describe('a database that does not open', () => {
  test('is not thrown away: the station opens from the folder, and it is used again later', async () => {
    const id = await receiveCase(world.desk, '第二件')
    must(await world.desk.attach(id, '照片.png', 'image/png', PICTURE))
    const shown = await shownBy(world.desk)
    await world.close()
    const again = notOpening()
    await start()
    expect(await unlock()).toMatchObject({ from: 'journal', cases: 22 })
    expect(await shownBy(world.desk)).toEqual(shown)
    expect((await world.desk.saveState()).copyTrouble).not.toBe(null)
    await world.close()
    again()
    await start()
    await unlock()
    await withoutJournal(shown)
  })
})
