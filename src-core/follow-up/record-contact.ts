/** 办理记录: calls, visits, progress and notes. The first contact with its result is what 响应 counts (DOMAIN §5.5). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const RECORD_CONTACT = ACTS.contact.omit({ by: true }).partial({ at: true })
export type RecordContact = z.infer<typeof RECORD_CONTACT>

export function recordContact(reading: Reading, input: RecordContact, asked: Asked): Decision {
  const form = checked(RECORD_CONTACT, input)
  if (!form.ok) return form
  if (!reading.caseFile(form.value.case)) return refuse('no-such-case')
  const { at = asked.now } = form.value
  if (at > asked.now) return refuse('in-the-future', ['at'])
  if (form.value.kind === 'note' && form.value.note === '') return refuse('invalid-input', ['note'])
  return ok([
    { entity: asked.newId('contact'), kind: 'contact-recorded', fields: { ...form.value, at, by: asked.user } },
  ])
}
