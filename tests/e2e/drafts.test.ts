/** Drafts outlive whatever stops the program: they are kept at every keystroke, in two places. */
import { afterAll, expect, test } from 'vitest'
import { NEW_CASE_KEY } from './doors.ts'
import { choose, goTo, press, unlock, wordsOf } from './hand.ts'
import { seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

const STORY = '楼上卫生间漏水到我家，天花板湿了一大片，找了三次没人管。'

test('two drafts survive kill −9 a moment after the last keystroke; one is registered, the other is still there', async () => {
  await seedStation(app.folder, async () => undefined)
  let page = await app.start()
  const list = async () => {
    await page.getByRole('heading', { name: '受理新诉求' }).waitFor()
    await page.keyboard.press('Alt+d')
    return page.getByRole('dialog')
  }
  const openDraft = async (title: string): Promise<void> => (await list()).getByRole('button', { name: title }).first().click() // prettier-ignore
  await unlock(page)
  await page.locator('body').press(NEW_CASE_KEY)
  await choose(page, '来访')
  await choose(page, '求助')
  await page.getByLabel('诉求标题').fill('楼上漏水')
  await page.getByPlaceholder('姓名').fill('陈阿婆')
  await page.getByLabel('详细情况').fill(STORY)
  await page.getByText('草稿已存').waitFor()

  await page.keyboard.press(NEW_CASE_KEY)
  await page.getByText('边写边存').waitFor()
  await choose(page, '电话')
  await choose(page, '咨询')
  await page.getByLabel('诉求标题').pressSequentially('2026 yanglao buzhu', { delay: 5 })
  // The page says it as soon as the browser has it; the folder's copy waits for a pause (400 ms).
  await page.getByText('草稿已存 · 关机也不丢').waitFor()
  await app.killAll()

  page = await app.start()
  await unlock(page)
  await page.getByRole('link', { name: /^受理\s*草稿 2/ }).click()
  await openDraft('2026 yanglao buzhu')
  await expect.poll(() => page.getByLabel('诉求标题').inputValue()).toBe('2026 yanglao buzhu')
  expect(await page.getByRole('radio', { name: '电话' }).isChecked()).toBe(true)
  expect(await page.getByRole('radio', { name: '咨询' }).isChecked()).toBe(true)
  await openDraft('楼上漏水')
  await expect.poll(() => page.getByLabel('详细情况').inputValue()).toBe(STORY)
  expect(await page.getByPlaceholder('姓名').inputValue()).toBe('陈阿婆')
  await app.shot('drafts')

  await page.keyboard.press('Control+Enter')
  await page.getByText(/已登记 S0012-A-\d{4}-00001/).waitFor()
  expect(await wordsOf(page)).toContain(STORY)
  await goTo(page, '受理')
  await press(page, '其他草稿 1')
  await page.getByRole('button', { name: '删除草稿 2026 yanglao buzhu' }).waitFor()
  expect(await page.getByRole('dialog').getByText('咨询 · 今天').count()).toBe(1)
  await page.keyboard.press('Escape')

  // Without the browser's copy the folder's is there.
  await app.forget()
  page = await app.start()
  await unlock(page)
  await page.getByRole('link', { name: /^受理\s*草稿 1/ }).click()
  await openDraft('2026 yanglao buzhu')
  await expect.poll(() => page.getByLabel('诉求标题').inputValue()).toBe('2026 yanglao buzhu')

  // Deleted without a question, and had back; the form follows.
  await press(await list(), '删除草稿 2026 yanglao buzhu')
  await expect.poll(() => page.getByLabel('诉求标题').inputValue()).toBe('')
  await page.getByText('已删除草稿“2026 yanglao buzhu”').first().waitFor()
  await app.shot('draft-removed')
  await press(page.getByRole('main'), '撤销')
  await openDraft('2026 yanglao buzhu')
  await expect.poll(() => page.getByLabel('诉求标题').inputValue()).toBe('2026 yanglao buzhu')
  await press(page, /^更多 ▾/)
  await page.getByRole('menuitem', { name: '删除草稿' }).click()
  await expect.poll(() => page.getByLabel('诉求标题').inputValue()).toBe('')
  await page.reload()
  await unlock(page)
  await page.getByRole('link', { name: /^受理$/ }).waitFor()
  expect(app.faults).toEqual([])
})
