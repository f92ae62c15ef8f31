/** 今日待办: what first and why, the numbers and the cases behind them, letters on a row; then the calls of 回访. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { goTo, press, save, savedPath, unlock } from './hand.ts'
import { cellsInXlsx } from './saved-files.ts'
import { provider, request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

const CLOSED = 70

beforeAll(() =>
  seedStation(app.folder, async ({ run, daysAgo }) => {
    const repair = await run(provider({ name: '安居维修店', serviceType: 'market', services: '水管' }))
    const street = await run(provider({ name: '街道城管办', serviceType: 'administrative', kind: 'public-affairs' }))
    const dispatch = (id: string, to: string) =>
      run({
        name: 'dispatch',
        input: { case: id, provider: to, reason: '', demand: '', ground: 'no-personal-data', fieldsSent: ['title'] },
      })
    const answer = (id: string) =>
      run({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修好', answeredBy: '' } })
    daysAgo(20)
    for (let i = 0; i < CLOSED; i++) {
      // Always revisited: the others are drawn (DOMAIN §7.1).
      const id = await run(request({ title: `换灯第${i}件`, serviceType: 'market', channel: 'hotline-12345', orderNumber: `YS${i}` })) // prettier-ignore
      await answer(id)
      await run({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
    }
    daysAgo(1)
    const flood = await run(request({ title: '下水反涌，一层三户进水', urgency: 'danger', serviceType: 'administrative' })) // prettier-ignore
    await dispatch(flood, street)
    const returned = await run(request({ title: '独居老人出行陪伴', serviceType: 'market' }))
    const referral = await dispatch(returned, repair)
    await run({ name: 'record-referral-step', input: { case: returned, referral, step: 'declined', reasonCode: 'no-capacity', note: '' } }) // prettier-ignore
    const papers = await run(request({ title: '申请临时救助', serviceType: 'administrative' }))
    const up = await dispatch(papers, street)
    await run({ name: 'record-referral-step', input: { case: papers, referral: up, step: 'returned', reasonCode: 'missing-material', note: '' } }) // prettier-ignore
    // Hours, because days would move with weekends and holidays.
    daysAgo(2)
    await run(request({ title: '楼道堆物影响通道', urgency: 'urgent' }))
    daysAgo(0)
    await run(request({ title: '墙里有焦味，插座跳闸', urgency: 'danger', serviceType: 'market' }))
    const leak = await run(request({ title: '厨房水管漏水', serviceType: 'market' }))
    await dispatch(leak, repair)
    const calm = await run(request({ title: '周末课业辅导', serviceType: 'welfare' }))
    await run({ name: 'record-contact', input: { case: calm, kind: 'first-contact', way: 'phone', reached: true, note: '' } }) // prettier-ignore
    await run(request({ title: '想装晾衣架', serviceType: 'market' }))
  }),
)

test('the list says what first and why; numbers open their cases; letters act; revisits are complete', async () => {
  const page = await app.start()
  await unlock(page)
  const list = page.getByRole('table', { name: '今日待办' })
  await list.getByRole('link', { name: '下水反涌' }).waitFor()
  const reasons = async (): Promise<string[]> => {
    const words = await list.locator('tbody tr:not([aria-hidden]) td:nth-of-type(2)').allInnerTexts()
    return words.map((text) => text.replace(/\s+/g, ' '))
  }
  const order = [
    /^下水反涌.* 危及安全：已上报，待首次联系，超时 (\d+ 小时)/,
    /^墙里有焦味.* 危及安全：待派单/,
    /^楼道堆物.* 待分类，超期 (\d+ 小时|1 天)/,
    /^厨房水管漏水 已派单，待首次联系/,
    /^独居老人.* 单位退单，待改派/,
    /^想装晾衣架 新受理，待派单/,
    /^申请临时救助 等居民补材料/,
    /^换灯第0件 已答复办结，回访到期/,
  ]
  // The first rows may be those that were at hand; the whole list follows them.
  await expect.poll(() => list.getAttribute('aria-rowcount')).toBe(String(order.length - 1 + CLOSED + 1))
  await expect
    .poll(async () => (await reasons()).slice(0, order.length))
    .toEqual(order.map((pattern) => expect.stringMatching(pattern)))
  // What is on its way asks nothing today.
  expect((await reasons()).join('\n')).not.toContain('周末课业辅导')
  // Red is only what is late or dangerous.
  expect(await list.locator('tbody span.bad').allInnerTexts()).toHaveLength(3)
  await app.shot('today')

  // A danger is due within two hours: tomorrow, late in the evening.
  const [now, due] = [Date.now(), Date.now() + 2 * 3_600_000].map((time) => dayOf(momentOf(time)))
  const dueToday = now === due ? 1 : 0
  const tile = (name: string) => page.getByRole('main').getByRole('button', { name: new RegExp(`^${name}`) })
  for (const [name, n] of [
    ['已超期', 2],
    ['今天到期', dueToday],
    ['待派单或上报', 3],
    ['待首次联系', 2],
    ['回访到期', CLOSED],
  ] as const) {
    // prettier-ignore
    await tile(name).getByText(String(n), { exact: true }).waitFor()
    await tile(name).click()
    await page.getByText(`共 ${n} 件`).waitFor()
    await goTo(page, '今日待办')
  }

  // ↓↓↓ C: the page of the fourth, with the form for a contact.
  const body = page.locator('body')
  await list.getByRole('link', { name: '下水反涌' }).waitFor()
  for (let n = 0; n < 3; n++) await body.press('ArrowDown')
  await body.press('c')
  await page.getByRole('heading', { name: '厨房水管漏水' }).waitFor()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  // Back to the row one was at.
  await goTo(page, '今日待办')
  await list.getByRole('link', { name: '厨房水管漏水' }).waitFor()
  expect(await list.locator('tr[aria-current=true] a').innerText()).toBe('厨房水管漏水')
  // A letter that cannot work yet says what is missing.
  await body.press('r')
  await page.getByText('这件还在办').waitFor()

  await goTo(page, '回访')
  await page.getByText(`${CLOSED} 件已办结待回访`).waitFor()
  const calls = page.getByRole('table', { name: '回访' })
  await body.press('End')
  await calls.getByRole('link', { name: `换灯第${CLOSED - 1}件` }).waitFor()
  await app.shot('revisits')
  await body.press('r')
  const form = page.getByRole('dialog')
  await form.getByText(`换灯第${CLOSED - 1}件`).waitFor()
  for (const words of ['有效', '解决了', '满意']) await form.getByRole('radio', { name: words, exact: true }).check()
  await form.getByRole('radio', { name: '电话', exact: true }).check()
  await save(page)
  await page.getByText(`${CLOSED - 1} 件已办结待回访`).waitFor()
  await press(page, /^导出/)
  await page.getByText('.xlsx（WPS 可开）').click()
  const cells = cellsInXlsx(await readFile(await savedPath(page, new RegExp(`已导出 ${CLOSED - 1} 件：`))))
  expect(cells.filter(({ words }) => words.startsWith('换灯第'))).toHaveLength(CLOSED - 1)
  expect(app.faults).toEqual([])
})

test('providers: found by pinyin, by the matrix; how residents get to them, and what is not known', async () => {
  const { page } = app
  await goTo(page, '服务单位')
  const list = page.getByRole('table', { name: '服务单位' })
  const names = (): Promise<string[]> => list.locator('tbody td:first-child').allInnerTexts()
  await list.getByText('安居维修店').waitFor()
  const body = page.locator('body')
  await body.press('/')
  for (const words of ['ajwx', '水管', 'anju']) {
    await page.getByLabel('查找服务单位').fill(words)
    await expect.poll(names, { message: words }).toEqual([expect.stringContaining('安居维修店')])
  }
  await page.getByLabel('查找服务单位').fill('')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await names()).length).toBe(2)

  await body.press('m')
  await app.shot('providers-matrix')
  await press(page, '行政服务型, 公共事务类组织: 1')
  await expect.poll(names).toEqual([expect.stringContaining('街道城管办')])
  const card = page.getByRole('complementary', { name: '街道城管办' })
  expect(await card.innerText()).toContain('未填')
  expect(await card.locator('.bad').count()).toBe(0)

  await body.press('Enter')
  const form = page.getByRole('dialog')
  await form.getByText('更多').click()
  for (const words of ['上门', '无障碍']) await form.getByRole('checkbox', { name: words }).check()
  await save(page)
  await card.getByText('上门、无障碍').waitFor()
  await app.shot('providers')
  await press(page, /^导出/)
  await page.getByText('.xlsx（WPS 可开）').click()
  const cells = cellsInXlsx(await readFile(await savedPath(page, /已导出 1 家：/)))
  expect(cells.find(({ words }) => words === '10000000001')?.kind).toBe('text')
  await body.press('o')
  await page.getByText('共 1 件').waitFor()
  await page.getByRole('link', { name: '下水反涌' }).waitFor()
  expect(app.faults).toEqual([])
})
