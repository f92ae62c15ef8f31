/** 三率 and score (DOMAIN §7.3). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBad } from '#core/figures/bad-rating.ts'
import { ratesFrom, rateText, RATE_RULES_START, rulesProblem, share, type RateCounts } from '#core/figures/rates.ts'
import { rateRulesOf, readRules, weightsText } from '#core/figures/settings.ts'

const HAND_MADE: RateCounts = { valid: 20, contacted: 19, solved: 15, satisfied: 10, basically: 6 }

describe('三率 over valid revisits only, score with one decimal', () => {
  it('the hand-made set: 20 valid, 19 contacted, 15 solved, 10 满意, 6 基本满意 → 95.0 %, 75.0 %, 77.0 %, 77.8', () => {
    const rates = ratesFrom(HAND_MADE, RATE_RULES_START)
    expect([rates.response, rates.solution, rates.satisfaction, rates.score]).toEqual([95, 75, 77, 77.8])
    expect([rates.response, rates.solution, rates.satisfaction].map((rate) => rateText(rate, '%'))).toEqual([
      '95.0%',
      '75.0%',
      '77.0%',
    ])
    expect(rateText(rates.score, '')).toBe('77.8')
  })

  it('no valid revisit → "—"', () => {
    const rates = ratesFrom({ valid: 0, contacted: 0, solved: 0, satisfied: 0, basically: 0 }, RATE_RULES_START)
    expect([rates.response, rates.solution, rates.satisfaction, rates.score]).toEqual([null, null, null, null])
    expect(rateText(rates.score, '')).toBe('—')
  })

  it('half rounds up on the true decimal: 1/8 = 12.5, 1/16 = 6.25 → 6.3, 77.85 → 77.9', () => {
    expect(share(1, 8)).toBe(12.5)
    expect(share(1, 16)).toBe(6.3)
    expect(share(1557, 2000)).toBe(77.9)
    expect(share(1, 3)).toBe(33.3)
    expect(share(2, 3)).toBe(66.7)
    expect(share(0, 0)).toBe(null)
  })

  it('every rate is the exact fraction, rounded once: never off by a floating hair', () => {
    const count = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), count, count, count, count, (valid, a, b, c, d) => {
        const contacted = a % (valid + 1)
        const solved = b % (valid + 1)
        const satisfied = c % (valid + 1)
        const basically = d % (valid - satisfied + 1)
        const { score, satisfaction } = ratesFrom({ valid, contacted, solved, satisfied, basically }, RATE_RULES_START)
        // Score × 10 = (100·contacted + 400·满意 + 360·基本满意 + 500·solved) / valid, in whole numbers.
        const over = 100 * contacted + 400 * satisfied + 360 * basically + 500 * solved
        expect(score).toBe(Math.floor((2 * over + valid) / (2 * valid)) / 10)
        const pleased = 1000 * satisfied + 900 * basically
        expect(satisfaction).toBe(Math.floor((2 * pleased + valid) / (2 * valid)) / 10)
      }),
    )
  })
})

describe('weights and factor are settings', () => {
  it('weights that do not add up to exactly 1 are refused, 0.1 + 0.2 + 0.7 is 1', () => {
    expect(rulesProblem({ response: 0.1, satisfaction: 0.4, solution: 0.4, basically: 0.9 })).toBe('weights-not-one')
    expect(rulesProblem({ response: 0.1, satisfaction: 0.2, solution: 0.7, basically: 0.9 })).toBe(null)
    expect(rulesProblem({ response: 0.3333, satisfaction: 0.3333, solution: 0.3334, basically: 1 })).toBe(null)
    expect(rulesProblem({ response: 0.33333, satisfaction: 0.33333, solution: 0.33334, basically: 1 })).toBe(
      'weight-impossible',
    )
    expect(rulesProblem({ response: -0.1, satisfaction: 0.6, solution: 0.5, basically: 0.9 })).toBe('weight-impossible')
    expect(rulesProblem({ ...RATE_RULES_START, basically: 1.1 })).toBe('factor-impossible')
  })

  it('they are stored together, and whatever does not fit counts as not chosen', () => {
    const rules = { response: 0.2, satisfaction: 0.3, solution: 0.5, basically: 0.8 }
    expect(readRules(weightsText(rules), '0.8')).toEqual(rules)
    expect(readRules('0.1/0.4', '0.9')).toBe(null)
    expect(readRules('0.1/0.4/0.5', 'x')).toBe(null)
    expect(rateRulesOf({ rateWeights: '1/1/1', rateBasically: '0.9' })).toEqual(RATE_RULES_START)
  })
})

it('差评: of 三率 the last grade, of 好差评 the last two; of an unknown scale none', () => {
  expect(isBad('three-rates', 'dissatisfied')).toBe(true)
  expect(isBad('three-rates', 'neutral')).toBe(false)
  expect(isBad('good-bad-5', 'dissatisfied')).toBe(true)
  expect(isBad('good-bad-5', 'very-dissatisfied')).toBe(true)
  expect(isBad('good-bad-5', 'basically')).toBe(false)
  expect(isBad('stars', 'dissatisfied')).toBe(false)
  expect(isBad('constructor', 'length')).toBe(false)
})
