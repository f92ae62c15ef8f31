import { describe, expect, it, test } from 'vitest'
import { concat, utf8 } from '#core/lib/bytes.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'
import { SHEET_LIMITS, type Sheet, type SheetLimits } from '#core/sheet/sheet.ts'

const sheet = (bytes: Uint8Array, limits?: Partial<SheetLimits>): Sheet => {
  const result = readSheet(bytes, 'a.csv', { ...SHEET_LIMITS, ...limits })
  if (!result.ok) throw new Error(result.error)
  return result.value
}
const cells = (text: string): unknown => sheet(utf8(text)).rows.map((row) => row.cells)
const code = (bytes: Uint8Array, limits?: Partial<SheetLimits>): string => {
  const result = readSheet(bytes, 'a.csv', { ...SHEET_LIMITS, ...limits })
  return result.ok ? 'ok' : result.error
}

/** 编号,内容 and one row 1,中文𠮷 in GB18030; 𠮷 takes four bytes. */
const GB18030 = [
  [0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0a],
  [0x31, 0x2c, 0xd6, 0xd0, 0xce, 0xc4, 0x95, 0x34, 0xb2, 0x35],
]
const CHINESE = '编号,内容\n1,中文𠮷'
function utf16(text: string): Uint8Array {
  const bytes = [0xff, 0xfe]
  for (let i = 0; i < text.length; i++) bytes.push(text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8)
  return Uint8Array.from(bytes)
}

describe('encodings', () => {
  it.each<[Sheet['encoding'], Uint8Array]>([
    ['utf-8', utf8(CHINESE)],
    ['utf-8-bom', utf8(`\uFEFF${CHINESE}`)],
    ['utf-16le', utf16(CHINESE)],
    ['gb18030', Uint8Array.from(GB18030.flat())],
  ])('%s', (encoding, bytes) => {
    const result = sheet(bytes)
    expect(result.encoding).toBe(encoding)
    expect(result.rows).toEqual([
      { row: 1, cells: ['编号', '内容'] },
      { row: 2, cells: ['1', '中文𠮷'] },
    ])
  })

  test('a UTF-8 file that was cut in a character is not taken for GB18030: its last row is refused', () => {
    const bytes = utf8(`编号,内容\n1,${'路灯不亮'.repeat(20)}\n2,井盖`)
    const result = sheet(bytes.subarray(0, -1))
    expect(result.encoding).toBe('utf-8')
    expect(result.rows.map(({ row }) => row)).toEqual([1, 2, 3])
    expect(result.problems).toEqual([{ row: 3, column: 2, code: 'cell-unreadable' }])
  })

  test('bytes of no encoding', () =>
    expect(code(Uint8Array.of(0x61, 0x2c, 0xff, 0xff, 0x0a, 0x61))).toBe('unknown-encoding'))
})

describe('form', () => {
  it.each<[string, string, unknown]>([
    [
      'semicolons',
      'a;b\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['one column', 'a\nb', [['a'], ['b']]],
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CR',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['quotes', '"a,1","b ""x"""\n', [['a,1', 'b "x"']]],
    ['line ends in quotes', 'a,"b\r\nc"\n', [['a', 'b\nc']]],
    [
      'a delimiter in the quotes of the header',
      '"a;b;c;d",e\n1,2',
      [
        ['a;b;c;d', 'e'],
        ['1', '2'],
      ],
    ],
    ['empty lines before', '\n\na;b\n', [['a', 'b']]],
    ['trailing delimiters', 'a,b,,,\n1,,,,\n', [['a', 'b'], ['1']]],
    [
      'hostile headers',
      '__proto__,constructor,toString\n1,2,3',
      [
        ['__proto__', 'constructor', 'toString'],
        ['1', '2', '3'],
      ],
    ],
    ['formulas stay text', '=1+1,@x\n', [['=1+1', '@x']]],
    ['numbers stay text', '0012,13800138000\n', [['0012', '13800138000']]],
  ])('%s', (_, text, expected) => expect(cells(text)).toEqual(expected))

  test('row numbers count records; blank rows are counted, the last line end is none', () => {
    const { rows, blankRows } = sheet(utf8('a\n\n"b\nc"\n,,\nd\n'))
    expect(rows.map(({ row }) => row)).toEqual([1, 3, 5])
    expect(blankRows).toBe(2)
  })

  test('a quotation mark that nothing closes: the swallowed record is refused', () => {
    const { rows, problems } = sheet(utf8('a,b\n1,2\n3,"4\n5,6\n7,8\n'))
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3])
    expect(problems).toEqual([{ row: 3, column: 1, code: 'cell-unreadable' }])
  })

  test('a cell beyond Excel’s length is named, not cut', () => {
    const { rows, problems } = sheet(utf8(`a,${'x'.repeat(32_767)}\nb,${'y'.repeat(32_768)},c`))
    expect(rows[0]!.cells[1]).toHaveLength(32_767)
    expect(rows[1]!.cells).toEqual(['b', null, 'c'])
    expect(problems).toEqual([{ row: 2, column: 2, code: 'cell-too-long' }])
  })
})

describe('refused', () => {
  it.each<[string, Uint8Array, Partial<SheetLimits>?]>([
    ['empty', new Uint8Array()],
    ['empty', utf8('\uFEFF\n , \n')],
    ['too-many-columns', utf8(Array.from({ length: 100_000 }, (_, i) => i).join(','))],
    ['too-many-rows', utf8('a\n'.repeat(11)), { rows: 10 }],
    ['too-many-rows', utf8('\n'.repeat(1_100_000))],
    ['too-big', utf8('a,b,c\n'.repeat(11)), { cells: 30 }],
    ['too-big', utf8(','.repeat(101)), { cells: 50 }],
    ['too-big', utf8('abc'), { bytes: 2 }],
    ['damaged', utf8('" '.repeat(1_100_000))],
    ['not-a-sheet', concat([utf8('a,b\n'), new Uint8Array(100)])],
  ])('%s', (expected, bytes, limits) => expect(code(bytes, limits)).toBe(expected))

  test('inch marks in plain text are honest', () => {
    expect(cells('编号,规格\n1,5" 水管\n')).toEqual([
      ['编号', '规格'],
      ['1', '5" 水管'],
    ])
  })

  test('100,000 trailing commas are no columns', () => expect(code(utf8(`a${','.repeat(100_000)}`))).toBe('ok'))
})
