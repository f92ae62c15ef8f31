/** One setting of the station (src-core/station/settings.ts). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { FIGURES_REFUSALS } from '../figures/settings.ts'
import { ok } from '../lib/result.ts'
import { entityId, z } from '../lib/schema.ts'
import { settingId } from '../station/setting-id.ts'
import { SETTING, SETTING_NAMES, SETTINGS, settingsOf, type SettingName } from '../station/settings.ts'

export const CHANGE_SETTING = z.object({
  station: entityId('station'),
  name: z.enum(SETTING_NAMES as [SettingName, ...SettingName[]]),
  value: SETTING.shape.value,
})
export type ChangeSetting = z.infer<typeof CHANGE_SETTING>

export function changeSetting(reading: Reading, input: ChangeSetting, _asked: Asked): Decision {
  const form = checked(CHANGE_SETTING, input)
  if (!form.ok) return form
  const { station, name, value } = form.value
  if (!reading.exists(station)) return refuse('invalid-input', ['station'])
  const fits = checked<unknown>(SETTINGS[name].shape, value)
  if (!fits.ok) return refuse(FIGURES_REFUSALS[name] ?? 'invalid-input', ['value'])
  if (settingsOf(reading)[name] === fits.value) return refuse('nothing-changed')
  return ok([{ entity: settingId(station, name), kind: 'setting-changed', fields: { value: fits.value } }])
}
