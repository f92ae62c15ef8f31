/** 联席协调: who has which part in a shared matter (牵头协调 · 承办 · 支持参与 · 监督), beside those who hold an order. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { isReportedUnit } from '../case-file/reported-unit.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

/** `organisation`: in words; left empty, the name of the provider that was chosen. */
export const RECORD_PARTICIPATION = ACTS.participation.omit({ at: true, by: true })
export type RecordParticipation = z.infer<typeof RECORD_PARTICIPATION>

export function recordParticipation(reading: Reading, input: RecordParticipation, asked: Asked): Decision {
  const form = checked(RECORD_PARTICIPATION, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (!isOpen(statusOf(file))) return refuse('case-closed')
  const { provider, dueAt } = form.value
  const known = provider === undefined ? null : reading.read(provider)
  if (provider !== undefined && !known) return refuse('no-such-provider', ['provider'])
  const organisation = form.value.organisation || String(known?.['name'] ?? '')
  if (organisation === '') return refuse('invalid-input', ['organisation'])
  if (isReportedUnit(file.fields.reportedUnit, organisation)) return refuse('reported-unit', ['organisation'])
  if (dueAt !== undefined && dueAt <= asked.now) return refuse('deadline-past', ['dueAt'])
  return ok([
    {
      entity: asked.newId('participation'),
      kind: 'part-taken',
      fields: { ...form.value, organisation, at: asked.now, by: asked.user },
    },
  ])
}
