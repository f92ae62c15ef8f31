/**
 * The program's own files and an office that has only Debian's age, unzip, zip and minisign (tests/office/hand-office.ts): each
 * opens what the other one made, through the screens, digits compared. `linwu` does the same in tests/office/bundle-tools.test.ts.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handOffice, type HandOffice } from '../office/hand-office.ts'
import { checkSums, ensureTools } from '../office/standard-tools.ts'
import { approve, askUpper, exportByHand, importByHand, open, receiveByHand } from './exchange-hands.ts'
import { unlock } from './hand.ts'
import { request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
let office: HandOffice

beforeAll(async () => {
  ensureTools()
  await seedStation(app.folder, async ({ run }) => void (await run(request({ serviceType: 'welfare' }))))
  const place = join(app.place, 'office')
  mkdirSync(place)
  office = handOffice(place)
  await unlock(await app.start())
})
afterAll(() => app.close())

test('request and grant: the office answers by hand, and its digits are the ones on the screen', async () => {
  const grant = office.answer(await askUpper(app))
  await approve(app, grant, office.fingerprint, '采用')
  await app.page.getByText(office.card.name).first().waitFor()
})

test('the documented three commands open and verify what the screen exported', async () => {
  const { files } = await exportByHand(app, office.card.name)
  expect(files).toHaveLength(1)
  const { said, folder } = office.open(files[0]!)
  const { bundle, profile } = JSON.parse(readFileSync(join(folder, 'bundle', 'bundle.json'), 'utf8')) as { bundle: string; profile: string } // prettier-ignore
  expect(profile).toBe('report')
  expect(said).toContain(`linwu-bundle ${bundle}`)
  expect(checkSums(folder)).toBe(2)
  const lines = readFileSync(join(folder, 'bundle', 'events', '0001.ndjson'), 'utf8')
  expect(lines).toContain('case-received')
  expect(lines).not.toMatch(/王素兰|13812342764|三号楼/)
})

test('what the tools packed goes in on the screen, once', async () => {
  const packed = office.pack(['手工助餐点', '手工日托站'])
  const [card] = await importByHand(app, [packed])
  expect(card).toMatch(/已导入：2 条新记录/)
  const [again] = await receiveByHand(app, [packed])
  expect(again).toContain('这个文件以前导入过，没有重复计算。')
  await open(app, '#/providers')
  for (const name of ['手工助餐点', '手工日托站']) await app.page.getByText(name).first().waitFor()
  expect(app.faults).toEqual([])
})
