/** Periods of reports, in China time (DOMAIN §7.3: e.g. 19th of last month 12:00 to 19th 12:00). */
import { describe, expect, it } from 'vitest'
import { cutPeriodOf, isCut, isIn, monthOf, periodNamed, periodProblem, typedEnd } from '#core/figures/period.ts'

const at = (text: string): string => `${text.replace(' ', 'T')}:00+08:00`
const named = (...of: Parameters<typeof periodNamed>): string => {
  const { from, until } = periodNamed(...of)
  return `${from.slice(0, 16)} ${until.slice(0, 16)}`
}

describe('named periods move on with the clock', () => {
  const now = at('2026-03-05 09:00')
  it('month, quarter, year, and the ones before', () => {
    expect(named('this-month', now)).toBe('2026-03-01T00:00 2026-04-01T00:00')
    expect(named('last-month', now)).toBe('2026-02-01T00:00 2026-03-01T00:00')
    expect(named('this-quarter', now)).toBe('2026-01-01T00:00 2026-04-01T00:00')
    expect(named('last-quarter', now)).toBe('2025-10-01T00:00 2026-01-01T00:00')
    expect(named('this-year', now)).toBe('2026-01-01T00:00 2027-01-01T00:00')
    expect(named('last-year', now)).toBe('2025-01-01T00:00 2026-01-01T00:00')
    expect(named('last-month', at('2026-01-31 23:59'))).toBe('2025-12-01T00:00 2026-01-01T00:00')
  })

  it('from 19th 12:00 to 19th 12:00: the second before the cut is the old period, the cut itself the new one', () => {
    expect(named('this-cut', at('2026-03-05 09:00'))).toBe('2026-02-19T12:00 2026-03-19T12:00')
    expect(named('this-cut', '2026-03-19T11:59:59+08:00')).toBe('2026-02-19T12:00 2026-03-19T12:00')
    expect(named('this-cut', '2026-03-19T12:00:00+08:00')).toBe('2026-03-19T12:00 2026-04-19T12:00')
    expect(named('last-cut', at('2026-01-05 09:00'))).toBe('2025-11-19T12:00 2025-12-19T12:00')
    expect(named('this-cut', at('2026-01-19 12:00'), '26 00:00')).toBe('2025-12-26T00:00 2026-01-26T00:00')
  })

  it('follow one another without a gap or an overlap', () => {
    let period = cutPeriodOf(at('2024-01-01 00:00'), '19 12:00')
    for (let i = 0; i < 40; i++) {
      const next = cutPeriodOf(period.until, '19 12:00')
      expect(next.from).toBe(period.until)
      expect(cutPeriodOf(next.from, '19 12:00', 1)).toEqual(period)
      period = next
    }
  })
})

it('from is included, until is not', () => {
  const period = monthOf('2026-03-05')
  expect(isIn(period.from, period)).toBe(true)
  expect(isIn('2026-03-31T23:59:59+08:00', period)).toBe(true)
  expect(isIn(period.until, period)).toBe(false)
  expect(isIn(null, period)).toBe(false)
})

it('a period that ends before it starts is refused, and so is a day that does not exist', () => {
  expect(periodProblem({ from: at('2026-03-01 00:00'), until: at('2026-02-01 00:00') })).toBe('period-backwards')
  expect(periodProblem({ from: at('2026-03-01 00:00'), until: at('2026-03-01 00:00') })).toBe('period-backwards')
  expect(periodProblem({ from: '2026-02-31T00:00:00+08:00', until: at('2026-04-01 00:00') })).toBe('no-such-moment')
  expect(periodProblem(monthOf('2026-02-03'))).toBe(null)
})

it('typed ends: a last day is there to its end, a time is taken as it stands', () => {
  expect(typedEnd('2026-11-01', 'from')).toBe('2026-11-01T00:00:00+08:00')
  expect(typedEnd('2026-11-30', 'until')).toBe('2026-12-01T00:00:00+08:00')
  expect(typedEnd('2026-11-19 12:00', 'until')).toBe('2026-11-19T12:00:00+08:00')
  expect(typedEnd('2026-11-31', 'until')).toBe(null)
  expect(typedEnd('2026-11-19 25:00', 'until')).toBe(null)
})

it('a cut lies on a day that every month has', () => {
  expect(['1 00:00', '19 12:00', '28 23:59'].every(isCut)).toBe(true)
  expect(['29 12:00', '0 12:00', '19', '19 24:00', ''].some(isCut)).toBe(false)
})
