/** Notices (issue 5, item 10): filled from a case, topic or campaign; who was told what and when is on record. */
import { beforeEach, describe, expect, test } from 'vitest'
import { readEntity } from '#core/book/book.ts'
import { fieldScope } from '#core/catalogue.ts'
import { blanksIn, filled } from '#core/notice/blanks.ts'
import { manyValues, oneValues } from '#core/notice/blank-values.ts'
import { numberToTell } from '#core/notice/notify-consent.ts'
import { groupText, qrText, smsCount, smsText } from '#core/notice/sms.ts'
import { BUILT_IN_NOTICES, currentNoticeTemplates } from '#core/notice/templates.ts'
import type { WriteNotice } from '#core/reports/write-notice.ts'
import { personCard } from '#core/person/fields.ts'
import { mergedPerson } from '#core/person/merged-people.ts'
import { INTAKE, newStation, type Station } from '../commands/station.ts'

let station: Station
let id: string
const NOTICE: WriteNotice = {
  title: '停水通知',
  body: '{地点}将于{开始时间}停水。',
  audience: 'many',
  template: 'builtIn:outage',
  about: '',
  place: '槐树里',
  area: '',
  from: '2026-03-05',
  until: '2026-03-06',
  answers: 'none',
  contact: '010-66668888',
  values: { 地点: '槐树里3号楼', 开始时间: '3月5日9时' },
}
beforeEach(async () => {
  station = newStation()
  id = await station.done({ name: 'receive-case', input: { ...INTAKE, place: '槐树里3号楼2单元501' } })
})
const refused = async (input: Partial<WriteNotice>) => {
  const before = station.events.length
  const code = await station.refusal({ name: 'write-notice', input: { ...NOTICE, ...input } })
  expect(station.events.length).toBe(before)
  return code
}
const write = (input: Partial<WriteNotice> = {}): Promise<string> => station.done({ name: 'write-notice', input: { ...NOTICE, ...input } }) // prettier-ignore
const person = (name: string, more: object = {}): Promise<string> => station.done({ name: 'save-person', input: { name, phone: '13800001111', placeWords: '', marks: [], note: '', ...more } }) // prettier-ignore

test('of a confidential report nobody is named, to one person either', async () => {
  const report = await station.done({ name: 'receive-case', input: { ...INTAKE, requestKind: 'report', requesterName: '张一甲', requesterPhone: '13800009999' } }) // prettier-ignore
  const one = { about: report, audience: 'one', values: {} } as const
  expect(await refused({ ...one, body: '张一甲：您反映的事已办结。' })).toEqual(['personal-inside', 'body'])
  await write({ ...one, body: '您反映的事已办结。' })
})

describe('blanks', () => {
  test('a missing blank stays as it was and is named', () => {
    expect(filled('{地点}将于{开始时间}停水，{地点}', { 地点: '槐树里', 开始时间: ' ' })).toEqual({ text: '槐树里将于{开始时间}停水，槐树里', missing: ['开始时间'] }) // prettier-ignore
    expect(filled('{toString}', {}).missing).toEqual(['toString'])
    expect(blanksIn('没有空')).toEqual([])
  })
  test('the save names each of them; nothing is written', async () => {
    expect(await refused({ values: { 地点: '槐树里' } })).toEqual(['blank-missing', 'values.开始时间'])
    expect(await refused({ title: '{什么}通知', values: {} })).toEqual(['blank-missing', 'values.什么', 'values.地点', 'values.开始时间']) // prettier-ignore
    // A value that brings a blank of its own.
    expect(await refused({ values: { 地点: '{哪里}', 开始时间: '明天' } })).toEqual(['blank-missing', 'body'])
    const notice = await write()
    expect(readEntity(station.book, notice)).toMatchObject({ body: '槐树里3号楼将于3月5日9时停水。', withdrawn: false })
  })
  test('every built-in template can be filled, and is short enough', () => {
    for (const { title, body, name } of BUILT_IN_NOTICES) {
      const values = Object.fromEntries(blanksIn(title + body).map((blank) => [blank, '某某']))
      expect([name, filled(title + body, values).missing, title.length < 60, body.length < 300]).toEqual([name, [], true, true]) // prettier-ignore
    }
    expect(BUILT_IN_NOTICES.length).toBeGreaterThanOrEqual(9)
  })
  test('the station’s own template stands in front of the one it replaces, or takes it away', () => {
    const own = { ...BUILT_IN_NOTICES[0]!, id: 'notice-template:1', name: '停水（本站）', builtIn: 'outage' }
    const all = currentNoticeTemplates([own])
    expect([all[0]!.name, all.filter(({ builtIn }) => builtIn === 'outage').length]).toEqual(['停水（本站）', 1])
    expect(currentNoticeTemplates([{ ...own, retired: true }]).some(({ builtIn }) => builtIn === 'outage')).toBe(false)
  })
})

describe('personal data of a case never flow into a notice for many', () => {
  test('what the program fills in for many holds nothing that a resident wrote', async () => {
    await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '灯换好了。', answeredBy: '' } }) // prettier-ignore
    const words = { category: '照明', neighbourhood: '槐树里小区', outcome: '已解决' }
    expect(Object.values(manyValues(words))).toEqual(['照明', '槐树里小区', '已解决'])
    expect(oneValues(station.file(id), words)).toMatchObject({ 姓名: '张一甲', 事项: '路灯不亮', 答复内容: '灯换好了' })
    const report = await station.done({ name: 'receive-case', input: { ...INTAKE, requestKind: 'report' } })
    expect(oneValues(station.file(report), words)['姓名']).toBe('')
  })
  test.each([
    ['请张一甲来取', 'body'],
    ['有事找10000000001', 'body'],
    ['3号楼2单元501漏水', 'body'],
  ])('%s is refused', async (body, field) => expect(await refused({ body, about: id })).toEqual(['personal-inside', field])) // prettier-ignore
  test('in whatever field it stands, and of every case of a topic', async () => {
    expect(await refused({ about: id, contact: '张一甲 10000000001' })).toEqual(['personal-inside', 'contact'])
    const topic = await station.done({ name: 'begin-topic', input: { title: '灯', category: '', place: '', note: '', cases: [id] } }) // prettier-ignore
    expect(await refused({ about: topic, concerns: [id], body: '张一甲等人反映的' })).toEqual([
      'personal-inside',
      'body',
    ])
    await write({ about: topic, concerns: [id] })
  })
  test('into the one to that resident they do; one without a case is no such notice', async () => {
    await write({ audience: 'one', about: id, body: '张一甲：您反映的灯换好了。' })
    expect(await refused({ audience: 'one', about: '' })).toEqual(['invalid-input', 'audience'])
  })
  test('all of it stays at the station', () => {
    for (const field of ['title', 'body', 'about']) expect(fieldScope('notice', field)).toBe('private')
    expect(fieldScope('notice-telling', 'persons')).toBe('private')
    expect(fieldScope('person', 'notifyConsent')).toBe('private')
  })
})

test('what does not fit is refused with its reason', async () => {
  expect(await refused({ until: '2026-03-01' })).toEqual(['until-before-from', 'until'])
  expect(await refused({ about: 'case:none' })).toEqual(['no-such-case', 'about'])
  expect(await refused({ about: 'topic:none' })).toEqual(['no-such-topic', 'about'])
  expect(await refused({ about: 'survey:none' })).toEqual(['no-such-survey', 'about'])
  expect(await refused({ area: 'place:none' })).toEqual(['no-such-place', 'area'])
  expect(await station.refusal({ name: 'void-notice', input: { notice: 'notice:none', withdrawn: true } })).toBe('no-such-notice') // prettier-ignore
})

describe('who was told what and when is on record', () => {
  const TOLD = { way: 'group', where: '槐树里业主群', count: 180, persons: [], leftOut: 0, result: '' } as const
  test('a telling is added, taken back, and stays', async () => {
    const notice = await write()
    const telling = await station.done({ name: 'record-telling', input: { ...TOLD, notice, persons: [] } })
    expect(readEntity(station.book, telling)).toMatchObject({ count: 180, way: 'group', at: '2026-03-02T09:00:00+08:00', by: 'user:clerk' }) // prettier-ignore
    await station.done({ name: 'take-back-telling', input: { telling } })
    expect(await station.refusal({ name: 'take-back-telling', input: { telling } })).toBe('nothing-changed')
    expect(await station.refusal({ name: 'take-back-telling', input: { telling: 'notice-telling:none' } })).toBe('no-such-telling') // prettier-ignore
    expect(await station.refusal({ name: 'record-telling', input: { ...TOLD, notice: 'notice:none', persons: [] } })).toBe('no-such-notice') // prettier-ignore
    expect(await station.refusal({ name: 'record-telling', input: { ...TOLD, notice, persons: [], at: '2026-03-09T09:00:00+08:00' } })).toEqual(['in-the-future', 'at']) // prettier-ignore
    await station.done({ name: 'void-notice', input: { notice, withdrawn: true } })
    expect(await station.refusal({ name: 'record-telling', input: { ...TOLD, notice, persons: [] } })).toBe('notice-withdrawn') // prettier-ignore
    expect(await station.refusal({ name: 'void-notice', input: { notice, withdrawn: true } })).toBe('nothing-changed')
  })

  test('only who agreed is ever on a list; whoever takes it back is on none', async () => {
    const notice = await write()
    const [yes, no] = [await person('王甲一'), await person('王乙二')]
    const list = (persons: string[]) => station.refusal({ name: 'record-telling', input: { ...TOLD, way: 'sms', notice, persons } }) // prettier-ignore
    await station.done({ name: 'record-notify-consent', input: { person: yes, given: true, way: 'phone' } })
    expect(await list([yes, no])).toEqual(['no-notify-consent', 'persons'])
    expect(await list(['person:none'])).toEqual(['no-such-person', 'persons'])
    expect(await list([yes])).toBe(null)
    expect(readEntity(station.book, yes)!['notifyConsent']).toEqual({ given: true, way: 'phone', at: '2026-03-02T09:00:00+08:00', by: 'user:clerk' }) // prettier-ignore
    await station.done({ name: 'record-notify-consent', input: { person: yes, given: false, way: 'phone' } })
    expect(await list([yes])).toEqual(['no-notify-consent', 'persons'])
    expect(await station.refusal({ name: 'record-notify-consent', input: { person: 'person:none', given: true, way: 'phone' } })).toBe('no-such-person') // prettier-ignore
    // A form that is saved later does not write over it.
    await station.done({ name: 'save-person', input: { id: no, name: '王乙二', phone: '', placeWords: '', marks: [], note: '', notifyConsent: { given: true, way: 'phone', at: '2026-03-02T09:00:00+08:00', by: 'user:x' } } as never }) // prettier-ignore
    expect(readEntity(station.book, no)!['notifyConsent']).toBeUndefined()
  })

  test('under fourteen the guardian agrees, and the guardian’s number is written to', async () => {
    const child = await person('王小宝', { birthDate: '2016-05-01', guardian: '王大宝', guardianPhone: '13900002222' })
    expect(await station.refusal({ name: 'record-notify-consent', input: { person: child, given: true, way: 'phone' } })).toEqual(['guardian-consents', 'way']) // prettier-ignore
    await station.done({ name: 'record-notify-consent', input: { person: child, given: true, way: 'guardian' } })
    expect(numberToTell(personCard(child, readEntity(station.book, child)!), '2026-03-02')).toBe('13900002222')
  })

  test('what one entry of a person took back, the other does not give again', async () => {
    const [old, late] = [await person('李甲一'), await person('李甲一')]
    await station.done({ name: 'record-notify-consent', input: { person: old, given: true, way: 'phone' } })
    station.wait(1)
    await station.done({ name: 'record-notify-consent', input: { person: late, given: false, way: 'phone' } })
    const cards = [old, late].map((one) => personCard(one, readEntity(station.book, one)!))
    for (const entries of [cards, cards.toReversed()]) expect(mergedPerson(entries).card.notifyConsent?.given).toBe(false) // prettier-ignore
    const same = cards.map((card) => ({
      ...card,
      notifyConsent: { ...card.notifyConsent!, at: '2026-03-02T09:00:00+08:00' },
    }))
    for (const entries of [same, same.toReversed()]) expect(mergedPerson(entries).card.notifyConsent?.given).toBe(false) // prettier-ignore
    await station.done({ name: 'merge-people', input: { keep: old, drop: late, reason: '同一人' } })
    const notice = await write()
    expect(await station.refusal({ name: 'record-telling', input: { ...TOLD, way: 'sms', notice, persons: [old] } })).toEqual(['no-notify-consent', 'persons']) // prettier-ignore
  })
})

test('what comes back is taken in with its notice, in one save; a report is tied to none', async () => {
  const notice = await write()
  const answer = await station.done({ name: 'receive-case', input: { ...INTAKE, notice } })
  const [link] = station.book.of.get('notice-answer')!
  expect(readEntity(station.book, link!)).toMatchObject({ notice, case: answer })
  await station.done({ name: 'receive-case', input: { ...INTAKE, requestKind: 'report', notice } })
  expect(station.book.of.get('notice-answer')!.size).toBe(1)
  expect(await station.refusal({ name: 'receive-case', input: { ...INTAKE, notice: 'notice:none' } })).toBe('no-such-notice') // prettier-ignore
})

describe('how it goes out', () => {
  test('length and segments as an SMS platform counts them: 70 and 67 in Chinese, 160 and 153 in plain letters', () => {
    const count = (sign: string, n: number) => smsCount(sign.repeat(n)).segments
    expect([count('水', 70), count('水', 71), count('水', 134), count('水', 135)]).toEqual([1, 2, 2, 3])
    expect([count('a', 160), count('a', 161), count('a', 306), count('a', 307)]).toEqual([1, 2, 2, 3])
    expect([smsCount('').segments, smsCount('𠮷').length]).toEqual([0, 2])
  })
  test('plain text for a group, one line with its signature for a platform, no address on the QR code', () => {
    const told = {
      title: '停水通知',
      body: '明天停水。\n请备水。',
      contact: '010-66668888',
      from: '2026-03-05',
      until: '',
    }
    expect(groupText(told, '槐树里社区服务站', '2026-03-02')).toBe('【停水通知】\n明天停水。\n请备水。\n槐树里社区服务站 010-66668888\n2026-03-02') // prettier-ignore
    expect(smsText(told, '槐树里社区服务站')).toBe('【槐树里社区服务站】停水通知：明天停水。 请备水。')
    expect(qrText(told, '槐树里社区服务站')).toBe('停水通知\n2026-03-05\n槐树里社区服务站 010-66668888')
    expect(qrText(told, '站')).not.toMatch(/https?:/)
  })
})
