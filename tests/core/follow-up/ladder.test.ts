/** DOMAIN §5.8: due soon → overdue → 催办 (next day) → 督办 (5 working days after one 催办), computed from dates. */
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { LADDER, ladderOf } from '#core/follow-up/ladder.ts'
import { caseSummary } from '#core/case-file/summary.ts'
import { addDays, atTime, epochOf, momentOf } from '#core/lib/time.ts'
import { INTAKE, newStation, NOW, type Station } from '../commands/station.ts'

let station: Station
let id: string
const DAY = 24

beforeEach(async () => {
  station = newStation()
  // Monday 2 March 09:00: 7 natural days, to the end of Monday the 9th.
  id = await station.done({ name: 'receive-case', input: INTAKE })
})
const at = (moment: string) => ladderOf(station.file(id), `${moment}+08:00`)
const urge = (kind: 'urge' | 'request' | 'ask-supervision' = 'urge') =>
  station.done({ name: 'urge-case', input: { case: id, kind, to: '物业', way: 'phone', note: '' } })

describe('the ladder', () => {
  it('due soon from the last working day before, overdue from the second after, 催办 the day after', () => {
    expect(at('2026-03-05T23:59:59')).toBe('none')
    // Friday: the weekend before Monday is no time to do it in.
    expect(at('2026-03-06T00:00:00')).toBe('due-soon')
    expect(at('2026-03-09T23:59:59')).toBe('due-soon')
    expect(at('2026-03-10T00:00:00')).toBe('urge')
    expect(at('2027-03-10T00:00:00')).toBe('urge')
  })

  it('a limit in hours is overdue the same day, and urged the next', async () => {
    id = await station.done({ name: 'receive-case', input: { ...INTAKE, urgency: 'danger' } })
    expect(at('2026-03-02T11:00:00')).toBe('due-soon')
    expect(at('2026-03-02T11:00:01')).toBe('overdue')
    expect(at('2026-03-03T00:00:00')).toBe('urge')
  })

  it('督办 when 5 working days after one 催办 are over', async () => {
    station.wait(8 * DAY)
    await urge()
    expect(at('2026-03-10T09:00:00')).toBe('overdue')
    expect(at('2026-03-17T23:59:59')).toBe('overdue')
    expect(at('2026-03-18T00:00:00')).toBe('supervise')
    station.wait(9 * DAY)
    // A second 催办 starts no new wait.
    await urge()
    expect(at('2026-03-19T10:00:00')).toBe('supervise')
    await urge('ask-supervision')
    expect(at('2026-03-19T10:00:00')).toBe('overdue')
  })

  it('an order of an upper office ends it as well', async () => {
    await station.done({ name: 'set-up-station', input: { id: 'station:1', code: '110101001001', short: 'S0012', name: '街道', userName: '甲' } }) // prettier-ignore
    await station.done({ name: 'change-setting', input: { station: 'station:1', name: 'isUpperOffice', value: true } })
    station.wait(8 * DAY)
    await urge()
    station.wait(9 * DAY)
    await station.done({ name: 'order-supervision', input: { case: id, kind: 'listed', trigger: 'overdue', to: '物业', demand: '三日内办结', dueAt: '2026-03-24T23:59:59+08:00' } }) // prettier-ignore
    expect(at('2026-03-19T10:00:00')).toBe('overdue')
  })

  it('an extension starts it anew; 催办 before the deadline does not count', async () => {
    await urge()
    station.wait(8 * DAY)
    expect(at('2026-03-10T09:00:00')).toBe('urge')
    await station.done({ name: 'extend-case', input: { case: id, dueAt: '2026-03-20T23:59:59+08:00', reason: '等', approver: '甲', toldAt: NOW, toldWay: 'phone' } }) // prettier-ignore
    expect(at('2026-03-10T09:00:00')).toBe('none')
    expect(at('2026-03-21T00:00:00')).toBe('urge')
  })

  it('nothing while the clock stands still; nobody is urged for what is answered', async () => {
    await station.done({ name: 'pause-case', input: { case: id, reason: 'resident', until: '2026-04-01T09:00:00+08:00', note: '' } }) // prettier-ignore
    expect(at('2026-05-01T09:00:00')).toBe('none')
    await station.done({ name: 'resume-case', input: { case: id, note: '' } })
    await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修', answeredBy: '' } })
    expect(at('2026-05-01T09:00:00')).toBe('overdue')
    await station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
    expect(at('2026-05-01T09:00:00')).toBe('none')
  })
})

it('time alone only ever goes up the ladder, and the columns say the same as the rule', () => {
  const file = () => station.file(id)
  fc.assert(
    fc.property(fc.nat(60 * DAY), fc.nat(10 * DAY), (hours, more) => {
      const [sooner, later] = [hours, hours + more].map((n) => momentOf(epochOf(NOW) + n * 3_600_000))
      expect(LADDER.indexOf(ladderOf(file(), later!))).toBeGreaterThanOrEqual(LADDER.indexOf(ladderOf(file(), sooner!)))
      const { urgeAt } = caseSummary(file())
      expect(ladderOf(file(), later!) === 'urge').toBe(later! >= urgeAt!)
    }),
  )
  expect(caseSummary(file()).urgeAt).toBe(atTime(addDays('2026-03-09', 1), '00:00:00'))
})
