/** 工单: a long list is walked, found in, narrowed, kept as a view and handed out again. */
import { readFile } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import type { Command } from '#core/commands.ts'
import { goTo, press, savedPath, unlock } from './hand.ts'
import { cellsInXlsx } from './saved-files.ts'
import { seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

const ROWS = 120
const PHONE = '13812342764'
/** Every third is market, every third welfare, every third undecided; one of all is 王素兰's. */
const row = (i: number): Command => ({
  name: 'import-request',
  input: {
    externalSource: '台账',
    externalId: `20260411000000${String(i).padStart(3, '0')}`,
    title: `灯不亮第${i}件`,
    text: '楼道灯坏了',
    raisedAt: `2026-0${1 + Math.floor(i / 28)}-${String(1 + (i % 28)).padStart(2, '0')}T09:30:00+08:00`,
    requestKind: 'complaint',
    channel: 'import',
    requesterName: i === 77 ? '王素兰' : `李一${i}`,
    requesterPhone: PHONE,
    place: '',
    category: '',
    answer: '',
    answeredBy: '',
    ...(i % 3 < 2 && { serviceType: (['market', 'welfare'] as const)[i % 3]! }),
  },
})

test('120 imported cases: keys, search by characters, pinyin and initials, filters, views, columns, and the list as a file', async () => {
  await seedStation(app.folder, async ({ run }) => {
    for (let i = 0; i < ROWS; i++) await run(row(i))
  })
  const page = await app.start()
  await unlock(page)
  await goTo(page, '工单')
  const total = (n: number): Promise<void> => page.getByText(`共 ${n} 件`).waitFor()
  await total(ROWS)

  // Only what is on the screen is drawn; the list says how long it is and where in it each row stands.
  const list = page.getByRole('table', { name: '工单' })
  const titles = (): Promise<string[]> => list.locator('tbody a').allInnerTexts()
  const chosen = list.locator('tr[aria-current=true]')
  const place = async (): Promise<number> => Number(await chosen.getAttribute('aria-rowindex')) - 1
  expect(await list.getAttribute('aria-rowcount')).toBe(String(ROWS + 1))
  expect((await titles()).length).toBeLessThan(40)
  const body = page.locator('body')
  await body.press('End')
  await list.getByRole('link', { name: '灯不亮第0件' }).waitFor()
  expect(await place()).toBe(ROWS)
  await body.press('PageUp')
  await expect.poll(place).toBeLessThan(ROWS - 3)
  await expect.poll(place).toBeGreaterThan(ROWS - 30)
  await body.press('Home')
  await body.press('PageDown')
  await expect.poll(place).toBeGreaterThan(3)
  // Dragged to the middle: the rows that belong there.
  await page.locator('.case-rows-frame').evaluate((frame) => {
    frame.scrollTop = frame.scrollHeight / 2
  })
  await list.getByRole('link', { name: '灯不亮第59件' }).waitFor()
  await body.press('Home')

  const search = page.getByRole('main').getByRole('textbox', { name: '查找' })
  for (const words of ['王素兰', 'wangsulan', 'wsl', 'wang su lan', '第77件', '20260411000000077']) {
    await search.fill(words)
    await total(1)
    expect(await titles(), words).toEqual(['灯不亮第77件'])
    expect(new URL(page.url()).hash, words).toBe('#/cases')
  }
  await search.fill('')
  await total(ROWS)

  const filter = async (name: string, option: string, several = true): Promise<void> => {
    await page.getByRole('combobox', { name }).click()
    await page
      .getByRole('option', { name: option })
      .or(page.locator(`[title="${option}"]`))
      .last()
      .click()
    // Where several may be chosen the choices stay open; Esc elsewhere would leave the page.
    if (several) await page.keyboard.press('Escape')
    await page.getByRole('listbox').first().waitFor({ state: 'hidden' })
  }
  await filter('服务类型', '公益服务型')
  await total(ROWS / 3)
  await filter('诉求类型', '咨询')
  await total(0)
  await app.shot('list-nothing-found')
  await press(page.getByRole('main').locator('.list-head'), '清除条件')
  await total(ROWS)

  // A period by its days; then everything again.
  await press(page, '更多条件 ▾')
  await filter('受理时间', '按日期…', false)
  await page.getByLabel('受理时间 从').fill('2026-02-01')
  await page.getByLabel('受理时间 到').fill('2026-02-07')
  await total(7)
  expect(new URL(page.url()).hash).toContain('received=2026-02-01..2026-02-07')
  await app.shot('list-period')
  await press(page.getByRole('main').locator('.list-head'), '清除条件')
  await total(ROWS)
  await filter('服务类型', '市场服务型')
  await total(ROWS / 3)
  await app.shot('list-filtered')

  // The keys: the second row, opened, and back to where one was.
  const [, second] = await titles()
  await list.getByRole('row').nth(1).getByText('投诉').click()
  await body.press('ArrowDown')
  await body.press('ArrowDown')
  await body.press('ArrowUp')
  await body.press('Enter')
  await page.getByRole('heading', { name: second! }).waitFor()
  await body.press('Escape')
  await total(ROWS / 3)
  expect(await chosen.locator('a').innerText()).toBe(second)

  // A view of one's own, and other columns: both are there again after a reload.
  await press(page, '列 ▾')
  await page.getByRole('checkbox', { name: '编号' }).check()
  await page.getByRole('checkbox', { name: '进度' }).uncheck()
  await press(page, '前移 编号')
  await app.shot('list-columns')
  await page.keyboard.press('Escape')
  await press(page, '＋ 存为视图')
  await page.getByLabel('给视图起个名').fill('市场的')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '市场的', pressed: true }).waitFor()
  await press(page, '未结')
  await total(ROWS)
  await page.reload()
  await unlock(page)
  await page.getByRole('button', { name: '未结', pressed: true }).waitFor()
  await page.getByRole('button', { name: '市场的' }).click()
  await total(ROWS / 3)
  await expect.poll(() => list.getByRole('columnheader').allInnerTexts()).toEqual([expect.any(String), '诉求', '承办', '编号', '时限', '操作']) // prettier-ignore

  await press(page, /^导出/)
  await page.getByText('完整台账 · .csv').click()
  const text = await readFile(await savedPath(page, /已导出 40 件：/))
  expect([...text.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(text.toString('utf8').trimEnd().split('\r\n')).toHaveLength(1 + ROWS / 3)
  await press(page, /^导出/)
  await page.getByText('按当前列 · .xlsx').click()
  await app.shot('list-exported')
  const cells = cellsInXlsx(await readFile(await savedPath(page, /已导出 40 件：.*xlsx$/)))
  for (const digits of [PHONE, '王素兰'])
    expect(
      cells.some(({ words }) => words === digits),
      digits,
    ).toBe(digits === PHONE)
  expect(cells.filter(({ words }) => words === PHONE).map(({ kind }) => kind)[0]).toBe('text')
  expect(cells.some(({ words }) => words === '办理时限')).toBe(true)
  expect(cells.some(({ words }) => words === '内容')).toBe(false)
  expect(cells.filter(({ kind, words }) => kind === 'number' && /^\d{11,}$/.test(words))).toEqual([])
  expect(app.faults).toEqual([])
})
