/** One window at a time; a refresh, a second tab and a program that died never show an empty station. */
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { openCase, press, STATION, unlock } from './hand.ts'
import { request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

const TITLE = '楼道灯坏了'
const gone = (page: Page): Promise<void> => page.getByRole('heading', { name: '后台程序停了' }).waitFor()
/** Before the password: the station's name, never set-up. */
async function namesTheStation(page: Page): Promise<void> {
  await page.getByRole('heading', { name: STATION.name }).waitFor()
  expect(await page.getByText('建站').count()).toBe(0)
}

test('second tab, taking over, refresh, and a program that is killed and started again', async () => {
  await seedStation(app.folder, async ({ run }) => void (await run(request({ title: TITLE }))))
  const first = await app.start()
  await unlock(first)

  const second = await app.newTab()
  await second.getByRole('heading', { name: '本站已在另一个窗口打开' }).waitFor()
  await app.shot('first-still-open')
  await first.getByRole('link', { name: TITLE }).waitFor()
  await press(second, '在此窗口继续')
  await namesTheStation(second)
  await first.getByRole('heading', { name: '本站已转到另一个窗口' }).waitFor()
  await app.shot('moved')
  await unlock(second)
  await second.getByRole('link', { name: TITLE }).waitFor()
  // And back.
  await press(first, '在此窗口继续')
  await second.getByRole('heading', { name: '本站已转到另一个窗口' }).waitFor()
  await unlock(first)
  await second.close()

  await openCase(first, TITLE)
  for (let n = 0; n < 3; n++) {
    await first.reload()
    await namesTheStation(first)
  }
  await unlock(first)
  await first.getByRole('heading', { name: TITLE }).waitFor()

  await app.stopServer('SIGKILL')
  await gone(first)
  await app.shot('gone')
  await press(first, '重新连接')
  await gone(first)

  // Started again it opens its link in a window of the same browser; this one may go on from there as well.
  const fresh = await app.start()
  await namesTheStation(fresh)
  await unlock(fresh)
  await fresh.getByRole('link', { name: TITLE }).waitFor()

  await app.stopServer('SIGKILL')
  await gone(fresh)
  await app.startServer()
  const link = await app.newTab(true)
  await namesTheStation(link)
  await press(fresh, '重新连接')
  await fresh.getByRole('heading', { name: '本站已在另一个窗口打开' }).waitFor()
  await link.close()
  await press(fresh, '在此窗口继续')
  await unlock(fresh)
  await fresh.getByRole('link', { name: TITLE }).waitFor()

  // An old address without its key is answered in words, not with an empty station.
  await app.stopServer()
  await app.startServer()
  await fresh.reload()
  await fresh.getByRole('heading', { name: '请从程序给出的链接打开' }).waitFor()
  await app.shot('no-key')

  // The browser itself says when nobody answers; the page cannot keep it from doing so.
  const unheard = /WebSocket connection|status of 403|ERR_CONNECTION_(?:REFUSED|RESET)/
  expect(app.faults.filter((fault) => !unheard.test(fault))).toEqual([])
})
