import { expect, test } from 'vitest'
import { refusedCsv } from '#core/intake/refused-csv.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'
import type { Sheet } from '#core/sheet/sheet.ts'

const HEADER = { row: 1, names: ['编号', '内容', '时间'] }
const sheet: Sheet = {
  kind: 'csv',
  encoding: 'utf-8',
  name: '',
  blankRows: 0,
  problems: [],
  rows: [
    { row: 1, cells: ['编号', '内容', '时间'] },
    { row: 2, cells: [1, '好的', { date: '2026-01-02T03:04:05' }] },
    { row: 3, cells: [-5, '=SUM(A1)', null] },
    { row: 4, cells: ['+86 138', '他说"行"，\n第二行𠮷', { date: '2026-01-02T03:04:05' }] },
    { row: 5, cells: [true] },
  ],
}

const text = (reasons: ReadonlyMap<number, string>): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(refusedCsv(sheet, HEADER, reasons, ['行', '原因']))

test('holds the refused rows only, with a BOM, the row number and why', () => {
  expect(text(new Map([[5, '没有提出时间']]))).toBe(
    '\uFEFF"编号","内容","时间","行","原因"\r\n"true","","","5","没有提出时间"\r\n',
  )
})

test('nothing in it is calculated by a spreadsheet, and plain numbers stay numbers', () => {
  expect(text(new Map([[3, '=1']])).split('\r\n')[1]).toBe(`"-5","'=SUM(A1)","","3","'=1"`)
})

test('the importer reads it again with the same words', () => {
  const bytes = refusedCsv(sheet, HEADER, new Map([[2, 'a'], [4, 'b']]), ['行', '原因']) // prettier-ignore
  const again = readSheet(bytes, 'again.csv')
  if (!again.ok) throw new Error(again.error)
  expect(again.value.encoding).toBe('utf-8-bom')
  expect(again.value.rows.map((row) => row.cells.map(String))).toEqual([
    ['编号', '内容', '时间', '行', '原因'],
    ['1', '好的', '2026-01-02 03:04:05', '2', 'a'],
    ['+86 138', '他说"行"，\n第二行𠮷', '2026-01-02 03:04:05', '4', 'b'],
  ])
})
