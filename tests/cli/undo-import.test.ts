import { expect, it } from 'vitest'
import { linwu, LONG, newStation, put } from './program.ts'

it(
  'an import is listed, undone in numbers that must be right, and comes in again with new case numbers',
  async () => {
    const { folder, dir, key } = await newStation()
    const rows = Array.from({ length: 30 }, (_, i) => `${i},路灯不亮 ${i},2026-03-01,${i % 2 ? '物业' : '市政'},电联`)
    const file = put(folder, '台账.csv', ['编号,标题,时间,分类,渠道', ...rows].join('\n'))
    const choices = { category: { 物业: { serviceType: 'market', category: '家电水电' } }, channel: { 电联: 'phone' } }
    const values = put(folder, 'values.json', JSON.stringify(choices))
    const taken = await linwu('import', dir, file, '--values', values, ...key, '--json')
    expect(taken.json.imported).toBe(30)
    const market = (await linwu('list', dir, '--type', 'market', ...key, '--json')).json
    expect(market.total).toBe(15)
    const numbers = (await linwu('list', dir, ...key, '--json')).json.cases.map((one) => one.number)

    const wrong = put(folder, 'wrong.json', '{"channel":{"电联":"telephone"}}')
    expect((await linwu('import', dir, file, '--values', wrong, ...key)).err).toContain('取值文件')

    const listed = (await linwu('imports', dir, ...key, '--json')).json['imports'] as { readonly id: string }[]
    expect(listed).toMatchObject([{ file: '台账.csv', rows: 30, there: 30, untouched: 30, undone: false }])
    const [{ id } = { id: '' }] = listed
    const other = await linwu('undo-import', dir, id, '--count', '29', ...key)
    expect([other.code, other.err.includes('30')]).toEqual([2, true])
    expect((await linwu('list', dir, ...key, '--json')).json.total).toBe(30)

    const undone = await linwu('undo-import', dir, id, '--count', '30', ...key, '--json')
    expect(undone.json).toEqual({ erased: 30, kept: 0, scrubbed: true })
    expect((await linwu('list', dir, ...key, '--json')).json.total).toBe(0)
    const checked = (await linwu('verify', dir, ...key, '--json')).json
    expect([checked.ok, checked.damaged]).toEqual([true, []])

    expect((await linwu('import', dir, file, ...key, '--json')).json.imported).toBe(30)
    const again = (await linwu('list', dir, ...key, '--json')).json.cases.map((one) => one.number)
    expect(again.filter((number) => numbers.includes(number))).toEqual([])
  },
  LONG,
)
