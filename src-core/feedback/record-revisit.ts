/**
 * 回访: what the resident says (DOMAIN §7.1, §7.2). No grade is pre-selected; an unreached resident is never satisfied.
 * By someone other than the handler; in stations of three accounts or fewer a self-revisit is allowed and marked.
 */
import { actsOf, type CaseFile } from '../case-file/case-file.ts'
import { SCALES } from '../case-file/codes.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const SMALL_STATION_ACCOUNTS = 3

export const RECORD_REVISIT = ACTS.revisit.omit({ at: true, by: true, selfRevisit: true })
export type RecordRevisit = z.infer<typeof RECORD_REVISIT>

export function recordRevisit(reading: Reading, input: RecordRevisit, asked: Asked): Decision {
  const form = checked(RECORD_REVISIT, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  const { valid, invalidReason, solved, scale, grade } = form.value
  if (!valid && !invalidReason) return refuse('reason-needed', ['invalidReason'])
  if (valid && solved === undefined) return refuse('grade-needed', ['solved'])
  if (valid && !isGrade(scale, grade)) return refuse('grade-needed', ['grade'])
  const selfRevisit = isHandler(file, asked.user)
  if (selfRevisit && reading.accounts > SMALL_STATION_ACCOUNTS) return refuse('self-revisit')
  const said = valid ? { solved, scale, grade } : { invalidReason }
  const fields = {
    case: form.value.case,
    way: form.value.way,
    valid,
    words: form.value.words,
    ...said,
    selfRevisit,
    at: asked.now,
    by: asked.user,
  }
  return ok([{ entity: asked.newId('revisit'), kind: 'case-revisited', fields }])
}

const isGrade = (scale: string | undefined, grade: string | undefined): boolean => {
  const grades: readonly string[] = Object.hasOwn(SCALES, scale ?? '') ? SCALES[scale as keyof typeof SCALES] : []
  return grades.includes(grade ?? '')
}

/** Who answered or closed the case handled it. */
function isHandler(file: CaseFile, user: string): boolean {
  return [...actsOf(file.acts, 'answer'), ...actsOf(file.acts, 'closing')].some((act) => act.by === user)
}
