/** 时限预设 (DOMAIN §5.1). Deadlines already set are written into their cases and do not move. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { entityId, type z } from '../lib/schema.ts'
import { LIMIT_PRESET, presetEntity } from '../limits/fields.ts'
import { presetsOf } from '../limits/limit-rules.ts'

export const SET_LIMIT_PRESET = LIMIT_PRESET.safeExtend({ station: entityId('station') })
export type SetLimitPreset = z.infer<typeof SET_LIMIT_PRESET>

export function setLimitPreset(reading: Reading, input: SetLimitPreset, _asked: Asked): Decision {
  const form = checked(SET_LIMIT_PRESET, input)
  if (!form.ok) return form
  const { station, ...preset } = form.value
  if (!reading.exists(station)) return refuse('invalid-input', ['station'])
  const { unit, count, sameDay = false } = presetsOf(reading)[preset.preset]
  if (unit === preset.unit && count === preset.count && sameDay === preset.sameDay) return refuse('nothing-changed')
  return ok([{ entity: presetEntity(station, preset.preset), kind: 'limit-preset-set', fields: preset }])
}
