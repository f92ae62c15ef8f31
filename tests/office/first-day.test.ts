/**
 * 上报材料.zip out of the real page, as the upper office gets it: 7-Zip opens it with the password that the screen showed and with no
 * other, LibreOffice opens the three files, and nobody is in them.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { savedPath, unlock } from '../e2e/hand.ts'
import { request, seedStation } from '../e2e/seed-station.ts'
import { stationApp } from '../e2e/station-app.ts'
import { ensureOffice } from './office-programs.ts'
import { withoutHeads } from './pdf.ts'
import { ensureSevenZip, entriesOf, unpacked, type Entry } from './seven-zip.ts'
import { openInOffice } from './spreadsheet.ts'

const place = mkdtempSync(join(tmpdir(), 'linwu-first-day-'))
const app = await stationApp()
let zip = ''
let password = ''
let entries: readonly Entry[] = []

const TOLD = { requesterName: '王素兰', requesterPhone: '13812342764', place: '槐树里3号楼2单元501' } as const
/** What must be in none of the three. */
const NOBODY = /王素兰|13812342764|12342764|2单元|501|漏到楼下|已修好换了阀/

beforeAll(async () => {
  ensureSevenZip()
  ensureOffice()
  await seedStation(app.folder, async ({ run, daysAgo }) => {
    daysAgo(0)
    for (let i = 0; i < 3; i++) {
      const id = await run(request({ ...TOLD, title: `王素兰家水管第${i}次漏到楼下`, text: '王素兰 13812342764 漏到楼下' })) // prettier-ignore
      if (i === 0) {
        await run({ name: 'classify', input: { case: id, serviceType: 'market', category: 'L010101', reason: '' } })
        await run({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修好换了阀', answeredBy: '' } })
        await run({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
      }
    }
    await run(request({ ...TOLD, requestKind: 'report', title: '王素兰举报漏到楼下' }))
  })
  const page = await app.start()
  await unlock(page)
  await page.evaluate(() => (location.hash = '#/exchange'))
  // The month that is running: what was registered today must be in it.
  await page.getByRole('combobox', { name: '哪个月' }).click()
  await page.keyboard.press('Home')
  await page.locator('.ant-select-item-option').first().click()
  await app.shot('first-day')
  await page.getByRole('button', { name: /生成上报材料/ }).click()
  zip = await savedPath(page, /已保存到/)
  password = (await page.getByRole('group', { name: '打开密码' }).locator('code').textContent()) ?? ''
  await app.shot('first-day-made')
  entries = entriesOf(zip)
}, 240_000)
afterAll(async () => {
  await app.close()
  rmSync(place, { recursive: true, force: true })
})

test('the policy of the page lets it be made, and every file is under AES-256', () => {
  expect(app.faults).toEqual([])
  expect(basename(zip)).toMatch(/^上报材料-.+-\d{4}年\d{1,2}月\.zip$/)
  expect(password).toMatch(/^[2-9a-z]{4}(-[2-9a-z]{4}){3}$/)
  expect(entries.map(({ name }) => name.slice(name.lastIndexOf('.')))).toEqual(['.docx', '.xlsx', '.xlsx'])
  for (const { method, encrypted } of entries) expect([method, encrypted]).toEqual([expect.stringContaining('AES-256'), true]) // prettier-ignore
  expect(readFileSync(zip).includes('王素兰')).toBe(false)
})

test('no other password opens it', () => {
  const names = entries.map(({ name }) => name)
  for (const wrong of [
    '',
    'x',
    password.replaceAll('-', ''),
    `${password.slice(0, -1)}${password.endsWith('a') ? 'c' : 'a'}`,
  ])
    // prettier-ignore
    expect(unpacked(zip, wrong, join(place, 'wrong'), names)).toBeNull()
})

test('LibreOffice opens all three, the ledger has a line a case, and nobody is in them', () => {
  const names = entries.map(({ name }) => name)
  const out = join(place, 'right')
  expect(unpacked(zip, password, out, names)).not.toBeNull()
  const [docx = '', ledger = '', gaps = ''] = names.map((name) => join(out, name))
  const [cases] = openInOffice([ledger])
  expect(cases!.rows[0]!.map(({ text }) => text)).toEqual(expect.arrayContaining(['编号', '状态', '分类', '受理时间', '办结时间'])) // prettier-ignore
  expect(cases!.rows).toHaveLength(5)
  const words = cases!.rows.map((row) => row.map(({ text }) => text).join(' '))
  expect(words.filter((row) => row.includes('已办结'))).toHaveLength(1)
  expect(words.filter((row) => row.includes('举报') && row.includes('保密'))).toHaveLength(1)
  expect(words.join('\n')).not.toMatch(NOBODY)
  const [gapSheet] = openInOffice([gaps])
  expect(gapSheet!.rows.flat().map(({ text }) => text).join(' ')).not.toMatch(NOBODY) // prettier-ignore

  const ran = spawnSync(
    ensureOffice().soffice,
    [`-env:UserInstallation=${pathToFileURL(join(place, 'profile')).href}`, '--headless', '--norestore', '--convert-to', 'txt:Text', '--outdir', place, docx], // prettier-ignore
    { encoding: 'utf8', timeout: 120_000, env: { ...process.env, HOME: place } },
  )
  const text = readdirSync(place).find((name) => name.endsWith('.txt'))
  if (!text) throw new Error(ran.stderr)
  const report = readFileSync(join(place, text), 'utf8')
  expect(report).toContain('本期受理诉求 4 件')
  expect(withoutHeads(report)).not.toMatch(NOBODY)
})
