/** The rules of time as this station has them: built in, and what its records change. */
import { PRESET_IDS, PRESETS, type LimitRules, type Preset, type PresetId } from '../case-file/time-limit.ts'
import { BUILT_IN, calendarOf, type CalendarYear } from '../lib/calendar.ts'
import { MIDNIGHT } from '../lib/deadline.ts'
import { settingsOf, type EntitySource } from '../station/settings.ts'
import { CALENDAR_YEAR, LIMIT_PRESET } from './fields.ts'

export function limitRules(source: EntitySource): LimitRules {
  const imported = importedYears(source)
  return {
    calendar: imported.length === 0 ? BUILT_IN : calendarOf(imported),
    dayEnd: timeOfEnd(settingsOf(source).dayEnd),
    presets: presetsOf(source),
  }
}

export function presetsOf(source: EntitySource): Readonly<Record<PresetId, Preset>> {
  const out: Record<PresetId, Preset> = { ...PRESETS }
  // By id, here and below: what arrived first is another one on every PC.
  for (const id of [...source.ids('limit-preset')].toSorted()) {
    const set = LIMIT_PRESET.safeParse(source.read(id))
    if (set.success && PRESET_IDS.includes(set.data.preset)) out[set.data.preset] = set.data
  }
  return out
}

/** Years that were brought in, with the file each came from, the earliest first. */
export function importedYears(source: EntitySource): (CalendarYear & { readonly source: string })[] {
  const out: (CalendarYear & { readonly source: string })[] = []
  for (const id of [...source.ids('calendar-year')].toSorted()) {
    const year = CALENDAR_YEAR.safeParse(source.read(id))
    if (year.success) out.push(year.data)
  }
  return out.toSorted((a, b) => a.year - b.year)
}

/** `24:00` → 23:59:59, the last second that still is that day; `17:30` → 17:30:00. */
export const timeOfEnd = (dayEnd: string): string => (dayEnd === '24:00' ? MIDNIGHT : `${dayEnd}:00`)
