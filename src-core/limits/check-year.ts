/** One year's notice, checked day by day before anything is saved: the first thing that is wrong is named with its line. */
import { isWeekend, type CalendarYear } from '../lib/calendar.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { isDay, type Day } from '../lib/time.ts'

/** `line`: as the file's own program numbers it, from 1. */
export type NamedDay = { readonly line: number; readonly date: string; readonly kind: 'off' | 'work' }

/** To add one: here, and its sentence in both texts (limits.yearProblem) and src-cli/texts.ts. */
export const YEAR_CODES = [
  'calendar-unreadable', // neither a table nor the JSON of a notice
  'calendar-no-column', // 日期 or 类型 is missing: the word
  'calendar-unknown-kind', // neither a day off nor a make-up working day
  'calendar-no-such-day',
  'calendar-twice',
  'calendar-other-year',
  'calendar-works-already', // a make-up working day that is an ordinary Monday to Friday
  'calendar-empty', // not announced yet
] as const
export type YearCode = (typeof YEAR_CODES)[number]
export type YearProblem = { readonly code: YearCode; readonly line: number; readonly word: string }

/**
 * `year`: the notice's; left out it is the year of most days. A notice may name days of the December before: the days off
 * around New Year have begun in it more than once.
 */
export function checkYear(days: readonly NamedDay[], given?: number): Result<CalendarYear, YearProblem> {
  for (const { line, date } of days) if (!isDay(date)) return wrong('calendar-no-such-day', line, date)
  const year = given ?? commonYear(days)
  if (year === null || days.length === 0) return wrong('calendar-empty', 0, String(given ?? ''))
  const seen = new Map<Day, number>()
  for (const { line, date, kind } of days) {
    if (!date.startsWith(`${year}-`) && !date.startsWith(`${year - 1}-12-`)) return wrong('calendar-other-year', line, date) // prettier-ignore
    if (seen.has(date)) return wrong('calendar-twice', line, date)
    seen.set(date, line)
    if (kind === 'work' && !isWeekend(date)) return wrong('calendar-works-already', line, date)
  }
  const of = (wanted: NamedDay['kind']): Day[] =>
    days.filter(({ kind }) => kind === wanted).map(({ date }) => date).toSorted() // prettier-ignore
  return ok({ year, off: of('off'), work: of('work') })
}

/** 元旦, 劳动节 and 国庆节 lie on the same days every year (全国年节及纪念日放假办法): a file without them is hardly whole. */
export function missingFixedDays({ year, off }: CalendarYear): Day[] {
  return ['01-01', '05-01', '10-01', '10-02', '10-03']
    .map((day) => `${year}-${day}`)
    .filter((day) => !off.includes(day))
}

function commonYear(days: readonly NamedDay[]): number | null {
  const counts = new Map<number, number>()
  for (const { date } of days) {
    const year = Number(date.slice(0, 4))
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return [...counts].toSorted(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? null
}

const wrong = (code: YearCode, line: number, word: string) => err<YearProblem>({ code, line, word })
