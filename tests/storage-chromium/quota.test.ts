/** IndexedDB without room, and a second window, in real Chromium. */
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { SET_UP } from '../desk/desk-world.ts'
import { importRowsOf, PICTURE, picturesOf, receiveCase, shownBy } from '../faults/station-story.ts'
import { must } from '../host/crash-trials.ts'
import { chromiumStations, deskOf, type StationInChromium } from './station-in-chromium.ts'

let newStation: () => Promise<StationInChromium>
let station: StationInChromium

beforeAll(async () => void (newStation = await chromiumStations()))
beforeEach(async () => {
  station = await newStation()
  await station.start()
  must(await desk().setUp(SET_UP))
  await receiveCase(desk(), '第一件')
})
afterEach(() => station.close())

const desk = () => deskOf(station.page())

/** Room for so many bytes; undefined for as much as there is. */
async function limitRoom(page: Page, quotaSize?: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const origin = `http://127.0.0.1:${station.port}`
  await devtools.send('Storage.overrideQuotaForOrigin', quotaSize === undefined ? { origin } : { origin, quotaSize })
}

/** Chromium looks at the room it has left only now and then: the browser is started anew. */
async function withoutRoom(): Promise<void> {
  await desk().lock()
  await station.closeBrowser()
  await station.start((page) => limitRoom(page, 1))
  await station.unlock()
}

test('no room for IndexedDB: saves go on and are said to be in the folder only; later both copies are whole', async () => {
  await withoutRoom()
  const id = await receiveCase(desk(), '第二件')
  must(await desk().attach(id, '照片.png', 'image/png', PICTURE))
  must(await desk().importRows(importRowsOf(1, 12)))
  await expect.poll(async () => (await desk().saveState()).copyTrouble).toBe('quota')
  expect((await desk().saveState()).trouble).toBe(null)
  await receiveCase(desk(), '第三件')
  const shown = await shownBy(desk())

  await station.closeBrowser()
  await station.start()
  expect(await station.unlock()).toMatchObject({ cases: 15, returned: 0, gaps: 0 })
  expect(await shownBy(desk())).toEqual(shown)
  await desk().lock()
  await station.closeBrowser()
  await station.stopServer()
  for (const name of ['journal', 'blobs'])
    await rename(join(station.folder, name), join(station.folder, `${name}-moved`))
  await station.start()
  expect((await station.unlock()).returned).toBeGreaterThan(40)
  expect(await shownBy(desk())).toEqual(shown)
  expect(await picturesOf(desk())).toEqual({ named: 1, whole: 1 })
  console.log('quota: 15 saves without room, 0 lost, both copies whole after the next start')
})

test('a copy in trouble is whole again while the station stays open', async () => {
  await withoutRoom()
  await receiveCase(desk(), '第二件')
  await expect.poll(async () => (await desk().saveState()).copyTrouble).toBe('quota')
  await limitRoom(station.page())
  // The fold at the end of an import tries again, and so would the clock.
  must(await desk().importRows(importRowsOf(1, 12)))
  expect((await desk().saveState()).copyTrouble).toBe(null)
  const shown = await shownBy(desk())
  await station.closeBrowser()
  await station.stopServer()
  await rm(join(station.folder, 'journal'), { recursive: true })
  await station.start()
  expect((await station.unlock()).returned).toBeGreaterThan(40)
  expect(await shownBy(desk())).toEqual(shown)
})

test('a second window is told that the station is open elsewhere, and may take it over', async () => {
  const first = station.page()
  const second = await station.newPage()
  expect(await second.evaluate(() => testPage.connect(false))).toBe('busy-elsewhere')
  await receiveCase(deskOf(first), '第二件')
  expect(await second.evaluate(() => testPage.connect(true))).toBe('ready')
  expect(must(await deskOf(second).find())).toMatchObject({ kind: 'station' })
  expect(must(await deskOf(second).unlock(SET_UP.password, 'user'))).toMatchObject({ cases: 2, returned: 0, gaps: 0 })
  await expect.poll(() => first.evaluate(() => testPage.lost)).toBe('moved')
  expect(await deskOf(first).importRows(importRowsOf(1, 3))).toEqual({
    ok: false,
    error: { kind: 'not-saved', code: 'gone' },
  })
  await receiveCase(deskOf(second), '第三件')
  const shown = await shownBy(deskOf(second))
  await station.closeBrowser()
  await station.start()
  expect(await station.unlock()).toMatchObject({ cases: 3, returned: 0, gaps: 0 })
  expect(await shownBy(desk())).toEqual(shown)
})
