/** 办结: refused without an answer or three failed attempts to reach the resident (DOMAIN §6). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { isOpen, mayClose, statusOf } from '../case-file/status.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const CLOSE_CASE = ACTS.closing.omit({ at: true, by: true })
export type CloseCase = z.infer<typeof CLOSE_CASE>

export function closeCase(reading: Reading, input: CloseCase, asked: Asked): Decision {
  const form = checked(CLOSE_CASE, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (!isOpen(statusOf(file))) return refuse('case-closed')
  if (!mayClose(file)) return refuse('answer-first')
  return ok([
    { entity: asked.newId('closing'), kind: 'case-closed', fields: { ...form.value, at: asked.now, by: asked.user } },
  ])
}
