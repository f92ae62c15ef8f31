/** 建站: the station and its first person. Keys and slots are made beside it (src-core/keys). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import type { Draft } from '../kernel/command.ts'
import { someWords, entityId, z } from '../lib/schema.ts'
import { ok } from '../lib/result.ts'
import { STATION } from '../station/fields.ts'
import { moduleId } from '../station/modules.ts'
import { OFFICE_ABOVE, OFFICE_KINDS, type OfficeKind } from '../station/office-kind.ts'
import { settingId } from '../station/setting-id.ts'
import type { SettingName } from '../station/settings.ts'

/** `office`: left out, a community's service station. */
export const SET_UP_STATION = STATION.extend({
  id: entityId('station'),
  userName: someWords(40),
  office: z.enum(OFFICE_KINDS).optional(),
})
export type SetUpStation = z.infer<typeof SET_UP_STATION>

export function setUpStation(reading: Reading, input: SetUpStation, asked: Asked): Decision {
  const form = checked(SET_UP_STATION, input)
  if (!form.ok) return form
  const { id, userName, office = 'community', ...station } = form.value
  if (reading.exists(id)) return refuse('station-exists')
  return ok([
    { entity: id, kind: 'station-set-up', fields: station },
    { entity: asked.user, kind: 'user-entered', fields: { name: userName } },
    ...(office === 'community' ? [] : asUpperOffice(id, office)),
  ])
}

/** 督查督办 is what such an office is for: it need not be looked for. */
function asUpperOffice(station: string, office: OfficeKind): readonly Draft[] {
  const setting = (name: SettingName, value: string | boolean): Draft => ({
    entity: settingId(station, name),
    kind: 'setting-changed',
    fields: { value },
  })
  return [
    setting('isUpperOffice', true),
    setting('officeKind', office),
    setting('upperOffice', OFFICE_ABOVE[office]),
    { entity: moduleId(station, 'supervision'), kind: 'module-switched', fields: { on: true } },
  ]
}
