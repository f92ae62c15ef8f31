/** 强制报告 (未成年人保护法 11): to whom a child suspected of being harmed was reported, when and by whom. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { INTAKE_ACTS } from '../case-file/intake-acts.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

/** `at`: left out for now. Refused 'in-the-future'. */
export const RECORD_CHILD_REPORT = INTAKE_ACTS['child-report'].omit({ by: true }).partial({ at: true })
export type RecordChildReport = z.infer<typeof RECORD_CHILD_REPORT>

export function recordChildReport(reading: Reading, input: RecordChildReport, asked: Asked): Decision {
  const form = checked(RECORD_CHILD_REPORT, input)
  if (!form.ok) return form
  if (!reading.caseFile(form.value.case)) return refuse('no-such-case')
  const { at = asked.now } = form.value
  if (at > asked.now) return refuse('in-the-future', ['at'])
  return ok([
    {
      entity: asked.newId('child-report'),
      kind: 'child-report-made',
      fields: { ...form.value, at, by: asked.user },
    },
  ])
}
