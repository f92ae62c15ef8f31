import { describe, expect, it, test } from 'vitest'
import { readSheet } from '#core/sheet/read-sheet.ts'
import { SHEET_LIMITS, type Cell, type Sheet, type SheetLimits } from '#core/sheet/sheet.ts'
import { ONE_SHEET, PLAIN_ROW, workbookFile, workbookXml, zipParts, type WorkbookParts } from './workbook-file.ts'
import { zipFile } from './zip-file.ts'

const read = (parts: WorkbookParts, limits?: Partial<SheetLimits>) =>
  readSheet(workbookFile(parts), 'a.xlsx', { ...SHEET_LIMITS, ...limits })

function sheet(parts: WorkbookParts, limits?: Partial<SheetLimits>): Sheet {
  const result = read(parts, limits)
  if (!result.ok) throw new Error(result.error)
  return result.value
}
const code = (parts: WorkbookParts, limits?: Partial<SheetLimits>): string => {
  const result = read(parts, limits)
  return result.ok ? 'ok' : result.error
}

/** The value of one cell, written as XML. */
const cell = (xml: string, parts: Omit<WorkbookParts, 'sheet'> = {}): Cell | undefined =>
  sheet({ sheet: `<sheetData><row r="1">${xml}<c r="ZZ1"><v>1</v></c></row></sheetData>`, ...parts }).rows[0]?.cells[0]
const inline = (text: string): string => `<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`

const STRINGS = `<si><t>路灯</t></si><si><r><t>富</t></r><r><rPr><b/></rPr><t xml:space="preserve">文本 </t></r><rPh sb="0" eb="1"><t>PINYIN</t></rPh></si><si/><si><t/></si><si><t>__proto__</t></si>`
const STYLES = `<numFmts count="4"><numFmt numFmtId="176" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="177" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="178" formatCode="&quot;day&quot;0.00_);[Red]\\(0.00\\)"/><numFmt numFmtId="179" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 22, 176, 177, 178, 179, 31, 58, 18].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`

describe('cells', () => {
  it.each<[string, string, Cell]>([
    ['shared string', '<c r="A1" t="s"><v>0</v></c>', '路灯'],
    ['rich string without its phonetic guide', '<c r="A1" t="s"><v>1</v></c>', '富文本'],
    ['a hostile word is a word', '<c r="A1" t="s"><v>4</v></c>', '__proto__'],
    ['inline string', inline('a'), 'a'],
    [
      'inline rich string',
      '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>P</t></rPh></is></c>',
      'ab',
    ],
    ['formula with text', '<c r="A1" t="str"><f>A2&amp;"x"</f><v>值</v></c>', '值'],
    ['formula with a number', '<c r="A1"><f>1+1</f><v>2</v></c>', 2],
    ['formula without a value', '<c r="A1"><f>1+1</f></c>', null],
    ['error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true],
    ['false', '<c r="A1" t="b"><v>0</v></c>', false],
    ['ISO date', '<c r="A1" t="d"><v>2020-02-03T04:05:06</v></c>', { date: '2020-02-03T04:05:06' }],
    ['number', '<c r="A1"><v>1.5E-3</v></c>', 0.0015],
    ['18 digits keep every digit', '<c r="A1"><v>110101199003071234</v></c>', '110101199003071234'],
    ['escapes', inline('_x000D__x005F_x000D_ &amp;&lt;&#x4E2D;&#20013; _x4E2D_'), '_x000D_ &<中中 中'],
    ['beyond the BMP', inline('𠮷&#x20BB7;&#134071;'), '𠮷𠮷𠮷'],
    ['a reference to half a character', inline('a&#xD842;'), 'a\uFFFD'],
    ['an entity that XML does not know', inline('&nbsp;x'), '&nbsp;x'],
    ['CDATA', inline('<![CDATA[<b>&amp;]]>&amp;'), '<b>&amp;&'],
    ['a comment inside', inline('a<!-- > -->b'), 'ab'],
    ['blanks around', inline('\n\t\t　　文 \n'), '文'],
    ['only blanks', inline(' 　'), null],
    ['general', '<c r="A1" s="0"><v>43678</v></c>', 43_678],
    ['built-in date', '<c r="A1" s="1"><v>43678.5</v></c>', { date: '2019-08-01T12:00:00' }],
    ['own date format', '<c r="A1" s="2"><v>43820.632974537</v></c>', { date: '2019-12-21T15:11:29' }],
    ['Chinese date format', '<c r="A1" s="3"><v>43678</v></c>', { date: '2019-08-01T00:00:00' }],
    ['a number format with letters in quotes', '<c r="A1" s="4"><v>43678</v></c>', 43_678],
    ['a count of hours', '<c r="A1" s="5"><v>30.5</v></c>', 30.5],
    ['built-in Chinese date 31', '<c r="A1" s="6"><v>43678</v></c>', { date: '2019-08-01T00:00:00' }],
    ['built-in Chinese date 58', '<c r="A1" s="7"><v>43678</v></c>', { date: '2019-08-01T00:00:00' }],
    ['a time of day', '<c r="A1" s="8"><v>0.5</v></c>', '12:00:00'],
    ['day 60 never was', '<c r="A1" s="1"><v>60</v></c>', 60],
    ['a style that does not exist', '<c r="A1" s="999999999"><v>43678</v></c>', 43_678],
    ['a negative style', '<c r="A1" s="-1"><v>43678</v></c>', 43_678],
    ['a hostile style', '<c r="A1" s="__proto__"><v>43678</v></c>', 43_678],
  ])('%s', (_, xml, expected) => expect(cell(xml, { strings: STRINGS, styles: STYLES })).toEqual(expected))

  test('1904 system', () => {
    const workbook = `<workbookPr date1904="1"/>${ONE_SHEET}`
    expect(cell('<c r="A1" s="1"><v>42216.5</v></c>', { styles: STYLES, workbook })).toEqual({
      date: '2019-08-01T12:00:00',
    })
  })

  it.each<[string, string]>([
    ['a shared string that is not there', '<c r="B1" t="s"><v>5</v></c>'],
    ['a negative one', '<c r="B1" t="s"><v>-1</v></c>'],
    ['a hostile one', '<c r="B1" t="s"><v>__proto__</v></c>'],
    ['no number', '<c r="B1"><v>abc</v></c>'],
    ['a hexadecimal number', '<c r="B1"><v>0x10</v></c>'],
    ['an endless number', '<c r="B1"><v>1E999</v></c>'],
  ])('unreadable: %s', (_, xml) => {
    const { rows, problems } = sheet({ sheet: `<sheetData><row r="7">${xml}</row></sheetData>`, strings: STRINGS })
    expect(rows).toEqual([{ row: 7, cells: [] }])
    expect(problems).toEqual([{ row: 7, column: 2, code: 'cell-unreadable' }])
  })

  it.each<[string, string]>([
    ['inline', `<c r="A1" t="inlineStr"><is><t>${'长'.repeat(32_768)}</t></is></c>`],
    ['far too long', `<c r="A1" t="inlineStr"><is><t>${'长'.repeat(500_000)}</t></is></c>`],
    ['shared', '<c r="A1" t="s"><v>0</v></c>'],
    ['formula', `<c r="A1" t="str"><v>${'长'.repeat(500_000)}</v></c>`],
  ])('too long is named, not cut: %s', (_, xml) => {
    const strings = `<si><t>${'长'.repeat(32_768)}</t></si>`
    const { rows, problems } = sheet({
      sheet: `<sheetData><row r="1">${xml}<c r="B1"><v>1</v></c></row></sheetData>`,
      strings,
    })
    expect(rows).toEqual([{ row: 1, cells: [null, 1] }])
    expect(problems).toEqual([{ row: 1, column: 1, code: 'cell-too-long' }])
  })
})

describe('rows', () => {
  test('keep their numbers, without empty ends and empty rows', () => {
    const xml = `<dimension ref="A1:XFD1048576"/><sheetData><row r="3"><c r="B3"><v>1</v></c><c r="D3" s="1"/></row><row r="4"/><row r="5"><c r="A5" t="inlineStr"><is><t> </t></is></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row></sheetData>`
    expect(sheet({ sheet: xml })).toMatchObject({
      rows: [
        { row: 3, cells: [null, 1] },
        { row: 1_048_576, cells: [2] },
      ],
      blankRows: 2,
    })
  })

  test('without references, with prefixes, and in a dimension that lies', () => {
    const xml = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1"/><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    expect(sheet({ sheet: `<?xml version="1.0"?>${xml}` }).rows).toEqual([
      { row: 1, cells: [1, 2] },
      { row: 2, cells: [3] },
    ])
  })

  test('of merged cells only the top left one counts', () => {
    const xml = `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c></row><row r="3"><c r="A3"><v>6</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="x"/></mergeCells>`
    expect(sheet({ sheet: xml })).toMatchObject({
      rows: [
        { row: 1, cells: [1, null, 3] },
        { row: 3, cells: [6] },
      ],
      blankRows: 1,
    })
  })

  test('a `>` in an attribute does not end the tag', () => {
    expect(
      sheet({ sheet: `<sheetData><row r='1' x="a>b"><c x='>' r="B1"><v>1</v></c></row></sheetData>` }).rows,
    ).toEqual([{ row: 1, cells: [null, 1] }])
  })
})

describe('which sheet', () => {
  const more = {
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData><row r="1"><c r="A1"><v>222</v></c></row></sheetData></worksheet>`,
  }
  const relations =
    '<Relationship Id="rId9" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="./../xl/WORKSHEETS/sheet2.xml"/>'
  const two = (first: string): WorkbookParts => ({
    sheet: PLAIN_ROW,
    workbook: `<sheets><sheet name="一" sheetId="1" ${first} r:id="rId1"/><sheet name="二" sheetId="2" r:id="rId9"/></sheets>`,
    relations,
    more,
  })
  it.each([
    ['the first', '', '一'],
    ['not a hidden one', 'state="hidden"', '二'],
    ['not a very hidden one', 'state="veryHidden"', '二'],
  ])('%s', (_, first, name) => expect(sheet(two(first)).name).toBe(name))

  test('only hidden ones: empty', () => {
    expect(code({ sheet: PLAIN_ROW, workbook: ONE_SHEET.replace(' r:id', ' state="hidden" r:id') })).toBe('empty')
  })

  test('a chart sheet is no worksheet', () => {
    const chart = two('').workbook!.replace('r:id="rId1"', 'r:id="rId8"')
    const relation = relations.replace('rId9', 'rId8').replace('/worksheet"', '/chartsheet"')
    expect(sheet({ ...two(''), workbook: chart, relations: relations + relation }).name).toBe('二')
  })

  test('without shared strings and styles', () => {
    const { 'xl/sharedStrings.xml': _, 'xl/styles.xml': __, ...files } = workbookXml({ sheet: PLAIN_ROW })
    expect(readSheet(zipFile(zipParts(files)), 'a.xlsx')).toMatchObject({
      ok: true,
      value: { rows: [{ row: 1, cells: ['a'] }] },
    })
  })
})

describe('refused', () => {
  const rows = (count: number): string => `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(count)}</sheetData>`
  const oneCell = (ref: string, row = '1'): string =>
    `<sheetData><row r="${row}"><c r="${ref}"><v>1</v></c></row></sheetData>`
  it.each<[string, string, WorkbookParts, Partial<SheetLimits>?]>([
    ['ok', '10 of 10 rows', { sheet: rows(10) }, { rows: 10 }],
    ['too-many-rows', '11 of 10 rows', { sheet: rows(11) }, { rows: 10 }],
    ['ok', 'the last column', { sheet: oneCell('XFD1') }],
    ['too-many-columns', 'the column behind it', { sheet: oneCell('XFE1') }],
    ['too-many-columns', 'a column without end', { sheet: oneCell('ZZZZZZZZZZZZZZZZ1') }],
    [
      'too-many-columns',
      '16,385 cells without names',
      { sheet: `<sheetData><row>${'<c/>'.repeat(16_385)}</row></sheetData>` },
    ],
    [
      'too-big',
      'cells',
      { sheet: `<sheetData>${'<row><c r="J1"><v>1</v></c></row>'.repeat(11)}</sheetData>` },
      { cells: 100 },
    ],
    ['too-big', 'shared strings', { sheet: PLAIN_ROW, strings: '<si/>'.repeat(101) }, { cells: 100 }],
    ['damaged', 'row 0', { sheet: oneCell('A0', '0') }],
    ['damaged', 'row −5', { sheet: oneCell('A1', '-5') }],
    ['damaged', 'row 1,048,577', { sheet: oneCell('A1048577', '1048577') }],
    ['damaged', 'row 4,294,967,295', { sheet: oneCell('A1', '4294967295') }],
    ['damaged', 'row 1e3.5', { sheet: oneCell('A1', '1e3.5') }],
    ['damaged', 'row __proto__', { sheet: oneCell('A1', '__proto__') }],
    [
      'damaged',
      'a DTD',
      {
        sheet: `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>`,
      },
    ],
    [
      'damaged',
      'a cell without an end',
      { sheet: '<sheetData><row r="1"><c r="A1"><v>1</v></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData>' },
    ],
    ['damaged', 'a cell outside the rows', { sheet: '<sheetData><c r="A1"><v>1</v></c></row></sheetData>' }],
    [
      'damaged',
      'a row inside a row',
      { sheet: '<sheetData><row><c><v>1</v></c><row><c><v>2</v></c></row></sheetData>' },
    ],
    [
      'damaged',
      'two cells in one place',
      { sheet: '<sheetData><row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>' },
    ],
    ['damaged', 'a tag without an end', { sheet: '<sheetData><row r="1"' }],
    ['damaged', 'an open quotation mark', { sheet: '<sheetData><row r="1><c/></row></sheetData>' }],
    ['damaged', 'an open comment', { sheet: `${PLAIN_ROW}<!--` }],
    ['damaged', 'damaged shared strings', { sheet: PLAIN_ROW, strings: '<?xml version="1.0"?><sst><si><t>a</t' }],
    ['damaged', 'damaged styles', { sheet: PLAIN_ROW, styles: '<?xml version="1.0"?><![CDATA[' }],
  ])('%s: %s', (expected, _, parts, limits) => expect(code(parts, limits)).toBe(expected))

  it.each<[string, WorkbookParts]>([
    ['depth', { sheet: `<sheetData>${'<a>'.repeat(300_000)}</sheetData>` }],
    [
      'attributes',
      { sheet: `<sheetData><row ${'a="1" '.repeat(100_000)} r="1"><c r="A1"><v>1</v></c></row></sheetData>` },
    ],
    ['cells without attributes', { sheet: `<sheetData>${'<row><c></c></row>'.repeat(200_000)}</sheetData>` }],
    ['open tags', { sheet: '<'.repeat(1_000_000) }],
    ['ampersands', { sheet: PLAIN_ROW.replace('>a<', `>${'&'.repeat(300_000)}<`) }],
    [
      'strings that never end',
      {
        sheet: `<sheetData><row>${Array.from({ length: 10_000 }, (_, i) => `<c t="s"><v>${i}</v></c>`).join('')}</row></sheetData>`,
        strings: '<si><t>a'.repeat(10_000),
      },
    ],
    [
      'merged areas on top of each other',
      {
        sheet: `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(20_000)}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}</mergeCells>`,
      },
    ],
  ])('linear in %s', (_, parts) => {
    // Each takes minutes when the work grows with the square.
    expect(['ok', 'empty', 'damaged']).toContain(code(parts))
  })
})
