import { unzipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { fromUtf8 } from '#core/lib/bytes.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'
import { writeCsv, writeXlsx, type Column } from '#core/sheet/write-sheet.ts'
import type { Cell, Sheet } from '#core/sheet/sheet.ts'

const COLUMNS: readonly Column[] = [
  { title: '编号', kind: 'text', width: 20 },
  { title: '件数', kind: 'number' },
  { title: '日期', kind: 'date' },
  { title: '时间', kind: 'datetime' },
]
const read = (bytes: Uint8Array, name: string): Sheet => {
  const result = readSheet(bytes, name)
  if (!result.ok) throw new Error(result.error)
  return result.value
}
const part = (bytes: Uint8Array, name: string): string => fromUtf8(unzipSync(bytes)[name]!)
const xlsx = (rows: readonly (readonly Cell[])[], columns = COLUMNS): Uint8Array =>
  writeXlsx([{ name: '台账', columns, rows }])

/** What a spreadsheet would run, or take for a number. */
const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '\t=1',
  '\r=1',
  ' =1',
  '=cmd|"/c calc"!A1',
]
const TEXTS = [
  '0012',
  '13800138000',
  '110101199003071234',
  '1E5',
  '𠮷\u{2A6A5}',
  'a\nb',
  '"q", <b>&amp;',
  '_x000D_ _x4e2d_',
  '__proto__',
  ...FORMULAS,
]

describe('.xlsx', () => {
  test('comes back as it was', () => {
    const { name, rows } = read(
      xlsx([
        ['S0012-A-2026-00001', 3, { date: '2026-11-22T00:00:00' }, { date: '2026-11-22T09:02:11' }],
        [null, null, null, null],
        ['b', null, null, { date: '1900-03-01T23:59:59' }],
      ]),
      'a.xlsx',
    )
    expect(name).toBe('台账')
    expect(rows).toEqual([
      { row: 1, cells: ['编号', '件数', '日期', '时间'] },
      { row: 2, cells: ['S0012-A-2026-00001', 3, { date: '2026-11-22T00:00:00' }, { date: '2026-11-22T09:02:11' }] },
      { row: 4, cells: ['b', null, null, { date: '1900-03-01T23:59:59' }] },
    ])
  })

  it.each(TEXTS)('%j is a text cell', (text) => {
    const bytes = xlsx([[text]])
    expect(read(bytes, 'a.xlsx').rows[1]!.cells).toEqual([text.trim()])
    const xml = part(bytes, 'xl/worksheets/sheet1.xml')
    expect(xml).not.toContain('<f')
    expect(xml).toContain('<c r="A2" s="')
    expect(/<c r="A2" s="(\d)" t="inlineStr">/.exec(xml)?.[1]).toBe(FORMULAS.includes(text) ? '2' : '1')
  })

  test('style 2 carries quotePrefix, style 1 does not', () => {
    const xfs = part(xlsx([]), 'xl/styles.xml')
      .split('<cellXfs')[1]!
      .match(/<xf [^>]*>/g)!
    expect(xfs.map((xf) => xf.includes('quotePrefix="1"'))).toEqual([false, false, true, false, false, false, false])
    expect(xfs.map((xf) => /numFmtId="(\d+)"/.exec(xf)?.[1])).toEqual(['0', '49', '49', '0', '164', '165', '49'])
  })

  it.each<[Column['kind'], Cell, Cell]>([
    ['number', '12a', '12a'],
    ['number', Number.NaN, 'NaN'],
    ['text', 12, '12'],
    ['text', true, 'true'],
    ['text', { date: '2026-11-22T09:02:11' }, '2026-11-22 09:02:11'],
    ['date', '2026-11-22', { date: '2026-11-22T00:00:00' }],
    ['date', '没有', '没有'],
    ['date', { date: '1899-12-31T00:00:00' }, '1899-12-31 00:00:00'],
    ['datetime', 5, '5'],
    ['text', '', null],
    ['text', 'a\u0000b\uD842', 'ab\uFFFD'],
  ])('%s %j → %j', (kind, cell, expected) => {
    const sheet = read(
      xlsx(
        [['x', cell]],
        [
          { title: 'a', kind: 'text' },
          { title: 'b', kind },
        ],
      ),
      'a.xlsx',
    )
    expect(sheet.rows[1]!.cells[1] ?? null).toEqual(expected)
    expect(sheet.problems).toEqual([])
  })

  test('a text beyond Excel’s length ends with …, never in half a character', () => {
    const sheet = read(xlsx([['长'.repeat(40_000)], [`${'长'.repeat(32_765)}𠮷𠮷𠮷`]]), 'a.xlsx')
    expect(sheet.rows[1]!.cells[0]).toBe(`${'长'.repeat(32_766)}…`)
    expect(sheet.rows[2]!.cells[0]).toBe(`${'长'.repeat(32_765)}…`)
  })

  test('header, filter and widths', () => {
    const xml = part(xlsx([['a'], ['b']]), 'xl/worksheets/sheet1.xml')
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(xml).toContain('<autoFilter ref="A1:D3"/>')
    expect(xml).toContain('<col min="1" max="1" width="20" customWidth="1"/>')
    expect(xml).toContain('<c r="A1" s="6" t="inlineStr">')
  })

  test('sheet names that Excel refuses are changed', () => {
    const names = ["'a/b[c]:*?'", 'A'.repeat(40), 'a'.repeat(40), '', '统计', '统计']
    const xml = part(writeXlsx(names.map((name) => ({ name, columns: COLUMNS, rows: [] }))), 'xl/workbook.xml')
    const written = [...xml.matchAll(/name="([^"]*)"/g)].map(([, name]) => name!)
    expect(written).toHaveLength(6)
    expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(6)
    for (const name of written) {
      expect(name).toMatch(/^[^:\\/?*[\]']+$/)
      expect(name.length).toBeLessThanOrEqual(31)
    }
  })

  test('the same rows give the same bytes', () => expect(xlsx([['a', 1]])).toEqual(xlsx([['a', 1]])))

  test('the 27th column is AA', () => {
    const columns = Array.from({ length: 703 }, (_, i): Column => ({ title: `c${i}`, kind: 'text' }))
    const xml = part(writeXlsx([{ name: 'a', columns, rows: [] }]), 'xl/worksheets/sheet1.xml')
    expect(xml).toMatch(/<c r="Z1"[^>]*>.*<c r="AA1"[^>]*>.*<c r="ZZ1"[^>]*>.*<c r="AAA1"/)
  })
})

describe('.csv', () => {
  test('UTF-8 with BOM, CRLF, quotes where needed', () => {
    const rows: Cell[][] = [
      ['a"b,c', 1.5, { date: '2026-11-22T00:00:00' }, { date: '2026-11-22T09:02:11' }],
      ['一\r\n二', null, null, null],
    ]
    const bytes = writeCsv({ columns: COLUMNS, rows })
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(fromUtf8(bytes)).toBe(
      '\uFEFF编号,件数,日期,时间\r\n"a""b,c",1.5,2026-11-22,2026-11-22 09:02:11\r\n"一\n二",,,\r\n',
    )
    expect(read(bytes, 'a.csv').rows[1]!.cells).toEqual(['a"b,c', '1.5', '2026-11-22', '2026-11-22 09:02:11'])
  })

  it.each([...FORMULAS, '\u0000=1', '\u0007\u0001+1'])('%j is guarded', (text) => {
    const [, line] = fromUtf8(writeCsv({ columns: COLUMNS, rows: [[text, -5]] })).split('\r\n')
    expect(line).toMatch(/^"?'/)
    expect(line).toContain(',-5,')
  })
})
