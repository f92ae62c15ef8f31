/** 重新办理: a closed case begins a second round; both rounds are kept (DOMAIN §6). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const REOPEN_CASE = ACTS.reopening.omit({ at: true, by: true })
export type ReopenCase = z.infer<typeof REOPEN_CASE>

export function reopenCase(reading: Reading, input: ReopenCase, asked: Asked): Decision {
  const form = checked(REOPEN_CASE, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (isOpen(statusOf(file))) return refuse('case-open')
  return ok([
    {
      entity: asked.newId('reopening'),
      kind: 'case-reopened',
      fields: { ...form.value, at: asked.now, by: asked.user },
    },
  ])
}
