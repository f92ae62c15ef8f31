/** Two copies, each enough, in real Chromium: whichever is lost, the other one brings everything back. */
import { cp, open, readdir, rename, rm, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Opened } from '#app/desk/shapes.ts'
import { SET_UP } from '../desk/desk-world.ts'
import { importRowsOf, PICTURE, picturesOf, receiveCase, type Shown, shownBy } from '../faults/station-story.ts'
import { must } from '../host/crash-trials.ts'
import { size } from '../size.ts'
import { chromiumStations, deskOf, type StationInChromium } from './station-in-chromium.ts'

let newStation: () => Promise<StationInChromium>
let station: StationInChromium
let shown: Shown

beforeAll(async () => void (newStation = await chromiumStations()))
beforeEach(async () => {
  station = await newStation()
  expect(await station.start()).toEqual({ kind: 'nothing' })
  must(await desk().setUp(SET_UP))
  const id = await receiveCase(desk(), '第一件')
  must(await desk().attach(id, '照片.png', 'image/png', PICTURE))
  must(await desk().importRows(importRowsOf(1, 12)))
  await receiveCase(desk(), '第二件')
  shown = await shownBy(desk())
})
afterEach(() => station.close())

const desk = () => deskOf(station.page())

/** Opens again and expects everything on the screens, attachments included. */
async function everythingThere(): Promise<Opened> {
  expect(await station.start()).toMatchObject({ kind: 'station' })
  const opened = await station.unlock()
  expect(await shownBy(desk())).toEqual(shown)
  expect(await picturesOf(desk())).toEqual({ named: 1, whole: 1 })
  return opened
}

test('closed and opened again', async () => {
  await desk().lock()
  await station.closeBrowser()
  expect(await everythingThere()).toMatchObject({ from: 'copy', cases: 14, returned: 0, gaps: 0, damagedCopy: 0 })
  // Closed without a word: the copy lacks a snapshot of the last save, not the save.
  await receiveCase(desk(), '第三件')
  shown = await shownBy(desk())
  await station.closeBrowser()
  await station.stopServer()
  expect(await everythingThere()).toMatchObject({ cases: 15, returned: 0, gaps: 0, damagedCopy: 0 })
})

test('IndexedDB emptied, deleted, cleared by the browser, lost with the profile', async () => {
  const losses: Readonly<Record<string, () => Promise<unknown>>> = {
    emptied: () =>
      station.page().evaluate(async () => {
        for (const { name } of await indexedDB.databases()) {
          const db = await new Promise<IDBDatabase>((done) => {
            const asked = indexedDB.open(name!)
            asked.addEventListener('success', () => done(asked.result))
          })
          const all = [...db.objectStoreNames]
          const transaction = db.transaction(all, 'readwrite')
          for (const table of all) transaction.objectStore(table).clear()
          await new Promise((done) => transaction.addEventListener('complete', done))
        }
      }),
    deleted: () =>
      station.page().evaluate(async () => {
        for (const { name } of await indexedDB.databases()) {
          await new Promise((done) => indexedDB.deleteDatabase(name!).addEventListener('success', done))
        }
      }),
    cleared: async () => {
      const devtools = await station.page().context().newCDPSession(station.page())
      await devtools.send('Storage.clearDataForOrigin', {
        origin: `http://127.0.0.1:${station.port}`,
        storageTypes: 'all',
      })
    },
    'lost with the profile': async () => {
      await station.closeBrowser()
      await rm(station.profile, { recursive: true })
    },
  }
  for (const lose of Object.values(losses)) {
    await desk().lock()
    await lose()
    await station.closeBrowser()
    expect(await everythingThere()).toMatchObject({
      from: 'journal',
      cases: 14,
      returned: 0,
      gaps: 0,
      damagedJournal: 0,
    })
  }
  console.log(`IndexedDB lost in ${Object.keys(losses).length} ways: 0 cases and 0 attachments lost`)
})

test('the profile’s IndexedDB files cut, flipped, removed', { timeout: 300_000 }, async () => {
  await desk().lock()
  await station.closeBrowser()
  const root = join(station.profile, 'Default', 'IndexedDB')
  const harms: Readonly<Record<string, (path: string, bytes: number) => Promise<unknown>>> = {
    cut: (path, bytes) => truncate(path, bytes >> 1),
    flipped: flipOne,
    removed: (path) => rm(path),
  }
  let tried = 0
  let rebuilt = 0
  for (const [harm, act] of Object.entries(harms)) {
    for (let round = 0; ; round++) {
      const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
      const paths = files
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => !/LOCK$|LOG(\.old)?$/.test(path))
      expect(paths.length).toBeGreaterThan(2)
      // Each file alone, then all of them; in the short run a few of the single ones.
      const single = paths.slice(0, size(2, paths.length))[round]
      for (const path of single === undefined ? paths : [single]) await act(path, (await stat(path)).size)
      tried += 1
      const opened = await everythingThere()
      if (opened.from === 'journal') rebuilt += 1
      expect(opened, `${harm} ${single}`).toMatchObject({ cases: 14, returned: 0, gaps: 0 })
      await desk().lock()
      await station.closeBrowser()
      if (single === undefined) break
    }
  }
  console.log(
    `IndexedDB files cut, flipped or removed in ${tried} ways: ${rebuilt} rebuilt from the folder, 0 cases and 0 attachments lost`,
  )
  expect(rebuilt).toBeGreaterThan(2)
})

async function flipOne(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'r+')
  const at = Math.floor(bytes * 0.6)
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at)
  buffer[0]! ^= 0x10
  await file.write(buffer, 0, 1, at)
  await file.close()
}

test('the journal and the attachments moved away, and the whole folder emptied', async () => {
  await desk().lock()
  await station.closeBrowser()
  await station.stopServer()
  for (const name of ['journal', 'blobs'])
    await rename(join(station.folder, name), join(station.folder, `${name}-moved`))
  const opened = await everythingThere()
  expect(opened).toMatchObject({ cases: 14, gaps: 0, damagedCopy: 0 })
  expect(opened.returned).toBeGreaterThan(40)
  await station.closeBrowser()
  await station.stopServer()

  await rm(station.folder, { recursive: true })
  expect(await station.start()).toMatchObject({ kind: 'only-copy', card: { name: SET_UP.stationName } })
  expect((await station.unlock()).returned).toBeGreaterThan(40)
  expect(await shownBy(desk())).toEqual(shown)
  expect(await picturesOf(desk())).toEqual({ named: 1, whole: 1 })

  // Attachments go back in the background; then the folder alone is enough again.
  await expect.poll(async () => (await readdir(join(station.folder, 'blobs'))).length).toBe(1)
  await station.closeBrowser()
  await rm(station.profile, { recursive: true })
  expect(await everythingThere()).toMatchObject({ from: 'journal', returned: 0, gaps: 0, damagedJournal: 0 })
  console.log('journal lost: 0 cases and 0 attachments lost, and the folder is whole again')
})

test('the journal one segment behind', async () => {
  await station.stopServer()
  await cp(join(station.folder, 'journal'), join(station.folder, 'journal-old'), { recursive: true })
  await station.closeBrowser()
  await station.start()
  await station.unlock()
  await receiveCase(desk(), '第三件')
  must(await desk().importRows(importRowsOf(100, 5)))
  shown = await shownBy(desk())
  await station.closeBrowser()
  await station.stopServer()
  await rm(join(station.folder, 'journal'), { recursive: true })
  await rename(join(station.folder, 'journal-old'), join(station.folder, 'journal'))
  const opened = await everythingThere()
  expect(opened).toMatchObject({ cases: 20, gaps: 0 })
  expect(opened.returned).toBeGreaterThan(10)
})
