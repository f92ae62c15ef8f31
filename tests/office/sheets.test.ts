/** .xlsx and .csv opened by LibreOffice and compared cell by cell, types too, with what was meant. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutControls } from '#core/lib/clean-text.ts'
import type { Cell } from '#core/sheet/sheet.ts'
import { writeCsv, writeXlsx, type Column } from '#core/sheet/write-sheet.ts'
import { inStation, linwu, PASSWORD, put } from '../cli/program.ts'
import { PAYLOADS } from '../core/sheet/payloads.ts'
import { provider, request } from '../e2e/seed-station.ts'
import { openInOffice, type OfficeCell, type OfficeSheet } from './spreadsheet.ts'

const place = mkdtempSync(join(tmpdir(), 'linwu-sheets-'))
const folder = join(place, 'station')
const key = ['--password-file', join(place, 'password')] as const
afterAll(() => rmSync(place, { recursive: true, force: true }))

const COLUMNS: readonly Column[] = [
  { title: '编号', kind: 'text', width: 20 },
  { title: '件数', kind: 'number' },
  { title: '日期', kind: 'date' },
  { title: '时间', kind: 'datetime', width: 20 },
]
const DATE = { date: '2026-11-22T00:00:00' }
const TIME = { date: '2026-11-22T09:02:11' }

/** What a spreadsheet likes to change, and what it must not lose. */
const TEXTS = [
  '0012',
  '13800138000',
  '110101199003071234',
  '11010519491231002X',
  '1E5',
  '1-2',
  '2026-01-02',
  '3/4',
  'TRUE',
  '50%',
  '￥100',
  '00:30',
  '𠮷野家 𪚥 \u{30000} \u{2A6A5}',
  '〇㐂䶮',
  '一\n二\n\n三',
  '  两边有空格  ',
  'a  b   c',
  '"引号", 逗号; 分号',
  '<b>&amp;</b>',
  '_x000D_ _x4e2d_',
  '👨‍👩‍👧',
  ...PAYLOADS,
]
const MEANT = TEXTS.map((text, i): readonly Cell[] => [text, i % 3 === 0 ? 1 - i : i / 4, DATE, TIME])

type Station = { readonly xlsx: OfficeSheet; readonly csv: OfficeSheet }
let own: Station
let station: Station
let bad: OfficeSheet

beforeAll(async () => {
  const at = (name: string, bytes: Uint8Array): string => put(place, name, bytes)
  const ownXlsx = at('own.xlsx', writeXlsx([{ name: '台账', columns: COLUMNS, rows: MEANT }]))
  const ownCsv = at('own-text.csv', writeCsv({ columns: COLUMNS, rows: MEANT }))
  // The same payload without its guard: if LibreOffice calculates nothing here, the test could not fail.
  const badCsv = at('bad.csv', new TextEncoder().encode('\uFEFFa,b\r\n=1+1,=2*3\r\n'))

  writeFileSync(key[1], PASSWORD)
  const init = ['--station-code', '110101001001', '--short', 'S0012', '--station-name', '槐树里']
  const made = await linwu('init', folder, ...init, ...key)
  if (made.code !== 0) throw new Error(made.err)
  await inStation(folder, key, async ({ keeper }) => {
    const saved = await keeper.runBatch([
      provider({ name: '=安居物业()', serviceType: 'market' }),
      ...PAYLOADS.filter((text) => text.trim() !== '').map((text, i) =>
        request({ title: text, text, requesterName: text, requesterPhone: `1380013${8000 + i}` }),
      ),
      request({ title: '𠮷野 \u{2A6A5}', text: '长'.repeat(20_000), requesterPhone: '010-66778899' }),
      request({
        requestKind: 'report',
        requesterName: '举报人甲',
        requesterPhone: '13999998888',
        title: '举报占道',
        place: '',
      }),
    ])
    if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  })
  for (const format of ['xlsx', 'csv']) {
    const ran = await linwu('export', folder, '--out', join(place, `station-${format}.${format}`), ...key)
    if (ran.code !== 0) throw new Error(ran.err)
  }
  const [x1, x2] = openInOffice([ownXlsx, join(place, 'station-xlsx.xlsx')])
  const [c1, c2, c3] = openInOffice([ownCsv, join(place, 'station-csv.csv'), badCsv])
  own = { xlsx: x1!, csv: c1! }
  station = { xlsx: x2!, csv: c2! }
  bad = c3!
})

const formulas = ({ rows }: OfficeSheet): readonly OfficeCell[] => rows.flat().filter((cell) => cell.formula !== null)
/** LibreOffice shows a carriage return as a line end, and no control characters. */
const shown = (cell: Cell): string => withoutControls(String(cell))

test('LibreOffice is asked in a way that would calculate', () => {
  expect(formulas(bad).map(({ value }) => value)).toEqual(['2', '6'])
})

describe('.xlsx', () => {
  test('is called by its Chinese name and begins with the header', () => {
    expect(own.xlsx.name).toBe('台账')
    expect(own.xlsx.rows[0]!.map(({ text }) => text)).toEqual(COLUMNS.map(({ title }) => title))
    expect(own.xlsx.rows).toHaveLength(MEANT.length + 1)
  })

  test.each(TEXTS.map((text, i) => [text, i] as const))('%j is that text', (text, i) => {
    const cell = own.xlsx.rows[i + 1]![0]!
    expect(cell).toMatchObject({ type: 'string', formula: null })
    expect(cell.text).toBe(shown(text))
  })

  test('numbers are numbers, dates are dates', () => {
    for (const [i, [, number]] of MEANT.entries()) {
      const [, count, date, time] = own.xlsx.rows[i + 1]!
      expect(count).toMatchObject({ type: 'float', formula: null })
      expect(Number(count!.value)).toBe(number)
      expect(date).toMatchObject({ type: 'date', value: '2026-11-22', text: '2026-11-22', formula: null })
      expect(time).toMatchObject({ type: 'date', value: '2026-11-22T09:02:11', text: '2026-11-22 09:02:11' })
    }
  })
})

describe('.csv', () => {
  test('nothing is calculated, and every cell keeps its words', () => {
    expect(formulas(own.csv)).toEqual([])
    for (const [i, text] of TEXTS.entries()) {
      const cell = own.csv.rows[i + 1]![0]!
      // A CSV has no types: digits become a number there, which is why ids and phones are taken along in .xlsx.
      if (cell.type === 'string') expect([shown(text), `'${shown(text)}`]).toContain(cell.text)
    }
    for (const payload of PAYLOADS) {
      const cell = own.csv.rows[TEXTS.indexOf(payload) + 1]![0]!
      expect([payload, cell.type]).toEqual([payload, 'string'])
    }
  })
})

describe('the station’s own export', () => {
  /** By the column’s title. */
  const column = ({ rows }: OfficeSheet, title: string): readonly (OfficeCell | undefined)[] => {
    const at = rows[0]!.findIndex(({ text }) => text === title)
    expect(at, title).toBeGreaterThanOrEqual(0)
    return rows.slice(1).map((cells) => cells[at])
  }

  test.each(['xlsx', 'csv'] as const)('.%s: nothing is calculated, and every case is there', (format) => {
    expect(formulas(station[format])).toEqual([])
    expect(station[format].rows.length).toBeGreaterThan(60)
    const numbers = column(station[format], '编号')
    expect(new Set(numbers.map((cell) => cell?.text)).size).toBe(station[format].rows.length - 1)
    for (const cell of numbers) expect(cell).toMatchObject({ type: 'string' })
  })

  test('.xlsx: titles and phones are text as the station has them, times are dates', async () => {
    const { json } = await linwu('list', folder, ...key, '--json')
    const titles = new Map(json.cases.map(({ number, title }) => [number, title]))
    const numbers = column(station.xlsx, '编号')
    const shownTitles = column(station.xlsx, '标题')
    expect(titles.size).toBeGreaterThan(0)
    for (const [i, number] of numbers.entries()) {
      const title = titles.get(number!.text)
      if (title !== undefined) expect(shownTitles[i]).toMatchObject({ type: 'string', text: title })
    }
    for (const phone of column(station.xlsx, '联系电话')) {
      expect([undefined, null, 'string']).toContain(phone?.type)
      if (phone?.type) expect(phone.text).toMatch(/^(?:\d{11}|010-66778899)$/)
    }
    for (const at of column(station.xlsx, '受理时间')) expect(at).toMatchObject({ type: 'date' })
    expect(column(station.xlsx, '标题').some((cell) => cell?.text === '𠮷野 \u{2A6A5}')).toBe(true)
    expect(column(station.xlsx, '内容').some((cell) => cell?.text === '长'.repeat(20_000))).toBe(true)
  })

  test('.xlsx: a report names nobody', () => {
    const at = column(station.xlsx, '标题').findIndex((cell) => cell?.text === '举报占道')
    expect(at).toBeGreaterThanOrEqual(0)
    for (const title of ['诉求人', '联系电话']) expect(column(station.xlsx, title)[at]?.text ?? '').toBe('')
    expect(station.xlsx.rows.flat().some(({ text }) => /举报人甲|13999998888/.test(text))).toBe(false)
  })
})
