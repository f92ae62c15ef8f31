/** 单位评价 (DOMAIN §8): rule scores per period and class, each with the evidence behind it. */
import { describe, expect, it } from 'vitest'
import { RATE_RULES_START } from '#core/figures/rates.ts'
import type { OrderFacts, RoundFacts } from '#core/figures/round-facts.ts'
import { ASPECTS, ENOUGH_ORDERS, scorecards, type Aspect, type Scorecard } from '#core/supervision/scorecard/scorecard.ts' // prettier-ignore

const at = (day: number, hour = 9): string =>
  `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+08:00`
const NOVEMBER = { from: at(1, 0), until: '2026-12-01T00:00:00+08:00' }
const NOW = at(22)

const order = (more: Partial<OrderFacts> = {}): OrderFacts => ({
  id: 'referral:1',
  provider: 'provider:a',
  role: 'lead',
  serviceType: 'market',
  at: at(2),
  dueAt: at(10),
  acceptedAt: at(3),
  doneAt: at(5),
  returned: false,
  returnedAt: null,
  upward: false,
  nobodys: false,
  ...more,
})
type Said = { readonly grade: string; readonly solved: boolean; readonly day?: number }
let number = 0
function round(
  one: OrderFacts | readonly OrderFacts[],
  said: Said | null = null,
  more: Partial<RoundFacts> = {},
): RoundFacts {
  const orders = Array.isArray(one) ? (one as readonly OrderFacts[]) : [one as OrderFacts]
  return {
    case: `case:${++number}`,
    round: 1,
    provider: orders.find(({ role, returned }) => role === 'lead' && !returned)?.provider ?? null,
    orders,
    firstContactAt: at(3),
    closedAt: null,
    revisit: said && {
      id: `revisit:${number}`,
      at: at(said.day ?? 12),
      by: 'user:2',
      contacted: true,
      solved: said.solved,
      scale: 'three-rates',
      grade: said.grade,
      bad: said.grade === 'dissatisfied',
      self: false,
    },
    ties: [],
    ...more,
  } as unknown as RoundFacts
}
const cards = (rounds: readonly RoundFacts[], found?: ReadonlyMap<string, number>): Scorecard[] =>
  scorecards(rounds, NOVEMBER, RATE_RULES_START, NOW, found)
const line = (card: Scorecard | undefined, aspect: Aspect) => card!.lines.find((one) => one.aspect === aspect)!

describe('rule scores: timeliness, return rate, solved, satisfaction, complaints, records complete', () => {
  const good = Array.from({ length: 4 }, () => round(order(), { grade: 'satisfied', solved: true }))
  const late = round(order({ doneAt: at(11) }), { grade: 'basically', solved: true })
  const bad = round(order({ acceptedAt: null }), { grade: 'dissatisfied', solved: false })
  const back = round(order({ returned: true, returnedAt: at(6), doneAt: null }))
  const [card] = cards([...good, late, bad, back])

  it('each aspect is good cases of all, with both lists behind it', () => {
    const told = Object.fromEntries(card!.lines.map(({ aspect, good: some, of }) => [aspect, [some, of]]))
    expect(told).toEqual({
      timeliness: [5, 6],
      returns: [6, 7],
      solved: [5, 6],
      satisfaction: [5, 6],
      complaints: [6, 7],
      records: [5, 6],
    })
    expect(line(card, 'timeliness').otherCases).toEqual([late.case])
    expect(line(card, 'returns').otherCases).toEqual([back.case])
    expect(line(card, 'complaints').otherCases).toEqual([bad.case])
    for (const { good: some, of, goodCases, otherCases } of card!.lines)
      expect([goodCases.length, otherCases.length]).toEqual([some, of - some])
  })

  it('基本满意 counts by its factor; the score is the points of what can be told, by hand', () => {
    // (4 + 0.9) of 6 = 81.7 %
    expect(line(card, 'satisfaction').percent).toBe(81.7)
    // 25 × 83.3 + 15 × 85.7 + 25 × 83.3 + 20 × 81.7 + 5 × 85.7 + 10 × 83.3, each rounded to a tenth
    expect(card!.lines.map(({ points }) => points)).toEqual([20.8, 12.9, 20.8, 16.3, 4.3, 8.3])
    expect(card!.score).toBe(83.4)
    expect(card!.medianHours).toBe(72)
  })

  it('the points of all aspects are 100', () => {
    expect(Object.values(ASPECTS).reduce((sum, one) => sum + one, 0)).toBe(100)
  })
})

describe('per period and class', () => {
  it('an order belongs to the period in which it was done, came back or fell due; what is only on its way counts nowhere', () => {
    const october = round(order({ at: '2026-10-20T09:00:00+08:00', dueAt: '2026-10-28T09:00:00+08:00', doneAt: '2026-10-27T09:00:00+08:00' })) // prettier-ignore
    const running = round(order({ doneAt: null, dueAt: at(28) }))
    const overdue = round(order({ doneAt: null, dueAt: at(20) }))
    const [card] = cards([october, running, overdue])
    expect(card!.orderCases).toEqual([overdue.case])
    expect(line(card, 'timeliness')).toMatchObject({ good: 0, of: 1 })
  })

  it('what came back counts when it came back, not when it was sent out', () => {
    const back = round(order({ at: '2026-10-30T09:00:00+08:00', returned: true, returnedAt: at(2), doneAt: null }))
    expect(cards([back])[0]!.orderCases).toEqual([back.case])
    expect(cards([round(order({ returned: true, returnedAt: '2026-12-01T09:00:00+08:00', doneAt: null }))])).toEqual([])
  })

  it('not taken, or taken back by the station: nobody is late with it', () => {
    expect(cards([round(order({ nobodys: true, acceptedAt: null, doneAt: null }))])).toEqual([])
  })

  it('closed with its case in time, an order is not late for ever because nobody wrote 办完; its record is incomplete', () => {
    const [card] = cards([round(order({ doneAt: null }), null, { closedAt: at(9) })])
    expect(line(card, 'timeliness')).toMatchObject({ good: 1, of: 1 })
    expect(line(card, 'records')).toMatchObject({ good: 0, of: 1 })
  })

  it('one provider in two kinds of service has two cards', () => {
    const both = cards([round(order()), round(order({ serviceType: 'welfare' }))])
    expect(both.map(({ provider, serviceType }) => [provider, serviceType])).toEqual([
      ['provider:a', 'market'],
      ['provider:a', 'welfare'],
    ])
  })

  it('what the resident says is about whoever led, and by the time of the revisit', () => {
    const co = order({ id: 'referral:2', provider: 'provider:b', role: 'co' })
    const shared = cards([round([order(), co], { grade: 'dissatisfied', solved: false })])
    const of = (provider: string) => shared.find((card) => card.provider === provider)
    expect(line(of('provider:a'), 'solved')).toMatchObject({ good: 0, of: 1 })
    expect(line(of('provider:b'), 'solved')).toMatchObject({ of: 0, percent: null, points: null })
    const early = cards([round(order(), { grade: 'satisfied', solved: true, day: 1 })].map((one) => ({ ...one, revisit: { ...one.revisit!, at: '2026-10-30T09:00:00+08:00' } }))) // prettier-ignore
    expect(line(early[0], 'solved').of).toBe(0)
  })
})

describe('no score where none may be', () => {
  it('government: only times and residents’ answers, no score', () => {
    const office = order({ serviceType: 'administrative', provider: 'provider:office' })
    const [card] = cards(Array.from({ length: 8 }, () => round(office, { grade: 'satisfied', solved: true })))
    expect(card!.score).toBe(null)
    expect(card!.lines.every(({ points }) => points === null)).toBe(true)
    expect(card!.rates).toMatchObject({ valid: 8, solution: 100 })
    expect(card!.medianHours).toBe(72)
  })

  it('an office that helps with a welfare matter has no score there either', () => {
    const helping = order({ serviceType: 'welfare', provider: 'provider:office', upward: true })
    const [card] = cards(Array.from({ length: 8 }, () => round(helping, { grade: 'satisfied', solved: true })))
    expect([card!.serviceType, card!.score]).toEqual(['administrative', null])
  })

  it(`fewer than ${ENOUGH_ORDERS} orders say nothing about anybody; one more does`, () => {
    const some = (n: number) => cards(Array.from({ length: n }, () => round(order())))[0]!.score
    expect(some(ENOUGH_ORDERS - 1)).toBe(null)
    expect(some(ENOUGH_ORDERS)).toBe(100)
  })

  it('a finding on a case weighs as a complaint of its provider', () => {
    const one = round(order())
    const [card] = cards([one, round(order())], new Map([[one.case, 1]]))
    expect(line(card, 'complaints').otherCases).toEqual([one.case])
  })
})
