/** A street office in real Chromium: stations, the merged list, a case without a title, figures, letters, what goes down; in both languages. */
import { cp } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../host/crash-trials.ts'
import { INTAKE, newProfile, removeFolder, SET_UP } from '../desk/desk-world.ts'
import { clock, DAY, newHouse, pin, run, sent, taken, type Pc } from '../desk/exchange-houses.ts'
import { bothLanguages } from './both-languages.ts'
import { choose, press, unlock } from './hand.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
const screens = bothLanguages(app)
const pcs: Pc[] = []
let office: Pc, first: Pc
let cases: string[] = []
let transfer = ''
let provider = ''
const order = { kind: 'daily', trigger: 'overdue', demand: '1. 2026-12-01 2. 12345', dueAt: '' } as const

const carry = async (from: Pc, to: Pc, profile: 'report' | 'directory'): Promise<void> => {
  for (const file of (await sent(from, to.house, profile)).files) await taken(to, file)
}

// Names of houses and words of letters are made of digits: they belong to neither language.
beforeAll(async () => {
  newProfile()
  clock.now = Date.now() - 16 * DAY
  office = await newHouse('JD001', '2026')
  first = await newHouse('S0012', '1001')
  const second = await newHouse('S0013', '1002')
  const third = await newHouse('S0014', '1003')
  pcs.push(office, first, second, third)
  const station = `station:${office.house}`
  await run(office.world.desk, { name: 'change-setting', input: { station, name: 'isUpperOffice', value: true } })
  await run(office.world.desk, { name: 'change-setting', input: { station, name: 'officeKind', value: 'street' } })
  await run(office.world.desk, { name: 'switch-module', input: { station, module: 'supervision', on: true } })
  for (const one of [first, second, third]) {
    await pin(one, office, 'upper')
    await pin(office, one, 'below')
  }
  const { desk } = first.world
  for (const title of ['插座一用就跳闸', '楼道灯不亮', '申请临时救助'])
    cases.push(await run(desk, { name: 'receive-case', input: { ...INTAKE, title } }))
  await run(desk, { name: 'classify', input: { case: cases[0]!, serviceType: 'administrative', category: 'L010101', reason: '' } }) // prettier-ignore
  await run(desk, { name: 'record-answer', input: { case: cases[1]!, way: 'phone', content: '已换灯泡', answeredBy: '' } }) // prettier-ignore
  await run(desk, { name: 'close-case', input: { case: cases[1]!, outcome: 'solved', note: '' } })
  await run(desk, { name: 'record-revisit', input: { case: cases[1]!, way: 'phone', valid: true, solved: true, scale: 'three-rates', grade: 'satisfied', words: '' } }) // prettier-ignore
  await run(second.world.desk, { name: 'receive-case', input: INTAKE })
  await carry(second, office, 'report')
  clock.now += 15 * DAY
  const dueAt = new Date(clock.now + 8 * 3_600_000 + 7 * DAY).toISOString().slice(0, 19) + '+08:00'
  transfer = await run(desk, {
    name: 'send-letter',
    input: { kind: 'transfer', to: office.house, cases: [cases[2]!], fields: ['name', 'phone'], demand: '1. 12345', dueAt, ground: 'statutory-duty', approvedBy: '007' }, // prettier-ignore
  })
  await carry(first, office, 'report')
  await run(office.world.desk, { name: 'order-supervision', input: { case: cases[0]!, to: '', ...order, dueAt } })
  await run(office.world.desk, { name: 'send-letter', input: { kind: 'supervision-order', to: second.house, order: { ...order, dueAt } } }) // prettier-ignore
  provider = await run(office.world.desk, { name: 'save-provider', input: { name: '12345', kind: 'public-affairs', phone: '10000003001', serviceType: 'administrative', funding: '', services: '', hours: '', area: '', contact: '' } }) // prettier-ignore
  await carry(office, first, 'directory')
  const view = must({ ok: true, value: (await desk.caseView(cases[0]!))! } as const)
  const act = view.file.acts.find(({ type }) => type === 'supervision-order')!
  await run(desk, { name: 'answer-supervision', input: { case: cases[0]!, order: act.id, step: 'answered', note: '1. 12345' } }) // prettier-ignore
  await carry(first, office, 'report')
  for (const pc of pcs) await pc.world.close()
  await cp(office.folder, app.folder, { recursive: true })
  await unlock(await app.start(), SET_UP.password)
}, 240_000)
afterAll(async () => {
  await app.close()
  for (const { folder } of pcs) await removeFolder(folder)
})

const leave = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
const go = (hash: string): Promise<unknown> => app.page.evaluate((to) => (location.hash = to), hash)

test('every screen of an upper office reads well in both languages, and none of them names a resident', async () => {
  const { page } = app
  const read = async (hash: string, name: string, ready: string): Promise<void> => {
    await go(hash)
    await page.locator(ready).first().waitFor()
    await screens.read(page, `upper-${name}`)
    const text = (await page.getByRole('main').innerText()) ?? ''
    if (name !== 'transfer') for (const secret of ['王素兰', '13800002764', '插座', '3号楼']) expect([name, text.includes(secret)]).toEqual([name, false]) // prettier-ignore
    // Nothing is wider than the window.
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }
  await read('#/stations', 'stations', '.stations-table')
  await read('#/stations/publish', 'publish', '.publish table')
  await read('#/cases', 'cases', '.case-rows tbody a')
  await read(`#/cases/${cases[0]}`, 'case', '.requester')
  await read('#/today', 'today', '.list-page')
  await read('#/exchange/letters', 'letters', '.letters-table')
  await read(`#/exchange/${transfer}`, 'transfer', '.letter-page section')
  await read('#/supervision', 'supervision', 'main h1')
  await read('#/reports', 'reports', '.query-bar')
  // Who signed in, a resident that was named in a letter, and names of files belong to neither language.
  expect(screens.strays.filter((one) => !/受理员甲|王素兰|zip\.age/.test(one))).toEqual([])
})

test('a station’s cases by one click; the figures by station; an order and a result are written by hand', async () => {
  const { page } = app
  await go('#/stations')
  await page.locator('.stations-table').getByRole('link', { name: /在办/ }).first().click()
  await page.getByRole('heading', { level: 1, name: '工单' }).waitFor()
  await expect.poll(() => page.locator('.case-rows tbody a').count()).toBe(3)
  await app.shot('zh-CN-upper-filtered')

  // Beside a station's figures stands how far they go; who sent nothing at all is named below.
  await go('#/reports')
  const table = page.getByRole('region', { name: '按站点' })
  await table
    .getByRole('row', { name: /1001/ })
    .getByText(/^最近文件 (今天|昨天)/)
    .waitFor()
  await table.getByRole('row', { name: /1002/ }).locator('.coverage .bad').waitFor()
  await table.getByText('从未来过文件、不在表里的站点 1 个：1003').waitFor()
  await table.getByText(/^有 1 个站点的数据没到齐/).waitFor()
  await app.shot('zh-CN-upper-figures')

  await go(`#/exchange/${transfer}`)
  await press(page, /填写办理结果/)
  await choose(page.getByRole('dialog'), '已解决')
  await page.getByRole('dialog').getByLabel('内容').fill('已发放临时救助')
  await app.shot('zh-CN-upper-result')
  await page.keyboard.press('Control+Enter')
  await page.getByText('已写好，随下一个文件发出。').waitFor()
  await page.locator('.letter-thread').getByText('已发放临时救助').waitFor()
  await app.shot('zh-CN-upper-answered')

  await go('#/stations')
  await page.locator('.stations-table').getByRole('button', { name: '发督办令' }).first().click()
  await page.getByRole('dialog').getByLabel('要求').fill('请本周内补齐资料')
  await app.shot('zh-CN-upper-order')
  const hint = page.getByText(/^这里写到了居民的姓名或号码（王素兰）/)
  expect(await hint.count()).toBe(0)
  await page.getByRole('dialog').getByLabel('要求').fill('请本周内为王素兰补齐资料')
  await hint.waitFor()
  await app.shot('zh-CN-upper-order-named')
  await leave(page)

  // What goes down with the directory.
  await go(`#/providers/${provider}`)
  await press(page, '加活动')
  await page.getByRole('dialog').getByLabel('活动名称').fill('义诊')
  await page.getByRole('dialog').getByLabel('说明').fill('找王素兰报名')
  await hint.waitFor()
  await app.shot('zh-CN-upper-activity-named')
  await leave(page)
  expect(app.faults).toEqual([])
})

test('at the station: the order stands on its case; a transfer says exactly what leaves, and nothing is ticked before', async () => {
  const station = await stationApp()
  try {
    await cp(first.folder, station.folder, { recursive: true })
    const page = await station.start()
    await unlock(page, SET_UP.password)
    await page.evaluate((to) => (location.hash = to), `#/cases/${cases[0]}`)
    await page.getByText('督办：2026 要求').or(page.getByText(order.demand)).first().waitFor()
    await station.shot('zh-CN-station-case')
    await press(page, '个案转报上级单位…')
    const dialog = page.getByRole('dialog')
    const preview = dialog.getByLabel('将离开本站的内容')
    await preview.getByText('还没有勾选内容。').waitFor()
    await dialog.getByRole('checkbox', { name: '标题' }).check()
    await preview.getByText('插座一用就跳闸').waitFor()
    const said = await preview.innerText()
    expect(said).not.toContain('13800002764')
    expect(said).not.toContain('王素兰')
    await choose(dialog, '履行法定职责')
    await preview.scrollIntoViewIfNeeded()
    await station.shot('zh-CN-station-transfer')
    // Neither a demand nor who approved it: nothing leaves.
    await page.keyboard.press('Control+Enter')
    await dialog.getByText('请填写').or(dialog.locator('[aria-invalid=true]')).first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.letters-table').waitFor()
    await station.shot('zh-CN-station-letters')
    expect(station.faults).toEqual([])
  } finally {
    await station.close()
  }
})
