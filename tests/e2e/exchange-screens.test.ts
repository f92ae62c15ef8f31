/**
 * 文件交换 as a clerk sees it: what leaves is said before it leaves, a file that came is looked through step by step and taken in with
 * one button, a broken one holds up nothing. The other PC and the office are real ones, in folders of their own.
 */
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../host/crash-trials.ts'
import { newProfile, removeFolder, SET_UP } from '../desk/desk-world.ts'
import { clock, DAY, newHouse, pin, run, secondPc, sent, taken, type Pc } from '../desk/exchange-houses.ts'
import { importRowsOf, receiveCase } from '../faults/station-story.ts'
import { unlock } from './hand.ts'
import { provider } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
const pcs: Pc[] = []
/** Where the files lie that others sent. */
const files = { office: '', back: '', broken: '', mass: '' }

async function put(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(app.place, name)
  await writeFile(path, bytes)
  return path
}

beforeAll(async () => {
  newProfile()
  clock.now = Date.now() - 10 * DAY
  const station = await newHouse('S0012', '槐树里社区服务站')
  const office = await newHouse('JD001', '安定街道办事处')
  const back = await secondPc(station, 'B')
  pcs.push(station, office, back)
  await pin(station, office, 'upper')
  await pin(office, station, 'below')
  await receiveCase(station.world.desk, '楼道灯不亮')
  await receiveCase(station.world.desk, '水管漏水')
  const begun = { file: '旧.xlsx', sha256: 'a'.repeat(64), rows: 60, header: ['留言编号'], map: { externalId: '留言编号' }, values: {} } // prettier-ignore
  const imported = await run(station.world.desk, { name: 'begin-import', input: begun })
  const rows = importRowsOf(1, 60).map(({ row, command }) => ({ row, command: { ...command, input: { ...command.input, import: imported } } })) // prettier-ignore
  must(await station.world.desk.importRows(rows))
  // A file on its way for ten days, of which the office never said a word.
  await sent(station, office.house, 'report')
  clock.now = Date.now() - DAY
  await receiveCase(station.world.desk, '电梯异响')
  await run(station.world.desk, provider({ name: '安心家政服务中心', serviceType: 'market', area: '槐树里一带，找王素兰联系' })) // prettier-ignore
  await run(office.world.desk, provider({ name: '安定街道养老驿站', serviceType: 'welfare' }))
  await taken(back, (await sent(station, station.house, 'hand-over')).files[0]!)
  await receiveCase(back.world.desk, '下水道堵了')
  await receiveCase(back.world.desk, '想找人陪诊')
  const [fromOffice] = (await sent(office, station.house, 'directory')).files
  const [fromBack] = (await sent(back, station.house, 'hand-over')).files
  clock.now += 60_000
  must(await back.world.desk.undoImport(imported, 60))
  const [mass] = (await sent(back, station.house, 'hand-over')).files
  files.mass = await put(`mass-${mass!.name}`, mass!.bytes)
  files.office = await put(fromOffice!.name, fromOffice!.bytes)
  files.back = await put(fromBack!.name, fromBack!.bytes)
  files.broken = await put('S0012-broken.zip.age', fromBack!.bytes.slice(0, 900))
  for (const pc of pcs) await pc.world.close()
  await cp(station.folder, app.folder, { recursive: true })
  await unlock(await app.start(), SET_UP.password)
}, 240_000)
afterAll(async () => {
  await app.close()
  for (const { folder } of pcs) await removeFolder(folder)
})

test('a card a house: what was never confirmed is red, and says what to do', async () => {
  const { page } = app
  await page.evaluate(() => (location.hash = '#/exchange'))
  const upper = page.getByRole('region', { name: '安定街道办事处' })
  await upper.getByText(/另有 \d+ 条没导出/).waitFor()
  await upper.getByText(/10 天没有确认/).waitFor()
  await app.shot('exchange-home')
})

test('before it leaves: in numbers, what stays, and whose name stands in an open text; then a file that was read back', async () => {
  const { page } = app
  await page.getByRole('region', { name: '安定街道办事处' }).getByRole('button', { name: /导出/ }).click()
  const drawer = page.getByRole('dialog', { name: /导出给 安定街道办事处/ })
  await drawer.getByText('姓名、电话、住址', { exact: false }).waitFor()
  await drawer.getByText('件工单的进展').waitFor()
  await drawer.getByText('王素兰').waitFor()
  await drawer.getByText(/逐类看/).click()
  await app.shot('exchange-export-preview')
  await page.keyboard.press('Control+Enter')
  await drawer.getByText(/已导出 \d+ 条记录，写完后读回核对一致/).waitFor()
  const path = await drawer.locator('.exchange-done li > span').first().textContent()
  const bytes = await readFile(path!)
  expect(bytes.subarray(0, 21).toString('latin1')).toBe('age-encryption.org/v1')
  await app.shot('exchange-exported')
  await page.keyboard.press('Escape')
})

test('three files at once: two can be imported, the broken one says why and holds up none', async () => {
  const { page } = app
  await page.locator('input[type=file][multiple]').setInputFiles([files.broken, files.office, files.back])
  const broken = page.getByRole('article', { name: 'S0012-broken.zip.age' })
  await broken.getByRole('alert').waitFor()
  await broken.getByText('本站的数据没有变', { exact: false }).first().waitFor()
  const all = page.getByRole('button', { name: '全部导入（2 个）' })
  await all.waitFor()
  const back = page.getByRole('article').filter({ hasText: '全部内容（本站电脑之间）' })
  await back.getByText('逐步看').click()
  await back.getByText('签名和登记核对一致').waitFor()
  expect(await back.getByRole('region', { name: /导入后会怎样/ }).textContent()).toMatch(/新工单2/)
  await app.shot('exchange-received')
  await all.click()
  await page.getByText(/^已导入：/).nth(1).waitFor() // prettier-ignore
  await app.shot('exchange-imported')
  await page.evaluate(() => (location.hash = '#/cases'))
  await page.getByText('想找人陪诊').first().waitFor()
})

test('the same file once more is known, and says so', async () => {
  const { page } = app
  await page.evaluate(() => (location.hash = '#/exchange'))
  await page.locator('input[type=file][multiple]').setInputFiles([files.back])
  await page.getByText('这个文件以前导入过，没有重复计算。').waitFor()
})

test('a file that would erase sixty cases asks for their number, and is not part of any 全部导入', async () => {
  const { page } = app
  await page.locator('input[type=file][multiple]').setInputFiles([files.mass])
  const card = page.getByRole('article').filter({ hasText: 'mass-' })
  const guard = card.getByRole('region', { name: '这个文件会一次改掉很多' })
  await guard.waitFor()
  await app.shot('exchange-guard')
  const yes = guard.getByRole('button', { name: '我问过了，导入' })
  expect(await yes.isDisabled()).toBe(true)
  const field = guard.getByRole('textbox')
  const [count = ''] = /\d+/.exec((await guard.locator('label').textContent()) ?? '') ?? []
  expect(Number(count)).toBeGreaterThanOrEqual(60)
  await field.fill('6')
  expect(await yes.isDisabled()).toBe(true)
  await field.fill(count)
  await yes.click()
  await card.getByText(/^已导入：/).waitFor()
})

test('收发记录 has every file with its number; 缺件 says that nothing is missing', async () => {
  const { page } = app
  await page.getByRole('navigation', { name: '文件交换分页' }).getByRole('link', { name: '收发记录' }).click()
  const table = page.getByRole('table', { name: '收发记录' })
  await table.waitFor()
  // Out ten days ago, the hand-over, and today's; in: three; and what the other PC of the house says of its own.
  await expect.poll(() => table.locator('tbody tr').count()).toBeGreaterThanOrEqual(6)
  await app.shot('exchange-history')
  await page.evaluate(() => (location.hash = '#/exchange/gaps'))
  await page.getByText('不缺', { exact: true }).waitFor()
  await app.shot('exchange-gaps')
})

test('in English', async () => {
  const { page } = app
  await page.evaluate(() => (location.hash = '#/exchange'))
  await page.locator('.language-switch [lang=en]').click()
  await page.getByText('Receive files').waitFor()
  await app.shot('exchange-home-en')
  await page.keyboard.press('e')
  await page.getByRole('dialog').getByText(/What stays here|inside: only PCs/).first().waitFor() // prettier-ignore
  await app.shot('exchange-export-en')
  await page.keyboard.press('Escape')
  await page.evaluate(() => (location.hash = '#/exchange/history'))
  await page.getByRole('table').waitFor()
  await app.shot('exchange-history-en')
  expect(app.faults).toEqual([])
})
