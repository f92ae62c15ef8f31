/** Drafts outlive whatever stops the program: they are kept at every keystroke, in two places. */
import { afterAll, expect, test } from 'vitest'
import { choose, goTo, press, unlock, wordsOf } from './hand.ts'
import { seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

/** From the last keystroke to the power cut: longer than a key takes, shorter than the folder's copy waits for (400 ms). */
const CUT_AFTER_MS = 250
const STORY = '楼上卫生间漏水到我家，天花板湿了一大片，找了三次没人管。'

test('two drafts survive kill −9 a moment after the last keystroke; one is registered, the other is still there', async () => {
  await seedStation(app.folder, async () => undefined)
  let page = await app.start()
  const strip = () => page.getByRole('navigation', { name: '草稿' })
  await unlock(page)
  await page.locator('body').press('Alt+n')
  await choose(page, '来访')
  await choose(page, '求助')
  await page.getByLabel('诉求标题').fill('楼上漏水')
  await page.getByPlaceholder('姓名').fill('陈阿婆')
  await page.getByLabel('详细情况').fill(STORY)
  await page.getByText('草稿已存').waitFor()

  await press(page, '+ 再开一件')
  await choose(page, '电话')
  await choose(page, '咨询')
  await page.getByLabel('诉求标题').pressSequentially('2026 yanglao buzhu', { delay: 5 })
  await page.waitForTimeout(CUT_AFTER_MS)
  await app.killAll()

  page = await app.start()
  await unlock(page)
  await page.getByRole('link', { name: /^受理\s*草稿 2/ }).click()
  await strip().getByRole('link', { name: '2026 yanglao buzhu' }).click()
  await expect.poll(() => page.getByLabel('诉求标题').inputValue()).toBe('2026 yanglao buzhu')
  expect(await page.getByRole('radio', { name: '电话' }).isChecked()).toBe(true)
  expect(await page.getByRole('radio', { name: '咨询' }).isChecked()).toBe(true)
  await strip().getByRole('link', { name: '楼上漏水' }).click()
  await expect.poll(() => page.getByLabel('详细情况').inputValue()).toBe(STORY)
  expect(await page.getByPlaceholder('姓名').inputValue()).toBe('陈阿婆')
  await app.shot('drafts')

  await page.keyboard.press('Control+Enter')
  await page.getByText(/已登记 S0012-A-\d{4}-00001/).waitFor()
  expect(await wordsOf(page)).toContain(STORY)
  await goTo(page, '受理')
  await expect.poll(() => strip().getByRole('link').allInnerTexts()).toEqual(['2026 yanglao buzhu'])

  // Without the browser's copy the folder's is there.
  await app.forget()
  page = await app.start()
  await unlock(page)
  await page.getByRole('link', { name: /^受理\s*草稿 1/ }).click()
  await strip().getByRole('link', { name: '2026 yanglao buzhu' }).click()
  await expect.poll(() => page.getByLabel('诉求标题').inputValue()).toBe('2026 yanglao buzhu')

  await press(strip(), '删除草稿 2026 yanglao buzhu')
  await page.getByText('删除这份草稿？').waitFor()
  await press(page, '留着')
  await press(strip(), '删除草稿 2026 yanglao buzhu')
  await press(page, '删除')
  await strip().waitFor({ state: 'hidden' })
  expect(await page.getByLabel('诉求标题').inputValue()).toBe('')
  await page.reload()
  await unlock(page)
  await page.getByRole('link', { name: /^受理$/ }).waitFor()
  expect(app.faults).toEqual([])
})
