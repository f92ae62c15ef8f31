/** A calendar year out of a file: each fault is a clear message with its line, and nothing is saved by half. */
import { describe, expect, it } from 'vitest'
import { utf8 } from '#core/lib/bytes.ts'
import { isWorkingDay } from '#core/lib/calendar.ts'
import { limitRules } from '#core/limits/limit-rules.ts'
import { missingFixedDays, YEAR_CODES } from '#core/limits/check-year.ts'
import type { Command, CommandInput } from '#core/commands.ts'
import { calendarFile } from '#core/settings/calendar-file.ts'
import { readingOf } from '#core/book/reading.ts'
import { writeXlsx } from '#core/sheet/write-sheet.ts'
import { newStation } from '../commands/station.ts'
import { realBytes } from '../../real-data.ts'

const csv = (...lines: string[]) => calendarFile(utf8(`日期,类型\r\n${lines.join('\r\n')}\r\n`), '2027.csv')
const json = (days: readonly (readonly [string, boolean])[], year = 2027) =>
  calendarFile(
    utf8(JSON.stringify({ year, papers: [], days: days.map(([date, isOffDay]) => ({ name: '元旦', date, isOffDay })) }, null, 2)), // prettier-ignore
    'a.json',
  )
const WHOLE = ['2027-01-01,休', '2027-05-01,休', '2027-10-01,休', '2027-10-02,休', '2027-10-03,休', '2027-09-26,班']

describe('what it reads', () => {
  it('a table, with dates and kinds as people write them', () => {
    const read = csv('2027/1/1,放假', '2027年10月1日,节假日', '20271002,off', '2027-09-26,补班')
    expect(read).toEqual({
      ok: true,
      value: { year: 2027, off: ['2027-01-01', '2027-10-01', '2027-10-02'], work: ['2027-09-26'] },
    })
    if (read.ok) expect(missingFixedDays(read.value)).toEqual(['2027-05-01', '2027-10-03'])
  })

  it('GB18030, a byte order mark, other columns and rows without a day', () => {
    const gb = Uint8Array.from([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xc0, 0xe0, 0xd0, 0xcd, 0x0a, ...utf8('2027-01-01,'), 0xd0, 0xdd, 0x0a]) // prettier-ignore
    expect(calendarFile(gb, 'x.csv')).toEqual({ ok: true, value: { year: 2027, off: ['2027-01-01'], work: [] } })
    const wide = calendarFile(utf8('\uFEFF节日,日期,类型\n元旦,2027-01-01,休\n共一天,,\n'), 'x.csv')
    expect(wide).toEqual({ ok: true, value: { year: 2027, off: ['2027-01-01'], work: [] } })
  })

  it('an .xlsx with real date cells', () => {
    const columns = [
      { title: '日期', kind: 'date' },
      { title: '类型', kind: 'text' },
    ] as const
    const rows = [
      [{ date: '2027-01-01T00:00:00' }, '休'],
      [{ date: '2027-01-03T00:00:00' }, '班'],
    ]
    const bytes = writeXlsx([{ name: '2027', columns, rows }])
    expect(calendarFile(bytes, '2027.xlsx')).toEqual({
      ok: true,
      value: { year: 2027, off: ['2027-01-01'], work: ['2027-01-03'] },
    })
  })

  it('the published JSON; days of the December before belong to the notice', () => {
    expect(
      json([
        ['2026-12-31', true],
        ['2027-01-01', true],
        ['2027-01-03', false],
      ]),
    ).toEqual({
      // prettier-ignore
      ok: true,
      value: { year: 2027, off: ['2026-12-31', '2027-01-01'], work: ['2027-01-03'] },
    })
  })

  it('every published year that is at hand', (context) => {
    for (const year of [2024, 2025, 2026]) {
      const read = calendarFile(realBytes(context, `holidays/${year}.json`), `${year}.json`)
      expect([year, read.ok && missingFixedDays(read.value)]).toEqual([year, []])
    }
    const next = calendarFile(realBytes(context, 'holidays/2027.json'), '2027.json')
    expect(next).toMatchObject({ ok: false, error: { code: 'calendar-empty' } })
  })
})

describe('what it refuses', () => {
  const seen = new Set<string>()
  it.each([
    ['a duplicate day', () => csv('2027-01-01,休', '2027-05-01,休', '2027/1/1,休'), 'calendar-twice', 4, '2027-01-01'],
    ['the same day off and on', () => csv('2027-01-02,休', '2027-01-02,班'), 'calendar-twice', 3, '2027-01-02'],
    ['a day of another year', () => csv('2027-01-01,休', '2028-05-01,休', '2027-10-01,休'), 'calendar-other-year', 3, '2028-05-01'], // prettier-ignore
    ['an impossible date', () => csv('2027-01-01,休', '2027-02-29,休'), 'calendar-no-such-day', 3, '2027-02-29'],
    ['a work day that already is one', () => csv('2027-01-01,休', '2027-01-04,班'), 'calendar-works-already', 3, '2027-01-04'], // prettier-ignore
    ['a kind nobody knows', () => csv('2027-01-01,也许'), 'calendar-unknown-kind', 2, '也许'],
    ['no kind', () => csv('2027-01-01,'), 'calendar-unknown-kind', 2, ''],
    ['a missing column', () => calendarFile(utf8('日期,名称\n2027-01-01,元旦\n'), 'x.csv'), 'calendar-no-column', 1, '类型'], // prettier-ignore
    ['a table of something else', () => calendarFile(utf8('a,b\n1,2\n'), 'x.csv'), 'calendar-no-column', 1, '日期'],
    ['no day at all', () => csv(), 'calendar-empty', 0, ''],
    ['JSON: no day yet', () => json([]), 'calendar-empty', 0, '2027'],
    ['JSON: a duplicate day', () => json([['2027-01-01', true], ['2027-01-01', true]]), 'calendar-twice', 12, '2027-01-01'], // prettier-ignore
    ['JSON: an impossible date', () => json([['2027-02-30', true]]), 'calendar-no-such-day', 7, '2027-02-30'],
    ['JSON: a date that is not written as one', () => json([['2027/1/1', true]]), 'calendar-no-such-day', 7, '2027/1/1'], // prettier-ignore
    ['JSON: a day of the year before, not its December', () => json([['2026-11-30', true]]), 'calendar-other-year', 7, '2026-11-30'], // prettier-ignore
    ['JSON: cut off', () => calendarFile(utf8('{"year": 2027, "days": ['), 'x.json'), 'calendar-unreadable', 0, ''],
    ['JSON: of something else', () => calendarFile(utf8('{"days": 3}'), 'x.json'), 'calendar-unreadable', 0, ''],
    ['a PDF', () => calendarFile(utf8('%PDF-1.7'), 'x.csv'), 'not-a-sheet', 0, ''],
    ['an empty file', () => calendarFile(new Uint8Array(0), 'x.csv'), 'empty', 0, ''],
  ])('%s', (_, read, code, line, word) => {
    expect(read()).toEqual({ ok: false, error: { code, line, word } })
    seen.add(code)
  })

  it('every code can be the one', () => expect(YEAR_CODES.filter((code) => !seen.has(code))).toEqual([]))
})

describe('in the station’s records', () => {
  const STATION = { id: 'station:1', code: '110101001001', short: 'S0012', name: '槐树里', userName: '甲' }
  const add = (more: Partial<CommandInput<'add-calendar-year'>> = {}): Command => {
    const read = csv(...WHOLE)
    if (!read.ok) throw new Error(read.error.code)
    const { year, off, work } = read.value
    return {
      name: 'add-calendar-year',
      input: { station: 'station:1', year, off: [...off], work: [...work], source: '2027.csv', ...more },
    }
  }

  it('is known from then on; again it changes nothing; another file replaces it', async () => {
    const station = newStation()
    await station.done({ name: 'set-up-station', input: STATION })
    const calendar = () => limitRules(readingOf(station.book, '')).calendar
    expect(calendar().known.has(2027)).toBe(false)
    await station.done(add())
    expect(calendar().known.has(2027)).toBe(true)
    expect(isWorkingDay('2027-09-26', calendar())).toBe(true)
    expect(await station.refusal(add())).toBe('nothing-changed')
    await station.done(add({ work: [] }))
    expect(isWorkingDay('2027-09-26', calendar())).toBe(false)
  })

  it('refuses what the file’s own check would have refused', async () => {
    const station = newStation()
    await station.done({ name: 'set-up-station', input: STATION })
    for (const wrong of [
      { off: ['2027-01-01', '2027-01-01'] },
      { off: ['2028-01-01'] },
      { work: ['2027-01-04'] },
      { off: [], work: [] },
    ])
      // prettier-ignore
      expect(await station.refusal(add(wrong))).toEqual(['invalid-input', 'off'])
    expect(await station.refusal(add({ off: ['2027-02-30'] }))).toEqual(['invalid-input', 'off.0'])
    expect(await station.refusal(add({ station: 'station:2' }))).toEqual(['invalid-input', 'station'])
  })
})
