/** Sentences of DOMAIN that several commands keep together. */
import { beforeEach, describe, expect, it } from 'vitest'
import { fieldScope } from '#core/catalogue.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { DAY_OF_YEAR } from '#core/case-file/template.ts'
import { leadOrder, openObjection } from '#core/case-file/orders.ts'
import { road, statusOf } from '#core/case-file/status.ts'
import { caseSummary, searchedText } from '#core/case-file/summary.ts'
import { veiledCase } from '#core/case-file/veiled.ts'
import type { Command, CommandInput } from '#core/commands.ts'
import { scopeOfLog } from '#core/kernel/event.ts'
import { moment } from '#core/lib/schema.ts'
import { isMoment } from '#core/lib/time.ts'
import { placeTree } from '#core/place/place-tree.ts'
import { resultsOf } from '#core/routing/past-results.ts'
import { BLANK_SERVICE as SERVICE } from '#core/provider/service.ts'
import { decidedOf } from '#core/suggestion/decided.ts'
import { enterProviders, GROUND, INTAKE, newStation, PROVIDER, type Station } from '../commands/station.ts'

let station: Station
let providers: Awaited<ReturnType<typeof enterProviders>>

beforeEach(async () => {
  station = newStation()
  providers = await enterProviders(station)
})

const receive = (more: Partial<CommandInput<'receive-case'>> = {}) =>
  station.done({ name: 'receive-case', input: { ...INTAKE, serviceType: 'welfare', ...more } })
const dispatch = (id: string, more: Partial<CommandInput<'dispatch'>> = {}): Command => ({
  name: 'dispatch',
  input: { case: id, provider: providers.welfare, reason: '', demand: '', ...GROUND, ...more },
})
const step = (id: string, referral: string, more: Partial<CommandInput<'record-referral-step'>>): Command => ({
  name: 'record-referral-step',
  input: { case: id, referral, step: 'accepted', note: '', ...more },
})
const CONSENT = { way: 'oral', givenBy: 'self', giver: '', textVersion: 'zh-1' } as const

describe('impossible dates are refused', () => {
  it.each([
    '2026-02-31T09:00:00+08:00',
    '2026-02-29T09:00:00+08:00',
    '2026-13-01T09:00:00+08:00',
    '2026-00-10T09:00:00+08:00',
    '2026-03-00T09:00:00+08:00',
    '2026-04-31T09:00:00+08:00',
    '2026-03-02T24:00:00+08:00',
    '2026-03-02T25:00:00+08:00',
    '2026-03-02T09:60:00+08:00',
    '2026-03-02T09:00:60+08:00',
    '2026-03-02T09:00:00Z',
    '2026-03-02',
    '',
  ])('%s is no moment', (text) => {
    expect([isMoment(text), moment.safeParse(text).success]).toEqual([false, false])
  })

  it.each(['2024-02-29T23:59:59+08:00', '2026-12-31T00:00:00+08:00', '2026-03-30T09:00:00+08:00'])('%s is one', (at) =>
    expect(isMoment(at)).toBe(true),
  )

  it('nothing is saved by half: the field is named', async () => {
    const raisedAt = '2026-02-31T25:00:00+08:00'
    const before = station.events.length
    expect(await station.refusal({ name: 'receive-case', input: { ...INTAKE, raisedAt } })).toEqual([
      'invalid-input',
      'raisedAt',
    ])
    expect(station.events.length).toBe(before)
  })

  it('a season begins and ends on days that exist', () => {
    const fits = (day: string): boolean => DAY_OF_YEAR.safeParse(day).success
    expect(['02-29', '12-31'].map(fits)).toEqual([true, true])
    expect(['02-30', '04-31', '13-01', '1-1'].map(fits)).toEqual([false, false, false, false])
  })
})

describe('撤销 takes back what one save wrote, all of it', () => {
  // Ids are hashes, so which act of a save is the last one is chance: many cases.
  it('an order goes with its consent, whichever of the two is named', async () => {
    for (let n = 0; n < 12; n++) {
      const id = await receive()
      const sent = await station.done(
        dispatch(id, { ground: 'consent', fieldsSent: ['title', 'name', 'phone'], consent: CONSENT }),
      )
      const consent = actsOf(station.file(id).acts, 'consent')[0]!.id
      await station.done({ name: 'withdraw-act', input: { case: id, act: n % 2 === 0 ? sent : consent } })
      const file = station.file(id)
      expect(file.withdrawn.map(({ act }) => act.type).toSorted()).toEqual(['consent', 'referral'])
      expect([statusOf(file), leadOrder(file)]).toEqual(['received', null])
    }
  })

  it('同意退单 of a 12345 order goes with the closing that it brought', async () => {
    for (let n = 0; n < 8; n++) {
      const id = await receive({ channel: 'hotline-12345', orderNumber: `202603020${n}` })
      const ask = (of: 'applied' | 'granted') =>
        station.done({
          name: 'return-order',
          input: { case: id, step: of, note: '', ...(of === 'applied' && { reasonCode: 'out-of-area' as const }) },
        })
      await ask('applied')
      const granted = await ask('granted')
      expect(statusOf(station.file(id))).toBe('closed')
      await station.done({ name: 'withdraw-act', input: { case: id, act: granted } })
      expect(statusOf(station.file(id))).toBe('received')
      expect(actsOf(station.file(id).acts, 'order-return').map((act) => act.step)).toEqual(['applied'])
    }
  })
})

describe('after a ruling against it the same provider cannot return the same order again (DOMAIN §4.3)', () => {
  it('not by declining what it never accepted either', async () => {
    const id = await receive()
    const sent = await station.done(dispatch(id))
    const objection = await station.done({
      name: 'raise-objection',
      input: { case: id, referral: sent, reasonCode: 'out-of-duty', note: '不归我们管' },
    })
    await station.done({
      name: 'rule-objection',
      input: { case: id, objection, decision: 'refused', note: '在合同范围内' },
    })
    expect(await station.refusal(step(id, sent, { step: 'declined', reasonCode: 'no-capacity' }))).toEqual([
      'cannot-return-again',
      'step',
    ])
    expect(openObjection(station.file(id).acts, sent)).toBeNull()
  })

  it('what ends an order ends it for good: nothing more is noted of it, nor of one of an earlier round', async () => {
    const id = await receive()
    const sent = await station.done(dispatch(id))
    await station.done(step(id, sent, { step: 'declined', reasonCode: 'no-capacity' }))
    expect(await station.refusal(step(id, sent, {}))).toBe('no-such-referral')
    const next = await station.done(dispatch(id))
    await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修好', answeredBy: '' } })
    await station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
    await station.done({ name: 'reopen-case', input: { case: id, reason: '又坏了' } })
    expect(await station.refusal(step(id, next, {}))).toBe('no-such-referral')
    expect(statusOf(station.file(id))).toBe('received')
  })
})

describe('举报: the reporter’s identity shows in no list, print or export (DOMAIN §3.2)', () => {
  const REPORT = { requestKind: 'report', requesterUnit: '槐树里小学', requesterName: '王素兰' } as const
  const outside = (): string =>
    JSON.stringify(
      station.events.filter(({ header }) => scopeOfLog(header.log) !== 'confidential').map(({ fields }) => fields),
    )

  it('a unit that reports is confidential as its contact person is', async () => {
    const id = await receive(REPORT)
    expect(outside()).not.toContain('槐树里小学')
    expect(station.file(id).fields.reporterName).toBe('槐树里小学 · 王素兰')
    expect(searchedText(station.file(id)) + caseSummary(station.file(id)).requester).not.toContain('小学')
  })

  it('a request that turns out to be a report names neither unit nor resident any more', async () => {
    const id = await receive({ ...REPORT, requestKind: 'complaint' })
    const person = await station.done({
      name: 'save-person',
      input: { name: '王素兰', phone: '', placeWords: '槐树里3号楼', marks: [], note: '', case: id },
    })
    expect(station.file(id).fields.person).toBe(person)
    await station.done({ name: 'correct-request', input: { case: id, requestKind: 'report' } })
    const { fields } = station.file(id)
    expect([fields.person, fields.requesterUnit, fields.requesterName]).toEqual(['', '', ''])
    expect(fields.reporterName).toBe('槐树里小学 · 王素兰')
    const corrected = station.events.at(-1)!.header.c[0]
    const told = station.events.filter(({ header }) => header.c[0] === corrected && scopeOfLog(header.log) !== 'confidential') // prettier-ignore
    expect(JSON.stringify(told.map(({ fields: written }) => written))).not.toMatch(/小学|王素兰/)
  })

  it('its story teaches the suggestion nothing', async () => {
    const classified = { serviceType: 'administrative', category: 'L010101' } as const
    expect(decidedOf(station.file(await receive(classified)))).not.toBeNull()
    expect(decidedOf(station.file(await receive({ ...REPORT, ...classified })))).toBeNull()
  })
})

describe('scopes: what may leave names nobody', () => {
  it.each([
    ['agreement', 'note'],
    ['agreement', 'longReason'],
    ['template', 'title'],
    ['template', 'text'],
    ['topic', 'title'],
    ['topic', 'note'],
    ['place', 'leader'],
    ['place', 'leaderPhone'],
    ['member', 'name'],
    ['consent', 'giver'],
    ['consent', 'readOut'],
    ['extension', 'approver'],
    ['extension', 'reason'],
    ['closing', 'approvedBy'],
    ['urging', 'to'],
    ['supervision-order', 'to'],
    ['assignment', 'to'],
    ['gap', 'place'],
    ['gap', 'note'],
    ['case', 'reportedUnit'],
    ['case', 'orderDemand'],
    ['case', 'requesterUnit'],
    ['walk-sheet', 'doors'],
    ['household', 'note'],
    ['provider-note', 'words'],
    ['sign-up', 'name'],
  ])('%s.%s stays at the station', (type, field) => expect(fieldScope(type, field)).toBe('private'))
  it('so does the address of a flat, and not the street it is in', () => {
    expect(fieldScope('place', 'name', { kind: 'door', name: '101' })).toBe('private')
    expect(fieldScope('place', 'name', { kind: 'unit', name: '2单元' })).toBe('private')
    expect(fieldScope('place', 'name', { kind: 'building', name: '3号楼' })).toBe('directory')
  })
})

it('an order names a service of its own provider', async () => {
  const id = await receive()
  const service = await station.done({
    name: 'save-service',
    input: { ...SERVICE, provider: providers.market, serviceType: 'market', name: '修灯' },
  })
  expect(await station.refusal(dispatch(id, { service }))).toEqual(['no-such-service', 'service'])
  expect(await station.refusal(dispatch(id, { service, provider: providers.market, reason: '有合同' }))).toBeNull()
})

it('under 14 the guardian consents, also where another entry of the same person has the birth date (DOMAIN §4.6)', async () => {
  const enter = (more: object) =>
    station.done({
      name: 'save-person',
      input: { name: '张小一', phone: '', placeWords: '', marks: [], note: '', ...more },
    })
  const [known, other] = [await enter({ birthDate: '2016-05-01' }), await enter({})]
  await station.done({ name: 'merge-people', input: { keep: other, drop: known, reason: '' } })
  const id = await receive({ forPerson: other, forWhom: '张小一' })
  const sent = dispatch(id, { ground: 'consent', fieldsSent: ['title', 'name'], consent: CONSENT })
  expect(await station.refusal(sent)).toEqual(['guardian-consents', 'consent.givenBy'])
})

it('of two neighbourhoods of one name every machine finds the same one, whichever arrived first', () => {
  const card = (id: string) => ({ id, kind: 'neighbourhood', name: '槐树里小区', leader: '', leaderPhone: '' }) as const
  const [a, b] = [card('place:a'), card('place:b')]
  const found = [placeTree([a, b]), placeTree([b, a])].map((tree) => [tree.findByWords('槐树里小区3号楼'), tree.all.map(({ id }) => id)]) // prettier-ignore
  expect(found[0]).toEqual(found[1])
})

it('both rounds are kept: what the resident said of the first is not told of who led the second', async () => {
  const id = await receive()
  const end = async (): Promise<void> => {
    await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修好', answeredBy: '' } })
    await station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
  }
  await station.done(dispatch(id))
  await end()
  await station.done({
    name: 'record-revisit',
    input: {
      case: id,
      way: 'phone',
      valid: true,
      solved: false,
      scale: 'three-rates',
      grade: 'dissatisfied',
      words: '',
    },
  })
  await station.done({ name: 'reopen-case', input: { case: id, reason: '没修好' } })
  const other = await station.done({ name: 'save-provider', input: { ...PROVIDER, name: '另一支队伍' } })
  await station.done(dispatch(id, { provider: other }))
  await end()
  expect(resultsOf(station.file(id))).toMatchObject([[other, { closed: 1, asked: 0, solved: 0 }]])
})

it('counter view: who has the case is told by the colleague’s id, not hidden as words are', async () => {
  const id = await receive()
  const colleague = await station.done({ name: 'save-colleague', input: { name: '刘敏' } })
  await station.done({ name: 'assign-case', input: { case: id, to: colleague, reason: '轮休' } })
  expect(actsOf(veiledCase(station.file(id)).acts, 'assignment')).toMatchObject([{ to: colleague, reason: '**' }])
})

it('an extension ends after the day it is written (DOMAIN §5.6), not somewhere in the past', async () => {
  const id = await receive()
  station.wait(30 * 24)
  const extend = (dueAt: string): Command => ({
    name: 'extend-case',
    input: {
      case: id,
      dueAt,
      reason: '等配件',
      approver: '主任',
      toldAt: '2026-03-03T09:00:00+08:00',
      toldWay: 'phone',
    },
  })
  expect(await station.refusal(extend('2026-03-20T23:59:59+08:00'))).toEqual(['not-later', 'dueAt'])
  expect(await station.refusal(extend('2026-04-20T23:59:59+08:00'))).toBeNull()
})

it('暂停 begins while the clock runs: not before the case was received, nor in a pause that is over (DOMAIN §5.7)', async () => {
  const id = await receive()
  const pause = (at: string): Command => ({
    name: 'pause-case',
    input: { case: id, at, until: '2026-04-01T09:00:00+08:00', reason: 'resident', note: '' },
  })
  station.wait(48)
  expect(await station.refusal(pause('2020-03-02T09:00:00+08:00'))).toEqual(['invalid-input', 'at'])
  expect(await station.refusal(pause('2026-03-03T09:00:00+08:00'))).toBeNull()
  await station.done({ name: 'resume-case', input: { case: id, note: '' } })
  expect(await station.refusal(pause('2026-03-03T10:00:00+08:00'))).toEqual(['invalid-input', 'at'])
  expect(await station.refusal(pause('2026-03-04T09:00:00+08:00'))).toBeNull()
})

it('two PCs that found different residents for one request: saying the shown one again settles it', async () => {
  const id = await receive()
  const enter = (name: string) =>
    station.done({ name: 'save-person', input: { name, phone: '', placeWords: '', marks: [], note: '' } })
  const [a, b] = [await enter('张一甲'), await enter('张一乙')]
  const other = newStation(2, 'user:other')
  other.take(station.events)
  await station.done({ name: 'link-person', input: { case: id, person: a } })
  await other.done({ name: 'link-person', input: { case: id, person: b } })
  station.take(other.events)
  expect(station.file(id).conflicts).toEqual([`${id}.person`])
  await station.done({ name: 'link-person', input: { case: id, person: station.file(id).fields.person! } })
  expect(station.file(id).conflicts).toEqual([])
})

it('an objection ruled twice at once: the upper office, which holds only what is shared, comes to the same', async () => {
  for (let n = 0; n < 12; n++) {
    const one = newStation(1)
    const [welfare, id] = [
      (await enterProviders(one)).welfare,
      await one.done({ name: 'receive-case', input: { ...INTAKE, serviceType: 'welfare' } }),
    ]
    const sent = await one.done({
      name: 'dispatch',
      input: { case: id, provider: welfare, reason: '', demand: String(n), ...GROUND },
    })
    const objection = await one.done({
      name: 'raise-objection',
      input: { case: id, referral: sent, reasonCode: 'no-capacity', note: '' },
    })
    const two = newStation(2, 'user:other')
    two.take(one.events)
    const rule = (of: Station, decision: 'upheld' | 'refused') =>
      of.done({ name: 'rule-objection', input: { case: id, objection, decision, note: `查过了 ${n}` } })
    await rule(one, 'upheld')
    await rule(two, 'refused')
    const all = [...one.events, ...two.events]
    one.take(two.events)
    two.take(one.events)
    const office = newStation(3, 'user:office', ['shared', 'directory'])
    office.take(all.filter(({ header }) => ['shared', 'directory'].includes(scopeOfLog(header.log))))
    const standing = (of: Station) => [statusOf(of.file(id)), leadOrder(of.file(id))?.id]
    expect([standing(two), standing(office)]).toEqual([standing(one), standing(one)])
  }
})

it('a 12345 order is found by its own number', async () => {
  const id = await receive({ channel: 'hotline-12345', orderNumber: 'BJ20260302001' })
  expect(searchedText(station.file(id))).toContain('BJ20260302001')
})

it('“no personal data” finds the number however it is grouped (DOMAIN §4.6)', async () => {
  const id = await receive({ text: '请打 100-0000 0001 联系', title: '路灯不亮' })
  const send = (field: 'text' | 'title') =>
    station.refusal(dispatch(id, { ground: 'no-personal-data', fieldsSent: [field] }))
  expect(await send('text')).toEqual(['names-inside', 'fieldsSent'])
  expect(await send('title')).toBeNull()
})

it('a step that never happened before a later one is no step done: a contact without an order skips 派单', async () => {
  const id = await receive()
  const states = () => road(station.file(id)).map(({ state }) => state)
  await station.done({ name: 'record-contact', input: { case: id, kind: 'progress', way: 'phone', reached: true, note: '已上门看过' } }) // prettier-ignore
  expect(states()).toEqual(['done', 'skipped', 'done', 'now', 'ahead', 'ahead'])
  await station.done(dispatch(id))
  expect(states()).toEqual(['done', 'done', 'done', 'now', 'ahead', 'ahead'])
})
