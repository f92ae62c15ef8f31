/** 工单: what comes in from a spreadsheet is found, narrowed, paged and handed out again. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { goTo, press, savedPath, unlock } from './hand.ts'
import { cellsInXlsx } from './saved-files.ts'
import { seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

const ROWS = 120
const PHONE = '13812342764'
/** Every third is market, every third welfare, every third undecided; one of all is 王素兰's. */
function register(): string {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const type = ['市场服务', '公益服务', ''][i % 3]
    const name = i === 77 ? '王素兰' : `李一${i}`
    const day = `2026-0${1 + Math.floor(i / 28)}-${String(1 + (i % 28)).padStart(2, '0')} 09:30:00`
    return `20260411000000${String(i).padStart(3, '0')},${name},${PHONE},灯不亮第${i}件,${day},楼道灯坏了,${type},投诉`
  })
  return `留言编号,诉求人,联系电话,标题,留言时间,内容,服务类型,诉求类型\r\n${rows.join('\r\n')}\r\n`
}

test('120 imported cases: pages, search by characters, pinyin and initials, filters, keys, and the list as a file', async () => {
  await seedStation(app.folder, async () => undefined)
  const page = await app.start()
  await unlock(page)
  const csv = join(app.place, '台账.csv')
  await writeFile(csv, register())
  await goTo(page, '导入')
  await page.locator('input[type=file]').setInputFiles(csv)
  await press(page, `导入 ${ROWS} 行`)
  await page.getByText('导入结果').waitFor()
  await press(page, '看工单')
  const total = (n: number): Promise<void> => page.getByText(`共 ${n} 件`).waitFor()
  await total(ROWS)
  await press(page, '清除条件')
  await total(ROWS)

  const titles = (): Promise<string[]> => page.getByRole('main').locator('tbody a').allInnerTexts()
  await page.getByText('第 1 / 3 页').waitFor()
  expect(await titles()).toHaveLength(50)
  await press(page, /^下一页/)
  await page.getByText('第 2 / 3 页').waitFor()
  await page.locator('body').press('PageDown')
  await page.getByText('第 3 / 3 页').waitFor()
  await expect.poll(titles).toHaveLength(20)
  await page.locator('body').press('PageDown')
  await page.locator('body').press('PageUp')
  await page.getByText('第 2 / 3 页').waitFor()
  await page.locator('body').press('PageUp')
  await expect.poll(titles).toContain('灯不亮第119件')

  const search = page.getByRole('main').getByRole('textbox', { name: '查找' })
  for (const words of ['王素兰', 'wangsulan', 'wsl', 'wang su lan', '第77件', '20260411000000077']) {
    await search.fill(words)
    await total(1)
    expect(await titles(), words).toEqual(['灯不亮第77件'])
  }
  await search.fill('')
  await total(ROWS)

  const filter = async (name: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name }).click()
    await page
      .getByRole('option', { name: option })
      .or(page.locator(`[title="${option}"]`))
      .last()
      .click()
    await page.keyboard.press('Escape')
  }
  await filter('服务类型', '公益服务型')
  await total(ROWS / 3)
  await filter('诉求类型', '咨询')
  await total(0)
  await app.shot('list-nothing-found')
  await press(page.getByRole('main').locator('.case-filters'), '清除条件')
  await total(ROWS)
  await filter('服务类型', '市场服务型')
  await total(ROWS / 3)
  await app.shot('list-filtered')

  // The keys: the second row, opened, and back to where one was.
  const [, second] = await titles()
  await page.getByRole('row').nth(1).getByText('投诉').click()
  await page.locator('body').press('ArrowDown')
  await page.locator('body').press('ArrowDown')
  await page.locator('body').press('ArrowUp')
  await page.locator('body').press('Enter')
  await page.getByRole('heading', { name: second! }).waitFor()
  await page.locator('body').press('Escape')
  await total(ROWS / 3)
  expect(await page.locator('tr[aria-current=true] a').innerText()).toBe(second)

  await press(page, /^导出/)
  await page.getByText('导出 .csv').click()
  const text = await readFile(await savedPath(page, /已导出 40 件：/))
  expect([...text.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(text.toString('utf8').trimEnd().split('\r\n')).toHaveLength(1 + ROWS / 3)
  await press(page, /^导出/)
  await page.getByText('导出 .xlsx').click()
  const cells = cellsInXlsx(await readFile(await savedPath(page, /已导出 40 件：(?=.*xlsx$)/)))
  for (const digits of [PHONE, '20260411000000075'])
    expect(cells.filter(({ words }) => words === digits).map(({ kind }) => kind)[0], digits).toBe('text')
  expect(cells.filter(({ kind, words }) => kind === 'number' && /^\d{11,}$/.test(words))).toEqual([])
  expect(app.faults).toEqual([])
})
