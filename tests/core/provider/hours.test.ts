/** Hours: what people write is understood, what cannot be is refused, and it is open when the sign on the door says so. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hoursProblem, type Hours } from '#core/provider/hours.ts'
import { hoursWords, parseHours } from '#core/provider/hours-words.ts'
import { isOpen, opensNext } from '#core/provider/open-hours.ts'
import { someHours } from './some-directory.ts'

const hours = (words: string): Hours => {
  const read = parseHours(words)
  if (!read.ok || !read.value) throw new Error(`not understood: ${words}`)
  return read.value
}
const at = (day: string, time: string): string => `${day}T${time}:00+08:00`

describe('hours in words', () => {
  it.each([
    ['周一至周五 9:00-12:00、13:00-17:30；周六 9:00-12:00', 11],
    ['工作日 9:00-17:30', 5],
    ['每天 8:00–20:00', 7],
    ['8:00-20:00', 7],
    ['全天值班', 7],
    ['周二、周四 9-11', 2],
    ['周六至周一 9:00-10:00', 3],
    ['Mon-Fri 9:00-17:00; Sat 9:00-12:00', 6],
    ['周五 22:00-次日6:00', 1],
    ['星期一至三 9：00－17：00', 3],
  ])('%s', (words, spans) => expect(hours(words).weekly).toHaveLength(spans))

  it.each([
    ['周一 17:00-9:00', 'closes-before-opens'],
    ['周一 9:00-12:00、11:00-13:00', 'hours-overlap'],
    ['周日 22:00-次日6:00；周一 5:00-8:00', 'hours-overlap'],
    ['周一 9:00-25:00', 'time-impossible'],
    ['2026-02-30 休息', 'day-impossible'],
    ['2026-10-07至2026-10-01 休息', 'day-impossible'],
    ['看情况', 'hours-not-understood'],
    ['周末', 'hours-not-understood'],
  ])('%s is refused: %s', (words, code) => {
    const read = parseHours(words)
    expect(read.ok ? 'understood' : read.error.code).toBe(code)
  })

  it('nothing written is not known, and no mistake', () => expect(parseHours(' ')).toEqual({ ok: true, value: null }))

  it('what is written in either language is read back as the same hours', () => {
    fc.assert(
      fc.property(someHours, fc.constantFrom('zh-CN', 'en'), (made, language) => {
        expect(hoursProblem(made)).toBeNull()
        expect(parseHours(hoursWords(made, language as 'en'))).toEqual({ ok: true, value: made })
      }),
      { numRuns: 300 },
    )
  })
})

describe('open now', () => {
  const office = hours(
    '周一至周五 9:00-12:00、13:00-17:30；法定节假日休息；2026-03-04 休息（学习）；2026-03-07 10:00-11:00',
  )
  it.each([
    ['2026-03-02', '08:59', false], // a Monday
    ['2026-03-02', '09:00', true],
    ['2026-03-02', '12:00', false],
    ['2026-03-04', '10:00', false], // closed on that date
    ['2026-03-07', '10:30', true], // an open Saturday
    ['2026-02-17', '10:00', false], // Spring Festival
    ['2026-02-28', '10:00', true], // a make-up Saturday works like a Monday
    ['2026-03-01', '10:00', false],
  ])('an office on %s at %s: %s', (day, time, open) => expect(isOpen(office, at(day, time))).toBe(open))

  it('a night shop is open after midnight, on Monday morning too', () => {
    const night = hours('周日 22:00-次日6:00')
    expect(isOpen(night, at('2026-03-02', '05:59'))).toBe(true)
    expect(isOpen(night, at('2026-03-02', '06:00'))).toBe(false)
    expect(isOpen(night, at('2026-03-03', '05:00'))).toBe(false)
  })

  it('without hours nobody knows', () => {
    expect(isOpen(null, at('2026-03-02', '10:00'))).toBeNull()
    expect(opensNext(null, at('2026-03-02', '10:00'))).toBeNull()
  })

  it('opens next: later today, tomorrow, after the holiday', () => {
    expect(opensNext(office, at('2026-03-02', '12:30'))).toEqual({ day: '2026-03-02', time: '13:00' })
    expect(opensNext(office, at('2026-02-13', '18:00'))).toEqual({ day: '2026-02-14', time: '09:00' }) // make-up day
    expect(opensNext(office, at('2026-02-14', '18:00'))).toEqual({ day: '2026-02-24', time: '09:00' })
  })
})
