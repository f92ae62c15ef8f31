/** 重新办理: a closed case begins a second round; both rounds are kept (DOMAIN §6). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { categoryOf, isOpen, statusOf } from '../case-file/status.ts'
import { caseDeadline } from '../case-file/time-limit.ts'
import { limitRules } from '../limits/limit-rules.ts'
import { dayOf } from '../lib/time.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const REOPEN_CASE = ACTS.reopening.omit({ at: true, by: true, dueAt: true, dueUnsure: true })
export type ReopenCase = z.infer<typeof REOPEN_CASE>

export function reopenCase(reading: Reading, input: ReopenCase, asked: Asked): Decision {
  const form = checked(REOPEN_CASE, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (isOpen(statusOf(file))) return refuse('case-open')
  // The second round has the limit that such a request has today; so has an old record that ran no clock till now.
  const { requestKind = 'help', urgency = 'general' } = file.fields
  const category = reading.categoryLimit(categoryOf(file), dayOf(asked.now))
  const { at, unsure } = caseDeadline(asked.now, requestKind, urgency, limitRules(reading), category)
  const limit = { dueAt: at, ...(unsure ? { dueUnsure: true } : {}) }
  return ok([
    {
      entity: asked.newId('reopening'),
      kind: 'case-reopened',
      fields: { ...form.value, ...limit, at: asked.now, by: asked.user },
    },
  ])
}
