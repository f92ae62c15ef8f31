import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { entityId, type z } from '../lib/schema.ts'
import { NOTICE_TEMPLATE } from '../notice/fields.ts'

/** Without `id`: a new one. `builtIn`: the one that it stands for, '' for none. */
export const SAVE_NOTICE_TEMPLATE = NOTICE_TEMPLATE.extend({ id: entityId('notice-template').optional() })
export type SaveNoticeTemplate = z.infer<typeof SAVE_NOTICE_TEMPLATE>

export function saveNoticeTemplate(reading: Reading, input: SaveNoticeTemplate, asked: Asked): Decision {
  const form = checked(SAVE_NOTICE_TEMPLATE, input)
  if (!form.ok) return form
  const { id, ...fields } = form.value
  if (id && !reading.exists(id)) return refuse('invalid-input', ['id'])
  return ok([{ entity: id ?? asked.newId('notice-template'), kind: 'notice-template-saved', fields }])
}
