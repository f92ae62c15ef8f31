/**
 * 督查: what a supervisor finds on a case. A demand to put something right names what, and by when (DOMAIN §8). A finding that
 * came from a rule says which one and what it saw: with 规范 the rule is dismissed, and why is always said.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const RECORD_FINDING = ACTS.finding.omit({ at: true, by: true })
export type RecordFinding = z.infer<typeof RECORD_FINDING>

export function recordFinding(reading: Reading, input: RecordFinding, asked: Asked): Decision {
  const form = checked(RECORD_FINDING, input)
  if (!form.ok) return form
  const { dueAt: limit, ...said } = form.value
  const { verdict, demand, rule } = said
  const dueAt = verdict === 'in-order' ? undefined : limit
  if (!reading.caseFile(form.value.case)) return refuse('no-such-case')
  if ((verdict !== 'in-order' || rule !== undefined) && demand === '') return refuse('reason-needed', ['demand'])
  if (dueAt && dueAt <= asked.now) return refuse('deadline-past', ['dueAt'])
  return ok([
    {
      entity: asked.newId('finding'),
      kind: 'finding-recorded',
      fields: { ...said, ...(dueAt && { dueAt }), at: asked.now, by: asked.user },
    },
  ])
}
