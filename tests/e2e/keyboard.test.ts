/** A morning at the counter without the mouse: take in, classify, dispatch, answer, close, revisit. */
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { NEW_CASE_KEY } from './doors.ts'
import { STATION, wordsOf } from './hand.ts'
import { provider, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

/** Tab until the field with this label has the focus; it must come within a screen's worth of stops. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement | null
      const own = field?.labels?.[0]?.textContent ?? field?.getAttribute('aria-label') ?? field?.textContent ?? ''
      return `${own} ${field?.closest('[role=group]')?.querySelector('.label')?.textContent ?? ''}`
    })
    if (name.includes(label)) return
  }
  throw new Error(`no way to ${label} with Tab`)
}

/** In a group of choices: the arrows go from one to the next. */
async function pick(page: Page, group: string, choice: string): Promise<void> {
  await tabTo(page, group)
  await page.keyboard.press('Space')
  for (let n = 0; n < 12; n++) {
    const chosen = await page.evaluate(() => {
      const radio = document.activeElement as HTMLInputElement
      return radio.checked ? (radio.labels?.[0]?.textContent ?? '') : ''
    })
    if (chosen.includes(choice)) return
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`no ${choice} among ${group}`)
}

const dialog = (page: Page, state: 'visible' | 'hidden'): Promise<void> => page.getByRole('dialog').waitFor({ state })

test('take in, route and revisit by keys alone', async () => {
  await seedStation(app.folder, async ({ run }) => {
    await run(provider({ name: '安居维修店', serviceType: 'market', services: '水管' }))
  })
  const page = await app.start()
  await page.getByLabel('密码', { exact: true }).waitFor()
  await page.keyboard.type(STATION.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '今日待办' }).waitFor()

  await page.keyboard.press(NEW_CASE_KEY)
  await page.getByRole('heading', { name: '受理新诉求' }).waitFor()
  // The first choice has the focus already.
  await page.keyboard.press('ArrowRight')
  await tabTo(page, '诉求人')
  await page.keyboard.type('王素兰')
  await tabTo(page, '电话')
  await page.keyboard.type('13812342764')
  // Of a kind that is always revisited: the others are drawn.
  await pick(page, '诉求类型', '投诉')
  await tabTo(page, '诉求标题')
  await page.keyboard.type('厨房水管漏水')
  await tabTo(page, '详细情况')
  await page.keyboard.type('水管从昨晚开始漏，楼下也湿了。')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/已登记 S0012-A-\d{4}-00001/).waitFor()
  expect(await wordsOf(page)).toContain('电话登记：王素兰的投诉')

  await page.keyboard.press('g')
  await dialog(page, 'visible')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await dialog(page, 'hidden')
  await page.getByText('分类：市场服务型').waitFor()

  await page.keyboard.press('d')
  await dialog(page, 'visible')
  await tabTo(page, '要求')
  await page.keyboard.type('今天上门')
  await tabTo(page, '已读给本人听，本人同意')
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await dialog(page, 'hidden')
  await page.getByText('派单给 安居维修店').first().waitFor()

  await page.keyboard.press('f')
  await dialog(page, 'visible')
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await dialog(page, 'hidden')
  await page.getByText('安居维修店 接单').waitFor()

  await page.keyboard.press('a')
  await dialog(page, 'visible')
  await page.keyboard.type('师傅已换新管，不漏了。')
  await page.keyboard.press('Control+Enter')
  await dialog(page, 'hidden')
  await page.getByText('电话答复诉求人').waitFor()
  await page.keyboard.press('e')
  await dialog(page, 'visible')
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await dialog(page, 'hidden')
  await page.getByText('办结：已解决').waitFor()

  // From the list of revisits, reached through the menu.
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: '工单' }).waitFor()
  await tabTo(page, '回访')
  await page.keyboard.press('Enter')
  await page.getByText('1 件已办结待回访').waitFor()
  await page.keyboard.press('Enter')
  await dialog(page, 'visible')
  await pick(page, '回访', '有效')
  await pick(page, '问题解决了吗', '解决了')
  await pick(page, '满意程度', '基本满意')
  await page.keyboard.press('Control+Enter')
  await dialog(page, 'hidden')
  await page.getByText('没有待回访的件').waitFor()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('wsl')
  await page.keyboard.press('Enter')
  await page.getByText('共 1 件').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '厨房水管漏水' }).waitFor()
  expect(await wordsOf(page)).toContain('回访（有效）：解决了，基本满意')
  await page.keyboard.press('?')
  await page.getByRole('heading', { name: '全部快捷键' }).waitFor()
  await app.shot('keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+l')
  await page.getByLabel('密码', { exact: true }).waitFor()
  expect(app.faults).toEqual([])
})
