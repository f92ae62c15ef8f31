import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayNumber, dayOf, dayOfNumber, epochOf, isDay, momentOf, weekday } from '#core/lib/time.ts'

/** Year 1 to 9999. */
const epoch = fc.integer({ min: -62_100_000_000, max: 253_300_000_000 }).map((seconds) => seconds * 1000)

describe('time is China time, whatever the PC says', () => {
  it('writes a moment as the calendar of the platform does, eight hours on', () => {
    fc.assert(
      fc.property(epoch, (ms) => {
        expect(momentOf(ms)).toBe(new Date(ms + 8 * 3_600_000).toISOString().replace('.000Z', '+08:00'))
      }),
    )
  })

  it('comes back from text', () => {
    fc.assert(fc.property(epoch, (ms) => void expect(epochOf(momentOf(ms))).toBe(ms)))
  })

  it('does not depend on the zone of the process', () => {
    expect(momentOf(0)).toBe('1970-01-01T08:00:00+08:00')
    expect(momentOf(Date.UTC(2026, 1, 28, 16, 0, 0))).toBe('2026-03-01T00:00:00+08:00')
  })

  it('sorts as text', () => {
    fc.assert(
      fc.property(
        epoch,
        epoch,
        (a, b) =>
          void expect(Math.sign(a - b)).toBe(momentOf(a) < momentOf(b) ? -1 : momentOf(a) > momentOf(b) ? 1 : 0),
      ),
    )
  })
})

describe('days', () => {
  it('count on over months and leap years', () => {
    expect([
      addDays('2024-02-28', 1),
      addDays('2024-02-29', 1),
      addDays('2100-02-28', 1),
      addDays('2026-01-01', -1),
    ]).toEqual(['2024-02-29', '2024-03-01', '2100-03-01', '2025-12-31'])
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (n) => void expect(dayNumber(dayOfNumber(n))).toBe(n)),
    )
  })

  it('know their weekday', () => {
    fc.assert(
      fc.property(
        epoch,
        (ms) => void expect(weekday(dayOf(momentOf(ms)))).toBe(new Date(ms + 8 * 3_600_000).getUTCDay()),
      ),
    )
  })

  it('exist or do not', () => {
    expect(['2024-02-29', '2026-02-28', '2026-12-31'].every(isDay)).toBe(true)
    expect(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '', '2026-02-28T'].some(isDay)).toBe(
      false,
    )
  })
})
