/** Two copies, each enough: what is lost on one side comes back from the other, and the screen says so. */
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { agree, goTo, openCase, openForm, press, save, STATION, unlock, wordsOf } from './hand.ts'
import { provider, request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

const CASES = 60
const ANSWER = '灯已经换好，晚上请再看一眼。'

/** All cases, the provider and the answer that was recorded by hand. */
async function everythingIsThere(page: Page): Promise<void> {
  await goTo(page, '工单')
  await page.getByText(`共 ${CASES} 件`).waitFor()
  await openCase(page, `路灯不亮 ${CASES}`)
  const words = await wordsOf(page)
  for (const said of ['派单给 亮灯维修店', ANSWER]) expect(words).toContain(said)
}

test('journal lost, browser data lost, whole folder lost: each time everything is there again', async () => {
  await seedStation(app.folder, async ({ run }) => {
    await run(provider({ name: '亮灯维修店', serviceType: 'market' }))
    for (let n = 1; n <= CASES; n++) await run(request({ title: `路灯不亮 ${n}`, serviceType: 'market' }))
  })
  let page = await app.start()
  await unlock(page)
  await page.getByText(`${CASES} 件工单已从站点文件夹读出`).waitFor()
  await openCase(page, `路灯不亮 ${CASES}`)
  await press(page, '派单给 亮灯维修店')
  await agree(page.getByRole('dialog'))
  await save(page)
  await page.locator('.referral').getByText('亮灯维修店').waitFor()
  await (await openForm(page, 'a', '答复')).getByLabel('答复内容').fill(ANSWER)
  await save(page)
  await everythingIsThere(page)

  await app.stopServer()
  await rename(join(app.folder, 'journal'), join(app.place, 'journal-lost'))
  page = await app.start()
  await unlock(page)
  await page.getByText(/本机副本里有 \d+ 条记录是站点文件夹缺的，已写回去/).waitFor()
  await app.shot('journal-returned')
  await press(page, '知道了')
  await everythingIsThere(page)
  expect((await readdir(join(app.folder, 'journal'))).length).toBeGreaterThan(0)

  await app.newProfile()
  page = await app.start()
  await page.getByRole('heading', { name: STATION.name }).waitFor()
  await unlock(page)
  await page.getByText(`${CASES} 件工单已从站点文件夹读出`).waitFor()
  await app.shot('rebuilt')
  await everythingIsThere(page)

  await app.stopServer()
  await rm(app.folder, { recursive: true })
  await mkdir(app.folder)
  page = await app.start()
  await page.getByRole('heading', { name: '站点文件夹空了，但数据还在' }).waitFor()
  await app.shot('folder-empty')
  await page.getByLabel('密码', { exact: true }).fill(STATION.password)
  await press(page, '恢复并打开')
  await page.getByText(/已写回去/).waitFor()
  await everythingIsThere(page)

  // The folder alone is a whole station again.
  await app.forget()
  page = await app.start()
  await unlock(page)
  await everythingIsThere(page)
  expect(app.faults).toEqual([])
})
