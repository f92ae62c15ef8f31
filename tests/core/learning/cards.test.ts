/** DOMAIN §10: a closed case can become a 典型案例 (de-identified), found at intake as 类似办法; 政策卡片 carry source and date. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { SaveModelCase } from '#core/follow-up/save-model-case.ts'
import type { SavePolicyCard } from '#core/follow-up/save-policy-card.ts'
import { knownOf, personalIn } from '#core/learning/deidentify.ts'
import { modelProposal } from '#core/learning/model-proposal.ts'
import { similarWays, wayIndex, type Way } from '#core/learning/similar-ways.ts'
import { stalenessOf } from '#core/learning/stale.ts'
import { fieldScope } from '#core/catalogue.ts'
import { readEntity } from '#core/book/book.ts'
import { enterProviders, GROUND, INTAKE, newStation, type Station } from '../commands/station.ts'

let station: Station
let id: string
const close = async (of: string): Promise<void> => {
  await station.done({ name: 'record-answer', input: { case: of, way: 'phone', content: '张一甲家的灯换好了，有事打10000000001。', answeredBy: '' } }) // prettier-ignore
  await station.done({ name: 'close-case', input: { case: of, outcome: 'solved', note: '' } })
}
const MODEL = (of: string): SaveModelCase => ({
  case: of,
  title: '楼前路灯一周不亮',
  situation: '一位居民反映楼前路灯不亮。',
  done: '当天请志愿队看过，换了灯头。',
  helpers: ['social'],
  result: '当晚亮了。',
  learnt: '先看总闸再报修。',
  category: 'L020103',
  serviceType: 'welfare',
  read: true,
})
const POLICY: SavePolicyCard = {
  title: '高龄津贴怎么领',
  text: '年满八十周岁，本人或家属到社区登记，次月起发。',
  source: '示例区民政局',
  number: '示民发〔2025〕1号',
  date: '2025-01-10',
  until: '2027-12-31',
  categories: ['L060101'],
  link: '',
}
beforeEach(async () => {
  station = newStation()
  id = await station.done({ name: 'receive-case', input: { ...INTAKE, place: '槐树里3号楼2单元501' } })
})

test('a closed case is told as a text of its own; the link to it stays at the station', async () => {
  await close(id)
  const card = await station.done({ name: 'save-model-case', input: MODEL(id) })
  expect(readEntity(station.book, card)).toMatchObject({ case: id, title: '楼前路灯一周不亮', retired: false })
  expect(['case', 'by', 'situation', 'category'].map((field) => fieldScope('model-case', field))).toEqual(['private', 'private', 'shared', 'shared']) // prettier-ignore
  expect(await station.refusal({ name: 'save-model-case', input: MODEL(id) })).toBe('marked-already')
  await station.done({ name: 'save-model-case', input: { ...MODEL(id), id: card, learnt: '先看总闸。' } })
  expect(await station.refusal({ name: 'save-model-case', input: { ...MODEL(id), id: card, learnt: '先看总闸。' } })).toBe('nothing-changed') // prettier-ignore
  await station.done({ name: 'retire-card', input: { id: card, retired: true } })
  expect(await station.refusal({ name: 'retire-card', input: { id: card, retired: true } })).toBe('nothing-changed')
  // What is out of use stands in nobody's way.
  await station.done({ name: 'save-model-case', input: MODEL(id) })
})

test('the proposal holds no name, number or door of the case, and the kind of provider instead of a name', async () => {
  const providers = await enterProviders(station)
  const story = await station.done({ name: 'receive-case', input: { ...INTAKE, place: '槐树里3号楼2单元501', text: '我叫张一甲，住3号楼2单元501，电话10000000001，灯坏了。', serviceType: 'welfare' } }) // prettier-ignore
  await station.done({ name: 'dispatch', input: { case: story, provider: providers.welfare!, serviceType: 'welfare', reason: '', demand: '', ...GROUND } as never }) // prettier-ignore
  await station.done({ name: 'record-contact', input: { case: story, kind: 'progress', way: 'phone', reached: true, note: '一甲说晚上在家' } }) // prettier-ignore
  await close(story)
  const file = station.file(story)
  const known = knownOf(file)
  const proposal = modelProposal(file, known, () => ({ name: '暖邻志愿服务队', kind: 'social' }))
  expect(proposal).toMatchObject({ helpers: ['social'], outcome: 'solved', done: '〔居民〕说晚上在家' })
  const text = Object.values(proposal).join('\n')
  for (const secret of ['张一甲', '一甲', '10000000001', '501', '暖邻']) expect(text).not.toContain(secret)
  expect(personalIn(text, known)).toEqual([])
})

describe('what is refused, and nothing is written', () => {
  const refusedOf = async (input: SaveModelCase) => {
    const before = station.events.length
    const code = await station.refusal({ name: 'save-model-case', input })
    expect(station.events.length).toBe(before)
    return code
  }
  test('open, unread, unknown, with somebody in it', async () => {
    expect(await refusedOf(MODEL(id))).toBe('case-open')
    await close(id)
    expect(await refusedOf({ ...MODEL(id), read: false })).toEqual(['not-read', 'read'])
    expect(await refusedOf(MODEL('case:none'))).toBe('no-such-case')
    expect(await refusedOf({ ...MODEL(id), id: 'model-case:none' })).toBe('no-such-card')
    expect(await refusedOf({ ...MODEL(id), situation: '张女士家的灯', result: '请打 10000000001' })).toEqual(['personal-inside', 'situation', 'result']) // prettier-ignore
    expect(await refusedOf({ ...MODEL(id), done: '在5号楼1单元202装的' })).toEqual(['personal-inside', 'done'])
  })
  test('a report, and a child at risk', async () => {
    const report = await station.done({ name: 'receive-case', input: { ...INTAKE, requestKind: 'report' } })
    expect(await refusedOf(MODEL(report))).toBe('not-for-learning')
    const child = await station.done({ name: 'receive-case', input: { ...INTAKE, childReport: { to: ['police'], receiver: '', note: '' } } }) // prettier-ignore
    expect(await refusedOf(MODEL(child))).toBe('not-for-learning')
  })
  test('policy cards: a date ahead, an end before it, an unknown one', async () => {
    const refusal = (input: SavePolicyCard) => station.refusal({ name: 'save-policy-card', input })
    expect(await refusal({ ...POLICY, date: '2026-03-03' })).toEqual(['in-the-future', 'date'])
    expect(await refusal({ ...POLICY, until: '2024-01-01' })).toEqual(['until-before-from', 'until'])
    expect(await refusal({ ...POLICY, id: 'policy-card:none' })).toBe('no-such-card')
    expect(await refusal({ ...POLICY, source: '' })).toEqual(['invalid-input', 'source'])
    expect(await station.refusal({ name: 'retire-card', input: { id: 'policy-card:none', retired: true } })).toBe('no-such-card') // prettier-ignore
    expect(await station.refusal({ name: 'check-policy-card', input: { id: 'policy-card:none' } })).toBe('no-such-card')
  })
})

test('policy cards carry source and date, and say when they are out of date or long unread', async () => {
  const card = await station.done({ name: 'save-policy-card', input: POLICY })
  expect(readEntity(station.book, card)).toMatchObject({
    source: '示例区民政局',
    date: '2025-01-10',
    checked: '2026-03-02',
  })
  expect(await station.refusal({ name: 'check-policy-card', input: { id: card } })).toBe('nothing-changed')
  const at = { date: '2025-01-10', until: '2027-12-31', checked: '' }
  expect(stalenessOf(at, '2026-03-02', 24)).toBe(null)
  expect(stalenessOf(at, '2027-03-02', 24)).toBe('old')
  expect(stalenessOf({ ...at, checked: '2027-01-01' }, '2027-03-02', 24)).toBe(null)
  expect(stalenessOf(at, '2028-01-01', 24)).toBe('past')
  expect(stalenessOf({ ...at, until: '2026-03-02' }, '2026-03-02', 24)).toBe(null)
})

describe('类似办法 says which words decided', () => {
  const way = (n: number, title: string, text: string, category = ''): Way => ({ id: `model-case:${n}`, kind: 'model-case', title, text, categories: [category] }) // prettier-ignore
  const index = wayIndex([
    way(1, '电梯困人后的安抚与维修', '电梯停在两层之间，维保单位到场放人，之后每月公示维保记录。', 'L1'),
    way(2, '暖气不热分段排查', '先查户内阀门，再查楼栋入口温度，热力公司加压。', 'L2'),
    way(3, '楼道堆物分批清理', '楼门长挨户说，约定日子一起清。', 'L3'),
    way(4, '电梯加装的协商', '一层住户担心采光，开了三次协商会。', 'L1'),
  ])
  test('the likeliest first, at most three', () => {
    const found = similarWays(index, '家里暖气不热，阀门都开了，热力公司没来')
    expect(found[0]).toMatchObject({ id: 'model-case:2', words: expect.arrayContaining(['暖气不热', '热力公司', '阀门']) as unknown }) // prettier-ignore
    expect(similarWays(index, '电梯停在两层之间，维保单位没来')[0]!.id).toBe('model-case:1')
    expect(found.length).toBeLessThanOrEqual(3)
  })
  test('what nearly every request says is no reason; the category alone neither', () => {
    expect(similarWays(index, '你好，我们小区居民反映问题，希望尽快解决')).toEqual([])
    expect(similarWays(index, '狗叫', 'L2')).toEqual([])
    expect(similarWays(index, '', 'L2')).toEqual([])
    expect(similarWays(wayIndex([]), '暖气不热')).toEqual([])
  })
  test('3,000 cards, and the right one among them', () => {
    const many = Array.from({ length: 3_000 }, (_, n) =>
      way(n, `第${n}号经验 路灯与花坛`, '换了灯头，补种了花。'.repeat(20)),
    )
    const found = similarWays(
      wayIndex([...many, way(9_999, '燃气软管老化更换', '换成不锈钢波纹管。')]),
      '厨房燃气软管老化了',
    )
    expect(found[0]!.id).toBe('model-case:9999')
  })
})
