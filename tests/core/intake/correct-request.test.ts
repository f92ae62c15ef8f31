/** 更正登记内容: only what changed is written, the old values stay to be seen, and a reporter stays confidential. */
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { actsOf } from '#core/case-file/case-file.ts'
import { CHANNELS, REQUEST_KINDS, URGENCIES } from '#core/case-file/codes.ts'
import { caseDeadline } from '#core/case-file/time-limit.ts'
import { caseSummary, searchedText } from '#core/case-file/summary.ts'
import type { CorrectRequest } from '#core/intake/correct-request.ts'
import { scopeOfLog, type StoredEvent } from '#core/kernel/event.ts'
import { size } from '../../size.ts'
import { INTAKE, newStation, NOW, type Station } from '../commands/station.ts'

let station: Station
let id: string

beforeEach(async () => {
  station = newStation()
  id = await station.done({ name: 'receive-case', input: INTAKE })
})

type Input = Omit<CorrectRequest, 'case'>
const correct = (input: Input, of = station) => of.done({ name: 'correct-request', input: { case: id, ...input } })
const refusal = (input: Input) => station.refusal({ name: 'correct-request', input: { case: id, ...input } })
const file = (of = station) => of.file(id)
const corrections = () => actsOf(file().acts, 'correction')
const saying = (words: string, events: readonly StoredEvent[] = station.events) => [
  ...new Set(events.filter((e) => e.payloadLine?.includes(words)).map((e) => scopeOfLog(e.header.log))),
]

describe('a correction', () => {
  it('writes what changed and nothing else, and keeps what stood there', async () => {
    const before = station.events.length
    await correct({ ...INTAKE, title: '楼道灯不亮', place: '槐树里5号楼' })
    const written = station.events.slice(before)
    expect(written.filter((event) => event.header.e === id).map((event) => event.fields)).toEqual([
      { title: '楼道灯不亮', place: '槐树里5号楼' },
    ])
    expect(file().fields).toMatchObject({ title: '楼道灯不亮', place: '槐树里5号楼', text: INTAKE.text })
    expect(corrections()).toMatchObject([
      {
        by: 'user:clerk',
        at: NOW,
        privateChanges: { title: ['路灯不亮', '楼道灯不亮'], place: ['槐树里3号楼', '槐树里5号楼'] },
      },
    ])
    expect(file().conflicts).toEqual([])
  })

  it('each value stays in its own scope', async () => {
    await correct({ title: '楼道灯不亮', channel: 'visit', requesterPhone: '10000000009' })
    expect(saying('楼道灯不亮')).toEqual(['private'])
    expect(saying('10000000009')).toEqual(['private'])
    expect(corrections()[0]!.sharedChanges).toEqual({ channel: ['phone', 'visit'] })
  })

  it('kind and urgency bring their own limit, counted from when it was received', async () => {
    station.wait(1)
    await correct({ urgency: 'danger' })
    expect(file().fields.dueAt).toBe('2026-03-02T11:00:00+08:00')
    await correct({ urgency: 'general', requestKind: 'complaint' })
    expect(file().fields.dueAt).toBe(caseDeadline(NOW, 'complaint', 'general').at)
    expect(corrections()[0]!.sharedChanges!.dueAt).toEqual(['2026-03-09T23:59:59+08:00', '2026-03-02T11:00:00+08:00'])
  })

  it('an old record without a limit gets none', async () => {
    id = await station.done({
      name: 'import-request',
      input: { externalSource: 'import:x', externalId: '1', title: '反映', text: '', raisedAt: NOW, requestKind: 'help', channel: 'import', requesterName: '', requesterPhone: '', place: '', category: '', answer: '', answeredBy: '' }, // prettier-ignore
    })
    await correct({ urgency: 'danger', title: '反映路灯' })
    expect(file().fields).toMatchObject({ urgency: 'danger', title: '反映路灯' })
    expect(file().fields.dueAt).toBeUndefined()
  })

  it('a name that is known now ends the anonymity', async () => {
    id = await station.done({ name: 'receive-case', input: { ...INTAKE, anonymous: true } })
    await correct({ title: '别的' })
    expect(file().fields.anonymous).toBe(true)
    await correct({ requesterName: '张一甲' })
    expect(file().fields).toMatchObject({ anonymous: false, requesterName: '张一甲' })
  })

  it('is refused when nothing changes, when the title is gone, and for what the counter would ask for', async () => {
    expect(await refusal({ title: INTAKE.title, text: INTAKE.text })).toBe('nothing-changed')
    expect(await refusal({})).toBe('nothing-changed')
    expect(await refusal({ title: '  ' })).toEqual(['invalid-input', 'title'])
    expect(await refusal({ text: '' })).toEqual(['invalid-input', 'text'])
    expect(await refusal({ requesterName: '' })).toEqual(['invalid-input', 'requesterName'])
    id = await station.done({
      name: 'receive-case',
      input: { ...INTAKE, requestKind: 'consult', text: '', requesterName: '' },
    })
    expect(await refusal({ requestKind: 'help' })).toEqual(['invalid-input', 'text', 'requesterName'])
    expect(await refusal({ title: '问社保' })).toBeNull()
    expect(await station.refusal({ name: 'correct-request', input: { case: 'case:none', title: 'x' } })).toBe(
      'no-such-case',
    )
  })
})

describe('举报', () => {
  const report = () => station.done({ name: 'receive-case', input: { ...INTAKE, requestKind: 'report' } })

  it('a request that turns out to be a report takes the name out of sight; nothing new repeats it in the open', async () => {
    const before = station.events.length
    await correct({ requestKind: 'report' })
    expect(file().fields).toMatchObject({
      requesterName: '',
      requesterPhone: '',
      reporterName: '张一甲',
      reporterPhone: '10000000001',
    })
    const written = station.events.slice(before)
    expect(saying('张一甲', written)).toEqual(['confidential'])
    expect(saying('10000000001', written)).toEqual(['confidential'])
    expect(caseSummary(file())).toMatchObject({ requester: '' })
    expect(searchedText(file())).not.toMatch(/张一甲|10000000001/)
  })

  it('a report’s name is corrected where it stands', async () => {
    id = await report()
    const before = station.events.length
    await correct({ requesterName: '李二乙' })
    expect(file().fields).toMatchObject({ requesterName: '', reporterName: '李二乙' })
    expect(saying('李二乙', station.events.slice(before))).toEqual(['confidential'])
  })

  it('a report that turns out to be none does not give its reporter away: a name has to be said', async () => {
    id = await report()
    expect(await refusal({ requestKind: 'help' })).toEqual(['invalid-input', 'requesterName'])
    await correct({ requestKind: 'consult' })
    expect(file().fields).toMatchObject({ requesterName: '', reporterName: '张一甲' })
    await correct({ requestKind: 'report' })
    expect(file().fields).toMatchObject({ requesterName: '', reporterName: '张一甲' })
  })

  it('whatever two PCs correct at once, a report is named in no list', async () => {
    const other = newStation(2, 'user:other')
    other.take(station.events)
    await correct({ requestKind: 'report' })
    await correct({ requesterName: '王三丙' }, other)
    station.take(other.events)
    other.take(station.events)
    expect(file(other)).toEqual(file())
    expect(file().fields.requestKind).toBe('report')
    expect(caseSummary(file())).toMatchObject({ requester: '' })
    expect(searchedText(file())).not.toContain('王三丙')
  })
})

describe('two PCs', () => {
  it('different fields: both are there; the same field: both are kept and shown as a conflict until one says again', async () => {
    const other = newStation(2, 'user:other')
    other.take(station.events)
    await correct({ title: '甲写的', place: '一号楼' })
    await correct({ title: '乙写的', text: '乙的内容' }, other)
    station.take(other.events)
    other.take(station.events)
    expect(file(other)).toEqual(file())
    expect(file().fields).toMatchObject({ place: '一号楼', text: '乙的内容' })
    expect(file().conflicts).toEqual([`${id}.title`])
    expect(new Set(corrections().map((act) => act.privateChanges!.title!.join(' → ')))).toEqual(
      new Set(['路灯不亮 → 甲写的', '路灯不亮 → 乙写的']),
    )
    // Another field leaves the conflict to be seen; saying the shown title once more settles it.
    await correct({ place: '二号楼' })
    expect(file().conflicts).toEqual([`${id}.title`])
    await correct({ title: file().fields.title! })
    expect(file().conflicts).toEqual([])
  })

  it('a disputed urgency is settled together with its limit', async () => {
    const other = newStation(2, 'user:other')
    other.take(station.events)
    await correct({ urgency: 'urgent' })
    await correct({ urgency: 'danger' }, other)
    station.take(other.events)
    expect(file().conflicts).toEqual(['dueAt', 'limit', 'limitPreset', 'urgency'].map((field) => `${id}.${field}`))
    await correct({ urgency: 'danger' })
    expect(file().conflicts).toEqual([])
    expect(file().fields).toMatchObject({ urgency: 'danger', dueAt: '2026-03-02T11:00:00+08:00' })
  })

  it('any corrections: what is shown is what was said last, and the first value is never lost', async () => {
    const input: fc.Arbitrary<Input> = fc.record(
      {
        title: fc.constantFrom('甲', '乙', INTAKE.title),
        text: fc.constantFrom('子', '丑'),
        place: fc.constantFrom('', '一号楼'),
        requesterName: fc.constantFrom('张一甲', '李二乙'),
        requesterPhone: fc.constantFrom('', '10000000002'),
        channel: fc.constantFrom(...CHANNELS),
        requestKind: fc.constantFrom(...REQUEST_KINDS),
        urgency: fc.constantFrom(...URGENCIES),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(input, { maxLength: 6 }), async (list) => {
        station = newStation()
        id = await station.done({ name: 'receive-case', input: INTAKE })
        let place = INTAKE.place
        for (const one of list) {
          const was = file().fields
          const saved = await station.run({ name: 'correct-request', input: { case: id, ...one } })
          const { requesterName: name, requesterPhone: phone, ...plain } = one
          if (!saved.ok) {
            expect(file().fields).toEqual(was)
            continue
          }
          expect(file().fields).toMatchObject(plain)
          if (file().fields.requestKind === 'report') expect(file().fields.requesterName).toBe('')
          else if (name !== undefined) expect(file().fields.requesterName).toBe(name)
          if (phone !== undefined && file().fields.requestKind !== 'report')
            expect(file().fields.requesterPhone).toBe(phone)
          const told = corrections().at(-1)!.privateChanges?.place
          if (told) expect(told[0]).toBe(place)
          place = file().fields.place!
        }
        expect(file().fields.dueAt).toBe(caseDeadline(NOW, file().fields.requestKind!, file().fields.urgency!).at)
        expect(file().conflicts).toEqual([])
      }),
      { numRuns: size(150) },
    )
  })
})
