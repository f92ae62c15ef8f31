/** What the screens ask about time: the station's presets, its calendar, and what a new request would get. */
import { readingOf } from '#core/book/reading.ts'
import type { RequestKind, Urgency } from '#core/case-file/codes.ts'
import { presetFor, type Preset, type PresetId } from '#core/case-file/time-limit.ts'
import { BUILT_IN_YEARS, calendarOf, workingDaysBetween, type CalendarYear } from '#core/lib/calendar.ts'
import { deadline } from '#core/lib/deadline.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { dayOf, momentOf, type Moment } from '#core/lib/time.ts'
import { missingFixedDays } from '#core/limits/check-year.ts'
import { importedYears, limitRules } from '#core/limits/limit-rules.ts'
import type { CalendarProblem } from '#core/settings/calendar-file.ts'
import { settingsOf, type StationSettings } from '#core/station/settings.ts'
import type { Asking } from './asking.ts'

/** `source`: the file it came from; null for a built-in year. `working`: working days of the whole year. */
export type YearShown = {
  readonly year: number
  readonly source: string | null
  readonly off: number
  readonly work: number
  readonly working: number
}

export type TimeRules = {
  readonly settings: StationSettings
  readonly presets: Readonly<Record<PresetId, Preset>>
  /** In order; `unknown`: the first year from today on that has no calendar. */
  readonly years: readonly YearShown[]
  readonly unknown: number
}

/** What was read out of a file, to be looked at before it is saved. `missing`: see missingFixedDays. */
export type YearRead = CalendarYear & { readonly missing: readonly string[]; readonly replaces: boolean }

/** What a request taken in now would get. */
export type LimitNow = Preset & { readonly preset: PresetId; readonly at: Moment; readonly unsure: boolean }

export type LimitsQuestions = {
  timeRules(): Promise<TimeRules>
  limitNow(kind: RequestKind, urgency: Urgency, category: string): Promise<LimitNow>
  /** Reads and checks; saves nothing. */
  readCalendar(name: string, bytes: Uint8Array): Promise<Result<YearRead, CalendarProblem>>
}

export const limitsQuestions = ({ ready, parts }: Asking): LimitsQuestions => {
  const reading = async () => readingOf((await ready()).state.book, '')
  return {
    timeRules: async () => {
      const source = await reading()
      const imported = importedYears(source)
      const calendar = calendarOf(imported)
      const known = [...BUILT_IN_YEARS.filter(({ year }) => !imported.some((one) => one.year === year)), ...imported]
      const years = known.map((one): YearShown => {
        const { year, off, work } = one
        const working = workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, calendar)
        return {
          year,
          source: 'source' in one ? String(one.source) : null,
          off: off.length,
          work: work.length,
          working,
        }
      })
      let unknown = Number(momentOf(parts.clock()).slice(0, 4))
      while (calendar.known.has(unknown)) unknown += 1
      return {
        settings: settingsOf(source),
        presets: limitRules(source).presets,
        years: years.toSorted((a, b) => a.year - b.year),
        unknown,
      }
    },
    limitNow: async (kind, urgency, category) => {
      const source = await reading()
      const now = momentOf(parts.clock())
      const rules = limitRules(source)
      const preset = presetFor(kind, urgency, source.categoryLimit(category, dayOf(now)), rules)
      return { ...rules.presets[preset], preset, ...deadline(now, rules.presets[preset], rules) }
    },
    readCalendar: async (name, bytes) => {
      const { calendarFile } = await import('#core/settings/calendar-file.ts')
      const year = calendarFile(bytes, name)
      if (!year.ok) return year
      const known = calendarOf(importedYears(await reading())).known
      return ok({ ...year.value, missing: missingFixedDays(year.value), replaces: known.has(year.value.year) })
    },
  }
}
