/** The whole road, walked once by hand on a request that came out of a spreadsheet, and everything still there after kill −9. */
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync, strFromU8 } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { realFile } from '../real-data.ts'
import { choose, goTo, setUp, stationApp, unlock } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

const REAL = realFile('requests-4326.xlsx')
/** Where the real file is absent, one of our own takes its place. */
async function requests(): Promise<{ path: string; rows: number; title: string }> {
  if (existsSync(REAL)) return { path: REAL, rows: 4326, title: '' }
  console.log('skipped: no real data; a file of our own is imported instead')
  const path = join(app.place, '台账.csv')
  const rows = Array.from({ length: 60 }, (_, i) => `L${1000 + i},李一甲${i},楼道灯坏了 ${i},2026/3/${(i % 28) + 1} 09:30:00,三号楼二单元楼道灯坏了，老人上下楼看不见。`)
  await writeFile(path, `\uFEFF留言编号,留言用户,留言主题,留言时间,留言详情\r\n${rows.join('\r\n')}\r\n`)
  return { path, rows: 60, title: '' }
}

const press = async (page: Page, key: string, heading: string): Promise<void> => {
  await page.locator('body').press(key)
  await page.getByRole('dialog').getByText(heading).first().waitFor()
}
const save = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

test('the road: set-up → provider → import → classify → report up → follow-up → answer → close → revisit → finding → export', async () => {
  const page = await app.start()
  await setUp(page)

  await goTo(page, '服务单位')
  await page.getByRole('button', { name: '登记服务单位' }).first().click()
  const entry = page.getByRole('dialog')
  await entry.getByLabel('名称').fill('街道城管办')
  await choose(page, '公共事务类组织')
  await entry.getByLabel('电话').fill('010-10000000')
  await page.getByRole('dialog').getByRole('radio', { name: /行政服务型/ }).check()
  await page.keyboard.press('Control+Enter')
  await page.getByText('街道城管办').first().waitFor()

  const file = await requests()
  await goTo(page, '导入')
  await page.locator('input[type=file]').setInputFiles(file.path)
  await page.getByRole('button', { name: new RegExp(`导入 ${file.rows.toLocaleString('zh-CN')} 行|导入 ${file.rows} 行`) }).click()
  await page.getByRole('heading', { name: '导入结果' }).or(page.getByText('导入结果')).first().waitFor({ timeout: 60_000 })
  expect((await page.locator('main').innerText()).replace(/[,\s]/g, '')).toContain(`已导入${file.rows}`)

  await goTo(page, '工单')
  await page.getByText(new RegExp(`共 ${file.rows} 件`)).waitFor()
  await page.getByRole('row').nth(1).click()
  await page.locator('body').press('Enter')
  await page.getByRole('heading', { name: '办理记录' }).waitFor()
  const number = (await page.locator('main').innerText()).match(/S0012-A-\d{4}-\d{5}/)![0]

  await press(page, 'g', '分类')
  await page.getByRole('dialog').getByRole('radio', { name: /行政服务型/ }).check()
  await page.getByRole('dialog').getByLabel('类别').fill('市容环境')
  await save(page)
  await press(page, 'd', '上报')
  await page.getByRole('dialog').getByLabel('办理要求').fill('请三日内到场查看')
  await save(page)
  await press(page, 'f', '上级回话')
  await page.getByRole('dialog').getByRole('radio', { name: '已受理' }).check()
  await save(page)
  await press(page, 'c', '联系')
  await page.getByRole('dialog').getByRole('radio', { name: '联系上了' }).check()
  await page.getByRole('dialog').getByLabel('说了什么').fill('已告知正在办理')
  await save(page)
  await press(page, 'a', '答复')
  await page.getByRole('dialog').getByRole('radio', { name: '电话' }).check()
  await page.getByRole('dialog').getByLabel('答复内容').fill('城管办已到场处理，后续有人值守。')
  await save(page)
  await press(page, 'e', '办结')
  await page.getByRole('dialog').getByRole('radio', { name: '已解决' }).check()
  await save(page)
  await press(page, 'r', '回访')
  await page.getByRole('dialog').getByRole('radio', { name: '电话' }).check()
  await page.getByRole('dialog').getByRole('radio', { name: '有效', exact: true }).check()
  await page.getByRole('dialog').getByRole('radio', { name: '解决了', exact: true }).check()
  await page.getByRole('dialog').getByRole('radio', { name: '满意', exact: true }).check()
  await save(page)
  await press(page, 's', '督查')
  await page.getByRole('dialog').getByRole('radio', { name: '规范' }).check()
  await save(page)

  const story = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
  for (const words of ['上报给 街道城管办', '首次联系（电话）：联系上了', '电话答复诉求人', '办结：已解决', '回访（有效）：解决了，满意', '自访', '督查：规范']) {
    expect(story).toContain(words)
  }

  await goTo(page, '工单')
  await page.getByRole('button', { name: /^导出/ }).click()
  await page.getByText('导出 .xlsx').click()
  const said = await page.getByText(/已导出 \d+ 件：/).innerText()
  const path = said.slice(said.indexOf('：') + 1).trim()
  const parts = unzipSync(new Uint8Array(await readFile(path)))
  const sheet = Object.entries(parts).filter(([name]) => /sharedStrings|sheet1/.test(name)).map(([, bytes]) => strFromU8(bytes)).join('')
  expect(sheet).toContain(number)

  await app.killAll()
  const again = await app.start()
  await unlock(again)
  await goTo(again, '工单')
  await again.getByText(new RegExp(`共 ${file.rows} 件`)).waitFor()
  await again.getByRole('textbox', { name: '查找' }).last().fill(number)
  await again.getByText('共 1 件').waitFor()
  await again.getByRole('row').nth(1).click()
  await again.locator('body').press('Enter')
  await again.getByRole('heading', { name: '办理记录' }).waitFor()
  expect((await again.locator('main').innerText()).replace(/\s+/g, ' ')).toContain('督查：规范')
  expect(app.faults).toEqual([])
  expect((await readdir(join(app.folder, 'journal'))).length).toBeGreaterThan(0)
}, 240_000)
