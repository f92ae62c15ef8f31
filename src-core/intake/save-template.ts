import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { TEMPLATE } from '../case-file/template.ts'
import { ok } from '../lib/result.ts'
import { entityId, type z } from '../lib/schema.ts'

/** Without `id`: a new one. `from` and `until` stand together. */
export const SAVE_TEMPLATE = TEMPLATE.extend({ id: entityId('template').optional() }).refine(
  ({ from, until }) => Boolean(from) === Boolean(until),
  { path: ['until'], message: 'needed', when: () => true },
)
export type SaveTemplate = z.infer<typeof SAVE_TEMPLATE>

export function saveTemplate(reading: Reading, input: SaveTemplate, asked: Asked): Decision {
  const form = checked(SAVE_TEMPLATE, input)
  if (!form.ok) return form
  const { id = asked.newId('template'), ...fields } = form.value
  if (form.value.id && !reading.exists(form.value.id)) return refuse('invalid-input', ['id'])
  return ok([{ entity: id, kind: 'template-saved', fields }])
}
