/** 答复: its own step, with time, way and content (DOMAIN §6). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const RECORD_ANSWER = ACTS.answer.omit({ by: true }).partial({ at: true })
export type RecordAnswer = z.infer<typeof RECORD_ANSWER>

export function recordAnswer(reading: Reading, input: RecordAnswer, asked: Asked): Decision {
  const form = checked(RECORD_ANSWER, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (!isOpen(statusOf(file))) return refuse('case-closed')
  const { at = asked.now } = form.value
  if (at > asked.now) return refuse('in-the-future', ['at'])
  return ok([{ entity: asked.newId('answer'), kind: 'case-answered', fields: { ...form.value, at, by: asked.user } }])
}
