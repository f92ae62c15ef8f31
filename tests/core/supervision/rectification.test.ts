/** DOMAIN §8 整改 and §5.8 督办, by real commands: every step, every refusal, and two PCs that judge at the same moment. */
import { beforeEach, describe, expect, it } from 'vitest'
import { readEntity, entitiesOf } from '#core/book/book.ts'
import { oversteppedActs } from '#core/case-file/duties.ts'
import { findingsOf, isLate } from '#core/case-file/rectified.ts'
import { isLateAnswer, supervisionOf } from '#core/case-file/supervised.ts'
import type { SupervisionRefusal } from '#core/case-file/supervision-refusals.ts'
import type { Command, CommandInput } from '#core/commands.ts'
import { providerFindings } from '#core/provider/finding.ts'
import { enterProviders, INTAKE, newStation, NOW, type Station } from '../commands/station.ts'

const at = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T18:00:00+08:00`
const seen = new Set<string>()

let station: Station
let id: string
let finding: string

const find = (more: Partial<CommandInput<'record-finding'>> = {}): Command => ({
  name: 'record-finding',
  input: { case: id, verdict: 'to-rectify', demand: '补上现场照片', dueAt: at(6), capacity: 'party', ...more },
})
const step = (
  one: CommandInput<'rectify-finding'>['step'],
  more: Partial<CommandInput<'rectify-finding'>> = {},
): Command => ({
  name: 'rectify-finding',
  input: { case: id, finding, step: one, note: '已换灯', capacity: 'station', ...more },
})
const state = (of = station) => findingsOf(of.file(id))[0]!.stands
const refused = async (command: Command, of = station): Promise<unknown> => {
  const before = of.events.length
  const refusal = await of.refusal(command)
  expect(of.events.length).toBe(before)
  const code = Array.isArray(refusal) ? refusal[0] : refusal
  seen.add(String(code))
  return refusal
}
/** Four people with an account: nobody re-checks what they put right. */
async function fourAccounts(): Promise<void> {
  for (const n of [4, 5, 6, 7]) {
    const one = newStation(n, `user:${n}`)
    await one.done(setUp(`station:${n}`, String(n)))
    station.take(one.events)
  }
}
const setUp = (of: string, userName: string): Command => ({
  name: 'set-up-station',
  input: { id: of, name: '槐树里', code: '110101001001', short: 'S0012', userName },
})
/** The same station at another PC, with whatever was written so far. */
function secondPc(n: number, user: string): Station {
  const other = newStation(n, user)
  other.take(station.events)
  return other
}

beforeEach(async () => {
  station = newStation()
  await enterProviders(station)
  id = await station.done({ name: 'receive-case', input: INTAKE })
  finding = await station.done(find())
})

describe('整改: finding → demand → deadline → evidence → re-check → closed or sent back', () => {
  it('goes the whole way, each step dated, by whom and in which capacity', async () => {
    expect([state().state, state().dueAt]).toEqual(['open', at(6)])
    await station.done(step('evidence'))
    expect(state().state).toBe('checking')
    const colleague = secondPc(2, 'user:chief')
    await colleague.done(step('sent-back', { note: '照片看不清', dueAt: at(10), capacity: 'committee' }))
    station.take(colleague.events)
    expect([state().state, state().dueAt, state().unchecked]).toEqual(['sent-back', at(10), null])
    await station.done(step('explanation', { note: '夜里拍的，附白天的' }))
    colleague.take(station.events)
    await colleague.done(step('passed', { note: '看过现场' }))
    station.take(colleague.events)
    expect([state().state, state().closedAt]).toEqual(['closed', NOW])
    const steps = findingsOf(station.file(id))[0]!.steps
    expect(steps.map((one) => [one.step, one.by, one.capacity, one.at])).toEqual([
      ['evidence', 'user:clerk', 'station', NOW],
      ['sent-back', 'user:chief', 'committee', NOW],
      ['explanation', 'user:clerk', 'station', NOW],
      ['passed', 'user:chief', 'station', NOW],
    ])
  })

  it('what was put right too late is shown as such, before and after', async () => {
    expect(isLate(state(), at(6))).toBe(false)
    expect(isLate(state(), at(7))).toBe(true)
    station.wait(24 * 3)
    await station.done(step('evidence'))
    expect(isLate(state(), at(30))).toBe(false)
    const late = await station.done(find({ dueAt: '2026-03-05T10:00:00+08:00' }))
    station.wait(24)
    await station.done(step('evidence', { finding: late }))
    expect(isLate(findingsOf(station.file(id)).at(-1)!.stands, at(30))).toBe(true)
  })

  it('in a station of three accounts or fewer one may re-check oneself: marked, and on the list of 越位', async () => {
    await station.done(step('evidence'))
    const check = await station.done(step('passed'))
    expect(findingsOf(station.file(id))[0]!.steps.at(-1)).toMatchObject({ selfChecked: true })
    expect(oversteppedActs(station.file(id))).toContain(check)
  })

  it('with more accounts somebody else re-checks', async () => {
    await fourAccounts()
    await station.done(step('evidence'))
    expect(await refused(step('passed'))).toBe('self-check')
    const colleague = secondPc(2, 'user:chief')
    expect(await colleague.refusal(step('passed'))).toBe(null)
  })

  it('a colleague’s explanation beside one’s own evidence makes nobody its judge', async () => {
    await fourAccounts()
    await station.done(step('evidence'))
    const colleague = secondPc(2, 'user:chief')
    await colleague.done(step('explanation'))
    station.take(colleague.events)
    expect(await refused(step('passed'))).toBe('self-check')
    expect(await secondPc(3, 'user:third').refusal(step('passed'))).toBe(null)
  })

  it('refuses what makes no sense, and says why', async () => {
    expect(await refused(step('evidence', { finding: 'finding:none' }))).toBe('no-such-finding')
    expect(await refused(step('passed'))).toBe('no-evidence-yet')
    expect(await refused(step('evidence', { at: at(20) }))).toEqual(['in-the-future', 'at'])
    expect(await refused(step('evidence', { note: ' ' }))).toEqual(['invalid-input', 'note'])
    expect(await refused(step('evidence', { files: ['attachment:none'] }))).toEqual(['invalid-input', 'files'])
    expect(await refused(find({ dueAt: '2026-03-01T09:00:00+08:00' }))).toEqual(['deadline-past', 'dueAt'])
    expect(await refused(step('withdrawn'), secondPc(2, 'user:chief'))).toBe('not-your-finding')
    await station.done(step('evidence'))
    expect(await refused(step('sent-back', { dueAt: '2026-03-01T09:00:00+08:00' }))).toEqual(['deadline-past', 'dueAt'])
    await station.done(step('passed'))
    expect(await refused(step('evidence'))).toBe('finding-closed')
    const fine = await station.done(find({ verdict: 'in-order', demand: '' }))
    expect(await refused(step('evidence', { finding: fine }))).toBe('nothing-to-rectify')
  })

  it('a rule is dismissed with a reason only', async () => {
    const dismiss = (demand: string) => find({ verdict: 'in-order', demand, rule: 'overdue', evidence: '1 x' })
    expect(await refused(dismiss(''))).toEqual(['reason-needed', 'demand'])
    expect(await station.refusal(dismiss('停电，居民知情'))).toBe(null)
  })
})

describe('findings on providers', () => {
  const on = (provider: string, more = {}): Command => ({
    name: 'record-provider-finding',
    input: { provider, verdict: 'to-rectify', demand: '两天内回话', dueAt: at(6), ...more },
  })

  it('a community makes no demands on an office of government; an upper office does', async () => {
    const { administrative, welfare } = await enterProviders(station)
    expect(await refused(on(administrative))).toEqual(['not-over-government', 'provider'])
    expect(await station.refusal(on(welfare))).toBe(null)
    await upperOffice()
    expect(await station.refusal(on(administrative))).toBe(null)
    expect(await refused(on('provider:none'))).toEqual(['no-such-provider', 'provider'])
  })

  it('are put right and re-checked by the same rules', async () => {
    const { welfare } = await enterProviders(station)
    const of = await station.done(on(welfare))
    const next = (one: 'evidence' | 'passed'): Command => ({
      name: 'rectify-provider-finding',
      input: { finding: of, step: one, note: '已约谈队长' },
    })
    const stands = () => {
      const source = { read: (one: string) => readEntity(station.book, one), ids: (type: string) => entitiesOf(station.book, type) } // prettier-ignore
      return providerFindings(source)[0]!.stands.state
    }
    expect(await refused(next('passed'))).toBe('no-evidence-yet')
    await station.done(next('evidence'))
    expect(stands()).toBe('checking')
    await station.done(next('passed'))
    expect(stands()).toBe('closed')
    expect(await refused(next('evidence'))).toBe('finding-closed')
  })
})

const isUpper = (value: boolean): Promise<string> =>
  station.done({ name: 'change-setting', input: { station: 'station:1', name: 'isUpperOffice', value } })

async function upperOffice(): Promise<void> {
  await station.done(setUp('station:1', '甲'))
  await isUpper(true)
}

describe('督办: received or issued → answered → accepted or sent back', () => {
  const receive = (more: Partial<CommandInput<'receive-supervision'>> = {}): Command => ({
    name: 'receive-supervision',
    input: { case: id, from: '槐荫街道办事处', number: '督〔2026〕7', kind: 'daily', trigger: 'overdue', demand: '三日内修好', dueAt: at(6), ...more }, // prettier-ignore
  })
  const next = (order: string, one: CommandInput<'answer-supervision'>['step'], more = {}): Command => ({
    name: 'answer-supervision',
    input: { case: id, order, step: one, note: '已修好', ...more },
  })
  const stands = (of = station) => supervisionOf(of.file(id))[0]!.stands

  it('a station writes down an order from above, answers it, and notes what came back', async () => {
    const order = await station.done(receive({ at: '2026-02-27T10:00:00+08:00' }))
    expect(supervisionOf(station.file(id))[0]!.order).toMatchObject({ from: '槐荫街道办事处', number: '督〔2026〕7' })
    expect(isLateAnswer(stands(), at(7))).toBe(true)
    await station.done(next(order, 'answered'))
    expect([stands().state, isLateAnswer(stands(), at(7))]).toEqual(['answered', false])
    await station.done(next(order, 'sent-back', { note: '灯还不亮', dueAt: at(9) }))
    expect([stands().state, stands().dueAt]).toEqual(['sent-back', at(9)])
    await station.done(next(order, 'answered'))
    await station.done(next(order, 'accepted', { note: '来电认可' }))
    expect(stands().state).toBe('accepted')
    expect(await refused(next(order, 'answered'))).toBe('order-settled')
  })

  it('挂牌 and 约谈 say when and where, and who was there', async () => {
    const order = await station.done(receive({ kind: 'summons', heldAt: at(5), heldPlace: '街道二楼' }))
    expect(await refused(next(order, 'held'))).toEqual(['reason-needed', 'attendance'])
    await station.done(next(order, 'held', { attendance: '王书记、李站长', place: '街道二楼' }))
    expect(stands().held).toBe(true)
    const daily = await station.done(receive({ number: '' }))
    expect(await refused(next(daily, 'held', { attendance: '王书记' }))).toBe('nothing-held')
  })

  it('what an upper office issued is accepted there, not by whom it was issued to', async () => {
    await upperOffice()
    const order = await station.done({
      name: 'order-supervision',
      input: { case: id, kind: 'daily', trigger: 'overdue', to: '槐树里社区', demand: '三日内修好', dueAt: at(6) },
    })
    expect(await refused(next(order, 'accepted'))).toBe('no-answer-yet')
    await isUpper(false)
    await station.done(next(order, 'answered'))
    expect(await refused(next(order, 'accepted'))).toBe('upper-office-accepts')
    await isUpper(true)
    await station.done(next(order, 'accepted', { note: '属实' }))
    expect(stands().state).toBe('accepted')
  })

  it('refuses an order that nobody knows, and a limit before it came', async () => {
    expect(await refused(next('supervision-order:none', 'answered'))).toBe('no-such-order')
    expect(await refused(receive({ dueAt: '2026-03-01T09:00:00+08:00' }))).toEqual(['not-later', 'dueAt'])
    expect(await refused(receive({ at: at(20) }))).toEqual(['in-the-future', 'at'])
    expect(await refused(receive({ from: '' }))).toEqual(['invalid-input', 'from'])
  })

  it('two PCs that answer and judge at once come to the same in every order; the stricter judgement holds and is shown', async () => {
    const order = await station.done(receive())
    await station.done(next(order, 'answered'))
    await station.done(step('evidence'))
    const [second, third] = [secondPc(2, 'user:chief'), secondPc(3, 'user:third')]
    const common = station.events.length
    await second.done(next(order, 'accepted'))
    await second.done(step('passed'))
    await third.done(next(order, 'sent-back', { dueAt: at(9) }))
    await third.done(step('sent-back', { dueAt: at(9) }))
    await station.done(next(order, 'answered', { note: '又补了照片' }))
    const parts = [station.events.slice(common), second.events, third.events]
    const ends = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [1, 0, 2],
      [2, 0, 1],
      [0, 2, 1],
    ].map((sequence) => {
      const pc = newStation(1)
      pc.take(station.events.slice(0, common))
      for (const one of sequence) pc.take(parts[one]!)
      return { rectified: state(pc), supervised: stands(pc) }
    })
    for (const end of ends) expect(end).toEqual(ends[0])
    expect([ends[0]!.rectified.state, ends[0]!.rectified.disagreed]).toEqual(['sent-back', true])
    // Accepted by one and sent back by the other; what was answered meanwhile is still to be judged.
    expect([ends[0]!.supervised.state, ends[0]!.supervised.disagreed]).toEqual(['answered', true])
  })
})

it('every refusal of supervision is provoked here', () => {
  const ALL: Readonly<Record<SupervisionRefusal, true>> = {
    'no-such-finding': true,
    'nothing-to-rectify': true,
    'finding-closed': true,
    'no-evidence-yet': true,
    'self-check': true,
    'not-your-finding': true,
    'not-over-government': true,
    'no-such-order': true,
    'order-settled': true,
    'no-answer-yet': true,
    'upper-office-accepts': true,
    'nothing-held': true,
  }
  expect(Object.keys(ALL).filter((code) => !seen.has(code))).toEqual([])
})
