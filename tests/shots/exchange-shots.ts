/** 文件交换, 待核对 and 下属站点, at a station and at its street office (exchange-houses.ts). To add one: a line in its table. */
import type { Page } from 'playwright-core'
import { choose, press } from '../e2e/hand.ts'
import { HOUSES } from './exchange-houses.ts'
import type { Shot, Stage } from './shot.ts'

const at =
  (hash: string, ready: string) =>
  async ({ page }: Stage): Promise<void> => {
    await page.evaluate((to) => (location.hash = to), hash)
    await page.locator(ready).first().waitFor()
    await page.waitForTimeout(400)
  }

const dialog = (page: Page) => page.getByRole('dialog')
const home = at('#/exchange', '.exchange-drop')
const FILES = 'input[type=file][multiple]'

const receiving =
  (cards: number, ...files: readonly (keyof typeof HOUSES)[]) =>
  async (stage: Stage): Promise<void> => {
    const { page } = stage
    await home(stage)
    await page.locator(FILES).setInputFiles(files.map((file) => HOUSES[file]))
    await page.locator('article.exchange-received').nth(cards - 1).waitFor() // prettier-ignore
    await page.getByText(/^正在看第/).waitFor({ state: 'hidden' })
  }

const trusting =
  (file: keyof typeof HOUSES) =>
  async (stage: Stage): Promise<void> => {
    await at('#/exchange/devices', '.devices')(stage)
    await stage.page.locator('input[type=file][accept*=linwu-grant]').setInputFiles(HOUSES[file])
    await stage.page.getByRole('checkbox').first().waitFor()
  }

const letter = (of: 'order' | 'transfer') => (stage: Stage) =>
  at(`#/exchange/${HOUSES[of]}`, '.letter-page section')(stage)

const covered = (show: Shot['show']): Pick<Shot, 'show' | 'leave'> => ({
  show: async (stage) => {
    await show(stage)
    await stage.page.keyboard.press('F9')
    await stage.page.waitForTimeout(400)
  },
  leave: ({ page }) => page.keyboard.press('F9'),
})

const difference =
  (n: number) =>
  async (stage: Stage): Promise<void> => {
    await at('#/conflicts', '.conflict-list button')(stage)
    await stage.page.locator('.conflict-list button').nth(n).click()
  }

/** By the letter that opens it again in the other language. */
const drawerOf = (name: string, before: Shot['show'], open: (page: Page) => Promise<void>): Shot => {
  const show = async ({ page }: Stage): Promise<void> => {
    await open(page)
    await dialog(page).waitFor()
    await page.waitForTimeout(400)
  }
  return { name, show: async (stage) => (await before(stage), show(stage)) }
}

/** Of the demonstration, which has no upper office: what every station has on its first day. */
export const FIRST_DAY_SHOTS: readonly Shot[] = [
  { name: 'exchange-first-day', show: at('#/exchange', '.exchange-pack') },
  { name: 'exchange-first-day-covered', ...covered(at('#/exchange', '.exchange-pack')) },
  {
    name: 'exchange-first-day-made',
    show: async (stage) => {
      await at('#/exchange', '.exchange-pack')(stage)
      await stage.page.keyboard.press('Control+s')
      await stage.page.locator('.exchange-password').waitFor()
    },
  },
  { name: 'exchange-first-day-devices', show: at('#/exchange/devices', '.devices') },
]

/** One after the other: what an earlier one took in or wrote stands in the later ones. */
export const EXCHANGE_SHOTS: readonly Shot[] = [
  { name: 'exchange-home', show: home },
  { name: 'exchange-home-covered', ...covered(home) },
  drawerOf('exchange-export', home, async (page) => {
    await page.getByRole('region', { name: '安定街道办事处' }).getByRole('button').click()
    await dialog(page)
      .getByText(/共 \d+ 条记录/)
      .waitFor()
  }),
  {
    name: 'exchange-export-kinds',
    show: async (stage) => {
      const { page } = stage
      await home(stage)
      await page.getByRole('region', { name: '安定街道办事处' }).getByRole('button').click()
      await dialog(page).locator('summary').click()
    },
  },
  drawerOf('exchange-hand-over', home, async (page) => {
    await page.getByRole('region', { name: '本站其他电脑' }).getByRole('button').click()
    await dialog(page)
      .getByText(/共 \d+ 条记录/)
      .waitFor()
  }),
  {
    name: 'exchange-exported',
    show: async (stage) => {
      await home(stage)
      await stage.page.keyboard.press('e')
      await dialog(stage.page).getByText(/共 \d+ 条记录/).waitFor() // prettier-ignore
      await stage.page.keyboard.press('Control+Enter')
      await dialog(stage.page).getByText(/读回核对一致/).waitFor() // prettier-ignore
    },
  },
  { name: 'exchange-received', show: receiving(3, 'broken', 'fromOffice', 'fromBack') },
  { name: 'exchange-inbox', show: home },
  {
    name: 'exchange-steps',
    show: async (stage) => {
      await receiving(1, 'fromBack')(stage)
      await stage.page.locator('.exchange-received').first().evaluate((card) => card.scrollIntoView()) // prettier-ignore
    },
  },
  {
    name: 'exchange-imported',
    show: async (stage) => {
      await receiving(2, 'fromOffice', 'fromBack')(stage)
      await press(stage.page, /^全部导入/)
      await stage.page.locator('article.exchange-received p.done').nth(1).waitFor()
      await stage.page.locator('.exchange-received').first().evaluate((card) => card.scrollIntoView()) // prettier-ignore
    },
  },
  {
    name: 'exchange-guard',
    show: async (stage) => {
      await receiving(1, 'mass')(stage)
      await stage.page.locator('.exchange-guard').waitFor()
      await stage.page.locator('.exchange-received').first().evaluate((card) => card.scrollIntoView()) // prettier-ignore
    },
  },
  { name: 'exchange-history', show: at('#/exchange/history', '.exchange-table') },
  { name: 'exchange-gaps-none', show: at('#/exchange/gaps', '.empty-state, main .card') },
  { name: 'exchange-letters', show: at('#/exchange/letters', '.letters-table') },
  { name: 'exchange-letters-covered', ...covered(at('#/exchange/letters', '.letters-table')) },
  { name: 'exchange-letter', show: letter('order') },
  drawerOf('exchange-letter-answer', letter('order'), (page) => page.locator('body').press('e')), // prettier-ignore
  { name: 'exchange-letter-transfer', show: letter('transfer') },
  {
    name: 'exchange-transfer',
    show: async (stage) => {
      const { page } = stage
      await at('#/exchange/letters', '.letters-table')(stage)
      await press(page, '个案转报')
      await dialog(page).getByRole('combobox').first().fill('油烟')
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
      for (const name of ['标题', '姓名']) await dialog(page).getByRole('checkbox', { name }).check()
      await choose(dialog(page), '履行法定职责')
    },
  },
  {
    name: 'exchange-transfer-2',
    show: async (stage) => {
      const { page } = stage
      await at('#/exchange/letters', '.letters-table')(stage)
      await press(page, '个案转报')
      await dialog(page).getByRole('combobox').first().fill('油烟')
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
      for (const name of ['标题', '姓名']) await dialog(page).getByRole('checkbox', { name }).check()
      await dialog(page).getByLabel('将离开本站的内容').scrollIntoViewIfNeeded()
    },
  },
  { name: 'exchange-devices', show: at('#/exchange/devices', '.devices') },
  {
    name: 'exchange-devices-2',
    show: async (stage) => {
      await at('#/exchange/devices', '.devices')(stage)
      await stage.page.locator('.devices').last().evaluate((list) => list.scrollIntoView({ block: 'center' })) // prettier-ignore
    },
  },
  { name: 'exchange-pc-request', show: trusting('pcRequest') },
  {
    name: 'exchange-revoke',
    show: async (stage) => {
      await at('#/exchange/devices', '.devices')(stage)
      await press(stage.page, /^停用/)
      await stage.page.waitForTimeout(300)
    },
  },
  {
    name: 'exchange-renew',
    show: async (stage) => {
      await at('#/exchange/devices', '.devices')(stage)
      await stage.page.locator('summary').last().click()
      await press(stage.page, '给这台电脑换新密钥')
      await stage.page.waitForTimeout(300)
    },
  },
  { name: 'exchange-conflicts-today', show: at('#/today', 'main h1') },
  ...[0, 1, 2, 3, 4].map((n): Shot => ({ name: `exchange-conflicts-${n}`, show: difference(n) })),
  { name: 'exchange-conflicts-covered', ...covered(at('#/conflicts', '.conflict-list button')) },
  drawerOf('exchange-conflicts-rule', difference(0), (page) => press(page, '按规则一次处理')),
  {
    name: 'exchange-conflicts-third',
    show: async (stage) => {
      await at('#/conflicts', '.conflict-list button')(stage)
      await stage.page.locator('.conflict-list button', { hasText: '标题' }).click()
      await stage.page.keyboard.press('t')
    },
  },
]

export const OFFICE_SHOTS: readonly Shot[] = [
  { name: 'office-today', show: at('#/today', 'main h1') },
  { name: 'office-stations', show: at('#/stations', '.stations-table') },
  { name: 'office-stations-covered', ...covered(at('#/stations', '.stations-table')) },
  {
    name: 'office-received',
    show: async (stage) => {
      const { page } = stage
      await at('#/stations', '.stations-table')(stage)
      await press(page, '收文件')
      await page.locator(FILES).setInputFiles(HOUSES.gap)
      await page.locator('article.exchange-received').waitFor()
      await page.getByText(/^正在看第/).waitFor({ state: 'hidden' })
    },
  },
  {
    name: 'office-taken',
    show: async (stage) => {
      const { page } = stage
      await home(stage)
      await page.locator(FILES).setInputFiles(HOUSES.gap)
      await page.locator('article.exchange-received').waitFor()
      await page.getByText(/^正在看第/).waitFor({ state: 'hidden' })
      const take = page.getByRole('button', { name: '导入', exact: true })
      if ((await take.count()) > 0) await take.click()
      await page.waitForTimeout(800)
      await page.locator('.exchange-received').first().evaluate((card) => card.scrollIntoView()) // prettier-ignore
    },
  },
  { name: 'office-stations-gap', show: at('#/stations', '.stations-table') },
  { name: 'office-figures', show: at('#/reports', '.coverage') },
  { name: 'office-gaps', show: at('#/exchange/gaps', '.exchange-table') },
  {
    name: 'office-gaps-asked',
    show: async (stage) => {
      await at('#/exchange/gaps', '.exchange-table')(stage)
      await press(stage.page, /^向 .* 索要$/)
      await stage.page.locator('.exchange-done').waitFor()
    },
  },
  { name: 'office-home', show: home },
  { name: 'office-history', show: at('#/exchange/history', '.exchange-table') },
  {
    name: 'office-order',
    show: async (stage) => {
      await at('#/stations', '.stations-table')(stage)
      await stage.page.locator('.stations-table').getByRole('button', { name: '发督办令' }).first().click()
      await stage.page.waitForTimeout(400)
    },
  },
  { name: 'office-publish', show: at('#/stations/publish', '.publish table') },
  { name: 'office-cases', show: at('#/cases', '.case-rows tbody a') },
  { name: 'office-letters', show: at('#/exchange/letters', '.letters-table') },
  {
    name: 'office-letters-all',
    show: async (stage) => {
      await at('#/exchange/letters', '.letters-table, main .card')(stage)
      await choose(stage.page, '全部')
      await stage.page.waitForTimeout(300)
    },
  },
  { name: 'office-letter', show: letter('transfer') },
  { name: 'office-devices', show: at('#/exchange/devices', '.devices') },
  { name: 'office-house-request', show: trusting('houseRequest') },
]
