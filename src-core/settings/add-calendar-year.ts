/** 放假安排 of one year into the station's records. One that was brought in before is replaced, a built-in one too. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { entityId, type z } from '../lib/schema.ts'
import { checkYear, type NamedDay } from '../limits/check-year.ts'
import { CALENDAR_YEAR, yearEntity } from '../limits/fields.ts'
import { importedYears } from '../limits/limit-rules.ts'

export const ADD_CALENDAR_YEAR = CALENDAR_YEAR.extend({ station: entityId('station') })
export type AddCalendarYear = z.infer<typeof ADD_CALENDAR_YEAR>

export function addCalendarYear(reading: Reading, input: AddCalendarYear, _asked: Asked): Decision {
  const form = checked(ADD_CALENDAR_YEAR, input)
  if (!form.ok) return form
  const { station, ...fields } = form.value
  if (!reading.exists(station)) return refuse('invalid-input', ['station'])
  const named = (kind: NamedDay['kind']) => fields[kind].map((date): NamedDay => ({ line: 0, date, kind }))
  const year = checkYear([...named('off'), ...named('work')], fields.year)
  if (!year.ok) return refuse('invalid-input', ['off'])
  const days = ({ off, work }: Pick<AddCalendarYear, 'off' | 'work'>): string => JSON.stringify([off, work])
  const before = importedYears(reading).find((one) => one.year === fields.year)
  if (before && days({ off: [...before.off], work: [...before.work] }) === days(fields))
    return refuse('nothing-changed')
  return ok([{ entity: yearEntity(station, fields.year), kind: 'calendar-year-added', fields }])
}
