/** 督查: what a supervisor finds on a case. A demand to put something right names what, and by when (DOMAIN §8). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const RECORD_FINDING = ACTS.finding.omit({ at: true, by: true })
export type RecordFinding = z.infer<typeof RECORD_FINDING>

export function recordFinding(reading: Reading, input: RecordFinding, asked: Asked): Decision {
  const form = checked(RECORD_FINDING, input)
  if (!form.ok) return form
  if (!reading.caseFile(form.value.case)) return refuse('no-such-case')
  if (form.value.verdict !== 'in-order' && form.value.demand === '') return refuse('reason-needed', ['demand'])
  return ok([
    {
      entity: asked.newId('finding'),
      kind: 'finding-recorded',
      fields: { ...form.value, at: asked.now, by: asked.user },
    },
  ])
}
