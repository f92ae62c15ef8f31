/** DOMAIN §4 and §6: the life of a referral, one test a rule, named after its sentence. */
import { beforeEach, describe, expect, it } from 'vitest'
import { actsOf, currentRound } from '#core/case-file/case-file.ts'
import { lateCoHandlers, leadOrder, orderState, ordersInForce } from '#core/case-file/orders.ts'
import { dutyOf } from '#core/case-file/duties.ts'
import { handlerOf } from '#core/case-file/handler.ts'
import { GROUNDS, type Ground } from '#core/case-file/referral-codes.ts'
import type { ReferralStep, ServiceType } from '#core/case-file/codes.ts'
import { BUILT_IN_LEAVES } from '#core/category/catalogue-leaves.ts'
import { statusOf } from '#core/case-file/status.ts'
import { caseSummary } from '#core/case-file/summary.ts'
import type { Command, CommandInput } from '#core/commands.ts'
import { momentOf, epochOf } from '#core/lib/time.ts'
import { consentText } from '#core/person/consent-text.ts'
import { wayOf } from '#core/routing/order-terms.ts'
import { enterProviders, GROUND, INTAKE, newStation, NOW, PROVIDER, type Station } from '../commands/station.ts'

const OFF_LIST = BUILT_IN_LEAVES.find(({ duty }) => duty === 'off-list')!.code

let station: Station
let providers: Awaited<ReturnType<typeof enterProviders>>
let id: string
/** Hours since the station began. */
let passed: number

const wait = (hours: number): void => {
  station.wait(hours)
  passed += hours
}
const now = (): string => momentOf(epochOf(NOW) + passed * 3_600_000)
const file = () => station.file(id)
const order = () => leadOrder(file())!
const stateOf = (referral: string, at?: string) =>
  orderState(
    currentRound(file()),
    actsOf(file().acts, 'referral').find((act) => act.id === referral)!,
    at,
  )
const receive = async (serviceType: ServiceType = 'welfare', more: Partial<CommandInput<'receive-case'>> = {}) => {
  id = await station.done({ name: 'receive-case', input: { ...INTAKE, serviceType, ...more } })
}
const CONSENT = { way: 'oral', givenBy: 'self', giver: '', textVersion: 'zh-1' } as const
const FULL = ['title', 'text', 'place', 'name', 'phone'] as const
const dispatching = (
  more: Partial<CommandInput<'dispatch'>> = {},
  name: 'dispatch' | 'dispatch-co' = 'dispatch',
): Command => ({
  name,
  input: { case: id, provider: providers.welfare, reason: '', demand: '', ...GROUND, ...more },
})
const step = (
  referral: string,
  name: ReferralStep,
  more: Partial<CommandInput<'record-referral-step'>> = {},
): Command => ({
  name: 'record-referral-step',
  input: { case: id, referral, step: name, note: '', ...more },
})
const objecting = (referral: string, more: Partial<CommandInput<'raise-objection'>> = {}): Command => ({
  name: 'raise-objection',
  input: { case: id, referral, reasonCode: 'out-of-duty', note: '不归我们管', ...more },
})
const ruling = (objection: string, decision: 'upheld' | 'refused', note = '查过了'): Command => ({
  name: 'rule-objection',
  input: { case: id, objection, decision, note, capacity: 'station' },
})
const refusalOf = async (command: Command) => {
  const saved = await station.run(command)
  return !saved.ok && saved.error.kind === 'refused' ? saved.error.refusal : null
}

beforeEach(async () => {
  station = newStation()
  passed = 0
  providers = await enterProviders(station)
  await receive()
})

describe('direction and deadline (DOMAIN §4.0, §4.1)', () => {
  it('administrative matters go up: 已上报 → 已受理 → 已反馈', async () => {
    await receive('administrative')
    const up = await station.done(dispatching({ provider: providers.administrative }))
    expect([order().way, stateOf(up)]).toEqual(['report-up', 'offered'])
    await station.done(step(up, 'received'))
    expect([stateOf(up), statusOf(file())]).toEqual(['in-work', 'in-work'])
    await station.done(step(up, 'fed-back', { outcome: 'solved' }))
    expect([stateOf(up), caseSummary(file()).waiting]).toEqual(['done', 'answering'])
  })

  it('the direction follows who receives it: an order never goes up, a report never goes out', async () => {
    await receive('administrative')
    await station.done(dispatching({ provider: providers.market, reason: '街道委托' }))
    expect(order().way).toBe(wayOf('market'))
  })

  it('every dispatched order carries its deadline: the case’s own, or one that is chosen', async () => {
    await station.done(dispatching())
    expect(order().dueAt).toBe(file().fields.dueAt)
    await receive()
    await station.done(dispatching({ dueAt: '2026-03-05T12:00:00+08:00' }))
    expect(order().dueAt).toBe('2026-03-05T12:00:00+08:00')
    await receive()
    expect(await station.refusal(dispatching({ dueAt: '2026-03-01T12:00:00+08:00' }))).toEqual([
      'deadline-past',
      'dueAt',
    ])
  })

  it.each<['general' | 'urgent' | 'danger', string]>([
    ['general', '2026-03-03T23:59:59+08:00'],
    ['urgent', '2026-03-02T11:00:00+08:00'],
    ['danger', '2026-03-02T09:30:00+08:00'],
  ])(
    'offered → silent: a provider that says nothing by its own deadline (%s), computed from dates',
    async (urgency, replyBy) => {
      await receive('welfare', { urgency })
      const sent = await station.done(dispatching())
      expect(order().replyBy).toBe(replyBy)
      expect([stateOf(sent, replyBy), stateOf(sent, momentOf(epochOf(replyBy) + 1000))]).toEqual(['offered', 'silent'])
      expect(caseSummary(file()).replyBy).toBe(replyBy)
      expect((await refusalOf(step(sent, 'silent')))?.code).toBe('still-time')
      wait(48)
      await station.done(step(sent, 'silent'))
      expect([stateOf(sent), order(), caseSummary(file()).waiting]).toEqual(['recalled', null, 'rerouting'])
    },
  )
})

describe('主办 and 协办 (DOMAIN §4.2)', () => {
  const late = async () => {
    await station.done(dispatching())
    const co = await station.done(
      dispatching({ provider: providers.market, dueAt: '2026-03-03T12:00:00+08:00' }, 'dispatch-co'),
    )
    wait(48)
    return co
  }

  it('first receiver keeps ownership (首接负责), whoever is asked', async () => {
    const before = handlerOf(file())
    await station.done(dispatching())
    expect(handlerOf(file())).toBe(before)
  })

  it('one 主办, any number of 协办 with deadlines of their own', async () => {
    expect(await station.refusal(dispatching({}, 'dispatch-co'))).toBe('lead-first')
    const lead = await station.done(dispatching())
    expect(await station.refusal(dispatching({ provider: providers.market, reason: '另派' }))).toBe(
      'already-dispatched',
    )
    const co = await station.done(
      dispatching({ provider: providers.market, dueAt: '2026-03-04T12:00:00+08:00' }, 'dispatch-co'),
    )
    await station.done(dispatching({ provider: providers.administrative }, 'dispatch-co'))
    expect(await station.refusal(dispatching({ provider: providers.market }, 'dispatch-co'))).toEqual([
      'already-with-them',
      'provider',
    ])
    expect([order().id, ordersInForce(file()).length]).toEqual([lead, 3])
    expect(ordersInForce(file()).find((one) => one.id === co)?.dueAt).toBe('2026-03-04T12:00:00+08:00')
  })

  it('a late co-handler gives a reason and an interim report', async () => {
    const co = await late()
    expect(lateCoHandlers(file(), now()).map((one) => one.id)).toEqual([co])
    expect((await refusalOf(step(co, 'interim', { note: '做了一半' })))?.code).toBe('late-reason-needed')
    expect(await refusalOf(step(co, 'interim', { lateReason: '缺料' }))).toEqual({
      code: 'reason-needed',
      fields: ['note'],
    })
    await station.done(step(co, 'interim', { note: '做了一半', lateReason: '缺料' }))
    expect(lateCoHandlers(file(), now())).toEqual([])
    expect(await refusalOf(step(co, 'done', { lateReason: '缺料' }))).toEqual({
      code: 'reason-needed',
      fields: ['note'],
    })
    await station.done(step(co, 'done', { note: '配件到了，装好了', lateReason: '缺料' }))
    expect(stateOf(co)).toBe('done')
  })

  it('a co-handler is no lead: when the 主办 gives up, the case waits for another', async () => {
    const lead = await station.done(dispatching())
    await station.done(dispatching({ provider: providers.market }, 'dispatch-co'))
    await station.done(step(lead, 'declined', { reasonCode: 'no-capacity' }))
    expect([order(), caseSummary(file()).waiting, ordersInForce(file()).length]).toEqual([null, 'rerouting', 1])
  })
})

describe('退单 (DOMAIN §4.3)', () => {
  it('a return goes to review: 退单 is no step, and the order stays until the ruling', async () => {
    const sent = await station.done(dispatching())
    await station.done(step(sent, 'accepted'))
    expect(await station.refusal(step(sent, 'returned', { reasonCode: 'out-of-duty' }))).toEqual([
      'goes-to-review',
      'step',
    ])
    expect(await station.refusal(step(sent, 'declined', { reasonCode: 'out-of-duty' }))).toEqual([
      'already-accepted',
      'step',
    ])
    const objection = await station.done(objecting(sent))
    expect([stateOf(sent), order().id, caseSummary(file()).waiting]).toEqual(['under-review', sent, 'review'])
    expect(await station.refusal(objecting(sent))).toBe('under-review')
    await station.done(ruling(objection, 'upheld'))
    expect([stateOf(sent), order()]).toEqual(['returned', null])
    expect(await station.refusal(ruling(objection, 'refused'))).toBe('not-under-review')
  })

  it('objections within 5 working days of the dispatch; a later one is refused with the date', async () => {
    const sent = await station.done(dispatching())
    expect(order().objectBy).toBe('2026-03-09T23:59:59+08:00')
    wait(8 * 24)
    expect(await refusalOf(objecting(sent))).toEqual({ code: 'objection-too-late', at: '2026-03-09T23:59:59+08:00' })
    // Said in time, typed in late.
    expect(await station.refusal(objecting(sent, { at: '2026-03-09T17:00:00+08:00' }))).toBeNull()
  })

  it('after a ruling against it the same provider cannot return the same order again', async () => {
    const sent = await station.done(dispatching())
    const objection = await station.done(objecting(sent))
    expect(await station.refusal(ruling(objection, 'refused', ''))).toEqual(['reason-needed', 'note'])
    await station.done(ruling(objection, 'refused'))
    expect([stateOf(sent), order().id]).toEqual(['offered', sent])
    wait(1)
    expect(await refusalOf(objecting(sent))).toEqual({ code: 'cannot-return-again', at: NOW })
    // Another order to the same provider is another matter.
    await station.done(step(sent, 'recalled', { note: '另作安排' }))
    const again = await station.done(dispatching())
    expect(await station.refusal(objecting(again))).toBeNull()
  })

  it('an office sends back as it likes: nobody here rules on it', async () => {
    await receive('administrative')
    const up = await station.done(dispatching({ provider: providers.administrative }))
    expect(await station.refusal(objecting(up))).toBe('no-such-referral')
    await station.done(step(up, 'returned', { reasonCode: 'out-of-duty' }))
    expect([stateOf(up), order()]).toEqual(['returned', null])
  })
})

describe('lawful ground and fields (DOMAIN §4.6)', () => {
  it('handing personal data to a non-government provider needs a ground, with the field named', async () => {
    const { ground: _none, ...bare } = GROUND
    expect(await station.refusal(dispatching({ ground: undefined, ...bare }))).toEqual(['ground-needed', 'ground'])
    expect(await station.refusal(dispatching({ ground: 'consent', fieldsSent: FULL }))).toEqual([
      'consent-needed',
      'consent',
    ])
    expect(await station.refusal(dispatching({ ground: 'contract', fieldsSent: [] }))).toEqual([
      'fields-needed',
      'fieldsSent',
    ])
  })

  it('government needs none: it gets what the case has', async () => {
    await receive('administrative')
    await station.done(dispatching({ provider: providers.administrative, ground: undefined, fieldsSent: undefined }))
    expect(order()).toMatchObject({ fieldsSent: ['title', 'text', 'place', 'name', 'phone'] })
    expect(order().ground).toBeUndefined()
  })

  it('consent is an act: what was read out, which text version, how, when, by whom', async () => {
    const sent = await station.done(
      dispatching({ ground: 'consent', fieldsSent: ['name', 'phone', 'title'], consent: CONSENT }),
    )
    const consent = actsOf(file().acts, 'consent')[0]!
    expect(consent).toMatchObject({
      provider: providers.welfare,
      fields: ['title', 'name', 'phone'],
      readOut: consentText('zh-1', PROVIDER.name, ['title', 'name', 'phone']),
      textVersion: 'zh-1',
      way: 'oral',
      givenBy: 'self',
      at: NOW,
      by: 'user:clerk',
    })
    expect(consent.readOut).toContain(PROVIDER.name)
    expect([order().id, order().consent, order().fieldsSent]).toEqual([sent, consent.id, ['title', 'name', 'phone']])
  })

  it('sends only the fields that were chosen and hold anything', async () => {
    await receive('welfare', { requesterPhone: '' })
    await station.done(dispatching({ ground: 'emergency', fieldsSent: ['phone', 'place', 'name', 'for-whom'] }))
    expect(order().fieldsSent).toEqual(['place', 'name'])
  })

  it('a consent that stands is not asked for again, unless more is to be sent; it can be taken back', async () => {
    const first = await station.done(
      dispatching({ ground: 'consent', fieldsSent: ['title', 'name'], consent: CONSENT }),
    )
    const consent = order().consent!
    await station.done(step(first, 'declined', { reasonCode: 'no-capacity' }))
    expect(await station.refusal(dispatching({ ground: 'consent', fieldsSent: FULL }))).toEqual([
      'consent-needed',
      'consent',
    ])
    const again = await station.done(dispatching({ ground: 'consent', fieldsSent: ['name'] }))
    expect(order().consent).toBe(consent)
    await station.done({ name: 'withdraw-consent', input: { case: id, consent, note: '不想再给' } })
    await station.done(step(again, 'recalled', { note: '同意已撤回' }))
    expect(await station.refusal(dispatching({ ground: 'consent', fieldsSent: ['name'] }))).toEqual([
      'consent-needed',
      'consent',
    ])
  })

  it('under 14 the guardian consents', async () => {
    const child = await station.done({
      name: 'save-person',
      input: { name: '小甲', phone: '', placeWords: '', marks: [], note: '', birthDate: '2013-03-03' },
    })
    await receive('welfare', { forPerson: child } as Partial<CommandInput<'receive-case'>>)
    const asking = (consent: CommandInput<'dispatch'>['consent']) =>
      dispatching({ ground: 'consent', fieldsSent: FULL, consent })
    if (!file().fields.forPerson)
      await station.done({ name: 'link-person', input: { case: id, forPerson: child } } as never)
    expect(await station.refusal(asking(CONSENT))).toEqual(['guardian-consents', 'consent.givenBy'])
    expect(await station.refusal(asking({ ...CONSENT, givenBy: 'guardian' }))).toEqual([
      'reason-needed',
      'consent.giver',
    ])
    expect(await station.refusal(asking({ ...CONSENT, givenBy: 'guardian', giver: '张二乙' }))).toBeNull()
  })

  it('“no personal data” is held to it: no name, no number, not even inside the words', async () => {
    await receive('welfare', { text: '请找张一甲开门' })
    const bare = (fieldsSent: CommandInput<'dispatch'>['fieldsSent']) =>
      dispatching({ ground: 'no-personal-data', fieldsSent })
    expect(await station.refusal(bare(['title', 'name']))).toEqual(['names-inside', 'fieldsSent'])
    expect(await station.refusal(bare(['title', 'text']))).toEqual(['names-inside', 'fieldsSent'])
    expect(await station.refusal(bare(['title', 'place']))).toBeNull()
  })

  it('another ground is named, the last of them with its law', async () => {
    const others = GROUNDS.filter((ground): ground is Exclude<Ground, 'consent' | 'no-personal-data'> => ground !== 'consent' && ground !== 'no-personal-data') // prettier-ignore
    for (const ground of others) {
      await receive()
      const groundNote = ground === 'other-law' ? '' : undefined
      const refusal = await station.refusal(
        dispatching({ ground, fieldsSent: FULL, ...(groundNote !== undefined && { groundNote }) }),
      )
      expect([ground, refusal]).toEqual([ground, ground === 'other-law' ? ['reason-needed', 'groundNote'] : null])
    }
  })

  it('举报: the reporter’s name and number never go out', async () => {
    await receive('market', { requestKind: 'report', title: '占用消防通道' })
    const sending = (fieldsSent: CommandInput<'dispatch'>['fieldsSent']) =>
      dispatching({ provider: providers.market, ground: 'statutory-duty', fieldsSent })
    expect(await station.refusal(sending(['title', 'name']))).toEqual(['report-hides-reporter', 'fieldsSent'])
    await station.done(sending(['title', 'place']))
    expect(order().fieldsSent).toEqual(['title', 'place'])
  })
})

describe('capacities (DOMAIN §1) and the end (DOMAIN §6)', () => {
  it('lists show 缺位: a matter that several share and nobody leads', async () => {
    await station.done(dispatching())
    const take = (organisation: string, part: 'lead' | 'supervise') =>
      station.done({
        name: 'record-participation',
        input: { case: id, organisation, part, task: '', capacity: 'party' },
      })
    expect(dutyOf(file())).toBe('none')
    await take('业主代表', 'supervise')
    expect([dutyOf(file()), caseSummary(file()).duty]).toEqual(['vacant', 'vacant'])
    await take('槐树里社区党委', 'lead')
    expect(dutyOf(file())).toBe('none')
  })

  it('lists show 越位: own work approved by oneself', async () => {
    const sent = await station.done(dispatching())
    const objection = await station.done(objecting(sent))
    await station.done(ruling(objection, 'refused'))
    expect(dutyOf(file())).toBe('overstepped')
  })

  it('early termination needs written approval: who, and the paper', async () => {
    const sent = await station.done(dispatching())
    await station.done({
      name: 'record-answer',
      input: { case: id, way: 'phone', content: '居民撤回', answeredBy: '' },
    })
    const closing = (more = {}): Command => ({
      name: 'close-case',
      input: { case: id, outcome: 'withdrawn', note: '', ...more },
    })
    await station.done(step(sent, 'accepted'))
    expect(await station.refusal(closing())).toEqual(['approval-needed', 'approvedBy'])
    expect(await station.refusal(closing({ approvedBy: '王书记' }))).toEqual(['approval-needed', 'approval'])
    await station.done(closing({ approvedBy: '王书记', approval: '2026年第3号', capacity: 'party' }))
    expect(actsOf(file().acts, 'closing')[0]).toMatchObject({
      approvedBy: '王书记',
      capacity: 'party',
      selfApproved: false,
    })
  })

  it('答复 to whoever dispatched is no answer to the resident', async () => {
    const answer = (to: readonly ('resident' | 'dispatcher')[]): Command => ({
      name: 'record-answer',
      input: { case: id, way: 'system', content: '已办', answeredBy: '', to },
    })
    const closing: Command = { name: 'close-case', input: { case: id, outcome: 'solved', note: '' } }
    await station.done(answer(['dispatcher']))
    expect([statusOf(file()), await station.refusal(closing)]).toEqual(['received', 'answer-first'])
    await station.done(answer(['resident', 'dispatcher']))
    expect([statusOf(file()), await station.refusal(closing)]).toEqual(['answered', null])
  })

  it('an off-list demand from above can be refused; a 12345 order cannot, nor what is on the list', async () => {
    const refusing: () => Command = () => ({
      name: 'refuse-off-list',
      input: { case: id, demandedBy: '某某科室', basis: '', note: '', capacity: 'committee' },
    })
    expect(await station.refusal(refusing())).toBe('not-off-list')
    const classify = (category: string) =>
      station.done({ name: 'classify', input: { case: id, serviceType: 'administrative', category, reason: '' } })
    await classify(OFF_LIST)
    await station.done(refusing())
    expect(actsOf(file().acts, 'off-list-refusal')[0]).toMatchObject({ category: OFF_LIST, demandedBy: '某某科室' })
    await station.done({
      name: 'record-answer',
      input: { case: id, way: 'letter', content: '不予承接', answeredBy: '', to: ['dispatcher'] },
    })
    expect(statusOf(file())).toBe('answered')
    await receive('administrative', { channel: 'hotline-12345' })
    await classify(OFF_LIST)
    expect(await station.refusal(refusing())).toBe('order-not-refused')
  })
})
