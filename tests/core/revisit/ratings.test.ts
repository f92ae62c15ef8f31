/** DOMAIN §7.4: 差评 → verify → fix within 5 or 15 working days → every named one is revisited → review/appeal. Rater data is secret. */
import { beforeEach, describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { actsOf } from '#core/case-file/case-file.ts'
import { caseSummary } from '#core/case-file/summary.ts'
import { statusOf } from '#core/case-file/status.ts'
import { waitingOf } from '#core/case-file/waiting.ts'
import type { CommandInput } from '#core/commands.ts'
import { ratingStepsNow } from '#core/feedback/record-rating-step.ts'
import { factsOf } from '#core/figures/round-facts.ts'
import { saidWithoutRater, withoutRatings, ratingNumber } from '#core/revisit/hidden-rating.ts'
import { ratingsOf } from '#core/revisit/ratings.ts'
import { supersededRevisits } from '#core/revisit/rounds.ts'
import { caseRows } from '#core/reports/case-rows.ts'
import { resultsOf } from '#core/routing/past-results.ts'
import { enterProviders, INTAKE, newStation, rightInput, type Station } from '../commands/station.ts'

let station: Station
let id: string
const BAD = { scale: 'three-rates', grade: 'dissatisfied' } as const
const GOOD = { scale: 'three-rates', grade: 'satisfied' } as const

async function closed(on: Station = station): Promise<string> {
  const of = await on.done({ name: 'receive-case', input: { ...INTAKE, requestKind: 'complaint' } })
  await on.done({ name: 'record-answer', input: { case: of, way: 'phone', content: '已修好', answeredBy: '' } })
  await on.done({ name: 'close-case', input: { case: of, outcome: 'solved', note: '' } })
  return of
}
const asks = (said: object, on: Station = station, of = id) =>
  on.done({ name: 'record-revisit', input: { case: of, way: 'phone', valid: true, solved: false, words: '灯还是不亮', ...said } as CommandInput<'record-revisit'> }) // prettier-ignore
const input = (revisit: string, step: CommandInput<'record-rating-step'>['step'], more: object = {}) => ({ name: 'record-rating-step', input: { case: id, revisit, step, note: '说明', ...more } }) as const // prettier-ignore
const step = (...of: Parameters<typeof input>) => station.done(input(...of))
const stateOf = (revisit: string) => ratingsOf(station.file(id)).find((one) => one.revisit.id === revisit)?.state
const waits = () => waitingOf(station.file(id))

/** Three more people with accounts. */
async function grow(on: Station): Promise<void> {
  for (const n of [1, 2, 3, 4]) {
    const other = newStation(2, `user:${n}`)
    await other.done({
      name: 'set-up-station',
      input: { id: `station:${n}`, name: '站', code: '110101001001', short: 'S0012', userName: '某人' },
    })
    on.take(other.events)
  }
}

beforeEach(async () => {
  station = newStation()
  id = await closed()
})

describe('a bad revisit opens a workflow by itself', () => {
  it.each([
    ['three-rates', 'dissatisfied', true],
    ['three-rates', 'neutral', false],
    ['good-bad-5', 'dissatisfied', true],
    ['good-bad-5', 'very-dissatisfied', true],
    ['good-bad-5', 'basically', false],
  ])('%s %s', async (scale, grade, isBad) => {
    await asks({ scale, grade })
    expect(ratingsOf(station.file(id)).map(({ state }) => state)).toEqual(isBad ? ['to-verify'] : [])
    expect([waits(), caseSummary(station.file(id)).rating]).toEqual(isBad ? ['verifying', 'open'] : ['nothing', 'none'])
  })

  it('verify → put right within 5 working days → every one is revisited → done', async () => {
    const revisit = await asks(BAD)
    await step(revisit, 'confirmed')
    const [rating] = ratingsOf(station.file(id))
    // From Monday 2 March: five working days on.
    expect([rating!.state, rating!.dueAt]).toEqual(['to-rectify', '2026-03-09T23:59:59+08:00'])
    expect([waits(), caseSummary(station.file(id)).nextAt]).toEqual(['rectifying', '2026-03-09T23:59:59+08:00'])
    await step(revisit, 'rectified')
    expect([stateOf(revisit), waits(), statusOf(station.file(id))]).toEqual(['to-revisit', 'revisit', 'revisited'])
    await asks({ ...GOOD, solved: true })
    expect([stateOf(revisit), waits(), caseSummary(station.file(id)).rating]).toEqual(['put-right', 'nothing', 'done'])
  })

  it('within 15 working days, when the station says so', async () => {
    await station.done({
      name: 'set-up-station',
      input: { id: 'station:s', name: '站', code: '110101001001', short: 'S0012', userName: '甲' },
    })
    await station.done({ name: 'change-setting', input: { station: 'station:s', name: 'ratingLimit', value: '15' } })
    const revisit = await asks(BAD)
    await step(revisit, 'confirmed')
    expect(ratingsOf(station.file(id))[0]!.dueAt).toBe('2026-03-23T23:59:59+08:00')
  })

  it('bad again after the work: a new one is opened, the old one is settled', async () => {
    const first = await asks(BAD)
    await step(first, 'confirmed')
    await step(first, 'rectified')
    const second = await asks({ scale: 'good-bad-5', grade: 'very-dissatisfied' })
    expect([stateOf(first), stateOf(second), waits()]).toEqual(['bad-again', 'to-verify', 'verifying'])
  })

  it('three failed tries after the work end it as not reached, whatever was tried before', async () => {
    const tryAgain = () => station.done({ name: 'record-revisit', input: { case: id, way: 'phone', valid: false, invalidReason: 'no-answer', words: '' } }) // prettier-ignore
    await tryAgain()
    await tryAgain()
    const revisit = await asks(BAD)
    await step(revisit, 'confirmed')
    await step(revisit, 'rectified')
    await tryAgain()
    await tryAgain()
    expect(stateOf(revisit)).toBe('to-revisit')
    await tryAgain()
    expect([stateOf(revisit), waits()]).toEqual(['unreached', 'nothing'])
  })

  it('reopening the case is putting it right, and closing it again is the end of that', async () => {
    const revisit = await asks(BAD)
    await station.done({ name: 'reopen-case', input: { case: id, reason: '灯还是不亮' } })
    expect(stateOf(revisit)).toBe('to-rectify')
    await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '换了灯', answeredBy: '' } })
    await station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
    expect([stateOf(revisit), waits()]).toEqual(['to-revisit', 'revisit'])
    expect(actsOf(station.file(id).acts, 'closing').at(-1)).toMatchObject({ revisitPlan: 'always' })
  })

  it('taken back, the revisit opens nothing', async () => {
    const revisit = await asks(BAD)
    await station.done({ name: 'withdraw-act', input: { case: id, act: revisit } })
    expect([ratingsOf(station.file(id)), waits()]).toEqual([[], 'revisit'])
  })
})

describe('review and appeal', () => {
  it('upheld: that revisit is superseded and no longer counts in rates', async () => {
    const revisit = await asks(BAD)
    expect(factsOf(station.file(id))[0]!.revisit).toMatchObject({ id: revisit, bad: true })
    await step(revisit, 'appealed')
    expect([stateOf(revisit), waits()]).toEqual(['under-appeal', 'appeal'])
    await step(revisit, 'upheld')
    expect([...supersededRevisits(station.file(id))]).toEqual([revisit])
    expect([stateOf(revisit), factsOf(station.file(id))[0]!.revisit]).toEqual(['superseded', null])
    expect(waits()).toBe('nothing')
  })

  it('refused: it goes on where it stood, and there is no second appeal', async () => {
    const revisit = await asks(BAD)
    await step(revisit, 'appealed')
    await step(revisit, 'refused')
    expect(stateOf(revisit)).toBe('to-verify')
    expect(await station.refusal(input(revisit, 'appealed'))).toBe('rating-step-not-now')
    expect(factsOf(station.file(id))[0]!.revisit).toMatchObject({ bad: true })
  })

  it('not a bad rating of ours ends the work, not the rating: that takes an appeal', async () => {
    const revisit = await asks(BAD)
    expect(await station.refusal(input(revisit, 'not-ours'))).toEqual(['reason-needed', 'reasonCode'])
    await step(revisit, 'not-ours', { reasonCode: 'about-others' })
    expect([stateOf(revisit), waits()]).toEqual(['not-ours', 'nothing'])
    expect(factsOf(station.file(id))[0]!.revisit).toMatchObject({ bad: true })
  })
})

describe('what is refused', () => {
  it('no-such-rating: no bad one, or taken back', async () => {
    const fine = await asks(GOOD)
    expect(await station.refusal(input(fine, 'confirmed'))).toBe('no-such-rating')
    expect(await station.refusal(input('revisit:none', 'confirmed'))).toBe('no-such-rating')
  })

  it('rating-step-not-now: a step that does not follow; and nothing is put right without saying what', async () => {
    const revisit = await asks(BAD)
    expect(await station.refusal(input(revisit, 'rectified'))).toBe('rating-step-not-now')
    expect(await station.refusal(input(revisit, 'upheld'))).toBe('rating-step-not-now')
    await step(revisit, 'confirmed')
    expect(await station.refusal(input(revisit, 'confirmed'))).toBe('rating-step-not-now')
    expect(await station.refusal(input(revisit, 'rectified', { note: ' ' }))).toEqual(['reason-needed', 'note'])
  })

  it('own-rating: whoever was rated neither verifies nor rules; in a station of three accounts or fewer it is marked', async () => {
    const revisit = await asks(BAD)
    await step(revisit, 'confirmed')
    expect(actsOf(station.file(id).acts, 'rating-step')[0]).toMatchObject({ step: 'confirmed', self: true })
    const big = newStation()
    const of = await closed(big)
    await grow(big)
    const said = { case: of, way: 'phone', valid: true, solved: false, words: '', ...BAD } as const
    expect(await big.refusal({ name: 'record-revisit', input: said })).toBe('self-revisit')
    const own = await big.done({ name: 'record-revisit', input: { ...said, overrideReason: '同事都在下乡' } })
    expect(actsOf(big.file(of).acts, 'revisit')[0]).toMatchObject({ selfRevisit: true, overrideReason: '同事都在下乡' })
    const about = (name: CommandInput<'record-rating-step'>['step']) => ({ name: 'record-rating-step', input: { case: of, revisit: own, step: name, note: '说明' } }) as const // prettier-ignore
    expect(await big.refusal(about('confirmed'))).toBe('own-rating')
    const colleague = newStation(2, 'user:other')
    colleague.take(big.events)
    await colleague.done(about('confirmed'))
    big.take(colleague.events)
    // Putting it right is theirs to do.
    await big.done(about('rectified'))
    expect(ratingsOf(big.file(of))[0]!.state).toBe('to-revisit')
  })

  it('offers exactly the steps that are accepted, wherever a bad rating stands', async () => {
    const all = ['confirmed', 'not-ours', 'rectified', 'appealed', 'upheld', 'refused'] as const
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...all), { maxLength: 5 }), async (walk) => {
        station = newStation()
        id = await closed()
        const revisit = await asks(BAD)
        for (const name of walk) {
          const offered = ratingStepsNow(ratingsOf(station.file(id))[0]!)
          const refusal = await station.refusal(input(revisit, name, { reasonCode: 'malicious' }))
          expect(refusal).toBe(offered.includes(name) ? null : 'rating-step-not-now')
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the rater is hidden from the rated', () => {
  it('sees that it was revisited, never how; others see all of it; a small station hides nothing', async () => {
    const revisit = await asks({ ...BAD, contacted: false })
    await step(revisit, 'confirmed')
    const hidden = withoutRatings(station.file(id), 'user:clerk', 4)
    const [act] = actsOf(hidden.acts, 'revisit')
    expect([act!.valid, act!.grade, act!.solved, act!.contacted, act!.words]).toEqual([true, undefined, undefined, undefined, '']) // prettier-ignore
    expect(actsOf(hidden.acts, 'rating-step')).toEqual([])
    expect(JSON.stringify(hidden)).not.toContain('灯还是不亮')
    for (const [viewer, accounts] of [
      ['user:other', 4],
      ['user:clerk', 3],
    ] as const)
      expect(withoutRatings(station.file(id), viewer, accounts)).toEqual(station.file(id))
  })

  it('a finding about three bad ratings stands on one of the cases, and is not seen there by the rated', async () => {
    await asks({ ...BAD, contacted: false })
    await station.done({ name: 'record-finding', input: { case: id, verdict: 'to-rectify', demand: '一月内 3 次差评', rule: 'bad-ratings', evidence: 'user:clerk 2026-03' } }) // prettier-ignore
    const of = (viewer: string) => actsOf(withoutRatings(station.file(id), viewer, 4).acts, 'finding').length
    expect([of('user:clerk'), of('user:other')]).toEqual([0, 1])
  })

  it('what was said leaves out names and numbers; its own number leads nobody to the case', () => {
    const said = saidWithoutRater(station.file(id), '我张一甲说过打10000000001，没人来，找138 1234 2764也行')
    expect(said).toBe(
      '我张**说过打100****0001，没人来，找138****2764也行'.replace(
        '138****2764',
        said.slice(said.indexOf('找') + 1, said.indexOf('也')),
      ),
    )
    expect(said).not.toMatch(/张一甲|10000000001|138 1234 2764/)
    expect(ratingNumber('revisit:0190a2b3-3f9a21')).toBe('CP-3F9A21')
  })
})

describe('two PCs that revisit the same case at once', () => {
  it('both are kept, one counts, the tie is listed, in whatever order they meet', async () => {
    const [a, b] = [newStation(1, 'user:a'), newStation(2, 'user:b')]
    const of = await closed(a)
    b.take(a.events)
    await asks({ ...GOOD, solved: true }, a, of)
    await asks(BAD, b, of)
    const [fromA, fromB] = [[...a.events], [...b.events]]
    a.take(fromB)
    b.take(fromA)
    const facts = [a, b].map((pc) => factsOf(pc.file(of))[0]!)
    expect(facts[0]).toEqual(facts[1])
    expect(facts[0]!.ties).toHaveLength(2)
    expect(actsOf(a.file(of).acts, 'revisit')).toHaveLength(2)
    // The bad one is verified, whichever of them counts.
    expect(ratingsOf(a.file(of)).map(({ state }) => state)).toEqual(['to-verify'])
    // A third one that saw both settles it.
    a.wait(1)
    await asks({ ...GOOD, solved: true }, a, of)
    expect(factsOf(a.file(of))[0]!.ties).toEqual([])
  })
})

it('an objection that was upheld: no rate, no list that leaves the station and no provider’s record counts the revisit; taken back, all do', async () => {
  const { welfare } = await enterProviders(station)
  const of = await station.done({ name: 'receive-case', input: INTAKE })
  await station.done({ name: 'classify', input: { case: of, serviceType: 'welfare', category: '', reason: '' } })
  const order = await station.done(rightInput('dispatch', station.file(of), { welfare }))
  for (const said of ['accepted', 'done'] as const)
    await station.done({ name: 'record-referral-step', input: { case: of, referral: order, step: said, note: '' } })
  await station.done({ name: 'record-answer', input: { case: of, way: 'phone', content: '已修好', answeredBy: '' } })
  await station.done({ name: 'close-case', input: { case: of, outcome: 'solved', note: '' } })
  const revisit = await asks(BAD, station, of)
  const rated = (what: 'appealed' | 'upheld') =>
    station.done({ name: 'record-rating-step', input: { case: of, revisit, step: what, note: '说明' } })
  const told = () => {
    const file = station.file(of)
    const names = { provider: () => '', user: () => '', category: () => '' }
    const [row] = caseRows([file], 'zh-CN', names, ['solved', 'grade']).rows
    return [factsOf(file)[0]!.revisit?.grade ?? null, resultsOf(file)[0]![1].asked, row]
  }
  expect(told()).toEqual(['dissatisfied', 1, ['否', '不满意']])
  await rated('appealed')
  const upheld = await rated('upheld')
  expect(told()).toEqual([null, 0, [null, null]])
  await station.done({ name: 'withdraw-act', input: { case: of, act: upheld } })
  expect(told()).toEqual(['dissatisfied', 1, ['否', '不满意']])
})
