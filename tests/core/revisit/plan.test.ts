/** DOMAIN §7.1: who is asked, decided when the round is closed and written on its closing. */
import { describe, expect, it } from 'vitest'
import { actsOf } from '#core/case-file/case-file.ts'
import { waitingOf } from '#core/case-file/waiting.ts'
import type { CommandInput } from '#core/commands.ts'
import { readingOf } from '#core/book/reading.ts'
import { openReason } from '#core/revisit/due.ts'
import { caredFor } from '#core/revisit/plan.ts'
import { drawDigits, isDrawn } from '#core/revisit/draw.ts'
import { settingsOf } from '#core/station/settings.ts'
import { INTAKE, newStation, type Station } from '../commands/station.ts'
import { money, moneyWorld, newCase, sendTo } from '../funding/world.ts'

type More = Partial<CommandInput<'receive-case'>>

async function closed(station: Station, more: More = {}): Promise<string> {
  const id = await station.done({ name: 'receive-case', input: { ...INTAKE, ...more } })
  await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修好', answeredBy: '' } })
  await station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
  return id
}
const planOf = (station: Station, id: string) => actsOf(station.file(id).acts, 'closing').at(-1)!
const setUp = async (station: Station): Promise<string> => {
  await station.done({
    name: 'set-up-station',
    input: { id: 'station:s', name: '站', code: '110101001001', short: 'S0012', userName: '甲' },
  })
  return 'station:s'
}

describe('always', () => {
  it.each<[string, More]>([
    ['complaints', { requestKind: 'complaint' }],
    ['12345', { channel: 'hotline-12345', orderNumber: '12345-1' }],
  ])('%s', async (_, more) => {
    const station = newStation()
    const id = await closed(station, more)
    expect(planOf(station, id)).toMatchObject({ revisitPlan: 'always' })
    expect(planOf(station, id)).not.toHaveProperty('drawRate')
    expect(waitingOf(station.file(id))).toBe('revisit')
  })

  it('care-list persons, whoever of the two it is', async () => {
    const station = newStation()
    const person = { name: '王素兰', phone: '', placeWords: '', marks: ['living-alone'] as 'living-alone'[], note: '' }
    const marked = await station.done({ name: 'save-person', input: person })
    const plain = await station.done({ name: 'save-person', input: { ...person, name: '李四', marks: [] } })
    expect(planOf(station, await closed(station, { person: marked }))).toMatchObject({ revisitPlan: 'always' })
    expect(planOf(station, await closed(station, { person: plain, forPerson: marked, forWhom: '王素兰' }))).toMatchObject({ revisitPlan: 'always' }) // prettier-ignore
    expect(planOf(station, await closed(station, { person: plain }))).toHaveProperty('drawRate', 20)
  })

  it.each(['agreement', 'fund'] as const)('orders that are paid by one of ours: %s', async (payer) => {
    const { station, provider, contract, fund } = await moneyWorld()
    const id = await newCase(station)
    const of = payer === 'fund' ? { fund } : { agreement: contract }
    await station.done(sendTo(id, provider, money(of)))
    await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修好', answeredBy: '' } })
    await station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '', approvedBy: '主任', approval: '批件1' } }) // prettier-ignore
    expect(planOf(station, id).revisitPlan).toBe('always')
  })

  it('is a setting: switched off, complaints are drawn like the others; what was closed before keeps its plan', async () => {
    const station = newStation()
    const id = await setUp(station)
    const before = await closed(station, { requestKind: 'complaint' })
    await station.done({ name: 'change-setting', input: { station: id, name: 'revisitComplaints', value: false } })
    const after = await closed(station, { requestKind: 'complaint' })
    expect([planOf(station, before).revisitPlan, planOf(station, after).drawRate]).toEqual(['always', 20])
  })
})

describe('others are sampled 20 %, 当场办结 5 %', () => {
  it('what is drawn waits, what is not waits for nobody, and can be asked all the same', async () => {
    const station = newStation()
    let [drawn, left] = [0, 0]
    for (let i = 0; i < 40; i++) {
      const id = await closed(station)
      const { revisitPlan, drawRate, drawSeed } = planOf(station, id)
      expect([drawRate, drawSeed]).toEqual([20, '1'])
      expect(revisitPlan).toBe(isDrawn(drawDigits('1', id, 1), 20) ? 'sampled' : 'not-drawn')
      expect(waitingOf(station.file(id))).toBe(revisitPlan === 'sampled' ? 'revisit' : 'nothing')
      if (revisitPlan === 'sampled') drawn += 1
      else if (left++ === 0)
        await station.done({ name: 'record-revisit', input: { case: id, way: 'phone', valid: true, solved: true, scale: 'three-rates', grade: 'satisfied', words: '' } }) // prettier-ignore
    }
    expect([drawn > 0, left > drawn]).toEqual([true, true])
  })

  it('当场办结 has a rate of its own', async () => {
    const station = newStation()
    const id = await station.done({ name: 'receive-case', input: { ...INTAKE, onTheSpot: { content: '已告知', outcome: 'solved' } } }) // prettier-ignore
    expect(planOf(station, id)).toMatchObject({ drawRate: 5, drawSeed: '1' })
  })

  it('a second round is drawn anew', async () => {
    const station = newStation()
    const id = await closed(station)
    await station.done({ name: 'reopen-case', input: { case: id, reason: '又坏了' } })
    await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '好了', answeredBy: '' } })
    await station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
    expect(planOf(station, id).revisitPlan).toBe(isDrawn(drawDigits('1', id, 2), 20) ? 'sampled' : 'not-drawn')
  })

  it('nobody who is not known can be asked: an anonymous request is not drawn', async () => {
    const station = newStation()
    const id = await closed(station, {
      requestKind: 'complaint',
      anonymous: true,
      requesterName: '',
      requesterPhone: '',
    })
    expect([planOf(station, id).revisitPlan, waitingOf(station.file(id))]).toEqual(['not-drawn', 'nothing'])
  })

  it('two PCs of a station come to the same, and rates and seed are settings', async () => {
    const station = newStation()
    const home = await setUp(station)
    await station.done({ name: 'change-setting', input: { station: home, name: 'revisitRate', value: '100' } })
    await station.done({ name: 'change-setting', input: { station: home, name: 'revisitSeed', value: '2026春' } })
    const other = newStation(2)
    other.take(station.events)
    const id = await closed(other)
    expect(planOf(other, id)).toMatchObject({ revisitPlan: 'sampled', drawRate: 100, drawSeed: '2026春' })
    for (const value of ['101', '-1', '2.5', '', '二十'])
      expect(await station.refusal({ name: 'change-setting', input: { station: home, name: 'revisitRate', value } })).toEqual(['invalid-input', 'value']) // prettier-ignore
  })
})

it('a revisit is due at the deadline, closed or not: an open complaint past its deadline is to be asked, others are not', async () => {
  const station = newStation()
  const reasonOf = (id: string) => {
    const reading = readingOf(station.book, '')
    return openReason(station.file(id), settingsOf(reading), caredFor(reading))
  }
  const complaint = await station.done({ name: 'receive-case', input: { ...INTAKE, requestKind: 'complaint' } })
  const help = await station.done({ name: 'receive-case', input: INTAKE })
  expect([reasonOf(complaint), reasonOf(help)]).toEqual(['complaint', null])
  await station.done({ name: 'record-revisit', input: { case: complaint, way: 'phone', valid: true, solved: false, scale: 'three-rates', grade: 'neutral', words: '' } }) // prettier-ignore
  expect(reasonOf(complaint)).toBeNull()
})

describe('a revisit is valid or invalid with a reason, retries counted', () => {
  it('after three tries it leaves the list as 未回访成功, counted apart and never satisfied', async () => {
    const station = newStation()
    const id = await closed(station, { requestKind: 'complaint' })
    const seen: string[] = []
    for (const invalidReason of ['no-answer', 'refused', 'wrong-number'] as const) {
      seen.push(waitingOf(station.file(id)))
      await station.done({ name: 'record-revisit', input: { case: id, way: 'phone', valid: false, invalidReason, words: '' } }) // prettier-ignore
    }
    expect([...seen, waitingOf(station.file(id))]).toEqual(['revisit', 'revisit', 'revisit', 'unreached'])
    const tries = actsOf(station.file(id).acts, 'revisit')
    expect(tries.map(({ grade, solved }) => [grade, solved])).toEqual(Array.from({ length: 3 }, () => [undefined, undefined])) // prettier-ignore
    // From Monday 2 March: the next working day, three of them after a refusal.
    expect(tries.map(({ nextAt }) => nextAt?.slice(0, 10))).toEqual(['2026-03-03', '2026-03-05', '2026-03-03'])
  })

  it('the next try is never in the past', async () => {
    const station = newStation()
    const id = await closed(station, { requestKind: 'complaint' })
    expect(
      await station.refusal({ name: 'record-revisit', input: { case: id, way: 'phone', valid: false, invalidReason: 'refused', words: '', nextAt: '2026-01-01T09:00:00+08:00' } }), // prettier-ignore
    ).toEqual(['invalid-input', 'nextAt'])
  })
})
