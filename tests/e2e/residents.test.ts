/** Places from a spreadsheet, a resident registered by keys with every check, the double that is noticed, merged and parted, the visit plan. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choose, goTo, openForm, press, save, unlock, wordsOf } from './hand.ts'
import { request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

const REGISTER = [
  '小区,楼栋,单元,门,网格,居民小组,楼门栋长,网格员,电话',
  '槐树里小区,3,2,101,第一网格,第二小组,赵楼长,陈网格,10000002222',
  '槐树里小区,3,2,102,第一网格,第二小组,,,',
  ',3,2,103,,,,,',
  '槐树里小区,,2,104,,,,,',
].join('\r\n')

let page: Page
beforeAll(async () => {
  await seedStation(app.folder, async ({ run, daysAgo }) => {
    daysAgo(3)
    await run(request({ title: '楼道灯坏了' }))
    await run({ name: 'save-person', input: { name: '王素蓝', phone: '13812342764', placeWords: '三号楼二单元', marks: ['low-income'], note: '' } }) // prettier-ignore
  })
  await writeFile(join(app.place, '楼栋台账.csv'), REGISTER)
  page = await app.start()
  await unlock(page)
})

const tab = (name: string) => page.getByRole('navigation', { name: '居民的各页' }).getByRole('link', { name })

test('place tree imported from a spreadsheet: preview, refused rows with reasons, twice the same tree', async () => {
  await goTo(page, '居民')
  await tab('地点').click()
  await press(page.getByRole('main'), '从表格导入')
  const choosing = page.locator('input[type=file]')
  await choosing.setInputFiles(join(app.place, '楼栋台账.csv'))
  await page.getByText('2 行不能导入，其余照常导入').waitFor()
  const words = await wordsOf(page)
  expect(words).toContain(
    '可以导入 2 行 · 将新增：社区 1 个、小区 1 个、楼栋 1 个、单元 1 个、门 2 个、网格 1 个、居民小组 1 个',
  )
  expect(words).toContain('第 4 行 没有填小区')
  expect(words).toContain('第 5 行 有单元，没有楼栋')
  await app.shot('zh-CN-places-import')
  await press(page, '导入')
  await press(page.getByRole('status'), '地点')
  await page.getByRole('row', { name: /槐树里小区/ }).waitFor()
  await app.shot('zh-CN-places')
  await press(page.getByRole('main'), '从表格导入')
  await choosing.setInputFiles(join(app.place, '楼栋台账.csv'))
  await page.getByText('和现有的地点一样，没有要改的。').waitFor()
  await press(page, '不导入了')
})

test('身份证 check with the exact reason, and a duplicate warning while somebody is entered', async () => {
  await goTo(page, '工单')
  await page.getByRole('link', { name: '楼道灯坏了' }).click()
  await page.getByRole('button', { name: '登记为居民' }).click()
  const form = page.getByRole('dialog')
  await expect.poll(() => form.getByLabel('姓名').inputValue()).toBe('王素兰')
  await form
    .getByRole('status', { name: '可能已经登记过' })
    .getByText('很可能是同一人：姓名同音、电话相同、住址相同')
    .waitFor()
  const address = form.getByRole('combobox', { name: /住址/ })
  await address.fill('槐树里3栋二单元10')
  await form.getByRole('option', { name: '槐树里小区3号楼2单元101' }).waitFor()
  await address.press('ArrowDown')
  await address.press('ArrowDown')
  await address.press('Enter')
  await form.getByText('已对应地点：槐树里小区3号楼2单元101').waitFor()
  await form.getByRole('checkbox', { name: '独居老人' }).check()
  await form.getByText('按关爱对象：重点，每月走访').waitFor()
  await form.getByText('更多', { exact: true }).click()
  const id = form.getByLabel('身份证号')
  for (const [typed, reason] of [
    ['110105194912310021', '最后一位应是 X，请核对各位数字'],
    ['110105194913310021', '出生日期 1949-13-31 不存在'],
    ['110105194912310021X', '应是 18 位，现在是 19 位'],
  ] as const) {
    await id.fill(typed)
    await form.getByText(reason).waitFor()
  }
  await page.keyboard.press('Control+Enter')
  // Refused by now: while a save is under way another one is not begun, and its button says so.
  await form.getByRole('button', { name: /^登记/ }).waitFor()
  await form.getByText('应是 18 位，现在是 19 位').waitFor()
  await id.fill('11010519491231002x')
  await form.getByText('校验通过：1949-12-31 出生，女').waitFor()
  await form.getByLabel('为什么需要').fill('申请高龄津贴')
  await app.shot('zh-CN-person-form')
  await save(page)
  await page.getByRole('heading', { level: 1, name: '王素兰' }).waitFor()
})

test('the person’s page: numbers masked until asked for, a visit, a major change', async () => {
  const words = await wordsOf(page)
  for (const told of ['槐树里小区3号楼2单元101', '赵楼长（2单元）', '陈网格（第一网格）', '138****2764', '110***********002X', '诉求 1 件', '列入后第一次']) expect(words).toContain(told) // prettier-ignore
  expect(words).not.toContain('13812342764')
  await press(page, '查看号码')
  await page.getByText('11010519491231002X').waitFor()
  await press(page, '收起号码')
  const visit = await openForm(page, 'v', '登记走访')
  await choose(visit, '平安')
  await save(page)
  await page.getByText('上门 · 平安').waitFor()
  const change = await openForm(page, 'c', '重大变化')
  await change.getByLabel('发生了什么').fill('出院回家')
  await save(page)
  await page.getByText('重大变化后 24 小时内').waitFor()
  await app.shot('zh-CN-person')
})

test('visit plan: coverage, who is due and why; on paper with its rows', async () => {
  await goTo(page, '居民')
  await tab('走访计划').click()
  await page.getByText('50%').waitFor()
  const row = page.getByRole('row', { name: /王素兰/ })
  expect(await row.innerText()).toContain('重大变化后 24 小时内')
  await app.shot('zh-CN-visit-plan')
  await press(page.getByRole('main'), '打印')
  const paper = page.getByRole('dialog')
  await paper.getByText('走访记录（时间、情况、走访人）').waitFor()
  expect(await paper.innerText()).toContain('槐树里小区3号楼2单元101')
  await paper.getByRole('checkbox').check()
  await expect.poll(() => paper.innerText()).toContain('王**')
  await page.keyboard.press('Escape')
})

test('merge and un-merge: one row with the union, then both as they stood', async () => {
  await tab('疑似同一人').click()
  await press(page.getByRole('main'), /^合并/)
  await page.getByRole('dialog').getByRole('radio').first().check()
  await save(page)
  await page.getByText('没有疑似同一人的登记').waitFor()
  await tab('居民').first().click()
  await page.getByText('1 人', { exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('两份资料不一致').waitFor()
  await press(page, '撤销合并')
  await page.getByText('两份资料不一致').waitFor({ state: 'hidden' })
  await goTo(page, '居民')
  await page.getByText('2 人', { exact: true }).waitFor()
  await app.shot('zh-CN-residents-registered')
  expect(app.faults).toEqual([])
})
