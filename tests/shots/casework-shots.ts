/** Residents, places, providers, topics, walk sheets, orders and limits of the demonstration. To add one: a line here. */
import type { Page } from 'playwright-core'
import { choose, goTo, press } from '../e2e/hand.ts'
import { caseOf, formOf, openFirst, type Which } from './hands.ts'
import type { Shot, Stage } from './shot.ts'

/** Open stories of src-core/demo, by their titles. */
const GARAGE: Which = { words: '地下车库顶漏水' }
const CONSENT_BACK: Which = { words: '手机使用小课堂' }
const GAP: Which = { words: '卫生间想装扶手' }
const ORDER: Which = { words: '夜市油烟' }
const ASKED_BACK: Which = { words: '河边步道护栏' }
const PAUSED: Which = { words: '楼上装修把墙面震裂' }
const EXTENDED: Which = { words: '顶楼屋面漏雨' }
const CHILD: Which = { words: '孩子胳膊上有新伤' }
const REFUSED: Which = { words: '网上买的手机不给退' }
const UNIT: Which = { words: '校门口早高峰' }
const IN_TOPIC: Which = { words: '单元门禁坏了，谁都能进' }

const at =
  (hash: string, wait: (page: Page) => Promise<void> = async () => undefined) =>
  async ({ page }: Stage): Promise<void> => {
    await page.evaluate((to) => (location.hash = to), hash)
    await wait(page)
    await page.waitForTimeout(400)
  }

/** The first link to a page of this screen (`#/topics/…`) that its list shows. */
const firstOf =
  (name: string, rest: (page: Page) => Promise<void> = async () => undefined) =>
  async ({ page }: Stage): Promise<void> => {
    await goTo(page, name)
    await page.waitForTimeout(300)
    await page.keyboard.press('Enter')
    await rest(page)
    await page.waitForTimeout(400)
  }

const person =
  (name: string) =>
  async (stage: Stage): Promise<void> => {
    const { page } = stage
    await at('#/residents')(stage)
    const box = page.getByRole('main').getByRole('textbox').first()
    await box.fill(name)
    await page.waitForTimeout(400)
    await box.blur()
    await page.getByRole('main').getByRole('row', { name }).first().click()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.waitForTimeout(300)
  }

/** Whatever opens on this letter. */
const drawerOf =
  (which: Which, key: string) =>
  async ({ page }: Stage): Promise<void> => {
    await openFirst(page, which)
    await page.locator('body').press(key)
    await page.getByRole('dialog').waitFor()
  }

/** A paper of the case that these words find, by its name in the menu. */
const paperOf = (name: string, which: Which, title: RegExp): Shot => {
  const open = async ({ page }: Stage): Promise<void> => {
    await page.locator('body').press('p')
    await page.getByRole('menuitem', { name: title }).click()
    await page.locator('.paper-preview[open] .paper').waitFor()
  }
  return { name, show: async (stage) => (await openFirst(stage.page, which), open(stage)), anew: open }
}

/** As it comes from another program: nothing of it is typed. */
const pasted =
  (text: string) =>
  async ({ page }: Stage): Promise<void> => {
    await goTo(page, '受理')
    await page.keyboard.press('Alt+n')
    await page.waitForTimeout(200)
    await page.evaluate((words) => {
      const data = new DataTransfer()
      data.setData('text/plain', words)
      document.querySelector('main form')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })) // prettier-ignore
    }, text)
    await page.waitForTimeout(500)
  }

const CHAT = '社区你好，我叫冯三乙，住柳荫巷2号楼1单元302，家门口的下水道往上返水两天了，味道很大，麻烦尽快派人看看'
const ORDER_TEXT = `【工单编号】YS202604157788
【派单时间】2026-04-15 09:10
【办理时限】2026-04-20 18:00
【来电人】周八丁
【联系电话】10000005561
【事发地址】桂花园小区3号楼
【诉求内容】小区健身器材松动，老人锻炼差点摔倒，要求维修。
【答复要求】电话答复诉求人`

const typing =
  (title: string, text: string, ...chosen: readonly string[]) =>
  async ({ page }: Stage): Promise<void> => {
    await goTo(page, '受理')
    await page.keyboard.press('Alt+n')
    for (const word of chosen) await choose(page, word)
    await page.getByLabel('诉求标题').fill(title)
    await page.getByLabel('详细情况').fill(text)
    await page.waitForTimeout(900)
  }

const scrolledTo =
  (show: (stage: Stage) => Promise<void>, heading: string | RegExp) =>
  async (stage: Stage): Promise<void> => {
    await show(stage)
    await stage.page.getByRole('main').getByText(heading).first().scrollIntoViewIfNeeded()
    await stage.page.waitForTimeout(200)
  }

const elders = firstProvider('银杏为老')

function firstProvider(words: string) {
  return async (stage: Stage): Promise<void> => {
    const { page } = stage
    await goTo(page, '服务单位')
    const box = page.getByRole('main').getByRole('textbox').first()
    await box.fill(words)
    await page.waitForTimeout(300)
    await box.blur()
    await page.keyboard.press('p')
    await page.getByRole('heading', { level: 1, name: words }).waitFor()
    await page.waitForTimeout(400)
  }
}

export const CASEWORK_SHOTS: readonly Shot[] = [
  { name: 'person', show: person('郑六甲') },
  {
    name: 'person-form',
    show: async ({ page }) => {
      await goTo(page, '居民')
      await press(page.getByRole('main'), /^登记居民/)
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'places',
    show: async (stage) => {
      await at('#/residents/places')(stage)
      await stage.page.keyboard.press('Enter')
      await stage.page.waitForTimeout(300)
    },
  },
  { name: 'visits', show: at('#/residents/visits') },
  { name: 'twins', show: at('#/residents/twins') },
  { name: 'provider-page', show: elders },
  { name: 'provider-page-2', show: scrolledTo(elders, /合同|协议/) },
  { name: 'provider-page-3', show: scrolledTo(elders, '动态') },
  { name: 'provider-people', show: at('#/providers/people') },
  { name: 'topics', show: at('#/topics') },
  { name: 'topic', show: firstOf('共性问题') },
  { name: 'topic-answer', show: firstOf('共性问题', async (page) => page.locator('body').press('a')) },
  { name: 'walk', show: at('#/walk') },
  { name: 'walk-entry', show: firstOf('走访单') },
  {
    name: 'paper-walk',
    show: async ({ page }) => {
      await goTo(page, '走访单')
      await page.waitForTimeout(300)
      await page.keyboard.press('p')
      await page.locator('.paper-preview[open] .paper').waitFor()
    },
  },
  {
    name: 'walk-new',
    show: async ({ page }) => {
      await goTo(page, '走访单')
      await page.keyboard.press('n')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'gaps', show: at('#/gaps') },
  { name: 'minutes', show: at('#/minutes') },
  {
    name: 'bulk',
    show: async ({ page }) => {
      await goTo(page, '工单')
      await press(page.getByRole('navigation', { name: '视图' }), '超期')
      await page.getByText('已按条件筛选').waitFor()
      await page.keyboard.press('Control+b')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'case-garage', show: caseOf(GARAGE) },
  {
    name: 'case-garage-2',
    show: async (stage) => {
      await openFirst(stage.page, GARAGE)
      await stage.page.getByRole('main').evaluate((main) => (main.scrollTop = 520))
      await stage.page.waitForTimeout(200)
    },
  },
  { name: 'case-consent', show: caseOf(CONSENT_BACK) },
  { name: 'case-gap', show: caseOf(GAP) },
  { name: 'case-12345', show: caseOf(ORDER) },
  { name: 'case-12345-returned', show: caseOf(ASKED_BACK) },
  { name: 'case-paused', show: caseOf(PAUSED) },
  { name: 'case-extended', show: caseOf(EXTENDED) },
  { name: 'case-child', show: caseOf(CHILD) },
  { name: 'case-not-accepted', show: caseOf(REFUSED) },
  { name: 'case-unit', show: caseOf(UNIT) },
  { name: 'case-in-topic', show: caseOf(IN_TOPIC) },
  { name: 'form-co', show: formOf(GARAGE, 'b', '协办') },
  { name: 'form-part', show: drawerOf(GARAGE, 'l') },
  { name: 'form-gap', show: formOf(GAP, 'k', '记服务缺口') },
  { name: 'form-dispatch-consent', show: formOf(GAP, 'd', '派单') },
  { name: 'form-extend', show: drawerOf(GARAGE, 'x') },
  { name: 'form-pause', show: drawerOf(GARAGE, 'h') },
  { name: 'form-urge', show: drawerOf(GARAGE, 'i') },
  { name: 'form-assign', show: drawerOf(GARAGE, 'j') },
  { name: 'form-objection', show: drawerOf(CONSENT_BACK, 't') },
  paperOf('paper-order', GARAGE, /派单单|^Dispatch/),
  paperOf('paper-joint', GARAGE, /联席|[Jj]oint|[Ss]hared/),
  paperOf('paper-refusal', REFUSED, /不予受理|[Nn]ot accepted|[Rr]efus/),
  { name: 'intake-chat', show: pasted(CHAT) },
  { name: 'intake-order', show: pasted(ORDER_TEXT) },
  {
    name: 'intake-certificate',
    show: typing('想开一份亲属关系证明', '公证处让来社区开证明，证明我妈是我妈。', '来访', '求助'),
  },
  { name: 'intake-child', show: typing('邻居家孩子被打', '隔壁经常打孩子，孩子身上有伤，听着揪心。', '电话', '求助') },
  {
    name: 'intake-order-strip',
    show: async ({ page }) => {
      await goTo(page, '受理')
      await page.keyboard.press('Alt+n')
      for (const word of ['12345 转办', '投诉']) await choose(page, word)
      await page.waitForTimeout(300)
    },
  },
  { name: 'intake-report', show: typing('饭馆偷倒泔水', '底商饭馆夜里倒泔水。', '来访', '举报') },
]
