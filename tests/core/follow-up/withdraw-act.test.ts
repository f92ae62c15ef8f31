/** 撤销: one's own newest act, kept visible, counted nowhere; and what a merge makes of it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { everyAct } from '#core/case-file/case-file.ts'
import { openReferral, serviceTypeOf, statusOf } from '#core/case-file/status.ts'
import { caseSummary, searchedText } from '#core/case-file/summary.ts'
import { lastOwnAct } from '#core/follow-up/withdraw-act.ts'
import { scopeOfLog } from '#core/kernel/event.ts'
import { caseRows } from '#core/reports/case-rows.ts'
import { enterProviders, INTAKE, newStation, type Station } from '../commands/station.ts'

let station: Station
let providers: Awaited<ReturnType<typeof enterProviders>>
let id: string

beforeEach(async () => {
  station = newStation()
  providers = await enterProviders(station)
  id = await station.done({ name: 'receive-case', input: { ...INTAKE, serviceType: 'welfare' } })
})

const file = (of = station) => of.file(id)
const undo = (act: string, of = station) => of.done({ name: 'withdraw-act', input: { case: id, act } })
const refusal = (act: string, of = station) => of.refusal({ name: 'withdraw-act', input: { case: id, act } })
const dispatch = (of = station) =>
  of.done({
    name: 'dispatch',
    input: {
      case: id,
      provider: providers.welfare,
      reason: '',
      demand: '',
      ground: 'no-personal-data',
      fieldsSent: ['title'],
    },
  })
const answer = (of = station) =>
  of.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '明天来修', answeredBy: '' } })
const close = (of = station) => of.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })

/** Two PCs that know the same so far. */
function second(): Station {
  const other = newStation(2, 'user:other')
  other.take(station.events)
  return other
}
function meet(one: Station, other: Station): void {
  one.take(other.events)
  other.take(one.events)
}

describe('one’s own newest act', () => {
  it('goes back step by step, and each state is the one before', async () => {
    const states: string[] = []
    const acts: string[] = []
    for (const step of [dispatch, answer, close]) {
      states.push(statusOf(file()))
      acts.push(await step())
    }
    for (const act of acts.toReversed()) {
      await undo(act)
      expect(statusOf(file())).toBe(states.pop())
    }
    expect(file().withdrawn.map(({ act }) => act.type)).toEqual(['referral', 'answer', 'closing'])
    expect(openReferral(file())).toBeNull()
  })

  it('stays to be seen, with who took it back and when', async () => {
    const act = await answer()
    station.wait(1)
    await undo(act)
    expect(file().withdrawn).toMatchObject([
      { act: { id: act, type: 'answer', content: '明天来修' }, at: '2026-03-02T10:00:00+08:00', by: 'user:clerk' },
    ])
    expect(everyAct(file()).map(({ type }) => type)).toEqual(['classification', 'answer'])
  })

  it('counts in no list, search or report', async () => {
    await undo(await answer())
    expect(caseSummary(file())).toMatchObject({ status: 'received' })
    expect(searchedText(file())).not.toContain('明天来修')
    const sheet = caseRows([file()], 'zh-CN', { provider: () => '', user: () => '', category: (code) => code })
    expect(JSON.stringify(sheet)).not.toContain('明天来修')
  })

  it('what came with the registration may be taken back too: the case is undecided again', async () => {
    await undo(lastOwnAct(file(), 'user:clerk')!.id)
    expect(serviceTypeOf(file())).toBeNull()
  })

  it('looking at a number and correcting a field stand in no way, and are never taken back', async () => {
    const act = await answer()
    const viewing = await station.done({ name: 'record-viewing', input: { case: id, what: 'phone' } })
    await station.done({ name: 'correct-request', input: { case: id, title: '楼道灯不亮' } })
    const correction = file().acts.at(-1)!
    expect(correction.type).toBe('correction')
    expect(await refusal(viewing)).toBe('not-your-last')
    expect(await refusal(correction.id)).toBe('not-your-last')
    await undo(act)
    expect(file().acts.map(({ type }) => type)).toEqual(['classification', 'viewing', 'correction'])
  })

  it('is refused for an older act, another’s act, one that is gone already, and a withdrawal', async () => {
    const first = await dispatch()
    const last = await answer()
    expect(await refusal(first)).toBe('not-your-last')
    const other = second()
    expect(await refusal(last, other)).toBe('not-your-last')
    const withdrawal = await undo(last)
    expect(await refusal(last)).toBe('not-your-last')
    expect(await refusal(withdrawal)).toBe('not-your-last')
    expect(await station.refusal({ name: 'withdraw-act', input: { case: 'case:none', act: first } })).toBe(
      'no-such-case',
    )
    expect(await refusal('没有')).toEqual(['invalid-input', 'act'])
  })

  it('is refused once a colleague has gone on from it', async () => {
    const mine = await answer()
    const other = second()
    await close(other)
    meet(station, other)
    expect(await refusal(mine)).toBe('not-your-last')
  })
})

describe('two PCs', () => {
  it('one takes an answer back while the other closes on it: both see a closed case, and it may reopen', async () => {
    const mine = await answer()
    const other = second()
    await close(other)
    await undo(mine)
    meet(station, other)
    expect(file(other)).toEqual(file())
    expect(statusOf(file())).toBe('closed')
    await station.done({ name: 'reopen-case', input: { case: id, reason: '答复有误' } })
    expect(statusOf(file())).toBe('received')
  })

  it('the same person takes one act back on both: it is gone once, and nothing is in dispute', async () => {
    const mine = await answer()
    const twin = newStation(2, 'user:clerk')
    twin.take(station.events)
    await undo(mine)
    await undo(mine, twin)
    meet(station, twin)
    expect(file(twin)).toEqual(file())
    expect(file().withdrawn).toHaveLength(1)
    expect(file().conflicts).toEqual([])
  })

  it('an office that holds only what is shared comes to the same status', async () => {
    await answer()
    await undo(await close())
    const shared = station.events.filter((event) => scopeOfLog(event.header.log) === 'shared')
    const office = newStation(3, 'user:office', ['shared'])
    office.take(shared)
    expect(statusOf(file(office))).toBe('answered')
    expect(file(office).withdrawn).toHaveLength(1)
  })

  it('a withdrawal that comes before its act waits for nothing and counts when the act is there', async () => {
    const mine = await answer()
    await undo(mine)
    const before = station.events.filter((event) => event.header.e !== mine)
    const other = newStation(2, 'user:other')
    other.take(before)
    expect(file(other).withdrawn).toEqual([])
    other.take(station.events)
    expect(file(other)).toEqual(file())
  })
})
