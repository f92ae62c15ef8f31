/** What a station may change about time: its presets, and the calendar years it brought in. */
import { PRESET_IDS, type PresetId } from '../case-file/time-limit.ts'
import type { Scope } from '../kernel/event.ts'
import { LIMIT_UNITS } from '../lib/deadline.ts'
import { day, words, z } from '../lib/schema.ts'

/** The longest limit anybody may set, in its unit: ten weeks of hours, two years of days. */
export const MOST_HOURS = 1_680
export const MOST_DAYS = 730

export const LIMIT_PRESET = z
  .object({
    preset: z.enum(PRESET_IDS),
    unit: z.enum(LIMIT_UNITS),
    count: z.number().int().min(1),
    sameDay: z.boolean(),
  })
  .refine(({ unit, count }) => count <= (unit === 'hours' ? MOST_HOURS : MOST_DAYS), { path: ['count'], message: 'big' }) // prettier-ignore
export type LimitPresetFields = z.infer<typeof LIMIT_PRESET>
const PRESET_SCOPES: Readonly<Record<keyof LimitPresetFields, Scope>> = {
  preset: 'directory',
  unit: 'directory',
  count: 'directory',
  sameDay: 'directory',
}

/** One notice of the State Council. `source`: the file it came from. */
export const CALENDAR_YEAR = z.object({
  year: z.number().int().min(1949).max(2200),
  off: z.array(day).max(366),
  work: z.array(day).max(366),
  source: words(200),
})
export type CalendarYearFields = z.infer<typeof CALENDAR_YEAR>
const YEAR_SCOPES: Readonly<Record<keyof CalendarYearFields, Scope>> = {
  year: 'directory',
  off: 'directory',
  work: 'directory',
  source: 'directory',
}

/** For src-core/catalogue.ts. */
export const LIMIT_TYPES: Readonly<Record<string, Readonly<Record<string, Scope>>>> = {
  'limit-preset': PRESET_SCOPES,
  'calendar-year': YEAR_SCOPES,
}

/** `station`: the entity. One entity per preset and per year: what two PCs change about different ones never crosses. */
export const presetEntity = (station: string, id: PresetId): string => `limit-preset:${bare(station)}.${id}`
export const yearEntity = (station: string, year: number): string => `calendar-year:${bare(station)}.${year}`
const bare = (station: string): string => station.replace(/^\w+:/, '')
