import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, it, test } from 'vitest'
import { cleanText } from '#core/lib/clean-text.ts'
import { fromUtf8 } from '#core/lib/bytes.ts'
import { guarded, looksLikeFormula, unguarded } from '#core/sheet/formula-guard.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'
import type { Cell } from '#core/sheet/sheet.ts'
import { writeCsv, writeXlsx, type Column } from '#core/sheet/write-sheet.ts'
import { PAYLOADS } from './payloads.ts'

const COLUMNS: readonly Column[] = [
  { title: '编号', kind: 'text' },
  { title: '内容', kind: 'text' },
]
/** The first cell is there so that an empty second one is no blank row. */
const back = (bytes: Uint8Array, name: string): Cell => {
  const sheet = readSheet(bytes, name)
  if (!sheet.ok) throw new Error(sheet.error)
  expect(sheet.value.problems).toEqual([])
  return sheet.value.rows[1]!.cells[1] ?? null
}
const throughCsv = (text: string): Cell => back(writeCsv({ columns: COLUMNS, rows: [['a', text]] }), 'a.csv')
const throughXlsx = (text: string): Cell =>
  back(writeXlsx([{ name: '台账', columns: COLUMNS, rows: [['a', text]] }]), 'a.xlsx')

test('there are at least sixty payloads, none twice', () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(60)
  expect(new Set(PAYLOADS).size).toBe(PAYLOADS.length)
})

it.each(PAYLOADS)('%j starts no formula, and comes back from both files', (text) => {
  const line = fromUtf8(writeCsv({ columns: COLUMNS, rows: [['a', text]] })).slice('\uFEFF编号,内容\r\na,'.length)
  // What a spreadsheet takes for the cell's text.
  const cell = line.startsWith('"') ? line.slice(1, line.lastIndexOf('"')).replaceAll('""', '"') : line
  expect(cell).not.toMatch(/^[\s\u200B\u3000]*[=+\-@＝＋－＠]/)
  expect(cell).not.toMatch(/^[\t\r\n]/)
  expect(throughCsv(text)).toBe(cleanText(text))
  const xml = fromUtf8(
    unzipSync(writeXlsx([{ name: '台账', columns: COLUMNS, rows: [['a', text]] }]))['xl/worksheets/sheet1.xml']!,
  )
  expect(xml).not.toContain('<f')
  expect(xml).toMatch(/<c r="B2" s="[12]" t="inlineStr">/)
  expect(throughXlsx(text)).toBe(cleanText(text))
})

test.each(['王素兰', "'80年代的房子", "don't", '3-501', 'a=b', '13800138000', '𠮷'])('%j is left alone', (text) => {
  expect(guarded(text)).toBe(text)
  expect(unguarded(text)).toBe(text)
})

test('whatever is written is read again as the same clean text', () => {
  const signs = [...'=+-@＝＋－＠\'" \t\r\n,;\u00A0\u3000\u200B\uFEFF\u200D\u202E\u0000|!0a王𠮷']
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...signs), maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.tuple(fc.constantFrom(...PAYLOADS), fc.string({ maxLength: 5 })).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (written) => {
      const clean = cleanText(written) || null
      expect(throughCsv(written)).toBe(clean)
      expect(throughXlsx(written)).toBe(clean)
      expect(looksLikeFormula(guarded(written)) || !looksLikeFormula(written)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('a guarded text of the greatest length comes back whole; a longer one ends with …', () => {
  const longest = `=${'长'.repeat(32_766)}`
  expect(throughCsv(longest)).toBe(longest)
  expect(throughXlsx(longest)).toBe(longest)
  expect(throughCsv('长'.repeat(40_000))).toBe(`${'长'.repeat(32_766)}…`)
})
