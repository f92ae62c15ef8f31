/** 登记服务单位 and correct it later. Four fields are enough (SCREENS §11). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { entityId, type z } from '../lib/schema.ts'
import { ok } from '../lib/result.ts'
import { PROVIDER } from '../provider/fields.ts'

export const SAVE_PROVIDER = PROVIDER.extend({ id: entityId('provider').optional() })
export type SaveProvider = z.infer<typeof SAVE_PROVIDER>

export function saveProvider(reading: Reading, input: SaveProvider, asked: Asked): Decision {
  const form = checked(SAVE_PROVIDER, input)
  if (!form.ok) return form
  const { id, ...fields } = form.value
  if (id && !reading.exists(id)) return refuse('no-such-provider')
  return ok([{ entity: id ?? asked.newId('provider'), kind: id ? 'provider-changed' : 'provider-entered', fields }])
}
