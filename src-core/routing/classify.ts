/** 分类: which kind of service answers this request, by whom and why (SOURCE idea 1). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const CLASSIFY = ACTS.classification.omit({ at: true, by: true })
export type Classify = z.infer<typeof CLASSIFY>

export function classify(reading: Reading, input: Classify, asked: Asked): Decision {
  const form = checked(CLASSIFY, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (!isOpen(statusOf(file))) return refuse('case-closed')
  return ok([
    {
      entity: asked.newId('classification'),
      kind: 'case-classified',
      fields: { ...form.value, at: asked.now, by: asked.user },
    },
  ])
}
