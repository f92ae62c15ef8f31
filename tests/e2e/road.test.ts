/** The whole road, walked once by hand on a request that came out of a spreadsheet, and everything still there after kill −9. */
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { realFile } from '../real-data.ts'
import {
  choose,
  goTo,
  openForm,
  pickCategory,
  press,
  save,
  savedPath,
  setUp,
  toImportCheck,
  unlock,
  wordsOf,
} from './hand.ts'
import { wordsInXlsx } from './saved-files.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

const REAL = realFile('requests-4326.xlsx')
/** Where the real file is absent, one of our own takes its place. */
async function requests(): Promise<{ path: string; rows: number }> {
  if (existsSync(REAL)) return { path: REAL, rows: 4326 }
  console.log('skipped: no real data; a file of our own is imported instead')
  const path = join(app.place, '台账.csv')
  const rows = Array.from(
    { length: 60 },
    (_, i) => `L${1000 + i},李一甲${i},楼道灯坏了 ${i},2026/3/${(i % 28) + 1} 09:30:00,三号楼二单元楼道灯坏了。`,
  )
  await writeFile(path, `\uFEFF留言编号,留言用户,留言主题,留言时间,留言详情\r\n${rows.join('\r\n')}\r\n`)
  return { path, rows: 60 }
}

test('set-up → provider → import → classify → report up → follow-up → answer → close → revisit → finding → export', async () => {
  const page = await app.start()
  await setUp(page)

  await goTo(page, '服务单位')
  await page.getByRole('button', { name: '登记服务单位' }).first().click()
  const entry = page.getByRole('dialog')
  await entry.getByLabel('名称').fill('街道城管办')
  await choose(entry, '公共事务类组织')
  await entry.getByRole('textbox', { name: '电话' }).fill('010-10000000')
  await entry.getByRole('radio', { name: /行政服务型/ }).check()
  await save(page)
  await page.getByText('街道城管办').first().waitFor()

  const file = await requests()
  await goTo(page, '导入')
  await page.locator('input[type=file]').setInputFiles(file.path)
  await toImportCheck(page)
  await press(page, new RegExp(`^导入 ${file.rows.toLocaleString('en')} 行`))
  await page.getByText('导入结果').waitFor({ timeout: 60_000 })
  expect((await wordsOf(page)).replace(/[,\s]/g, '')).toContain(`已导入${file.rows}`)

  await goTo(page, '工单')
  await page.getByText(`共 ${file.rows.toLocaleString('en')} 件`).waitFor()
  await page.getByRole('row').nth(1).click()
  await page.locator('body').press('Enter')
  await page.getByRole('heading', { name: '办理记录' }).waitFor()
  const number = /S0012-A-\d{4}-\d{5}/.exec(await wordsOf(page))![0]

  const classify = await openForm(page, 'g', '分类')
  await pickCategory(classify, '占道经营')
  expect(await classify.getByRole('radio', { name: /行政服务型/ }).isChecked()).toBe(true)
  await save(page)
  const report = await openForm(page, 'd', '上报')
  await report.getByLabel(/^要求/).fill('请三日内到场查看')
  await save(page)
  await choose(await openForm(page, 'f', '上级回话'), '已受理')
  await save(page)
  const contact = await openForm(page, 'c', '联系')
  await choose(contact, '联系上了')
  await contact.getByLabel('说了什么').fill('已告知正在办理')
  await save(page)
  const answer = await openForm(page, 'a', '答复')
  await choose(answer, '电话')
  await answer.getByLabel('答复内容').fill('城管办已到场处理，后续有人值守。')
  await save(page)
  await choose(await openForm(page, 'e', '办结'), '已解决')
  await save(page)
  const revisit = await openForm(page, 'r', '回访')
  for (const word of ['电话', '有效', '解决了', '满意']) await choose(revisit, word)
  await save(page)
  await choose(await openForm(page, 's', '督查'), '规范')
  await save(page)
  await app.shot('road-case')

  const story = await wordsOf(page)
  for (const words of [
    '上报给 街道城管办',
    '首次联系（电话）：联系上了',
    '电话答复诉求人',
    '办结：已解决',
    '回访（有效）：解决了，满意',
    '自访',
    '督查：规范',
  ])
    expect(story).toContain(words)

  await goTo(page, '工单')
  await press(page, /^导出/)
  await page.getByText('完整台账 · .xlsx').click()
  const path = await savedPath(page, /已导出 \d+ 件：/)
  expect(wordsInXlsx(await readFile(path))).toContain(number)

  await app.killAll()
  const again = await app.start()
  await unlock(again)
  await goTo(again, '工单')
  await again.getByText(`共 ${file.rows.toLocaleString('en')} 件`).waitFor()
  await again.getByRole('main').getByRole('textbox', { name: '查找' }).fill(number)
  await again.getByText('共 1 件').waitFor()
  await again.getByRole('row').nth(1).click()
  await again.locator('body').press('Enter')
  await again.getByRole('heading', { name: '办理记录' }).waitFor()
  expect(await wordsOf(again)).toContain('督查：规范')
  expect((await readdir(join(app.folder, 'journal'))).length).toBeGreaterThan(0)
  expect(app.faults).toEqual([])
})
