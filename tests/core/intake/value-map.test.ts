import { describe, expect, it } from 'vitest'
import { guessColumns } from '#core/intake/column-map.ts'
import { planImport } from '#core/intake/plan-import.ts'
import { codesOf, parseValueMap } from '#core/intake/value-map.ts'

const NAMES = ['编号', '标题', '时间', '分类', '服务类型', '诉求类型', '渠道']
const rows = [
  ['1', '甲', '2026-03-02', '物业维修', '便民', '投诉', '电话'],
  ['2', '乙', '2026-03-02', '市场监管', '', '来电', '其他途径'],
  ['3', '丙', '2026-03-02', '物业维修', '', '求助', '电话'],
  ['4', '丁', '不是日期', '只在坏行里', '', '求助', '电话'],
]
const sheet = { rows: [NAMES, ...rows].map((cells, i) => ({ row: i + 1, cells })), blankRows: 0, problems: [] }
const planned = (values = {}) => planImport(sheet, { row: 1, names: NAMES }, guessColumns(NAMES), values)

describe('their words', () => {
  it('are counted over the rows that come in', () => {
    const { words } = planned()
    expect([...words.category]).toEqual([
      ['物业维修', 2],
      ['市场监管', 1],
    ])
    expect([...words.requestKind]).toEqual([
      ['投诉', 1],
      ['来电', 1],
      ['求助', 1],
    ])
    expect([...words.channel]).toEqual([
      ['电话', 2],
      ['其他途径', 1],
    ])
  })

  it('become our codes by a guess, and a heading alone decides nothing that it does not name', () => {
    const codes = planned().rows.map(({ input }) => [input.serviceType, input.requestKind, input.channel, input.ownCategory]) // prettier-ignore
    expect(codes).toEqual([
      ['market', 'complaint', 'phone', undefined],
      [undefined, 'help', 'import', undefined],
      [undefined, 'help', 'phone', undefined],
    ])
    expect(codesOf({ category: '志愿服务', serviceType: '', requestKind: '', channel: '' }, {}).serviceType).toBe(
      'welfare',
    )
  })

  it('become what a person chose, and their heading stays beside ours', () => {
    const found = planned({
      category: {
        物业维修: { serviceType: 'market', category: '家电水电' },
        市场监管: { serviceType: 'administrative' },
      },
      serviceType: { 便民: null },
      requestKind: { 来电: 'consult' },
      channel: { 其他途径: 'letter' },
    }).rows.map(({ input }) => [input.serviceType, input.category, input.ownCategory, input.requestKind, input.channel])
    expect(found).toEqual([
      // 便民 was called undecided, so the heading's choice counts.
      ['market', '物业维修', '家电水电', 'complaint', 'phone'],
      ['administrative', '市场监管', undefined, 'consult', 'letter'],
      ['market', '物业维修', '家电水电', 'help', 'phone'],
    ])
  })

  it('that every object knows are words like others', () => {
    const words = { category: 'constructor', serviceType: 'toString', requestKind: '__proto__', channel: 'valueOf' }
    expect(codesOf(words, { category: {}, serviceType: {}, requestKind: {}, channel: {} })).toEqual({
      serviceType: undefined,
      ownCategory: undefined,
      requestKind: 'help',
      channel: 'import',
    })
  })
})

describe('a file of choices', () => {
  it('is read, with a byte order mark too', () => {
    const text = '\uFEFF{"category":{"物业":{"serviceType":"market"}},"channel":{"电联":"phone"}}'
    expect(parseValueMap(text)).toEqual({
      ok: true,
      value: { category: { 物业: { serviceType: 'market' } }, channel: { 电联: 'phone' } },
    })
  })

  it('that is wrong is refused', () => {
    expect(parseValueMap('{')).toEqual({ ok: false, error: 'values-not-json' })
    for (const text of ['[]', '{"kind":{}}', '{"channel":{"电联":"telephone"}}', '{"category":{"物业":"market"}}'])
      expect(parseValueMap(text), text).toEqual({ ok: false, error: 'values-wrong' })
  })
})
