/** 导入: other people's files, what is refused of them and why, and a counter that does not wait for it. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheet } from '#core/sheet/read-sheet.ts'
import { choose, goTo, press, savedPath, STATION, toImportCheck, unlock, wordsOf } from './hand.ts'
import { seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
beforeAll(() => seedStation(app.folder, async () => undefined))
afterAll(() => app.close())

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(app.place, name)
  await writeFile(path, content)
  return path
}

async function give(page: Page, path: string): Promise<void> {
  await goTo(page, '导入')
  const another = page.getByRole('button', { name: '换一个文件' })
  if (await another.isVisible()) await another.click()
  await page.locator('input[type=file]').setInputFiles(path)
}

/** What the report counts: 已导入, 以前导入过, 没有导入, 空行. */
async function report(page: Page): Promise<Record<string, number>> {
  const numbers = page.locator('.import-numbers')
  await numbers.waitFor({ timeout: 30_000 })
  const names = await numbers.locator('dt').allInnerTexts()
  const values = await numbers.locator('dd').allInnerTexts()
  return Object.fromEntries(names.map((name, i) => [name, Number(values[i]!.replaceAll(',', ''))]))
}

/**
 * A register as an older spreadsheet program saves it, in GB18030, which Node can read but not write: four rows below
 * `留言编号,标题,留言时间,内容,诉求人`; the second one's date is the 31st of April, the third one's title holds 䶮 and 㐂.
 */
const REGISTER = Buffer.from(
  [
    'wfTR1LHgusUsserM4izB9NHUyrG85CzE2sjdLMvfx/PIyw0KRzEswqW1wLXGu7XByywyMDI2LTA0LTAyIDA5OjMwOjAwLMj9usXC',
    'pbb+taXUqsKltcC1xru1wcsszfXL2MC8DQpHMiy+rrjHz+wsMjAyNi0wNC0zMSAxMDowMDowMCyw69K5vq64x8/sLMDutPPSrw0K',
    'RzMs/p+80sPFx7CBOe8x19bV0MXGtfTByywyMDI2LTA0LTAzIDA4OjAwOjAwLNXQxca19NTawrfJzyzB9f6fDQpHNCzPwsuutcC2',
    'wsHLLDIwMjYvNC80IDE1OjIwLM/Cy661wLbCwcvI/czsLNXUsKLSzA0K',
  ].join(''),
  'base64',
)

test('a GB18030 register: the wrong date is refused by row, the rest comes in, and only once', async () => {
  const page = await app.start()
  await unlock(page)
  const path = await fileOf('老台账.csv', REGISTER)
  await give(page, path)
  await page.getByText('老台账.csv · 4 行').waitFor()
  await app.shot('import-columns')
  await toImportCheck(page)
  await page.getByText('第 3 行 提出时间不是日期').waitFor()
  await app.shot('import-check')
  await press(page, '导入 3 行')
  expect(await report(page)).toEqual({ 已导入: 3, 以前导入过: 0, 没有导入: 1, 空行: 0 })
  await app.shot('import-report')
  await press(page, '把没导入的存成表')
  const refused = await readFile(await savedPath(page, /已保存到/), 'utf8')
  expect(refused.startsWith('\uFEFF"留言编号"')).toBe(true)
  expect(refused).toContain('"2026-04-31 10:00:00"')
  expect(refused).toContain('"3","提出时间不是日期"')

  await give(page, path)
  await page.getByText('和上次同样的表一样对应好了').waitFor()
  await toImportCheck(page)
  await press(page, '导入 3 行')
  expect(await report(page)).toEqual({ 已导入: 0, 以前导入过: 3, 没有导入: 1, 空行: 0 })
  // The saved rows, corrected, are a file that can be imported.
  await give(page, await fileOf('改好.csv', refused.replace('2026-04-31', '2026-04-30')))
  await toImportCheck(page)
  await press(page, '导入 1 行')
  expect((await report(page))['已导入']).toBe(1)
  await press(page, '看工单')
  await page.getByText('共 4 件').waitFor()
  expect(await wordsOf(page)).toContain('䶮家门前㐂字招牌掉了')
  expect(app.faults).toEqual([])
})

test('files that are no spreadsheets get a clear answer each', async () => {
  const page = await app.start()
  await unlock(page)
  const answers = [
    ['说明.xlsx', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n', '这不是表格文件'],
    ['旧表.xls', Buffer.from('D0CF11E0A1B11AE1'.padEnd(1024, '0'), 'hex'), '这是老格式的表格'],
    ['空的.csv', '', '表里没有内容'],
    ['坏的.xlsx', Buffer.from('504B0304140000000800'.padEnd(400, '0'), 'hex'), '这个文件坏了'],
    ['照片.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), '这不是表格文件'],
  ] as const
  for (const [name, content, words] of answers) {
    await give(page, await fileOf(name, content))
    await page.getByRole('alert').getByText(words).waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('什么都没有导入')
    if (name === '旧表.xls') await app.shot('import-old-xls')
  }
  expect(app.faults).toEqual([])
})

test('a save at the counter does not wait for a big import; without browser data the folder shows it all again', async () => {
  const rows = 8_000
  let page = await app.start()
  await unlock(page)
  const lines = Array.from(
    { length: rows },
    (_, i) => `B${i},路灯不亮 ${i},2026-03-01 09:00:00,${'路灯不亮，夜里看不见。'.repeat(8)}`,
  )
  await give(page, await fileOf('大台账.csv', `留言编号,标题,留言时间,内容\n${lines.join('\n')}\n`))
  await toImportCheck(page)
  await press(page, '导入 8,000 行')
  await page.getByText('可以先去办别的事').waitFor()
  await goTo(page, '受理')
  await choose(page, '来访')
  await choose(page, '咨询')
  await page.getByLabel('诉求标题').fill('居住证在哪里办')
  await page.keyboard.press('Control+Enter')
  await page.getByText('已登记 S0012').waitFor()
  await app.shot('import-goes-on')
  await goTo(page, '导入')
  expect((await report(page))['已导入']).toBe(rows)
  await goTo(page, '工单')
  await page.getByText(`共 ${(rows + 5).toLocaleString('en')} 件`).waitFor()

  await app.forget()
  page = await app.start()
  await page.getByLabel('密码', { exact: true }).fill(STATION.password)
  await page.keyboard.press('Enter')
  await page.getByRole('progressbar').waitFor()
  await page.getByText('8005 件工单已从站点文件夹读出').waitFor()
  await goTo(page, '工单')
  await page.getByText(`共 ${(rows + 5).toLocaleString('en')} 件`).waitFor()
  expect(app.faults).toEqual([])
})

/** Words to choose for, a row that stays out, and people whose names stand nowhere else. */
const VALUED = [
  '留言编号,标题,留言时间,分类,诉求类型,渠道,诉求人',
  ...Array.from({ length: 60 }, (_, i) => `V${i},水管漏水 ${i},2026-03-0${1 + (i % 9)} 09:00:00,${i % 3 === 0 ? '物业维修' : '市场监管'},${i % 2 === 0 ? '来电诉求' : '投诉'},电联,钱有福`),
  'V99,日期不对,2026-02-30,物业维修,投诉,电联,钱有福',
].join('\n') // prettier-ignore

test('values are chosen and kept, the report is a table, and the whole import is undone and comes in again', async () => {
  const page = await app.start()
  await unlock(page)
  const path = await fileOf('诉求台账.csv', `${VALUED}\n`)
  await give(page, path)
  await press(page, '下一步')
  await page.getByText('分类：2 种写法').waitFor()
  await pick(page, '“物业维修”算作', '市场')
  await page.getByLabel('“物业维修”在我们这里叫什么').fill('家电水电')
  await pick(page, '“来电诉求”算作', '咨询')
  await pick(page, '“电联”算作', '电话')
  await app.shot('import-values')
  await press(page, '下一步')
  await page.getByRole('button', { name: '导入 60 行' }).waitFor()
  // As it will be: our category, and a tile for the type.
  await page.getByRole('cell', { name: '家电水电' }).first().waitFor()
  await app.shot('import-ready')
  await press(page, '上一步')
  await page.getByText('分类：2 种写法').waitFor()
  await press(page, '下一步')
  await press(page, '导入 60 行')
  expect(await report(page)).toEqual({ 已导入: 60, 以前导入过: 0, 没有导入: 1, 空行: 0 })

  await press(page, '把结果存成表')
  const sheet = readSheet(new Uint8Array(await readFile(await savedPath(page, /已保存到/))), '结果.xlsx')
  if (!sheet.ok) throw new Error(sheet.error)
  const lines = sheet.value.rows.map(({ cells }) => cells)
  expect(lines.length).toBe(62)
  expect(lines[0]).toEqual(['行', '原编号', '标题', '结果', '原因'])
  expect(lines[1]).toEqual([2, 'V0', '水管漏水 0', '已导入'])
  expect(lines[61]).toEqual([62, null, null, '没有导入', '提出时间不是日期'])

  // Somebody answers one of them: that one is not the import's alone any more.
  await press(page, '看工单')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('水管漏水 7')
  await page.getByRole('option').first().filter({ hasText: '水管漏水 7' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '水管漏水 7' }).waitFor()
  await page.keyboard.press('a')
  await page.getByRole('dialog').locator('textarea').first().fill('已经修好')
  await page.keyboard.press('Control+Enter')
  await page.getByText('已经修好').first().waitFor()

  await goTo(page, '导入')
  await press(page, '换一个文件')
  const row = page.getByRole('row', { name: /诉求台账\.csv/ })
  await row.getByText('导完了').waitFor()
  await app.shot('import-list')
  await row.getByRole('button', { name: '撤销…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('水管漏水 7').waitFor()
  const run = dialog.getByRole('button', { name: '抹去 59 件' })
  expect(await run.isDisabled()).toBe(true)
  await app.shot('import-undo')
  await dialog.getByLabel('请输入要抹去的件数 59').fill('59')
  await run.click()
  await dialog.getByText('硬盘上的内容也清掉了').waitFor({ timeout: 30_000 })
  await app.shot('import-undone')
  await dialog.getByRole('button', { name: '知道了' }).click()
  await row.getByText('已撤销：抹去 59 件，留下 1 件').waitFor()

  // The same file: mapped as before, and only the one that stayed is known.
  await give(page, path)
  await page.getByText('和上次同样的表一样对应好了').waitFor()
  await toImportCheck(page)
  await page.getByRole('cell', { name: '家电水电' }).first().waitFor()
  await press(page, '导入 60 行')
  expect(await report(page)).toEqual({ 已导入: 59, 以前导入过: 1, 没有导入: 1, 空行: 0 })
  expect(app.faults).toEqual([])
})

test('a big import is stopped on the way: what is in stays in, and goes in one', async () => {
  const page = await app.start()
  await unlock(page)
  const lines = Array.from({ length: 20_000 }, (_, i) => `C${i},停下的 ${i},2026-03-01 09:00:00,${'字'.repeat(200)}`)
  await give(page, await fileOf('要停下.csv', `工单编号,标题,留言时间,内容\n${lines.join('\n')}\n`))
  await toImportCheck(page)
  await press(page, '导入 20,000 行')
  await page.getByText(/剩约 \d+ (?:秒|分钟)/).waitFor()
  await app.shot('import-running')
  await press(page, '停下')
  const counts = await report(page)
  await page.getByText('导入停在半路').waitFor()
  await app.shot('import-stopped')
  const imported = counts['已导入']!
  expect(imported).toBeGreaterThan(0)
  expect(imported).toBeLessThan(20_000)
  expect(imported + counts['还没导到']!).toBe(20_000)
  await press(page, '撤销这次导入…')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(`请输入要抹去的件数 ${imported}`).fill(String(imported))
  await dialog.getByRole('button', { name: /^抹去/ }).click()
  await dialog.getByText('硬盘上的内容也清掉了').waitFor({ timeout: 60_000 })
  await dialog.getByRole('button', { name: '知道了' }).click()
  await goTo(page, '工单')
  expect(app.faults).toEqual([])
})

async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click()
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: false }).first().click()
}
