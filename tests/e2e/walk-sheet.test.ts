/** 入户走访单: printed for a building, filled by hand, typed in by keys alone: one row = one request, Enter = next. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goTo, STATION, unlock, wordsOf } from './hand.ts'
import { seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
beforeAll(() =>
  seedStation(app.folder, async ({ run }) => {
    const place = (kind: 'neighbourhood' | 'building' | 'unit' | 'door', name: string, parent = '') =>
      run({ name: 'save-place', input: { kind, name, parent, leader: '', leaderPhone: '' } })
    const building = await place('building', '3号楼', await place('neighbourhood', '槐树里'))
    const unit = await place('unit', '1单元', building)
    for (const [i, door] of ['101', '102', '201', '202', '301', '302', '401', '402'].entries()) {
      const at = await place('door', door, unit)
      if (i > 2) continue
      const name = ['王素兰', '李建国', '赵玉梅'][i]!
      await run({ name: 'save-person', input: { name, phone: `1381234276${i}`, place: at, placeWords: '', marks: [], note: '' } }) // prettier-ignore
    }
  }),
)
afterAll(() => app.close())

/** Keys that are not the words of the request. */
let keys = 0
const type = async (page: Page, signs: string): Promise<void> => {
  keys += signs.length
  await page.keyboard.type(signs)
}
const press = async (page: Page, key: string): Promise<void> => {
  keys += 1
  await page.keyboard.press(key)
}

test('printed: six doors a page with sheet, page and row number; households masked, because it leaves the office', async () => {
  const page = await app.start()
  await unlock(page)
  await goTo(page, '走访单')
  await page.keyboard.press('n')
  await page.getByRole('combobox', { name: '楼栋' }).click()
  await page.getByText('槐树里3号楼（8 户）').click()
  await page.getByText('共 8 户，3 户已登记；2 页').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.locator('.paper-preview[open] .paper').waitFor()
  const paper = await page.locator('.paper-preview .paper').innerText()
  expect(paper).toMatch(/编号：\d{4}-0001/)
  for (const words of [
    '槐树里3号楼　第 2 页，共 2 页',
    '第 1 行',
    '第 12 行',
    '1单元101',
    '王**',
    '138****2760',
    '□ 3 投诉',
  ])
    expect(paper).toContain(words)
  expect(paper).not.toContain('王素兰')
  expect(paper).not.toContain('13812342760')
  expect(await page.locator('.paper-preview').getByRole('checkbox').count()).toBe(0)
  await app.shot('walk-sheet-paper')
  // Two pages of paper, and not a third with one line on it.
  await page.emulateMedia({ media: 'print' })
  const mm = (selector: string): Promise<number[]> =>
    page
      .locator(selector)
      .evaluateAll((parts) => parts.map((part) => (part.getBoundingClientRect().height * 25.4) / 96))
  const heights = await mm('.print-layer .paper-walk')
  const above = await mm('.print-layer :is(.paper-head, .paper-remarks)')
  expect(heights).toHaveLength(2)
  expect(heights[0]! + above.reduce((sum, height) => sum + height, 10)).toBeLessThan(263)
  await page.emulateMedia({ media: 'screen' })
  await page.keyboard.press('Escape')
  await page.locator('.paper-preview').waitFor({ state: 'detached' })
})

/** Of today, which is the day when the sheet was printed: the one time that is never still to come. */
const MIDNIGHT = '0000'
const ROWS = [
  { row: '', time: MIDNIGHT, kind: '3', text: '楼道灯一直不亮，晚上看不见台阶。' },
  { row: '', time: MIDNIGHT, kind: '2', text: '厨房下水堵了，想请人来通一通。' },
  { row: '5', time: MIDNIGHT, kind: '1', text: '想问老年卡在哪里办，要带什么。' },
  { row: '', time: MIDNIGHT, kind: '4', text: '建议楼前加一把椅子，老人好歇脚。' },
] as const

test('typed in: thirty rows take ten minutes by keyboard', async () => {
  const { page } = app
  await page.getByRole('table', { name: '走访单' }).getByText('槐树里3号楼').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /录入走访单/ }).waitFor()
  await page.getByLabel('第几行').focus()
  let signs = 0
  for (const [i, { row, time, kind, text }] of ROWS.entries()) {
    if (row) {
      await page.keyboard.press('Control+A')
      await type(page, row)
    }
    await press(page, 'Enter')
    await type(page, time)
    await press(page, 'Enter')
    await type(page, kind)
    await press(page, 'Enter')
    signs += text.length
    await page.keyboard.insertText(text)
    await press(page, 'Enter')
    await page.getByText(new RegExp(`已登记 S0012-A-\\d{4}-0000${i + 1}（第 ${[1, 2, 5, 6][i]} 行）`)).waitFor()
  }
  // Pinyin takes about two and a half keys a character; an unhurried clerk presses three keys a second.
  const perRow = keys / ROWS.length + (2.5 * signs) / ROWS.length
  expect(keys / ROWS.length).toBeLessThanOrEqual(10)
  expect((30 * perRow) / 3).toBeLessThanOrEqual(600)
  await app.shot('walk-sheet-entry')
})

test('what was typed is marked; a row typed twice asks; half a row is kept through the lock', async () => {
  const { page } = app
  await page
    .getByRole('button', { name: /^1 1单元101/ })
    .getByText('✓ 已录 1 件')
    .waitFor()
  await page.getByLabel('第几行').fill('1')
  await page.keyboard.press('Enter')
  await page.keyboard.type(MIDNIGHT)
  await page.keyboard.press('Enter')
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('窗户关不严。')
  await page.keyboard.press('Enter')
  await page.getByText('同一户还有一件，要再录吗？').waitFor()
  await page.keyboard.press('Control+L')
  await unlock(page, STATION.password)
  await page.getByText('窗户关不严。').waitFor()
  expect(await page.getByLabel('时间', { exact: true }).inputValue()).toBe(MIDNIGHT)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '再录一件' }).press('Enter')
  await page.getByText('✓ 已录 2 件').waitFor()
})

test('the paper’s time is the time raised and raises no alarm; the household came with the door', async () => {
  const { page } = app
  await page.getByRole('link', { name: /已登记/ }).click()
  await page.getByRole('heading', { name: '办理记录' }).waitFor()
  const words = await wordsOf(page)
  expect(words).toContain('王素兰')
  expect(words).toContain('槐树里3号楼1单元101')
  expect(words).not.toContain('超期')
  await goTo(page, '工单')
  await expect.poll(() => page.getByRole('row', { name: /建议楼前加一把椅子/ }).count()).toBe(1)
  expect(app.faults).toEqual([])
})
