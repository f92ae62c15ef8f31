/** Issue 4: a 12345 order from paste to its reply, and a 当场办结, by keyboard alone; how long both took is printed. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NEW_CASE_KEY } from './doors.ts'
import { pasteText, save, unlock, wordsOf } from './hand.ts'
import { seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
beforeAll(() => seedStation(app.folder, async () => undefined))
afterAll(() => app.close())

/** DOMAIN §6, issue 4: what a practised clerk may need. Printed, not asserted: a slow machine is no fault of the form. */
const SPOT_SECONDS = 20

const day = (shift: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + shift * 86_400_000).toISOString().slice(0, 10)
const ORDER = `【工单编号】DH2026112200871
【派单时间】${day(-1)} 16:40:00
【办理时限】${day(9)} 18:00
【诉求内容】市民反映柳荫巷12号院2单元楼道灯连续三天不亮，老人上下楼不便。
【来电人】赵先生
【联系电话】13800001234
【地址】柳荫巷12号院2单元
【要求答复方式】电话答复来电人`

/** Four characters and three keys a second: a clerk's pace, not a machine's. */
const TYPING = { delay: 250 }
const KEY_MS = 330
const pressKeys = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(KEY_MS)
  }
}
const newRequest = async (page: Page): Promise<void> => {
  await page.keyboard.press(NEW_CASE_KEY)
  await page.getByRole('heading', { name: '受理新诉求' }).waitFor()
  await page.getByText('整段贴进来').waitFor()
}

test('当场办结 by keyboard', async () => {
  const page = await app.start()
  await unlock(page)
  await newRequest(page)
  const before = performance.now()
  // 来访 has the focus; then name, phone and capacity are passed over.
  await pressKeys(page, 'Space', 'Tab', 'Tab', 'Tab', 'Tab', 'Space', 'Tab')
  await page.keyboard.type('高龄津贴到哪里办', TYPING)
  await page.keyboard.press('Control+Shift+Enter')
  await page.getByText('当场怎么答复的').waitFor()
  await page.keyboard.type('带身份证到民政窗口办', TYPING)
  await pressKeys(page, 'Tab', 'Space', 'Control+Enter')
  await page.getByText(/已登记 S0012-A-\d{4}-00001/).waitFor()
  const seconds = (performance.now() - before) / 1_000
  console.log(`当场办结 by keyboard at a clerk's pace: ${seconds.toFixed(1)} s (bar ${SPOT_SECONDS} s)`)
  expect(await wordsOf(page)).toContain('办结：已解决')
  expect(app.faults).toEqual([])
})

test('a 12345 order from paste to its reply', async () => {
  const { page } = app
  await newRequest(page)
  await pasteText(page, ORDER)
  await page.getByText('认出一张 12345 工单，请核对').waitFor()
  const shown = await page.getByRole('region', { name: /12345 工单/ }).innerText()
  for (const words of ['DH2026112200871', '赵先生', '13800001234', '柳荫巷12号院2单元', '电话答复来电人']) expect(shown).toContain(words) // prettier-ignore
  await app.shot('order-pasted')
  // 填入 has the focus; nothing went into the form before.
  expect(await page.getByPlaceholder('姓名').inputValue()).toBe('')
  await page.keyboard.press('Enter')
  await page.getByText('认出一张 12345 工单').waitFor({ state: 'hidden' })
  expect(await page.getByRole('radio', { name: '12345 转办' }).isChecked()).toBe(true)
  expect(await page.getByPlaceholder('姓名').inputValue()).toBe('赵先生')
  await page.getByText(/以工单时限为准/).waitFor()
  await app.shot('order-filled')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/已登记 S0012-A-\d{4}-00002/).waitFor()

  const card = page.getByRole('region', { name: '12345 工单' })
  await card.getByText('DH2026112200871').waitFor()
  // Nothing to copy yet, and no refusal: it can only be asked back.
  await page.keyboard.press('y')
  await card.getByText('还没有答复').waitFor()
  await page.keyboard.press('a')
  await page.getByRole('dialog').getByText('答复').first().waitFor()
  await page.getByRole('dialog').getByLabel('答复内容').fill('已更换灯泡并回电，来电人表示满意。')
  await page.getByRole('dialog').getByRole('radio', { name: '电话' }).check()
  await save(page)
  await page.locator('body').press('y')
  await card.getByText('已复制').waitFor()
  // What the clipboard holds, as a paste shows it.
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Control+v')
  const pasted = await page.locator(':focus').inputValue()
  expect(pasted.replace(/\s+/g, ' ')).toContain('【工单编号】DH2026112200871')
  expect(pasted.replace(/\s+/g, ' ')).toContain('【答复内容】已更换灯泡并回电')
  await page.keyboard.press('Escape')
  await page.locator('body').press('p')
  await page.getByRole('menuitem', { name: '12345 工单答复单' }).click()
  await page.locator('.paper-preview').getByText('12345 工单答复单').first().waitFor()
  await app.shot('order-reply')
  expect(await page.locator('.paper-preview').innerText()).toContain('DH2026112200871')
  expect(app.faults).toEqual([])
})
