/** A list to call people by shows their whole numbers: each of the cases keeps the trace (DOMAIN §9.2), at once or not at all. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { z } from '../lib/schema.ts'
import { someCases } from '../topic/link-drafts.ts'

export const RECORD_VIEWINGS = z.object({ cases: someCases })
export type RecordViewings = z.infer<typeof RECORD_VIEWINGS>

export function recordViewings(reading: Reading, input: RecordViewings, asked: Asked): Decision {
  const form = checked(RECORD_VIEWINGS, input)
  if (!form.ok) return form
  const cases = [...new Set(form.value.cases)]
  if (cases.some((id) => !reading.caseFile(id))) return refuse('no-such-case')
  return ok(
    cases.map((id) => ({
      entity: asked.newId('viewing'),
      kind: 'contact-viewed',
      fields: { case: id, at: asked.now, by: asked.user, what: 'phone' },
    })),
  )
}
