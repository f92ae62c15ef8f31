/** Small honest files, from which the mutated ones are made. Every text is invented. */
import { deflateSync } from 'fflate'
import { concat, utf8 } from '#core/lib/bytes.ts'
import { writeCsv, writeXlsx, type SheetToWrite } from '#core/sheet/write-sheet.ts'
import { workbookXml, zipParts } from '../core/sheet/workbook-file.ts'
import type { ZipPart } from '../core/sheet/zip-file.ts'

const REGISTER: SheetToWrite = {
  name: '来件',
  columns: [
    { title: '留言编号', kind: 'text' },
    { title: '留言主题', kind: 'text' },
    { title: '留言时间', kind: 'datetime' },
    { title: '点赞数', kind: 'number' },
    { title: '__proto__', kind: 'text' },
    { title: 'constructor', kind: 'text' },
  ],
  rows: [
    ['1001', '三号楼路灯不亮', { date: '2026-03-04T08:30:00' }, 3, 'polluted', 'x'],
    ['1002', '𠮷𡇐巷井盖松动', { date: '2026-03-05T00:00:00' }, 0, 'a,"b"\n；c', null],
    ['1003', '=HYPERLINK("x")', null, -1.5, '&nbsp;<br>', '　'],
  ],
}

/**
 * XML of a workbook with everything a reader must know: shared and rich strings, dates, formulas, merges, a hidden
 * sheet.
 */
export const XML: Readonly<Record<string, string>> = workbookXml({
  workbook:
    '<workbookPr date1904="0"/><sheets><sheet name="藏" sheetId="1" state="hidden" r:id="rId4"/><sheet name="表" sheetId="2" r:id="rId1"/></sheets>',
  relations:
    '<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/>',
  strings:
    '<si><t>留言编号</t></si><si><t>__proto__</t></si><si><r><t>路灯</t></r><r><t xml:space="preserve"> 不亮_x000D_</t></r><rPh sb="0" eb="1"><t>deng</t></rPh></si><si/><si><t>𠮷&amp;&#x20BB7;</t></si>',
  styles:
    '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="14"/></cellXfs>',
  sheet:
    '<dimension ref="A1:F5"/><sheetData><row r="1" spans="1:6"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>constructor</t></is></c></row><row r="2"><c r="A2" s="1"><v>43820.63</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="str"><f>A1&amp;"x"</f><v>值</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#REF!</v></c><c r="F2"><v>1.5E3</v></c></row><row r="3"/><row r="5"><c r="A5" s="2"><v>60</v></c><c r="D5" t="s"><v>4</v></c><c r="F5" t="d"><v>2026-02-03T04:05:06Z</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A5:B6"/></mergeCells>',
  more: {
    'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
  },
})

/** The same as entries, packed once for all files. */
export const PARTS: readonly ZipPart[] = zipParts(XML).map((part) => ({ ...part, packed: deflateSync(part.data) }))

/** 编号,内容 and 1,路灯 in GB18030. */
const GB18030 = [
  [0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0d, 0x0a],
  [0x31, 0x2c, 0xc2, 0xb7, 0xb5, 0xc6, 0x95, 0x34, 0xb2, 0x35, 0x0d, 0x0a],
]

const utf16le = (text: string): Uint8Array =>
  concat([
    Uint8Array.of(0xff, 0xfe),
    ...Array.from(text, (_, i) => Uint8Array.of(text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8)),
  ])

export const WORKBOOK: Uint8Array = writeXlsx([REGISTER, { ...REGISTER, name: '二' }])

export const CSV: readonly Uint8Array[] = [
  writeCsv(REGISTER),
  Uint8Array.from(GB18030.flat()),
  utf16le('编号\t内容\n1\t路灯\n'),
  utf8('编号;内容;时间\n1;"a ""b""\n二";2026/3/4 8:30\n2;𠮷;20260305\n'),
]
