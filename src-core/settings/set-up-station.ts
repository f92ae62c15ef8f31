/** 建站: the station and its first person. Keys and slots are made beside it (src-core/keys). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { someWords, entityId, type z } from '../lib/schema.ts'
import { ok } from '../lib/result.ts'
import { STATION } from '../station/fields.ts'

export const SET_UP_STATION = STATION.extend({ id: entityId('station'), userName: someWords(40) })
export type SetUpStation = z.infer<typeof SET_UP_STATION>

export function setUpStation(reading: Reading, input: SetUpStation, asked: Asked): Decision {
  const form = checked(SET_UP_STATION, input)
  if (!form.ok) return form
  const { id, userName, ...station } = form.value
  if (reading.exists(id)) return refuse('station-exists')
  return ok([
    { entity: id, kind: 'station-set-up', fields: station },
    { entity: asked.user, kind: 'user-entered', fields: { name: userName } },
  ])
}
