/** A backup made in the settings becomes a station again; `linwu` opens the folder once the program has let go of it. */
import { execFile } from 'node:child_process'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { goTo, press, unlock } from './hand.ts'
import { request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

type Answer = { readonly code: number; readonly said: string; readonly complained: string }
const LINWU = join(import.meta.dirname, '../../build/linwu.mjs')
const linwu = (...words: readonly string[]): Promise<Answer> =>
  new Promise((done) => {
    execFile(process.execPath, [LINWU, ...words], (error, said, complained) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, said, complained }),
    )
  })

const COMMAND_LINE = 'pin tree river 88'
const titles = async (page: Page): Promise<string[]> => {
  await goTo(page, '工单')
  await page.getByText('共 5 件').waitFor()
  return page.getByRole('main').locator('tbody a').allInnerTexts()
}

test('back up, restore into an empty folder, open it; the command line with a password of its own', async () => {
  await seedStation(app.folder, async ({ run }) => {
    for (let n = 1; n <= 5; n++) await run(request({ title: `路灯不亮 ${n}` }))
  })
  let page = await app.start()
  await unlock(page)
  const before = await titles(page)
  await goTo(page, '设置')
  await page.getByText('还没有备份过').waitFor()
  const backup = join(app.place, 'usb', 'backup')
  await page.getByLabel('备份到哪个文件夹').fill(backup)
  await page.keyboard.press('Enter')
  await page.getByText(/备份好了：\d+ 个文件/).waitFor()
  await page.getByRole('status').getByText('备份正常').waitFor()
  await page.getByLabel('命令行密码').fill(COMMAND_LINE)
  await page.getByLabel('再输一遍').fill(COMMAND_LINE)
  await press(page, '设命令行密码')
  await page.getByText('设好了').waitFor()
  await app.shot('settings-done')

  const secret = join(app.place, 'password.txt')
  await writeFile(secret, `${COMMAND_LINE}\n`)
  const locked = await linwu('list', app.folder, '--password-file', secret)
  expect(locked.code).toBe(1)
  expect(locked.complained).toMatch(/^linwu: .*正被另一个程序打开.*\n$/)
  expect(locked.said).toBe('')
  await app.stopServer()
  const listed = await linwu('list', app.folder, '--password-file', secret, '--json')
  expect(listed.complained).toBe('')
  const { cases } = JSON.parse(listed.said) as { readonly cases: readonly { readonly title: string }[] }
  expect(cases.map(({ title }) => title).toSorted()).toEqual(before.toSorted())
  await writeFile(secret, '不是这个密码\n')
  const wrong = await linwu('list', app.folder, '--password-file', secret)
  expect(wrong.code).toBe(1)
  expect(wrong.complained).toMatch(/^linwu: .*密码不对.*\n$/)

  // The PC is gone, the USB stick is there: another folder, another browser.
  await app.newProfile()
  const restored = join(app.place, 'restored')
  const back = await linwu('restore', backup, restored)
  expect(back).toMatchObject({ code: 0, complained: '' })
  await rm(app.folder, { recursive: true })
  await mkdir(app.place, { recursive: true })
  await rename(restored, app.folder)
  page = await app.start()
  await unlock(page)
  expect(await titles(page)).toEqual(before)
  expect(app.faults).toEqual([])
})
