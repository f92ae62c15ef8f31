/** 查看号码: whoever uncovers a whole number or a reporter leaves a trace (DOMAIN §9.2). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const RECORD_VIEWING = ACTS.viewing.omit({ at: true, by: true })
export type RecordViewing = z.infer<typeof RECORD_VIEWING>

export function recordViewing(reading: Reading, input: RecordViewing, asked: Asked): Decision {
  const form = checked(RECORD_VIEWING, input)
  if (!form.ok) return form
  if (!reading.caseFile(form.value.case)) return refuse('no-such-case')
  return ok([
    {
      entity: asked.newId('viewing'),
      kind: 'contact-viewed',
      fields: { ...form.value, at: asked.now, by: asked.user },
    },
  ])
}
