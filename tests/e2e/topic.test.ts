/** 共性问题: four residents' same complaint merged while it is taken in, answered in one go, and parted again. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NEW_CASE_KEY } from './doors.ts'
import { choose, goTo, openCase, press, unlock, wordsOf } from './hand.ts'
import { request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
const NAMES = ['张一甲', '李一乙', '王一丙', '赵一丁']
const TITLES = ['楼道灯一直不亮', '楼道灯不亮好几天', '二单元楼道灯坏了不亮', '楼道灯又不亮了']
const TEXT = '楼道灯一直不亮，晚上看不见台阶。'
beforeAll(() =>
  seedStation(app.folder, async ({ run, daysAgo }) => {
    for (let i = 0; i < 3; i++) {
      daysAgo(3 - i)
      const place = `槐树里3号楼2单元${i + 1}01`
      await run(request({ requestKind: 'complaint', title: TITLES[i]!, text: TEXT, requesterName: NAMES[i]!, requesterPhone: `1390000000${i}`, place })) // prettier-ignore
    }
  }),
)
afterAll(() => app.close())

test('the fourth resident’s request is joined to the first while it is taken in; the other two follow from the topic', async () => {
  const page = await app.start()
  await unlock(page)
  await page.locator('body').press(NEW_CASE_KEY)
  await page.getByRole('heading', { name: '受理新诉求' }).waitFor()
  await choose(page, '来访')
  await choose(page, '投诉')
  await page.getByPlaceholder('姓名').fill(NAMES[3]!)
  await page.getByLabel('地点').first().fill('槐树里3号楼2单元401')
  await page.getByLabel('诉求标题').fill(TITLES[3]!)
  await page.getByLabel('详细情况').fill(TEXT)
  const alike = page.getByRole('region', { name: '疑似重复' })
  await press(alike, /^并入同一事项 S0012-A-\d{4}-00001$/)
  await alike.getByText('登记后并入同一事项').waitFor()
  await app.shot('topic-intake')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/已登记 S0012-A-\d{4}-00004/).waitFor()
  const card = page.getByRole('region', { name: '同一事项' })
  await card.getByText('共 2 件').waitFor()
  expect(await wordsOf(page)).toContain('并入共性问题')

  await card.getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: TITLES[0]! }).waitFor()
  const add = page.getByRole('button', { name: /^并入 S0012/ })
  for (const left of [2, 1]) {
    await expect.poll(() => add.count()).toBe(left)
    await add.first().click()
  }
  await page.getByText('4 件 · 4 人').waitFor()
})

test('one text, an answer of their own for each', async () => {
  const { page } = app
  await page.locator('body').press('a')
  const form = page.getByRole('dialog')
  await form.getByLabel('答复内容').fill('灯已换好，请您晚上看看。')
  expect(await form.getByRole('checkbox', { checked: true }).count()).toBe(4)
  await page.keyboard.press('Control+Enter')
  await page.getByText('已答复 4 件。').waitFor()
  await app.shot('topic-page')
  await page.locator('body').press('l')
  await page.getByRole('dialog').getByText('13900000002').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await openCase(page, TITLES[1]!)
  await page.getByRole('region', { name: '同一事项' }).getByText('共 4 件').waitFor()
  expect(await wordsOf(page)).toContain('灯已换好，请您晚上看看。')
  await app.shot('topic-case')
})

test('un-merging restores both: one is taken out, then all; the record keeps that they were joined', async () => {
  const { page } = app
  await press(page, `移出 ${TITLES[0]!}`)
  await page.getByText('已拆开，两边都恢复原样。').waitFor()
  await goTo(page, '共性问题')
  // Above the hotspots, which name the case as well.
  await page.getByRole('link', { name: TITLES[0]! }).first().click()
  await page.getByText('3 件 · 3 人').waitFor()
  await press(page, '全部拆开')
  await page.getByRole('tooltip').getByRole('button', { name: '全部拆开' }).click()
  await page.getByText('还没有共性问题').waitFor()
  await openCase(page, TITLES[3]!)
  const words = await wordsOf(page)
  expect(words).toContain('已撤销')
  expect(words).not.toContain('共 3 件')
  // What was answered meanwhile was answered to everybody.
  expect(words).toContain('灯已换好')
  await goTo(page, '工单')
  const rows = page.getByRole('row', { name: /楼道灯/ })
  await expect.poll(() => rows.count()).toBe(4)
  expect(await rows.filter({ hasText: '共性问题' }).count()).toBe(0)
  expect(app.faults).toEqual([])
})
