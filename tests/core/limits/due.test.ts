/** DOMAIN §5.6-5.7: extensions, pauses, and the deadline in force. */
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { inForce, type Act, type CaseFile } from '#core/case-file/case-file.ts'
import { dueOf } from '#core/case-file/due.ts'
import { caseSummary } from '#core/case-file/summary.ts'
import type { CommandInput } from '#core/commands.ts'
import type { LimitRefusal } from '#core/limits/refusals.ts'
import { INTAKE, newStation, NOW, type Station } from '../commands/station.ts'

let station: Station
let id: string
/** 2026-03-02 09:00, a Monday: 7 natural days, to the end of the 9th. */
const FIRST = '2026-03-09T23:59:59+08:00'

beforeEach(async () => {
  station = newStation()
  id = await station.done({ name: 'receive-case', input: INTAKE })
  await station.done({ name: 'set-up-station', input: { id: 'station:1', code: '110101001001', short: 'S0012', name: '槐树里', userName: '甲' } }) // prettier-ignore
})
const due = () => dueOf(station.file(id))
const extension = (
  more: Partial<CommandInput<'extend-case'>> = {},
): { name: 'extend-case'; input: CommandInput<'extend-case'> } => ({
  // prettier-ignore
  name: 'extend-case',
  input: { case: id, dueAt: '2026-03-12T23:59:59+08:00', reason: '等产权单位', approver: '李明 副主任', toldAt: NOW, toldWay: 'phone', ...more }, // prettier-ignore
})
const pause = (
  more: Partial<CommandInput<'pause-case'>> = {},
): { name: 'pause-case'; input: CommandInput<'pause-case'> } => ({
  // prettier-ignore
  name: 'pause-case',
  input: { case: id, reason: 'resident', until: '2026-03-30T09:00:00+08:00', note: '', ...more },
})
const resume = () => ({ name: 'resume-case', input: { case: id, note: '' } }) as const
const set = (name: 'pauseForObjection' | 'pauseForResident' | 'isUpperOffice' | 'dayEnd', value: string | boolean) =>
  station.done({ name: 'change-setting', input: { station: 'station:1', name, value } })

describe('延期: reason, approver, time the resident was told, new deadline', () => {
  it('the old one stays visible, the count is shown, and lists go by the new one', async () => {
    expect(due()).toEqual({ at: FIRST, original: FIRST, extensions: 0, paused: null, unsure: false })
    await station.done(extension())
    await station.done(extension({ dueAt: '2026-03-20T23:59:59+08:00' }))
    expect(due()).toMatchObject({ at: '2026-03-20T23:59:59+08:00', original: FIRST, extensions: 2 })
    expect(station.file(id).acts).toMatchObject([
      {
        was: FIRST,
        dueAt: '2026-03-12T23:59:59+08:00',
        approver: '李明 副主任',
        reason: '等产权单位',
        toldWay: 'phone',
      },
      { was: '2026-03-12T23:59:59+08:00' },
    ])
    expect(caseSummary(station.file(id))).toMatchObject({ dueAt: '2026-03-20T23:59:59+08:00', extensions: 2 })
  })

  it('taken back, the deadline before holds again', async () => {
    const act = await station.done(extension())
    await station.done({ name: 'withdraw-act', input: { case: id, act } })
    expect(due()).toMatchObject({ at: FIRST, extensions: 0 })
  })

  it('must be later, told when and how, and has happened', async () => {
    expect(await station.refusal(extension({ dueAt: FIRST }))).toEqual(['not-later', 'dueAt'])
    expect(await station.refusal(extension({ reason: ' ' }))).toEqual(['invalid-input', 'reason'])
    expect(await station.refusal(extension({ approver: '' }))).toEqual(['invalid-input', 'approver'])
    const { toldAt: _when, toldWay: _how, ...untold } = extension().input
    expect(await station.refusal({ name: 'extend-case', input: untold })).toEqual(['tell-first', 'toldAt', 'toldWay'])
    expect(await station.refusal(extension({ toldAt: '2026-03-02T09:00:01+08:00' }))).toEqual(['in-the-future', 'toldAt']) // prettier-ignore
    id = await station.done({ name: 'receive-case', input: { ...INTAKE, anonymous: true } })
    expect(await station.refusal({ name: 'extend-case', input: { ...untold, case: id } })).toBeNull()
  })
})

describe('暂停: the deadline moves by the paused time in the unit of the limit', () => {
  it.each([
    // Monday 09:00 to Thursday 09:00: three days.
    ['natural days', {}, 72, '2026-03-12T23:59:59+08:00'],
    ['working days', { requestKind: 'consult' }, 72, '2026-03-10T23:59:59+08:00'],
    ['hours, to the second', { urgency: 'urgent' }, 72, '2026-03-06T09:00:00+08:00'],
    // Monday to Monday: seven natural days, five working days.
    ['working days, over a weekend', { requestKind: 'consult' }, 168, '2026-03-12T23:59:59+08:00'],
    ['no day has passed', {}, 10, FIRST],
  ] as const)('%s', async (_, more, hours, at) => {
    id = await station.done({ name: 'receive-case', input: { ...INTAKE, ...more } })
    await station.done(pause())
    station.wait(hours)
    expect(due()).toMatchObject({ at: null, paused: { since: NOW, reason: 'resident' } })
    expect(caseSummary(station.file(id))).toMatchObject({ dueAt: null, paused: true, nextAt: '2026-03-30T09:00:00+08:00' }) // prettier-ignore
    await station.done(resume())
    expect(due()).toMatchObject({ at, paused: null })
    station.wait(1)
    await station.done(pause())
    await station.done(resume())
    expect(due().at).toBe(at)
  })

  it('an extension meanwhile is not lost', async () => {
    await station.done(pause())
    station.wait(24)
    await station.done(extension({ dueAt: '2026-03-20T23:59:59+08:00' }))
    expect(due()).toMatchObject({ at: null, paused: { stood: '2026-03-20T23:59:59+08:00' } })
    await station.done(resume())
    expect(due().at).toBe('2026-03-23T23:59:59+08:00')
  })

  it('what was late already stays late', async () => {
    station.wait(240)
    await station.done(pause())
    expect(due()).toMatchObject({ at: FIRST, paused: { stood: FIRST } })
  })

  it('closing ends it', async () => {
    await station.done(pause())
    await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修', answeredBy: '' } })
    await station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
    expect(due()).toMatchObject({ at: FIRST, paused: null })
  })

  it('each reason is a setting', async () => {
    await set('pauseForResident', false)
    expect(await station.refusal(pause())).toEqual(['no-pauses', 'reason'])
    expect(await station.refusal(pause({ reason: 'objection' }))).toBeNull()
  })
})

describe('what else sets a deadline', () => {
  it('a 12345 order goes by its own', async () => {
    const orderDueAt = '2026-03-04T18:00:00+08:00'
    id = await station.done({
      name: 'receive-case',
      input: { ...INTAKE, channel: 'hotline-12345', orderNumber: 'GD1', orderAt: NOW, orderDueAt },
    })
    expect(due()).toMatchObject({ at: orderDueAt, original: orderDueAt })
    expect(caseSummary(station.file(id)).dueAt).toBe(orderDueAt)
  })

  it('a preset that changes moves no deadline already set', async () => {
    const preset = { station: 'station:1', preset: 'general', unit: 'working-days', count: 2, sameDay: false } as const
    await station.done({ name: 'set-limit-preset', input: preset })
    expect(due().at).toBe(FIRST)
    const other = await station.done({ name: 'receive-case', input: INTAKE })
    expect(dueOf(station.file(other)).at).toBe('2026-03-04T23:59:59+08:00')
    expect(station.file(other).fields).toMatchObject({ limitPreset: 'general', limit: '2w' })
    // Counted in the unit that held then, whatever the preset says now.
    for (const one of [id, other]) await station.done(pause({ case: one }))
    station.wait(12 * 24)
    for (const one of [id, other]) await station.done({ name: 'resume-case', input: { case: one, note: '' } })
    expect(due().at).toBe('2026-03-23T23:59:59+08:00')
    expect(dueOf(station.file(other)).at).toBe('2026-03-17T23:59:59+08:00')
  })

  it('a day ends at the close of business, where the station says so', async () => {
    await set('dayEnd', '17:30')
    const other = await station.done({ name: 'receive-case', input: INTAKE })
    expect(dueOf(station.file(other)).at).toBe('2026-03-09T17:30:00+08:00')
    expect(due().at).toBe(FIRST)
  })

  it('a second round has its own', async () => {
    await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修', answeredBy: '' } })
    await station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
    station.wait(240)
    await station.done({ name: 'reopen-case', input: { case: id, reason: '又坏了' } })
    expect(due()).toMatchObject({ at: '2026-03-19T23:59:59+08:00', original: '2026-03-19T23:59:59+08:00' })
  })

  it('a deadline in a year without a calendar says so, until somebody names a day', async () => {
    station.wait(301 * 24)
    id = await station.done({ name: 'receive-case', input: INTAKE })
    expect(due()).toMatchObject({ at: '2027-01-04T23:59:59+08:00', unsure: true })
    await station.done(extension({ dueAt: '2027-01-08T23:59:59+08:00' }))
    expect(due().unsure).toBe(false)
  })
})

it('every refusal about time, and nothing is written', async () => {
  const seen = new Set<string>()
  const refused = async (...of: Parameters<Station['refusal']>): Promise<void> => {
    const before = station.events.length
    const said = await station.refusal(...of)
    expect(station.events.length).toBe(before)
    seen.add(Array.isArray(said) ? said[0] : String(said))
  }
  await refused(resume())
  await refused(extension({ dueAt: FIRST }))
  await refused({ name: 'extend-case', input: { ...extension().input, toldWay: undefined } as never })
  await refused({ name: 'order-supervision', input: { case: id, kind: 'daily', trigger: 'overdue', to: '甲', demand: '办', dueAt: FIRST } }) // prettier-ignore
  await station.done(pause())
  await refused(pause())
  await station.done(resume())
  await set('pauseForResident', false)
  await refused(pause())
  id = await station.done({
    name: 'import-request',
    input: { externalSource: 'import:x', externalId: '7', title: '路灯', text: '', raisedAt: NOW, requestKind: 'help', channel: 'import', requesterName: '', requesterPhone: '', place: '', category: '', answer: '', answeredBy: '' }, // prettier-ignore
  })
  await refused(extension())
  const all: Readonly<Record<LimitRefusal, true>> = {
    'no-deadline': true, 'not-later': true,
    'tell-first': true, 'paused-already': true, 'not-paused': true, 'no-pauses': true, 'no-upper-office': true,
  } // prettier-ignore
  expect([...seen].toSorted()).toEqual(Object.keys(all).toSorted())
})

it('whatever order a merge brings the acts in, the deadline is the same, and never before the first one', () => {
  const moment = fc.integer({ min: 10, max: 28 }).map((day) => `2026-03-${day}T09:00:00+08:00`)
  const act = fc
    .record({ type: fc.constantFrom('extension', 'pause', 'resume', 'closing', 'contact'), n: fc.nat(9), at: moment, dueAt: fc.option(moment, { nil: undefined }) }) // prettier-ignore
    .map(({ type, n, at, dueAt }) => ({ id: `${type}:${n}`, type, at, dueAt, reason: 'resident', pause: `pause:${n % 3}`, by: 'user:a', case: 'case:1', enteredAt: at })) // prettier-ignore
  fc.assert(
    fc.property(fc.uniqueArray(act, { maxLength: 12, selector: ({ id: one }) => one }), fc.nat(), (acts, seed) => {
      const file = (order: readonly unknown[]): CaseFile => ({
        id: 'case:1',
        pc: '',
        fields: { requestKind: 'help', urgency: 'general', dueAt: FIRST },
        conflicts: [],
        ...inForce(order.map((one, i) => ({ ...(one as object), written: [i, ''] }) as unknown as Act)),
      })
      const turned = acts.map((_, i) => acts[(i + seed) % acts.length])
      const one = dueOf(file(acts))
      expect(dueOf(file(turned))).toEqual(one)
      const at = one.at ?? one.paused?.stood
      if (at) expect(at >= FIRST).toBe(true)
    }),
  )
})
