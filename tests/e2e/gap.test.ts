/** 服务缺口 (DOMAIN §4.4): nobody fits → recorded → in the list and in the file; somebody is entered → marked; sent → marked. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choose, goTo, openCase, openForm, press, save, savedPath, unlock, wordsOf } from './hand.ts'
import { provider, request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
beforeAll(() =>
  seedStation(app.folder, async ({ run }) => {
    await run(request({ title: '厨房水管漏水', serviceType: 'market' }))
    await run(provider({ name: '街道办', serviceType: 'administrative', kind: 'public-affairs' }))
    await run(provider({ name: '安居维修店', serviceType: 'market', services: '水管', stopped: true }))
  }),
)
afterAll(() => app.close())

test('nobody fits: recorded, listed, filled by a new provider, sent by its number key', async () => {
  const page = await app.start()
  await unlock(page)
  await openCase(page, '厨房水管漏水')
  const card = page.locator('.recommended')
  await card.getByText('为什么不是其他单位').click()
  expect(await card.innerText()).toContain('安居维修店：已停办')
  expect(await card.innerText()).toMatch(/市场服务：都不合适（已停办 1 家）/)

  const form = await openForm(page, 'k', '记服务缺口')
  expect(await form.getByRole('radio', { name: /市场服务型/ }).isChecked()).toBe(true)
  await form.getByLabel('哪里缺').fill('槐树里')
  await form.getByLabel('缺的是什么').fill('没有人修水管')
  await app.shot('gap-form')
  await save(page)
  await page.getByText('已记为服务缺口').first().waitFor()

  await goTo(page, '服务缺口')
  expect(await wordsOf(page)).toMatch(/未补上 1 个，共 1 个.*槐树里.*没有人修水管.*未补上/)
  await app.shot('gaps')
  await page.getByRole('button', { name: /^导出/ }).click()
  await page.getByRole('menuitem', { name: /逐条.*CSV/i }).click()
  const csv = await readFile(await savedPath(page, /已保存到/), 'utf8')
  expect(csv).toContain('槐树里')
  expect(csv).not.toContain('厨房水管漏水')

  await goTo(page, '服务单位')
  await press(page, /^登记服务单位/)
  const entry = page.getByRole('dialog')
  await entry.getByLabel('名称').fill('平安水电')
  await choose(entry, '生活服务类组织')
  await entry.getByRole('textbox', { name: '电话' }).fill('10000000009')
  await entry.getByRole('radio', { name: /市场服务型/ }).check()
  await entry.getByText('更多（可不填').click()
  await entry.getByLabel('服务项目').fill('水管、电路')
  await save(page)
  await goTo(page, '服务缺口')
  await press(page, '全部')
  await page.getByText('现在能做：平安水电').waitFor()

  await page
    .getByRole('main')
    .getByRole('link', { name: /^S0012/ })
    .click()
  await page.getByRole('heading', { name: '办理记录' }).waitFor()
  expect(await card.innerText()).toContain('服务项目里有“水管”')
  expect(await card.innerText()).toContain('未填：')
  await app.shot('recommended')
  const order = await openForm(page, '1', '派单')
  expect(await order.getByRole('radio', { name: /平安水电/ }).isChecked()).toBe(true)
  await order.getByRole('radio', { name: '不含个人信息' }).check()
  await save(page)
  await page.getByText('已派出，待接单').waitFor()
  await goTo(page, '服务缺口')
  await press(page, '全部')
  await page.getByText('已派出：平安水电').waitFor()
})
