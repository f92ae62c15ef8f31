/**
 * Reports as LibreOffice reads them: .docx converted to text and PDF and compared with what was meant, .xlsx cell by cell, and the
 * paper that Chromium prints. Titles, names and categories that reach a report carry every formula payload there is.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeDocx } from '#core/document/write-docx.ts'
import type { WordDocument, WordPart } from '#core/document/word-document.ts'
import { cleanText, withoutControls } from '#core/lib/clean-text.ts'
import { monthlyPaper, monthlySheets } from '#core/reports/monthly-report.ts'
import { paperDocument } from '#core/reports/paper-document.ts'
import { writeXlsx } from '#core/sheet/write-sheet.ts'
import { inStation, linwu, PASSWORD, put } from '../cli/program.ts'
import { demoBook, factsOfBook, frameIn, NOW } from '../core/reports/demo-papers.ts'
import { PAYLOADS } from '../core/sheet/payloads.ts'
import { savedPath, unlock } from '../e2e/hand.ts'
import { provider, request, seedStation } from '../e2e/seed-station.ts'
import { stationApp } from '../e2e/station-app.ts'
import { ensureOffice } from './office-programs.ts'
import { inkIn, openPdf, withoutHeads } from './pdf.ts'
import { openInOffice, type OfficeSheet } from './spreadsheet.ts'

const place = mkdtempSync(join(tmpdir(), 'linwu-reports-'))
const folder = join(place, 'station')
const key = ['--password-file', join(place, 'password')] as const
const app = await stationApp()
afterAll(async () => {
  await app.close()
  rmSync(place, { recursive: true, force: true })
})

/** What Chinese programs lose first: characters beyond the basic plane and in extension A, repeats, ids, leading zeros. */
const RARE = ['㐂', '𠮷', '々', '䶮', '\u{2A6A5}', '𪚥']
const IDS = ['110101199003071234', '11010519491231002X', '0012', '13800138000', '000000000000000001']
const ODD = ['控\u0007制\u0000符', '<w:t>&amp;</w:t>', ']]>', '两\n行', '"引号"', '👨‍👩‍👧']
/** Blank ones are no words, and a line end is a line end in Word too. */
const LOADED = PAYLOADS.filter((text) => text.trim() !== '')
const WORDS = [...RARE, ...IDS, ...ODD, ...LOADED]

const table: Extract<WordPart, { kind: 'table' }> = {
  kind: 'table',
  caption: '表1　全部',
  head: ['序号', '内容', '件数'],
  widths: [10, 70, 20],
  centred: [0],
  right: [2],
  rows: WORDS.map((text, i) => [String(i + 1), text, '0']),
}
const PNG = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')) // prettier-ignore
const OWN: WordDocument = {
  language: 'zh-CN',
  landscape: false,
  head: { station: '槐树里社区服务站', title: '社区服务月报', copy: '存档', number: '2026年第10期' },
  parts: [
    { kind: 'heading', text: '一、总体情况' },
    { kind: 'paragraph', text: `本期“满意率” 77.0%——${RARE.join('')}`, indented: true },
    { kind: 'boxes', rows: [[{ label: '统计期间', value: '2026年10月' }], [{ label: '受理', value: '20' }, { label: '办结', value: '19' }]] }, // prettier-ignore
    table,
    { kind: 'picture', png: PNG, width: 80, height: 20, caption: '图1　趋势' },
    { kind: 'lines', title: '说明', lines: ['第一条', '第二条'] },
    { kind: 'signing', places: ['填报人'], seal: '盖章', station: '槐树里社区服务站', date: '年　月　日' },
    { kind: 'sheet', head: { station: '槐树里社区服务站', title: '第二份', copy: '', number: '' } },
  ],
  foot: { heads: '数据头 A-9c0e1f22', printed: '由赵经办打印', page: ['第 ', ' 页　共 ', ' 页'] },
  madeAt: NOW,
}

/** One start of LibreOffice for all files: it takes seconds. */
function converted(to: string, files: readonly string[]): void {
  const ran = spawnSync(
    ensureOffice().soffice,
    [`-env:UserInstallation=${pathToFileURL(join(place, 'profile')).href}`, '--headless', '--norestore', '--convert-to', to, '--outdir', place, ...files], // prettier-ignore
    { encoding: 'utf8', timeout: 120_000, env: { ...process.env, HOME: place } },
  )
  if (ran.status !== 0) throw new Error(ran.stderr)
}

let monthly: Awaited<ReturnType<typeof factsOfBook>>['facts']
let sheets: readonly OfficeSheet[]
/** All sheets of what `linwu` wrote, as flat OpenDocument. */
let byProvider: string
let byCategory: string
/** Tables of a .docx as LibreOffice has them, row by row. */
let ownRows: string[][]

beforeAll(async () => {
  writeFileSync(key[1], PASSWORD)
  const init = ['--station-code', '110101001001', '--short', 'S0012', '--station-name', '槐树里𠮷㐂々']
  const made = await linwu('init', folder, ...init, ...key)
  if (made.code !== 0) throw new Error(made.err)
  await inStation(folder, key, async ({ keeper }) => {
    for (const [i, text] of LOADED.entries()) {
      const unit = await keeper.run(provider({ name: text, serviceType: 'market' }))
      const asked = await keeper.run(request({ title: text, text, requesterName: `张${i}甲`, requesterPhone: `1390013${8000 + i}` })) // prettier-ignore
      if (!unit.ok || !asked.ok) throw new Error(JSON.stringify([unit, asked]))
      const [id, to] = [asked.value.entities.find((one) => one.startsWith('case:'))!, unit.value.entities[0]!]
      const sorted = await keeper.run({ name: 'classify', input: { case: id, serviceType: 'market', category: text.slice(0, 80), reason: '' } }) // prettier-ignore
      const sent = await keeper.run({ name: 'dispatch', input: { case: id, provider: to, reason: '', demand: '', ground: 'no-personal-data', fieldsSent: ['title'] } }) // prettier-ignore
      if (!sorted.ok || !sent.ok) throw new Error(JSON.stringify([sorted, sent]))
    }
  })
  const period = ['--from', '2020-01-01', '--to', '2099-12-31']
  for (const [by, out] of [
    ['provider', 'by-provider.xlsx'],
    ['category', 'by-category.xlsx'],
    ['provider', 'by-provider.docx'],
  ] as const) {
    // prettier-ignore
    const ran = await linwu('report', folder, ...period, '--by', by, '--out', join(place, out), ...key)
    if (ran.code !== 0) throw new Error(ran.err)
  }
  const book = await demoBook()
  monthly = (await factsOfBook(book, { from: '2026-03-01T00:00:00+08:00', until: '2026-04-01T00:00:00+08:00' }, 'zh-CN')).facts // prettier-ignore
  put(place, 'own.docx', await writeDocx(OWN))
  put(place, 'monthly.docx', await writeDocx(paperDocument(monthlyPaper(monthly, frameIn('zh-CN')), NOW)))
  monthlySheets(monthly, frameIn('zh-CN')).forEach((sheet, i) => put(place, `sheet-${i}.xlsx`, writeXlsx([sheet])))
  converted('pdf', [join(place, 'own.docx'), join(place, 'monthly.docx')])
  converted('fodt', [join(place, 'own.docx'), join(place, 'by-provider.docx')])
  ownRows = rowsOf(readFileSync(join(place, 'own.fodt'), 'utf8'))
  const count = monthlySheets(monthly, frameIn('zh-CN')).length
  sheets = openInOffice(Array.from({ length: count }, (_, i) => join(place, `sheet-${i}.xlsx`)))
  converted('fods', [join(place, 'by-provider.xlsx'), join(place, 'by-category.xlsx')])
  byProvider = readFileSync(join(place, 'by-provider.fods'), 'utf8')
  byCategory = readFileSync(join(place, 'by-category.fods'), 'utf8')
}, 240_000)

const decoded = (xml: string): string =>
  xml.replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Number(n))).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&') // prettier-ignore

/** Words of every cell of every table; blanks in a row, tabs and line ends as the characters they were. */
function rowsOf(fodt: string): string[][] {
  const text = (xml: string): string =>
    decoded(
      xml
        .replace(/<text:s(?: text:c="(\d+)")?\s*\/>/g, (_, n?: string) => ' '.repeat(Number(n ?? 1)))
        .replace(/<text:line-break\s*\/>/g, '\n')
        .replace(/<[^>]*>/g, ''),
    )
  return [...fodt.matchAll(/<table:table-row[^>]*>([\s\S]*?)<\/table:table-row>/g)].map(([, row = '']) =>
    [...row.matchAll(/<table:table-cell[^>]*>([\s\S]*?)<\/table:table-cell>/g)].map(([, cell = '']) =>
      [...cell.matchAll(/<text:p[^>]*?(?:\/>|>([\s\S]*?)<\/text:p>)/g)].map(([, p = '']) => text(p)).join('\n'),
    ),
  )
}

/** As a cell shows it: no controls, a tab is a blank; LibreOffice leaves blanks at the ends to the reader. */
const shown = (text: string): string => withoutControls(text).replaceAll('\t', ' ').replace(/ +/g, ' ').trim()

describe('.docx', () => {
  test('every cell of a table is the words that were meant: rare characters, ids, payloads, controls', () => {
    const body = ownRows.filter((row) => row.length === 3 && /^\d+$/.test(row[0]!))
    expect(body).toHaveLength(WORDS.length)
    for (const [i, row] of body.entries()) expect(shown(row[1]!)).toBe(shown(WORDS[i]!))
  })

  test('text, boxes, picture, foot and the second sheet are there, on A4, in a font that has Chinese', () => {
    const pdf = openPdf(join(place, 'own.pdf'))
    const [width, height] = pdf.size
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
    const text = pdf.pages.join('\n').replace(/\s+/g, '')
    for (const part of [
      '槐树里社区服务站',
      '社区服务月报',
      '存档',
      '2026年第10期',
      '一、总体情况',
      '统计期间',
      '表1全部',
      '图1趋势',
      '1.第一条',
      '填报人：',
      '（盖章）',
      '第二份',
      '数据头A-9c0e1f22',
      '由赵经办打印',
    ])
      // prettier-ignore
      expect(text).toContain(part)
    pdf.pages.forEach((words, i) => expect(words.replace(/\s+/g, '')).toContain(`第${i + 1}页共${pdf.pages.length}页`))
    expect(pdf.fonts.some(({ name }) => /CJK|SimSun|Song|Hei/i.test(name))).toBe(true)
    expect(inkIn(pdf.picture(1))).toBeGreaterThan(0.005)
  })

  test('the demonstration’s monthly report: its sentences whole, on pages with ink', () => {
    const pdf = openPdf(join(place, 'monthly.pdf'))
    const text = pdf.pages.join('').replace(/\s+/g, '')
    const { counts } = monthly.figures.all
    for (const part of [`受理诉求${counts.received}件`, '计分口径', '三率与得分', '尚未办结', '（盖章）'])
      expect(text).toContain(part)
    pdf.pages.forEach((_, i) => {
      const ink = inkIn(pdf.picture(i + 1))
      expect(ink).toBeGreaterThan(0.002)
      expect(ink).toBeLessThan(0.25)
    })
  })

  test('linwu report: no name or number of whoever asked is in it, and the station’s rare characters are', () => {
    const fodt = decoded(readFileSync(join(place, 'by-provider.fodt'), 'utf8'))
    expect(fodt).toContain('槐树里𠮷㐂々')
    expect(fodt).not.toMatch(/张\d+甲|1390013\d{4}/)
    // Fields are our page numbers; a formula or a program call would be another one.
    expect(fodt).not.toMatch(/<text:(?:database|dde|script|execute|expression|variable)/)
  })
})

describe('.xlsx', () => {
  test('the monthly report cell by cell: text is text, numbers are numbers, nothing is calculated', () => {
    for (const [i, meant] of monthlySheets(monthly, frameIn('zh-CN')).entries()) {
      const { rows } = sheets[i]!
      expect(rows[0]!.map(({ text }) => text)).toEqual(meant.columns.map(({ title }) => title))
      for (const [r, row] of meant.rows.entries())
        meant.columns.forEach(({ kind }, c) => {
          const [cell, want] = [rows[r + 1]![c], row[c] ?? null]
          if (want === null || want === '') return expect(cell?.type ?? null).toBeNull()
          expect(cell).toMatchObject({ formula: null, type: kind === 'number' ? 'float' : kind === 'datetime' ? 'date' : 'string' }) // prettier-ignore
          if (typeof want === 'number') expect(Number(cell!.value)).toBe(want)
          else if (typeof want === 'string') expect(cell!.text).toBe(withoutControls(want))
        })
    }
  })

  test('linwu report: providers and categories that look like formulas are text', () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(60)
    for (const fods of [byProvider, byCategory]) {
      expect(fods).not.toContain('table:formula=')
      const cells = new Set(rowsOf(fods).map(([first = '']) => shown(first)))
      for (const payload of LOADED) expect(cells).toContain(shown(cleanText(payload)))
      // Counted once each, as numbers.
      expect(fods).toMatch(/office:value-type="float"/)
    }
  })
})

test('ids stay text, and the same report twice is the same file', async () => {
  const files = [await writeDocx(OWN), await writeDocx(OWN)]
  expect(Buffer.compare(Buffer.from(files[0]!), Buffer.from(files[1]!))).toBe(0)
  expect(execFileSync('unzip', ['-tqq', join(place, 'own.docx')], { encoding: 'utf8' })).toBe('')
})

test('out of the real page: what Chromium prints and what the worker writes say the same, and name nobody', async () => {
  await seedStation(app.folder, async ({ run, daysAgo }) => {
    for (let i = 0; i < 5; i++) {
      daysAgo(3)
      await run(request({ title: `㐂𠮷第${i}件`, requesterName: '𠮷王素兰', requesterPhone: '13812342764', place: '槐树里3号楼2单元501' })) // prettier-ignore
    }
    daysAgo(0)
  })
  const page = await app.start()
  await unlock(page)
  await page.evaluate(() => (location.hash = '#/reports/monthly'))
  await page.getByRole('region', { name: '预览' }).waitFor()
  await page.getByLabel('哪一段时间').click()
  await page.getByText('全部', { exact: true }).last().click()
  await page.getByText('本期受理诉求 5 件').first().waitFor()
  const printed = join(place, 'printed.pdf')
  writeFileSync(printed, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  await page.keyboard.press('Control+s')
  const docx = await savedPath(page, /已保存到/)
  expect(docx).toMatch(/社区服务情况报告.*\.docx$/)
  put(place, 'saved.docx', readFileSync(docx))
  converted('pdf', [join(place, 'saved.docx')])
  const texts = [printed, join(place, 'saved.pdf')].map((path) => openPdf(path).pages.join('').replace(/\s+/g, ''))
  for (const text of texts) {
    for (const part of ['槐树里社区服务站', '本期受理诉求5件', '计分口径', '八、尚未办结', '数据头', '第1页共'])
      expect(text).toContain(part)
    expect(withoutHeads(text)).not.toMatch(/王素兰|13812342764|501|今日待办/)
  }
  expect(app.faults).toEqual([])
})
