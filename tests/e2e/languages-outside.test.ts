/** Both languages before a station is open: set-up, unlocking, and the pages on which nothing can be written. */
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bothLanguages, IN_DIGITS } from './both-languages.ts'
import { atBrowserDoor } from './doors.ts'
import { press, unlock } from './hand.ts'
import { seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
const { read, strays } = bothLanguages(app)
afterAll(() => app.close())

test('the switch works in place; set-up and a program that stopped', async () => {
  const page = await app.start()
  await page.evaluate(() => ((globalThis as { sameWindow?: true }).sameWindow = true))
  await press(page, 'English')
  await page.getByRole('heading', { name: 'Set up the station' }).waitFor()
  expect(await page.evaluate(() => 'sameWindow' in globalThis)).toBe(true)
  await press(page, '中文')
  await page.getByRole('heading', { name: '建站' }).waitFor()

  await read(page, 'set-up-1')
  await press(page, '下一步')
  await read(page, 'set-up-1-refused')
  await page.getByLabel('站名').fill(IN_DIGITS.name)
  await page.getByLabel('社区代码').fill('110101001001')
  await page.getByLabel('短代号').fill('S0012')
  await page.getByLabel('您的姓名').fill(IN_DIGITS.user)
  await press(page, '下一步')
  await press(page, '下一步')
  await read(page, 'set-up-2-refused')
  await page.getByLabel('密码', { exact: true }).fill('12345678')
  await press(page, '下一步')
  await read(page, 'set-up-2-different')
  await page.getByLabel('再输一遍').fill('12345678')
  await press(page, '下一步')
  await press(page, '完成建站')
  await page.evaluate(() => {
    for (const group of document.querySelectorAll('.recovery-code b')) group.textContent = '1234'
  })
  await read(page, 'set-up-3-refused')
  await page.emulateMedia({ media: 'print' })
  await read(page, 'set-up-paper')
  await page.emulateMedia({ media: 'screen' })
  await app.stopServer()
  await atBrowserDoor('the program behind the page stopped', async () => {
    await page.getByRole('heading', { name: '后台程序停了' }).waitFor()
    await read(page, 'gone')
  })
  expect(strays).toEqual([])
})

test('unlock, recovery code, another window, a lost folder, lost keys', async () => {
  await seedStation(app.folder, async () => undefined, IN_DIGITS)
  let page = await app.start()
  await read(page, 'unlock')
  await page.keyboard.press('Enter')
  await read(page, 'unlock-needed')
  await page.getByLabel('密码', { exact: true }).fill('1')
  await page.keyboard.press('Enter')
  await page.getByText('密码不对').waitFor()
  await read(page, 'unlock-wrong')
  await press(page, '用恢复码打开')
  await page.getByLabel('恢复码').fill('1234')
  await page.keyboard.press('Enter')
  await read(page, 'unlock-code-wrong')
  await page.getByLabel('恢复码').fill('1234'.repeat(8))
  await page.keyboard.press('Enter')
  await page.getByText('没有设过这种打开方式').waitFor()
  await read(page, 'unlock-code-unknown')

  await atBrowserDoor('the station is open in another tab', async () => {
    const second = await app.newTab()
    await second.getByRole('heading', { name: '本站已在另一个窗口打开' }).waitFor()
    await read(second, 'elsewhere')
    await press(second, '在此窗口继续')
    await page.getByRole('heading', { name: '本站已转到另一个窗口' }).waitFor()
    await read(page, 'moved')
    await second.close()
    await press(page, '在此窗口继续')
  })

  await page.reload()
  await unlock(page)
  await app.stopServer()
  const away = join(app.place, 'away')
  await rename(app.folder, away)
  page = await app.start()
  await page.getByRole('heading', { name: '站点文件夹空了' }).waitFor()
  await read(page, 'restore')
  await app.stopServer()
  await rm(app.folder, { recursive: true })
  await rename(away, app.folder)
  await rename(join(app.folder, 'slots.json'), join(app.place, 'slots.json'))
  await app.forget()
  page = await app.start()
  await page.getByRole('heading', { name: '现在打不开本站' }).waitFor()
  await read(page, 'locked-out')
  await app.stopServer()
  await writeFile(join(app.folder, 'slots.json'), '{')
  page = await app.start()
  await page.getByText('坏了').first().waitFor()
  await read(page, 'slots-damaged')
  await app.stopServer()
  await rename(join(app.place, 'slots.json'), join(app.folder, 'slots.json'))

  expect(strays).toEqual([])
  // The browser itself says that nobody answers.
  const unheard = /WebSocket connection|status of 403|ERR_CONNECTION_(?:REFUSED|RESET)/
  expect(app.faults.filter((fault) => !unheard.test(fault))).toEqual([])
})
