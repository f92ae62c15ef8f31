/** 交办 and 移交: the case has another handler from now on. Whoever was first to receive it stays on record. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { handlerOf } from '../case-file/handler.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { dayOf } from '../lib/time.ts'
import { presenceOf } from '../station/colleagues.ts'

export const ASSIGN_CASE = ACTS.assignment.omit({ at: true, by: true })
export type AssignCase = z.infer<typeof ASSIGN_CASE>

export function assignCase(reading: Reading, input: AssignCase, asked: Asked): Decision {
  const form = checked(ASSIGN_CASE, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (!isOpen(statusOf(file))) return refuse('case-closed')
  const colleague = reading.read(form.value.to)
  if (!colleague) return refuse('no-such-colleague', ['to'])
  if (presenceOf(colleague, dayOf(asked.now)) === 'left') return refuse('colleague-left', ['to'])
  if (handlerOf(file) === form.value.to) return refuse('nothing-changed')
  return ok([
    {
      entity: asked.newId('assignment'),
      kind: 'case-assigned',
      fields: { ...form.value, at: asked.now, by: asked.user },
    },
  ])
}
