/**
 * Three requests, one for each kind of service, each from a pasted message to an answer and a closed loop (issue 4); then
 * a colleague is entered, takes over all three, and today is narrowed to her.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NEW_CASE_KEY } from './doors.ts'
import { agree, choose, goTo, openForm, pasteText, press, save, unlock, wordsOf } from './hand.ts'
import { provider, request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
/** In hand while the three roads are walked. */
const LEFT = ['想学用手机挂号', '楼道堆了纸箱', '活动室几点开门']
beforeAll(() =>
  seedStation(app.folder, async ({ run }) => {
    await run(provider({ name: '街道城管办', serviceType: 'administrative', kind: 'public-affairs' }))
    await run(provider({ name: '暖邻志愿队', serviceType: 'welfare', kind: 'social', services: '陪诊、出行陪伴' }))
    await run(provider({ name: '安居维修店', serviceType: 'market', services: '水管' }))
    for (const title of LEFT) await run(request({ title }))
  }),
)
afterAll(() => app.close())

/** `message`: as it is copied out of a chat; what should be read out of it; the leaf to pick; who gets it. */
type Road = {
  readonly message: string
  readonly name: string
  readonly phone: string
  readonly place: string
  readonly leaf: string
  readonly to: string
  /** The provider's two answers: the button, and what the card says then. */
  readonly steps: readonly (readonly [button: string, state: string])[]
  readonly outcome: string
}

const ROADS: Readonly<Record<'administrative' | 'welfare' | 'market', Road>> = {
  administrative: {
    message: `周玉兰 2026/3/2 09:12:33
书记您好，小区南门外天天有流动摊贩占道经营，油烟大，车也过不去，请管一管。
周玉兰 13800005671
槐树里小区3号楼2单元101`,
    name: '周玉兰',
    phone: '13800005671',
    place: '槐树里小区3号楼2单元101',
    leaf: '占道经营与流动摊贩',
    to: '街道城管办',
    steps: [
      ['已受理', '已受理'],
      ['已反馈', '已反馈'],
    ],
    outcome: '已劝离摊贩，安排每天早晚巡查。',
  },
  welfare: {
    message: `姓名：吴桂英
电话：13800005672
地址：槐树里小区5号楼1单元302
诉求：我腿脚不便，下周三要去医院看病，家里没人，想找人陪我去医院。`,
    name: '吴桂英',
    phone: '13800005672',
    place: '槐树里小区5号楼1单元302',
    leaf: '老弱出行陪伴',
    to: '暖邻志愿队',
    steps: [
      ['接单', '在办'],
      ['办完', '已办完'],
    ],
    outcome: '志愿者周三早上七点半到楼下接，陪到看完。',
  },
  market: {
    message: `我叫郑国强，住槐树里小区7号楼3单元501，厨房水管漏水，楼下都湿了，电话138-0000-5673`,
    name: '郑国强',
    phone: '13800005673',
    place: '槐树里小区7号楼3单元501',
    leaf: '水管与漏水维修',
    to: '安居维修店',
    steps: [
      ['接单', '在办'],
      ['办完', '已办完'],
    ],
    outcome: '换了角阀和软管，试水一小时不漏。',
  },
}

/** Paste → what was picked out is shown and taken over → the suggested leaf → registered. */
async function takeIn(page: Page, { message, name, phone, place, leaf }: Road): Promise<void> {
  await page.locator('body').press(NEW_CASE_KEY)
  await page.getByText('整段贴进来').waitFor()
  await pasteText(page, message)
  const strip = page.getByRole('region', { name: '认出了这些，请核对' })
  await strip.waitFor()
  const shown = await strip.innerText()
  for (const words of [name, phone, place]) expect(shown).toContain(words)
  // Shown for confirmation: nothing is in the form before Enter.
  expect(await page.getByPlaceholder('姓名').inputValue()).toBe('')
  await app.shot(`road-pasted-${name}`)
  await page.keyboard.press('Enter')
  await strip.waitFor({ state: 'hidden' })
  for (const [field, words] of [
    [page.getByPlaceholder('姓名'), name],
    [page.getByPlaceholder('电话'), phone],
    [page.getByLabel('地点').first(), place],
  ] as const)
    expect(await field.inputValue()).toBe(words)
  await choose(page, '求助')
  const suggestion = page.getByRole('region', { name: '建议分类' })
  await suggestion
    .getByText(/把握[大中小]/)
    .first()
    .waitFor()
  await app.shot(`road-suggested-${name}`)
  await press(suggestion, `用这个 ${leaf}`)
  await suggestion.getByRole('button', { name: `已选 ${leaf}` }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText(/已登记 S0012-A-\d{4}-\d{5}/).waitFor()
}

/** What the provider reported is the answer's first draft; 待答复 is said where one looks in the morning. */
async function answerAndClose(page: Page, { name, to, steps, outcome }: Road): Promise<void> {
  const card = page.locator('.referral')
  for (const [i, [button, state]] of steps.entries()) {
    await press(card, button)
    if (i === 1) await page.getByRole('dialog').getByLabel('说明').fill(outcome)
    await save(page)
    await card.locator('.order-state').getByText(state, { exact: true }).waitFor()
  }
  await goTo(page, '今日待办')
  const row = page.getByRole('table', { name: '今日待办' }).locator('tbody tr:not([aria-hidden])').filter({ hasText: '待答复' }) // prettier-ignore
  await row.getByRole('link').first().click()
  // A key pressed before the page is there goes to today's list.
  await card.first().waitFor()
  const form = await openForm(page, 'a', '答复')
  expect(await form.getByLabel('答复内容').inputValue()).toBe(outcome)
  await app.shot(`road-answer-${name}`)
  await save(page)
  await choose(await openForm(page, 'e', '办结'), '已解决')
  await save(page)
  const story = await wordsOf(page)
  for (const words of [to, outcome, '电话答复诉求人', '办结：已解决']) expect(story).toContain(words)
  await app.shot(`road-closed-${name}`)
}

test('administrative: reported up, taken on, fed back, answered, closed', async () => {
  const page = await app.start()
  await unlock(page)
  const road = ROADS.administrative
  await takeIn(page, road)
  expect(await wordsOf(page)).toContain(road.leaf)
  const form = await openForm(page, 'd', '上报')
  expect(await form.getByRole('radio', { name: new RegExp(road.to) }).isChecked()).toBe(true)
  await save(page)
  await page.locator('.referral').getByText('已上报，待受理').waitFor()
  await answerAndClose(page, road)
  expect(app.faults).toEqual([])
})

for (const type of ['welfare', 'market'] as const)
  test(`${type}: dispatched with consent, accepted, done, answered, closed`, async () => {
    const { page } = app
    const road = ROADS[type]
    await takeIn(page, road)
    // The number key of the first recommendation; only the resident's yes is missing.
    const form = await openForm(page, '1', '派单')
    expect(await form.getByRole('radio', { name: new RegExp(road.to) }).isChecked()).toBe(true)
    await agree(form)
    await save(page)
    await page.locator('.referral').getByText('已派出，待接单').waitFor()
    await answerAndClose(page, road)
    expect(app.faults).toEqual([])
  })

test('a colleague is entered and gets three cases at once; today is narrowed to her', async () => {
  const { page } = app
  await goTo(page, '设置')
  await press(page, '登记一位同事')
  await page.getByRole('dialog').getByLabel('姓名').fill('李芳')
  await save(page)
  await page.locator('.staff').getByText('李芳').waitFor()
  await app.shot('roads-staff')

  await goTo(page, '工单')
  await page.getByText('共 6 件').waitFor()
  await page.locator('body').press('Control+b')
  const many = page.getByRole('dialog')
  // What is closed stands there with its reason, and is not taken along.
  await expect.poll(() => many.getByText('已办结，不在此列').count()).toBe(3)
  await many.getByRole('combobox', { name: '交给谁' }).click()
  await page.locator('.ant-select-dropdown:visible').getByTitle(/^李芳/).click()
  await many.getByRole('button', { name: /^交办 3 件/ }).waitFor()
  // While it is open, the list of choices has the keys.
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' })
  await app.shot('roads-many')
  await save(page)
  await page.getByText('已交办 3 件。').waitFor()

  await goTo(page, '今日待办')
  await page.getByRole('combobox', { name: '经办人' }).click()
  await page.locator('.ant-select-dropdown:visible').getByTitle('李芳 · 3').click()
  const list = page.getByRole('table', { name: '今日待办' })
  await expect.poll(async () => (await list.locator('tbody a').allInnerTexts()).toSorted()).toEqual(LEFT.toSorted())
  await app.shot('roads-today')
  expect(app.faults).toEqual([])
})
