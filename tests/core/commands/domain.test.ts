/** One test per sentence of the domain that the road keeps. */
import { beforeEach, describe, expect, it } from 'vitest'
import { actsOf, roundNumber } from '#core/case-file/case-file.ts'
import { SCALES } from '#core/case-file/codes.ts'
import { openReferral, serviceTypeOf, statusOf } from '#core/case-file/status.ts'
import { caseSummary, searchedText } from '#core/case-file/summary.ts'
import { scopeOfLog } from '#core/kernel/event.ts'
import { enterProviders, INTAKE, newStation, NOW, type Station } from './station.ts'

let station: Station
let providers: Awaited<ReturnType<typeof enterProviders>>
let id: string

beforeEach(async () => {
  station = newStation()
  providers = await enterProviders(station)
  id = await station.done({ name: 'receive-case', input: INTAKE })
})

const classify = (serviceType: 'administrative' | 'welfare' | 'market') =>
  station.done({ name: 'classify', input: { case: id, serviceType, category: '', reason: '' } })
const dispatch = (provider: string, reason = '') =>
  station.done({
    name: 'dispatch',
    input: { case: id, provider, reason, demand: '', ground: 'no-personal-data', fieldsSent: ['title'] },
  })
const answer = () =>
  station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修好', answeredBy: '' } })
const close = () => station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
const contact = (reached: boolean, kind: 'progress' | 'note' = 'progress') =>
  station.done({ name: 'record-contact', input: { case: id, kind, way: 'phone', reached, note: '记录' } })
const file = () => station.file(id)

describe('intake (DOMAIN §3)', () => {
  it('a case records who asked, kind, what, where, when it was raised, channel, urgency and contact', () => {
    expect(file().fields).toMatchObject({
      number: 'S0012-A-2026-00001',
      requestKind: 'help',
      channel: 'phone',
      urgency: 'general',
      title: '路灯不亮',
      text: '楼前的灯坏了',
      place: '槐树里3号楼',
      requesterName: '张一甲',
      requesterPhone: '10000000001',
      raisedAt: NOW,
      receivedAt: NOW,
      dueAt: '2026-03-09T23:59:59+08:00',
      receivedBy: 'user:clerk',
    })
  })

  it('paper that was raised earlier keeps its own date', async () => {
    const raisedAt = '2026-02-20T08:00:00+08:00'
    const paper = await station.done({ name: 'receive-case', input: { ...INTAKE, channel: 'letter', raisedAt } })
    expect(station.file(paper).fields).toMatchObject({ raisedAt, receivedAt: NOW })
  })

  it('举报 is confidential: the reporter’s identity is in no list, and in a scope of its own', async () => {
    const report = await station.done({ name: 'receive-case', input: { ...INTAKE, requestKind: 'report' } })
    expect(caseSummary(station.file(report))).toMatchObject({ requester: '' })
    expect(searchedText(station.file(report))).not.toMatch(/张一甲|10000000001/)
    const telling = station.events.filter((event) => event.header.e === report && event.payloadLine!.includes('张一甲'))
    expect(telling.map((event) => scopeOfLog(event.header.log))).toEqual(['confidential'])
  })

  it('举报 that comes in by a file is as confidential as one told at the counter', async () => {
    const report = await station.done({
      name: 'import-request',
      input: { externalSource: 'import:x', externalId: '1', title: '反映', text: '', raisedAt: NOW, requestKind: 'report', channel: 'import', requesterName: '李二乙', requesterPhone: '10000000002', place: '', category: '', answer: '', answeredBy: '' }, // prettier-ignore
    })
    expect(station.file(report).fields).toMatchObject({ requesterName: '', requesterPhone: '', reporterName: '李二乙' })
    const telling = station.events.filter((event) => event.header.e === report && event.payloadLine!.includes('李二乙'))
    expect(telling.map((event) => scopeOfLog(event.header.log))).toEqual(['confidential'])
  })

  it('an anonymous request keeps neither name nor number, even when they were typed', async () => {
    const anonymous = await station.done({ name: 'receive-case', input: { ...INTAKE, anonymous: true } })
    expect(station.file(anonymous).fields).toMatchObject({ requesterName: '', requesterPhone: '', anonymous: true })
  })

  it('what may be shared upward names nobody', () => {
    const shared = station.events.filter((event) => event.header.e === id && scopeOfLog(event.header.log) === 'shared')
    expect(shared.length).toBe(1)
    expect(shared[0]!.payloadLine).not.toMatch(/张一甲|10000000001|路灯|槐树里|user:/)
  })

  it('case numbers: the year is never below the last seen', async () => {
    station.wait(24 * 365)
    const next = await station.done({ name: 'receive-case', input: INTAKE })
    station.wait(-24 * 365)
    const fallenBack = await station.done({ name: 'receive-case', input: INTAKE })
    expect([next, fallenBack].map((of) => station.file(of).fields.number)).toEqual([
      'S0012-A-2027-00001',
      'S0012-A-2027-00002',
    ])
  })

  it('an imported record raises no alarm, keeps its source’s number and heading, and brings its dated answer', async () => {
    const old = await station.done({
      name: 'import-request',
      input: { externalSource: 'import:messages', externalId: '188006', title: '出租车', text: '太少', raisedAt: '2019-02-28T11:25:05+08:00', requestKind: 'help', channel: 'import', requesterName: '', requesterPhone: '', place: '', category: '交通运输', answer: '已增加', answeredAt: '2019-03-04T10:00:00+08:00', answeredBy: '交通局' }, // prettier-ignore
    })
    const { fields, acts } = station.file(old)
    expect(fields).toMatchObject({
      externalId: '188006',
      externalCategory: '交通运输',
      receivedAt: '2019-02-28T11:25:05+08:00',
      number: 'S0012-A-2026-00002',
    })
    expect(fields.dueAt).toBeUndefined()
    expect(actsOf(acts, 'answer')).toMatchObject([
      { at: '2019-03-04T10:00:00+08:00', content: '已增加', answeredBy: '交通局', way: 'system' },
    ])
    expect(statusOf(station.file(old))).toBe('answered')
  })
})

describe('routing (DOMAIN §1, §4)', () => {
  it('a community does not command the street: administrative matters go up as a report, others out as an order', async () => {
    await classify('administrative')
    await dispatch(providers.administrative)
    expect(openReferral(file())).toMatchObject({ way: 'report-up', serviceType: 'administrative' })
    id = await station.done({ name: 'receive-case', input: INTAKE })
    await classify('market')
    await dispatch(providers.market)
    expect(openReferral(file())).toMatchObject({ way: 'dispatch', serviceType: 'market' })
  })

  it('the table is the default, not a law of nature: another kind of provider may serve, with a reason', async () => {
    await classify('welfare')
    await dispatch(providers.market, '该企业承接了政府购买服务')
    expect(openReferral(file())).toMatchObject({ provider: providers.market, serviceType: 'welfare' })
  })

  it('a classification can be corrected; the old one stays', async () => {
    await classify('welfare')
    await classify('market')
    expect(serviceTypeOf(file())).toBe('market')
    expect(actsOf(file().acts, 'classification').map((act) => act.serviceType)).toEqual(['welfare', 'market'])
  })

  it('a return needs a coded reason, and frees the case for another provider', async () => {
    await classify('welfare')
    const referral = await dispatch(providers.welfare)
    const objection = await station.done({
      name: 'raise-objection',
      input: { case: id, referral, reasonCode: 'out-of-area', note: '' },
    })
    expect(openReferral(file())?.id).toBe(referral)
    await station.done({ name: 'rule-objection', input: { case: id, objection, decision: 'upheld', note: '' } })
    expect(openReferral(file())).toBeNull()
    expect(statusOf(file())).toBe('received')
    await dispatch(providers.welfare)
    expect(statusOf(file())).toBe('dispatched')
  })
})

describe('follow-up (DOMAIN §5, §6)', () => {
  it('办结 is refused without an 答复 or 无法联系 after three tries', async () => {
    const closing = { name: 'close-case', input: { case: id, outcome: 'unreachable', note: '' } } as const
    await contact(false)
    await contact(false)
    await contact(false, 'note')
    await contact(true)
    expect(await station.refusal(closing)).toBe('answer-first')
    await contact(false)
    expect(await station.refusal(closing)).toBeNull()
  })

  it('当场办结: an answer and closing on the spot, without routing', async () => {
    await answer()
    await close()
    expect(statusOf(file())).toBe('closed')
  })

  it('the road is 受理 → 派单/上报 → 办理 → 答复 → 办结 → 回访', async () => {
    const states = [statusOf(file())]
    const step = async (work: Promise<unknown>) => {
      await work
      states.push(statusOf(file()))
    }
    await classify('welfare')
    const referral = await dispatch(providers.welfare)
    states.push(statusOf(file()))
    await step(
      station.done({ name: 'record-referral-step', input: { case: id, referral, step: 'accepted', note: '' } }),
    )
    await step(answer())
    await step(close())
    await step(
      station.done({
        name: 'record-revisit',
        input: {
          case: id,
          way: 'phone',
          valid: true,
          solved: true,
          scale: 'three-rates',
          grade: 'satisfied',
          words: '',
        },
      }),
    )
    expect(states).toEqual(['received', 'dispatched', 'in-work', 'answered', 'closed', 'revisited'])
  })

  it('a note is no contact: it moves nothing', async () => {
    await contact(true, 'note')
    expect(statusOf(file())).toBe('received')
  })

  it('a closed case can reopen; both rounds are kept', async () => {
    await answer()
    await close()
    await station.done({ name: 'reopen-case', input: { case: id, reason: '又坏了' } })
    expect([statusOf(file()), roundNumber(file())]).toEqual(['received', 2])
    expect(await station.refusal({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })).toBe(
      'answer-first',
    )
    await answer()
    await close()
    expect(actsOf(file().acts, 'closing').length).toBe(2)
    expect(actsOf(file().acts, 'answer').length).toBe(2)
  })

  it('a back-dated entry shows both when it happened and when it was entered', async () => {
    station.wait(48)
    await station.done({
      name: 'record-contact',
      input: { case: id, kind: 'first-contact', way: 'phone', reached: true, note: '', at: NOW },
    })
    expect(actsOf(file().acts, 'contact')).toMatchObject([{ at: NOW, enteredAt: '2026-03-04T09:00:00+08:00' }])
  })
})

describe('feedback (DOMAIN §7)', () => {
  const revisit = (more: object) =>
    station.done({
      name: 'record-revisit',
      input: { case: id, way: 'phone', valid: true, words: '', ...more } as never,
    })
  beforeEach(async () => {
    await answer()
    await close()
  })

  it('“closed” is not “fixed”: solved is what the resident says on revisit', async () => {
    await revisit({ solved: false, scale: 'three-rates', grade: 'dissatisfied' })
    expect(actsOf(file().acts, 'closing')[0]!.outcome).toBe('solved')
    expect(actsOf(file().acts, 'revisit')[0]!.solved).toBe(false)
    expect(statusOf(file())).toBe('revisited')
  })

  it('an unreached resident is never satisfied: no answer of theirs is stored, and the case stays closed, not revisited', async () => {
    await revisit({ valid: false, invalidReason: 'no-answer', solved: true, scale: 'three-rates', grade: 'satisfied' })
    const [told] = actsOf(file().acts, 'revisit')
    expect([told!.solved, told!.scale, told!.grade]).toEqual([undefined, undefined, undefined])
    expect(statusOf(file())).toBe('closed')
  })

  it.each(Object.entries(SCALES).flatMap(([scale, grades]) => grades.map((grade) => [scale, grade] as const)))(
    'the raw answer and its scale are stored, never converted: %s %s',
    async (scale, grade) => {
      await revisit({ solved: true, scale, grade })
      expect(actsOf(file().acts, 'revisit')).toMatchObject([{ scale, grade }])
    },
  )

  it('in stations of three accounts or fewer a self-revisit is allowed and marked 自访', async () => {
    await revisit({ solved: true, scale: 'three-rates', grade: 'satisfied' })
    expect(actsOf(file().acts, 'revisit')).toMatchObject([{ selfRevisit: true }])
  })

  it('a revisit by someone who did not handle the case is not marked', async () => {
    const other = newStation(2, 'user:other')
    other.take(station.events)
    await other.done({
      name: 'record-revisit',
      input: { case: id, way: 'phone', valid: true, solved: true, scale: 'three-rates', grade: 'satisfied', words: '' },
    })
    expect(actsOf(other.file(id).acts, 'revisit')).toMatchObject([{ selfRevisit: false, by: 'user:other' }])
  })

  it('invalid tries are counted beside the valid one', async () => {
    await revisit({ valid: false, invalidReason: 'no-answer' })
    await revisit({ valid: false, invalidReason: 'refused' })
    await revisit({ solved: true, scale: 'good-bad-5', grade: 'very-satisfied' })
    expect(actsOf(file().acts, 'revisit').map((act) => act.valid)).toEqual([false, false, true])
  })
})

describe('supervision (DOMAIN §8)', () => {
  it('a finding names what must be put right, and by when', async () => {
    await station.done({
      name: 'record-finding',
      input: { case: id, verdict: 'to-rectify', demand: '补照片', dueAt: '2026-03-09T23:59:59+08:00' },
    })
    expect(actsOf(file().acts, 'finding')).toMatchObject([
      { verdict: 'to-rectify', demand: '补照片', dueAt: '2026-03-09T23:59:59+08:00', by: 'user:clerk' },
    ])
  })

  it('a finding changes no status: three kinds of record stay apart', async () => {
    const before = statusOf(file())
    await station.done({ name: 'record-finding', input: { case: id, verdict: 'serious', demand: '重新答复' } })
    expect(statusOf(file())).toBe(before)
  })
})
