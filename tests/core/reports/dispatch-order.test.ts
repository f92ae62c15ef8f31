/** 派单单 (DOMAIN §4.1, §4.6): carries its deadline and only the fields that were sent. */
import { expect, test } from 'vitest'
import { statusOf, serviceTypeOf } from '#core/case-file/status.ts'
import { ZH_WORDS } from '#core/reports/code-words.ts'
import { dispatchOrderPaper } from '#core/reports/papers/dispatch-order.ts'
import { jointMatterPaper } from '#core/reports/papers/joint-matter.ts'
import type { PaperCase, PaperFrame } from '#core/reports/papers/paper.ts'
import { ZH_PAPER_WORDS } from '#core/reports/papers/paper-words-zh.ts'
import { enterProviders, INTAKE, newStation, NOW } from '../commands/station.ts'

const FRAME: PaperFrame = {
  station: '槐树里社区',
  clerk: '李一丙',
  printedAt: NOW,
  heads: '',
  words: ZH_PAPER_WORDS,
  codes: ZH_WORDS,
}

test('every dispatched order carries its deadline, and the paper shows only what was sent; taken-back consent empties it', async () => {
  const station = newStation()
  const providers = await enterProviders(station)
  const id = await station.done({ name: 'receive-case', input: { ...INTAKE, serviceType: 'market' } })
  const consent = { way: 'oral', givenBy: 'self', giver: '', textVersion: 'zh-1' } as const
  const order = { case: id, provider: providers.market, reason: '', demand: '先断电' }
  await station.done({
    name: 'dispatch',
    input: { ...order, ground: 'consent', fieldsSent: ['title', 'phone'], consent },
  })
  const co = { ...order, provider: providers.welfare, ground: 'no-personal-data', fieldsSent: ['title'] } as const
  await station.done({ name: 'dispatch-co', input: co })
  const view = (): PaperCase => {
    const file = station.file(id)
    return {
      file,
      status: statusOf(file),
      serviceType: serviceTypeOf(file),
      providerNames: { [providers.market]: '安居维修店', [providers.welfare]: '暖邻志愿队' },
      userNames: {},
    }
  }
  const paper = dispatchOrderPaper(view(), FRAME, 'staff')
  const next = paper.parts.findIndex(({ kind }) => kind === 'next')
  const lead = JSON.stringify(paper.parts.slice(0, next))
  const help = JSON.stringify(paper.parts[next])
  expect(lead).toContain(ZH_PAPER_WORDS.limit(station.file(id).fields.dueAt!))
  expect([paper.copy, lead.includes('10000000001'), lead.includes('张一甲'), lead.includes('楼前的灯坏了')]).toEqual([
    '交安居维修店（主办）',
    true,
    false,
    false,
  ])
  expect([help.includes('交暖邻志愿队（协办）'), help.includes('路灯不亮'), help.includes('10000000001')]).toEqual([
    true,
    true,
    false,
  ])
  expect(JSON.stringify(dispatchOrderPaper(view(), FRAME, 'outsider'))).not.toContain('10000000001')

  const joint = JSON.stringify(jointMatterPaper(view(), FRAME))
  for (const words of ['联席协调单', '安居维修店', '暖邻志愿队', '承办', '支持参与']) expect(joint).toContain(words)
  expect(joint).not.toContain('张一甲')

  const given = station.file(id).acts.find(({ type }) => type === 'consent')!
  await station.done({ name: 'withdraw-consent', input: { case: id, consent: given.id, note: '' } })
  const after = JSON.stringify(dispatchOrderPaper(view(), FRAME, 'staff'))
  expect([after.includes('10000000001'), after.includes('本人已撤回同意')]).toEqual([false, true])
})

test('papers for outsiders name nobody, not even in what was demanded, whose part it is, or a title (DOMAIN §9.2)', async () => {
  const station = newStation()
  const providers = await enterProviders(station)
  const title = '张一甲家的灯，为赵二乙代报'
  const id = await station.done({
    name: 'receive-case',
    input: { ...INTAKE, title, forWhom: '赵二乙', serviceType: 'market' },
  })
  const task = '到张一甲家看望赵二乙，电话10000000001'
  const order = { case: id, provider: providers.market, reason: '', demand: task } as const
  await station.done({ name: 'dispatch', input: { ...order, ground: 'contract', fieldsSent: ['title'] } })
  await station.done({
    name: 'record-participation',
    input: { case: id, organisation: '槐树里社区党委', part: 'lead', task },
  })
  const file = station.file(id)
  const view: PaperCase = {
    file,
    status: statusOf(file),
    serviceType: serviceTypeOf(file),
    providerNames: {},
    userNames: {},
  }
  expect(JSON.stringify(dispatchOrderPaper(view, FRAME, 'staff'))).toContain(task)
  for (const paper of [dispatchOrderPaper(view, FRAME, 'outsider'), jointMatterPaper(view, FRAME)])
    expect(JSON.stringify(paper)).not.toMatch(/张一甲|赵二乙|10000000001/)
})

test('an order from before the fields were written down still says what it is about', async () => {
  const station = newStation()
  const providers = await enterProviders(station)
  const id = await station.done({ name: 'receive-case', input: { ...INTAKE, serviceType: 'market' } })
  await station.done({
    name: 'dispatch',
    input: {
      case: id,
      provider: providers.market,
      reason: '',
      demand: '',
      ground: 'contract',
      fieldsSent: ['title', 'phone'],
    },
  })
  const now = station.file(id)
  const NEW = new Set(['fieldsSent', 'ground', 'role', 'dueAt', 'replyBy', 'objectBy'])
  const acts = now.acts.map((act) => Object.fromEntries(Object.entries(act).filter(([field]) => !NEW.has(field)))) as unknown as typeof now.acts // prettier-ignore
  const file = { ...now, acts }
  const paper = dispatchOrderPaper({ file, status: statusOf(file), serviceType: 'market', providerNames: {}, userNames: {} }, FRAME, 'staff') // prettier-ignore
  expect(JSON.stringify(paper)).toContain('路灯不亮')
  expect(JSON.stringify(paper)).not.toContain('10000000001')
})
