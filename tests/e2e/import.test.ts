/** 导入: other people's files, what is refused of them and why, and a counter that does not wait for it. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choose, goTo, press, savedPath, STATION, unlock, wordsOf } from './hand.ts'
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
  await page.getByText('第 3 行 提出时间不是日期').waitFor()
  await app.shot('import-check')
  await press(page, '导入 3 行')
  expect(await report(page)).toEqual({ 已导入: 3, 以前导入过: 0, 没有导入: 1, 空行: 0 })
  await app.shot('import-report')
  await press(page, '把没导入的存成表')
  const refused = await readFile(await savedPath(page, /已存到 /), 'utf8')
  expect(refused.startsWith('\uFEFF"留言编号"')).toBe(true)
  expect(refused).toContain('"2026-04-31 10:00:00"')
  expect(refused).toContain('"3","提出时间不是日期"')

  await give(page, path)
  await press(page, '导入 3 行')
  expect(await report(page)).toEqual({ 已导入: 0, 以前导入过: 3, 没有导入: 1, 空行: 0 })
  // The saved rows, corrected, are a file that can be imported.
  await give(page, await fileOf('改好.csv', refused.replace('2026-04-31', '2026-04-30')))
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
  await page.getByText(`共 ${rows + 5} 件`).waitFor()

  await app.forget()
  page = await app.start()
  await page.getByLabel('密码', { exact: true }).fill(STATION.password)
  await page.keyboard.press('Enter')
  await page.getByRole('progressbar').waitFor()
  await page.getByText('8005 件工单已从站点文件夹读出').waitFor()
  await goTo(page, '工单')
  await page.getByText(`共 ${rows + 5} 件`).waitFor()
  expect(app.faults).toEqual([])
})
