/** As axe.test.ts, for what stands only where files come and go: a station with two PCs, its street office, a PC that asks to join. */
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { removeFolder, SET_UP } from '../desk/desk-world.ts'
import { buildHouses, HOUSES } from '../shots/exchange-houses.ts'
import { auditOf } from './axe-audit.ts'
import { press, unlock } from './hand.ts'
import { stationApp, type StationApp } from './station-app.ts'

const place = await mkdtemp(join(tmpdir(), 'linwu-axe-'))
beforeAll(() => buildHouses(place), 240_000)
afterAll(() => removeFolder(place))
// One program and one Chromium at a time.
let app: StationApp
beforeEach(async () => void (app = await stationApp()))
afterEach(() => app.close())

/** The page and its audit, at an address until this is there. */
async function hands(house: 'station' | 'office') {
  await cp(join(place, house), app.folder, { recursive: true })
  const page = await app.start()
  await unlock(page, SET_UP.password)
  const { audit } = auditOf(app)
  const read = async (hash: string, ready: string): Promise<void> => {
    await page.evaluate((to) => (location.hash = to), hash)
    await page.locator(ready).first().waitFor()
    await audit(page, hash.slice(2))
  }
  const open = async (name: string, how: () => Promise<void>): Promise<void> => {
    await how()
    await page.getByRole('dialog').waitFor()
    await audit(page, name)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  return { page, audit, read, open }
}

test('at the station', async () => {
  const { page, audit, read, open } = await hands('station')
  await read('#/exchange', '.exchange-drop')
  await open('export', () => press(page.getByRole('region', { name: '安定街道办事处' }), /^导出/))
  await page.locator('input[type=file][multiple]').setInputFiles([HOUSES.broken, HOUSES.fromOffice, HOUSES.mass])
  await page.locator('.exchange-guard').waitFor()
  await page.getByText(/^正在看第/).waitFor({ state: 'hidden' })
  await audit(page, 'received')
  await press(page, '上报材料 ▾')
  await press(page, /^生成上报材料/)
  // The list of what was made says so, under the card's own title.
  await page.getByRole('table', { name: '生成过的上报材料' }).waitFor()
  expect(await page.getByText('上报材料', { exact: true }).count()).toBe(1)
  await audit(page, 'pack')
  await read('#/exchange/history', '.exchange-table')
  await read('#/exchange/gaps', 'main .card')
  await read('#/exchange/letters', '.letters-table')
  await open('transfer', () => press(page, '个案转报'))
  await read(`#/exchange/${HOUSES.order}`, '.letter-page section')
  await open('answer', () => page.locator('body').press('e'))
  await read('#/exchange/devices', '.devices')
  await page.locator('summary').last().click()
  await page.locator('input[type=file][accept*=linwu-grant]').setInputFiles(HOUSES.pcRequest)
  await page.getByRole('checkbox').first().waitFor()
  await audit(page, 'pc-request')
  await read('#/conflicts', '.conflict-list button')
  await open('rule', () => press(page, '按规则一次处理'))
  await page.locator('.conflict-list button', { hasText: '标题' }).click()
  await page.locator('body').press('t')
  await audit(page, 'difference')
  expect(app.faults).toEqual([])
})

test('at the office', async () => {
  const { page, audit, read, open } = await hands('office')
  await read('#/stations', '.stations-table')
  await open('order', () => page.locator('.stations-table').getByRole('button', { name: '发督办令' }).first().click())
  await press(page, '收文件')
  await page.locator('input[type=file][multiple]').setInputFiles(HOUSES.gap)
  await page.getByRole('button', { name: '导入', exact: true }).or(page.locator('.problem')).first().waitFor()
  await page.getByText(/^正在看第/).waitFor({ state: 'hidden' })
  await audit(page, 'waiting')
  await read('#/stations/publish', '.publish')
  await read('#/reports', '.coverage')
  await read('#/exchange/letters', '.letters-table')
  await read(`#/exchange/${HOUSES.transfer}`, '.letter-page section')
  await read('#/exchange/devices', '.devices')
  await page.locator('input[type=file][accept*=linwu-grant]').setInputFiles(HOUSES.houseRequest)
  await page.getByRole('checkbox').first().waitFor()
  await audit(page, 'house-request')
  expect(app.faults).toEqual([])
})

test('on a PC that asks to join', async () => {
  const page = await app.start()
  const { audit } = auditOf(app)
  await press(page, '这是本站的另一台电脑')
  // No three pages, and nothing is set up: this is another page than set-up's.
  await page.getByRole('heading', { level: 1, name: '加入本站' }).waitFor()
  expect(await page.getByText(/三页/).count()).toBe(0)
  await audit(page, 'join')
  await page.getByLabel('这台电脑叫什么').fill('里屋')
  for (const field of ['密码', '再输一遍']) await page.getByLabel(field, { exact: true }).fill(SET_UP.password)
  await press(page, '生成申请文件')
  await page.locator('.fingerprint').waitFor()
  await audit(page, 'join-asked')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: '加入本站' }).waitFor()
  await page.locator('.language-switch [lang=en]').click()
  await page.getByRole('heading', { level: 1, name: 'Join the station' }).waitFor()
})
