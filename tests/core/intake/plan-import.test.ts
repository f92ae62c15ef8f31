import { describe, expect, it } from 'vitest'
import { TEXT_LENGTH, TITLE_LENGTH } from '#core/case-file/fields.ts'
import { guessColumns, type ColumnMap } from '#core/intake/column-map.ts'
import { IMPORTED_REQUEST } from '#core/intake/import-request.ts'
import { findHeader, planImport, type ImportPlan } from '#core/intake/plan-import.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'
import type { Cell, Sheet } from '#core/sheet/sheet.ts'
import { realBytes } from '../../real-data.ts'

/** Header in row 1, then the rows; cells are clean and never empty texts, as the reader gives them. */
function plan(names: readonly string[], rows: readonly (readonly Cell[])[], map?: ColumnMap): ImportPlan {
  const sheet = { rows: [names, ...rows].map((cells, i) => ({ row: i + 1, cells })), blankRows: 0, problems: [] }
  return planImport(sheet, { row: 1, names }, map ?? guessColumns(names))
}
const one = (names: readonly string[], cells: readonly Cell[], map?: ColumnMap) =>
  plan(names, [cells], map).rows[0]?.input

const NAMES = ['编号', '标题', '内容', '时间', '姓名', '电话', '地点']
const row = (change: Partial<Record<string, Cell>> = {}): Cell[] => {
  const cells: Record<string, Cell> = { 编号: '7', 标题: '路灯不亮', 内容: '楼前的灯坏了。', 时间: '2026-03-02 09:30', 姓名: '张一甲', 电话: '10000000001', 地点: '槐树里', ...change } // prettier-ignore
  return NAMES.map((name) => cells[name] ?? null)
}

describe('a row of a spreadsheet', () => {
  it('becomes a request that the import takes', () => {
    const input = one(NAMES, row())!
    expect(input).toEqual({
      externalSource: 'import:编号',
      externalId: '7',
      title: '路灯不亮',
      text: '楼前的灯坏了。',
      raisedAt: '2026-03-02T09:30:00+08:00',
      requestKind: 'help',
      channel: 'import',
      requesterName: '张一甲',
      requesterPhone: '10000000001',
      place: '槐树里',
      category: '',
      answer: '',
      answeredBy: '',
    })
    expect(IMPORTED_REQUEST.safeParse(input).data).toEqual(input)
  })

  it('keeps numbers as they are written: no 1.3e+10', () => {
    expect(one(NAMES, row({ 编号: 188_006, 电话: 13_800_000_000 }))).toMatchObject({
      externalId: '188006',
      requesterPhone: '13800000000',
    })
  })

  it('takes dates as spreadsheets have them, in China time', () => {
    const moments = [
      '2019/2/28 11:25:05',
      '2019-02-28',
      '2019年2月28日 11时25分',
      { date: '2019-02-28T11:25:05' },
      43_524.475_752_314_8,
    ].map((cell) => one(NAMES, row({ 时间: cell }))?.raisedAt)
    expect(moments).toEqual([
      '2019-02-28T11:25:05+08:00',
      '2019-02-28T00:00:00+08:00',
      '2019-02-28T11:25:00+08:00',
      '2019-02-28T11:25:05+08:00',
      '2019-02-28T11:25:05+08:00',
    ])
  })

  it('is refused by its own number and reason, and the rest goes in', () => {
    const found = plan(NAMES, [
      row({ 编号: 'a' }),
      row({ 编号: 'b', 时间: '2026-02-30 09:00' }),
      row({ 编号: 'c', 时间: null }),
      row({ 编号: 'd', 时间: '03/04/2026' }),
      row({ 编号: 'e', 标题: null, 内容: null }),
      row({ 编号: 'f', 内容: '长'.repeat(TEXT_LENGTH + 1) }),
      row({ 编号: 'g', 时间: 2019 }),
      row({ 编号: 'h', 姓名: '甲'.repeat(81) }),
      [],
      row({ 编号: 'i' }),
    ])
    expect(found.rows.map(({ row: at, input }) => [at, input.externalId])).toEqual([[2, 'a'], [11, 'i']]) // prettier-ignore
    expect(found.refused).toEqual([
      { row: 3, reason: 'date-impossible' },
      { row: 4, reason: 'date-missing' },
      { row: 5, reason: 'date-unclear' },
      { row: 6, reason: 'nothing-said' },
      { row: 7, reason: 'text-too-long' },
      { row: 8, reason: 'date-impossible' },
      { row: 9, reason: 'name-too-long' },
    ])
    expect(found.blank).toBe(1)
  })

  it('is refused when the reader could not keep one of its cells', () => {
    const sheet = { rows: [{ row: 1, cells: NAMES }, { row: 5, cells: row() }], blankRows: 3, problems: [{ row: 5, column: 3, code: 'cell-too-long' as const }] } // prettier-ignore
    expect(planImport(sheet, { row: 1, names: NAMES }, guessColumns(NAMES))).toEqual({
      rows: [],
      refused: [{ row: 5, reason: 'cell-too-long' }],
      blank: 3,
      words: { category: new Map(), serviceType: new Map(), requestKind: new Map(), channel: new Map() },
    })
  })

  it('loses blank edges and residue of web forms, and nothing else', () => {
    const text = '\u3000\u3000第一段 <某某办法>\n\t\n\u3000<p>第二段&nbsp;<b>粗</b></p>\u3000'
    expect(one(NAMES, row({ 内容: text }))?.text).toBe('第一段 <某某办法>\n第二段 粗')
  })

  it('without a title is named after its first sentence', () => {
    expect(one(NAMES, row({ 标题: null, 内容: '灯坏了。请修。' }))?.title).toBe('灯坏了。')
    expect(one(NAMES, row({ 标题: null, 内容: '没有句号\n第二行' }))?.title).toBe('没有句号')
  })

  it('with a title that is too long is cut there and whole in the text', () => {
    const title = '𠮷'.repeat(TITLE_LENGTH)
    const input = one(NAMES, row({ 标题: title, 内容: '后文' }))!
    expect(input.title.length).toBeLessThanOrEqual(TITLE_LENGTH)
    expect(input.title).toMatch(/^𠮷+…$/u)
    expect(input.text).toBe(`${title}\n后文`)
  })

  it('without a number of its own is known again by what it says, wherever its columns stand', () => {
    const [a, b] = [
      ['标题', '时间', '内容'],
      ['内容', '标题', '时间'],
    ] as const
    const first = one(a, ['路灯', '2026-03-02', '坏了'])!
    const moved = one(b, ['坏了', '路灯', '2026-03-02'])!
    expect(first.externalId).toMatch(/^row-[\w-]{22}$/)
    expect(moved).toEqual(first)
    expect(one(a, ['路灯', '2026-03-03', '坏了'])!.externalId).not.toBe(first.externalId)
  })

  it('brings its answer with its date, and is refused when that date is none', () => {
    const names = [...NAMES, '答复意见', '答复时间']
    expect(one(names, [...row(), '已修好', '2026/3/4 10:00:00'])).toMatchObject({
      answer: '已修好',
      answeredAt: '2026-03-04T10:00:00+08:00',
    })
    expect(one(names, [...row(), '已修好', null])).not.toHaveProperty('answeredAt')
    expect(plan(names, [[...row(), '已修好', '昨天']]).refused).toEqual([{ row: 2, reason: 'answer-date-impossible' }])
    // A closing date without an answer says nothing that could be stored.
    expect(one(names, [...row(), null, '昨天'])).toMatchObject({ answer: '' })
  })

  it('keeps the words of the source’s own heading, and understands kinds, channels and service types', () => {
    const names = [...NAMES, '一级分类', '诉求类型', '渠道', '服务类型']
    expect(one(names, [...row(), '城乡建设', '投诉类', '来电', '公益服务型'])).toMatchObject({
      category: '城乡建设',
      requestKind: 'complaint',
      channel: 'phone',
      serviceType: 'welfare',
    })
  })

  it('never reads a column that only looks like a field of an object', () => {
    const names = ['__proto__', 'constructor', '标题', '时间']
    expect(one(names, ['x', 'y', '路灯', '2026-03-02'])).toMatchObject({ title: '路灯' })
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('the header', () => {
  const rows = (all: readonly (readonly Cell[])[]) => all.map((cells, i) => ({ row: i + 3, cells }))

  it('is found below a title', () => {
    expect(findHeader(rows([['槐树里社区台账'], ['2026年'], NAMES, row()]))).toEqual({ row: 5, names: NAMES })
  })

  it('is the row that has every column of a given map', () => {
    expect(
      findHeader(
        rows([
          ['甲', '乙'],
          ['Key', 'What', 'When'],
          ['1', '2', '3'],
        ]),
        { title: 'What', raisedAt: 'When' },
      )?.row,
    ).toBe(4)
  })

  it('is the first row when none is understood, and missing in an empty file', () => {
    expect(
      findHeader(
        rows([
          ['甲', '乙'],
          ['丙', '丁'],
        ]),
      )?.row,
    ).toBe(3)
    expect(findHeader([])).toBeNull()
  })
})

describe('real files', () => {
  function planned(bytes: Uint8Array, name: string, map?: ColumnMap): ImportPlan & { sheet: Sheet } {
    const sheet = readSheet(bytes, name)
    if (!sheet.ok) throw new Error(sheet.error)
    const header = findHeader(sheet.value.rows, map)!
    return { ...planImport(sheet.value, header, map ?? guessColumns(header.names)), sheet: sheet.value }
  }
  const ids = (found: ImportPlan): string[] => found.rows.map(({ input }) => input.externalId)

  it('4,326 messages come in whole, with text and serial dates', (context) => {
    const found = planned(realBytes(context, 'requests-4326.xlsx'), 'requests-4326.xlsx')
    expect(found.refused).toEqual([])
    expect(found.rows.length).toBe(4_326)
    expect(new Set(ids(found)).size).toBe(4_326)
    for (const { input } of found.rows) {
      expect(IMPORTED_REQUEST.safeParse(input).success).toBe(true)
      expect(input.raisedAt >= '2010' && input.raisedAt < '2021').toBe(true)
      expect(input.text).not.toMatch(/^[\s\u3000]|[\s\u3000]$|_x000D_/)
    }
  })

  it('495 messages in 65,202 rows: the rest is blank, one number comes twice', (context) => {
    const found = planned(realBytes(context, 'requests-495-in-65202-rows.xlsx'), 'requests-495-in-65202-rows.xlsx')
    expect([found.rows.length, new Set(ids(found)).size, found.blank, found.refused.length]).toEqual([
      495, 494, 64_707, 0,
    ])
    expect(found.rows.every(({ input }) => input.category !== '')).toBe(true)
  })

  it('120 messages bring dated answers', (context) => {
    const found = planned(realBytes(context, 'requests-with-replies-120.xlsx'), 'requests-with-replies-120.xlsx')
    expect(found.rows.length).toBe(120)
    expect(found.rows.every(({ input }) => input.answer !== '' && input.answeredAt !== undefined)).toBe(true)
  })

  it('924 requests of another country come in through a map, open ones without an answer', (context) => {
    const map: ColumnMap = {
      externalId: 'Unique Key',
      title: ['Complaint Type', 'Descriptor'],
      text: 'Location Type',
      raisedAt: 'Created Date',
      place: ['Incident Address', 'Borough'],
      answer: 'Resolution Description',
      answeredAt: ['Closed Date', 'Resolution Action Updated Date'],
      answeredBy: 'Agency Name',
      dateFormat: 'MM/DD/YYYY hh:mm:ss A',
      source: 'nyc311',
    }
    const found = planned(realBytes(context, 'nyc311-924.csv'), 'nyc311-924.csv', map)
    expect(found.refused).toEqual([])
    expect(found.rows.length).toBe(924)
    expect(found.rows[0]!.input).toMatchObject({
      externalSource: 'import:nyc311',
      raisedAt: '2022-05-01T00:00:03+08:00',
      answer: '',
    })
    const answered = found.rows.filter(({ input }) => input.answer !== '')
    expect(answered.length).toBe(485)
  })
})
