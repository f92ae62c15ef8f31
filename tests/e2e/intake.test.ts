/** 受理: what is missing, Chinese input, rare characters, and a reporter nobody gets to see. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choose, goTo, inputMethod, openCase, press, savedPath, unlock, wordsOf } from './hand.ts'
import { wordsInXlsx } from './saved-files.ts'
import { seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
beforeAll(() => seedStation(app.folder, async () => undefined))
afterAll(() => app.close())

/** Longer than the list waits before it searches. */
const SEARCHED_MS = 400
const list = (page: Page) => page.getByRole('main').getByRole('textbox', { name: '查找' })
const total = (page: Page, n: number): Promise<void> => page.getByText(`共 ${n} 件`).waitFor()

test('a request typed with an input method, with rare characters, up to search, reload and export', async () => {
  let page = await app.start()
  await unlock(page)
  await page.locator('body').press('Alt+n')
  await page.getByRole('heading', { name: '受理新诉求' }).waitFor()

  // Nothing filled: each field says so, and the first one has the focus.
  await page.keyboard.press('Control+Enter')
  await page.getByText('请选一项').first().waitFor()
  expect(await page.getByText('请选一项').count()).toBe(2)
  expect(await page.locator(':focus').evaluate((element) => element.closest('[role=group]')?.textContent)).toMatch(
    /^来源/,
  )
  await app.shot('intake-refused')
  await choose(page, '来访')
  await choose(page, '求助')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => page.getByText('请填写').count()).toBe(3)
  expect(await page.locator(':focus').getAttribute('placeholder')).toBe('姓名')

  await page.evaluate(() => {
    document.addEventListener('keydown', (event) => (document.title = `composing ${event.isComposing}`), true)
  })
  const method = await inputMethod(page)
  await page.getByPlaceholder('姓名').click()
  await method.compose('ji')
  await method.commit('𠮷田𪚥')
  await page.getByLabel('详细情况').fill('𠮷田家门口的灯不亮，写作“䶮”的那位也来问过。')
  await page.getByLabel('诉求标题').click()
  await method.compose('lou dao deng')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Enter')
  expect(await page.title()).toBe('composing true')
  await page.waitForTimeout(SEARCHED_MS)
  expect(await page.getByRole('heading', { name: '受理新诉求' }).isVisible()).toBe(true)
  await method.commit('𠮷家楼道灯不亮')
  await app.shot('intake-filled')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/已登记 S0012-A-\d{4}-00001/).waitFor()

  // While letters are composed, neither box searches and Enter is the input method's.
  await page.keyboard.press('Control+k')
  await method.compose('zzzz')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(SEARCHED_MS)
  expect(await page.getByRole('heading', { name: '办理记录' }).isVisible()).toBe(true)
  await method.commit('')
  await goTo(page, '工单')
  await total(page, 1)
  await list(page).click()
  await method.compose('zzzz')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(SEARCHED_MS)
  expect(await page.getByRole('link', { name: '𠮷家楼道灯不亮' }).isVisible()).toBe(true)
  await method.commit('没有这件')
  await page.getByText('没有符合条件的工单').waitFor()
  await list(page).fill('𪚥')
  await page.getByRole('link', { name: '𠮷家楼道灯不亮' }).waitFor()

  await page.reload()
  await unlock(page)
  await list(page).fill('𠮷田')
  await page.getByRole('link', { name: '𠮷家楼道灯不亮' }).click()
  await page.getByText('𠮷田家门口的灯不亮，写作“䶮”的那位也来问过。').waitFor()
  await goTo(page, '工单')
  for (const format of ['xlsx', 'csv']) {
    await press(page, /^导出/)
    await page.getByText(`导出 .${format}`).click()
    const file = await readFile(await savedPath(page, new RegExp(`已导出 1 件：(?=.*\\.${format}$)`)))
    const words = format === 'xlsx' ? wordsInXlsx(file) : file.toString('utf8')
    for (const rare of ['𠮷家楼道灯不亮', '𠮷田𪚥', '䶮']) expect(words, format).toContain(rare)
  }
  expect(app.faults).toEqual([])
})

const REPORTER = '甄举人'
const PHONE = '13900004444'

test('a reporter shows in no list, is found by no search, and leaves in no export', async () => {
  const page = await app.start()
  await unlock(page)
  await goTo(page, '受理')
  await choose(page, '举报')
  await page.getByText('举报默认保密').waitFor()
  await choose(page, '电话')
  await page.getByPlaceholder('姓名').fill(REPORTER)
  await page.getByPlaceholder('电话').fill(PHONE)
  await page.getByLabel('诉求标题').fill('地下室夜里加工食品')
  await page.getByLabel('详细情况').fill('七号楼地下室夜里有人加工食品，气味很大。')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/已登记 S0012-A-\d{4}-00002/).waitFor()
  expect(await wordsOf(page)).not.toContain(REPORTER)
  await app.shot('report-case')

  await goTo(page, '工单')
  await total(page, 2)
  expect(await wordsOf(page)).toContain('举报 · 保密')
  for (const words of [REPORTER, PHONE, 'zhenjuren', 'zjr']) {
    await list(page).fill(words)
    await page.getByText('没有符合条件的工单').waitFor()
  }
  await list(page).fill('')
  await total(page, 2)
  for (const format of ['xlsx', 'csv']) {
    await press(page, /^导出/)
    await page.getByText(`导出 .${format}`).click()
    const file = await readFile(await savedPath(page, new RegExp(`已导出 2 件：(?=.*\\.${format}$)`)))
    const words = format === 'xlsx' ? wordsInXlsx(file) : file.toString('utf8')
    expect(words).toContain('地下室夜里加工食品')
    for (const secret of [REPORTER, PHONE]) expect(words, format).not.toContain(secret)
  }
  await goTo(page, '今日待办')
  await page.getByRole('link', { name: '地下室夜里加工食品' }).waitFor()
  expect(await page.locator('body').innerText()).not.toContain(REPORTER)

  await openCase(page, '地下室夜里加工食品')
  expect(await page.locator('body').innerText()).not.toContain(REPORTER)
  await press(page, '查看举报人')
  await page.getByText(REPORTER).waitFor()
  expect(app.faults).toEqual([])
})
