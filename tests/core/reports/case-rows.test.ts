import { describe, expect, it } from 'vitest'
import { caseRows } from '#core/reports/case-rows.ts'
import { codeWords } from '#core/reports/code-words.ts'
import { enterProviders, INTAKE, newStation, type Station } from '../commands/station.ts'

const NAMES = {
  provider: (id: string) => (id ? '服务队' : ''),
  user: () => '演示员',
  category: (code: string) => (code === 'L010101' ? '社保参保' : code),
}

/** The row of one case as title → cell, empty cells left out. */
function rowOf(station: Station, id: string, language: 'zh-CN' | 'en' = 'zh-CN') {
  const { columns, rows } = caseRows([station.file(id)], language, NAMES)
  expect(rows.every((cells) => cells.length === columns.length)).toBe(true)
  return Object.fromEntries(columns.map(({ title }, i) => [title, rows[0]![i]]).filter(([, cell]) => cell !== null))
}

async function wholeRoad(): Promise<{ station: Station; id: string }> {
  const station = newStation()
  const { welfare } = await enterProviders(station)
  const id = await station.done({ name: 'receive-case', input: INTAKE })
  await station.done({
    name: 'classify',
    input: { case: id, serviceType: 'welfare', category: '公共设施', reason: '' },
  })
  await station.done({
    name: 'dispatch',
    input: { case: id, provider: welfare, reason: '', demand: '', ground: 'no-personal-data', fieldsSent: ['title'] },
  })
  station.wait(1)
  await station.done({
    name: 'record-contact',
    input: { case: id, kind: 'first-contact', way: 'phone', reached: true, note: '' },
  })
  await station.done({
    name: 'record-answer',
    input: { case: id, way: 'phone', content: '已修好', answeredBy: '小王' },
  })
  await station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
  await station.done({
    name: 'record-revisit',
    input: { case: id, way: 'phone', valid: true, solved: false, scale: 'three-rates', grade: 'basically', words: '' },
  })
  await station.done({ name: 'record-finding', input: { case: id, verdict: 'to-rectify', demand: '补照片' } })
  return { station, id }
}

describe('台账', () => {
  it('has a row with everything of the road, dates as dates and phones as text', async () => {
    const { station, id } = await wholeRoad()
    expect(rowOf(station, id)).toEqual({
      编号: 'S0012-A-2026-00001',
      状态: '已回访',
      诉求类型: '求助',
      服务类型: '公益服务型',
      分类: '公共设施',
      标题: '路灯不亮',
      内容: '楼前的灯坏了',
      诉求人: '张一甲',
      联系电话: '10000000001',
      地点: '槐树里3号楼',
      渠道: '电话',
      紧急程度: '一般',
      诉求时间: { date: '2026-03-02T09:00:00' },
      受理时间: { date: '2026-03-02T09:00:00' },
      受理人: '演示员',
      办理时限: { date: '2026-03-09T23:59:59' },
      经办人: '演示员',
      承办单位: '服务队',
      派单时间: { date: '2026-03-02T09:00:00' },
      首次联系: { date: '2026-03-02T10:00:00' },
      答复时间: { date: '2026-03-02T10:00:00' },
      答复内容: '已修好',
      答复人: '小王',
      办结时间: { date: '2026-03-02T10:00:00' },
      办理结果: '已解决',
      办理轮次: 1,
      回访时间: { date: '2026-03-02T10:00:00' },
      是否解决: '否',
      满意程度: '基本满意',
      督查结论: '需整改',
      整改要求: '补照片',
    })
  })

  it('says the same in English', async () => {
    const { station, id } = await wholeRoad()
    expect(rowOf(station, id, 'en')).toMatchObject({
      Status: 'Revisited',
      'Service type': 'Welfare',
      Outcome: 'Solved',
      Solved: 'No',
    })
  })

  it('of a reopened case shows the round that is under way', async () => {
    const { station, id } = await wholeRoad()
    await station.done({ name: 'reopen-case', input: { case: id, reason: '又坏了' } })
    const row = rowOf(station, id)
    expect(row).toMatchObject({ 状态: '待派单', 办理轮次: 2 })
    for (const title of ['答复时间', '办结时间', '办理结果', '回访时间', '承办单位'])
      expect(row).not.toHaveProperty(title)
  })

  it('shows who reported (举报) in no column, whatever the case holds', async () => {
    const station = newStation()
    const id = await station.done({ name: 'receive-case', input: { ...INTAKE, requestKind: 'report' } })
    const leaked = {
      ...station.file(id),
      fields: { ...station.file(id).fields, requesterName: '张一甲', requesterPhone: '10000000001' },
    }
    for (const language of ['zh-CN', 'en'] as const) {
      for (const file of [station.file(id), leaked]) {
        expect(JSON.stringify(caseRows([file], language, NAMES))).not.toMatch(/张一甲|10000000001/)
      }
    }
  })

  it('has every title once, in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const titles = caseRows([], language, NAMES).columns.map(({ title }) => title)
      expect(new Set(titles).size).toBe(titles.length)
    }
  })

  it('speaks of 上报 where a matter goes up, never of 派单', () => {
    const words = codeWords('zh-CN')
    expect([words.statusUp.received, words.statusUp.dispatched]).toEqual(['待上报', '已上报'])
  })
})

it('a category is told by its name, and 举报 names nobody who told it, not even in its own words', async () => {
  const station = newStation()
  const decided = { ...INTAKE, serviceType: 'administrative', category: 'L010101' } as const
  const id = await station.done({ name: 'receive-case', input: decided })
  expect(rowOf(station, id)).toMatchObject({ 分类: '社保参保' })
  const report = {
    ...decided,
    requestKind: 'report',
    title: '张一甲举报占道',
    text: '我是张一甲，电话10000000001',
  } as const
  const told = rowOf(station, await station.done({ name: 'receive-case', input: report }))
  expect(JSON.stringify(told)).not.toMatch(/张一甲|10000000001/)
})
