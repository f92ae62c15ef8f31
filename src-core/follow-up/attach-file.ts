/** A picture or document on a case. Its sealed bytes are already on disk when this decision runs. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const ATTACH_FILE = ACTS.attachment.omit({ at: true, by: true })
export type AttachFile = z.infer<typeof ATTACH_FILE>

export function attachFile(reading: Reading, input: AttachFile, asked: Asked): Decision {
  const form = checked(ATTACH_FILE, input)
  if (!form.ok) return form
  if (!reading.caseFile(form.value.case)) return refuse('no-such-case')
  return ok([
    {
      entity: asked.newId('attachment'),
      kind: 'file-attached',
      fields: { ...form.value, at: asked.now, by: asked.user },
    },
  ])
}
