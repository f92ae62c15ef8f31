import { expect, it } from 'vitest'
import { concat, utf8 } from '#core/lib/bytes.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'
import { writeXlsx } from '#core/sheet/write-sheet.ts'
import { zipFile } from './zip-file.ts'
import { ONE_SHEET, PLAIN_ROW, workbookFile, workbookXml, zipParts } from './workbook-file.ts'

const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600))
const utf16 = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((sign) => [sign.charCodeAt(0), 0]))
const binary = workbookXml({ sheet: PLAIN_ROW })
const word = workbookXml({ sheet: PLAIN_ROW, workbook: '<?xml version="1.0"?><w:document xmlns:w="w"/>' })

it.each<[string, string, Uint8Array]>([
  ['ok', 'a.xlsx', workbookFile({ sheet: PLAIN_ROW })],
  ['ok', 'renamed.csv', workbookFile({ sheet: PLAIN_ROW })],
  ['ok', 'old-system.xls', utf8('编号\t内容\n1\t路灯\n')],
  ['ok', 'PK.csv', utf8('PK号,内容\n1,2')],
  ['not-a-sheet', 'a.xlsx', utf8('编号,内容\n1,2')],
  ['not-a-sheet', 'a.xlsx', utf8('%PDF-1.7\n1 0 obj')],
  ['not-a-sheet', 'a.csv', utf8('%PDF-1.7\n1 0 obj')],
  ['not-a-sheet', 'a.xlsx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0)],
  ['not-a-sheet', 'a.xlsx', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
  ['not-a-sheet', 'a.zip', zipFile([{ name: 'letter.txt', data: utf8('x') }])],
  ['not-a-sheet', 'a.docx', zipFile(zipParts(word))],
  ['old-xls', 'a.xls', OLE],
  ['old-xls', 'a.et', OLE],
  ['old-xls', 'a.xls', utf8('\uFEFF<html><table><tr><td>1</td></tr></table>')],
  ['old-xls', 'a.xls', utf8('<?xml version="1.0"?><Workbook/>')],
  [
    'old-xls',
    'a.xlsb',
    zipFile(zipParts({ ...binary, '_rels/.rels': binary['_rels/.rels']!.replace('.xml', '.bin') })),
  ],
  ['encrypted', 'a.xlsx', concat([OLE, utf16('EncryptedPackage')])],
  ['encrypted', 'a.xlsx', zipFile(zipParts(workbookXml({ sheet: PLAIN_ROW })).map((part) => ({ ...part, flags: 1 })))],
  ['damaged', 'a.xlsx', workbookFile({ sheet: PLAIN_ROW }).subarray(0, 900)],
  ['damaged', 'a.xlsx', workbookFile({ sheet: '<sheetData><row r="1">' })],
  ['damaged', 'a.xlsx', workbookFile({ sheet: '' })],
  ['damaged', 'a.xlsx', workbookFile({ sheet: PLAIN_ROW, workbook: '<sheets/>' })],
  ['damaged', 'a.xlsx', workbookFile({ sheet: PLAIN_ROW, workbook: ONE_SHEET.replace('rId1', 'rId9') })],
  ['empty', 'a.xlsx', workbookFile({ sheet: '<sheetData/>' })],
  ['empty', 'a.xlsx', writeXlsx([{ name: 'a', columns: [], rows: [] }])],
  ['empty', 'a.xlsx', new Uint8Array()],
])('%s: %s', (expected, name, bytes) => {
  const result = readSheet(bytes, name)
  expect(result.ok ? 'ok' : result.error).toBe(expected)
})
