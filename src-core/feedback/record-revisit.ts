/**
 * 回访: what the resident says (DOMAIN §7.1, §7.2). No grade is pre-selected; an unreached resident is never satisfied.
 * By someone other than the handler; in stations of three accounts or fewer a self-revisit is allowed and marked, in larger
 * ones it needs a reason, which is kept.
 */
import { currentRound } from '../case-file/case-file.ts'
import { SCALES } from '../case-file/codes.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { limitRules } from '../limits/limit-rules.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { nextTry } from '../revisit/attempts.ts'
import { isRated, SMALL_STATION_ACCOUNTS } from '../revisit/rated.ts'
import { countingRevisits, supersededRevisits } from '../revisit/rounds.ts'

export const RECORD_REVISIT = ACTS.revisit.omit({ at: true, by: true, selfRevisit: true, after: true })
export type RecordRevisit = z.infer<typeof RECORD_REVISIT>

/** Refuses 'no-such-case', 'reason-needed' (invalid without its reason), 'grade-needed', 'in-the-future', 'self-revisit'. */
export function recordRevisit(reading: Reading, input: RecordRevisit, asked: Asked): Decision {
  const form = checked(RECORD_REVISIT, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  const { valid, invalidReason, solved, scale, grade, contacted, paper, nextAt } = form.value
  if (!valid && !invalidReason) return refuse('reason-needed', ['invalidReason'])
  if (valid && solved === undefined) return refuse('grade-needed', ['solved'])
  if (valid && !isGrade(scale, grade)) return refuse('grade-needed', ['grade'])
  if (!valid && nextAt !== undefined && nextAt < asked.now) return refuse('invalid-input', ['nextAt'])
  const round = currentRound(file)
  const selfRevisit = isRated(file, asked.user, round)
  const overrideReason = form.value.overrideReason?.trim() ?? ''
  const isBig = reading.accounts > SMALL_STATION_ACCOUNTS
  if (selfRevisit && isBig && overrideReason === '') return refuse('self-revisit')
  const again = (): string => nextAt ?? nextTry(asked.now, invalidReason!, limitRules(reading).calendar)
  const said = valid
    ? {
        solved,
        scale,
        grade,
        ...(contacted !== undefined && { contacted }),
        after: countingRevisits(round, supersededRevisits(file)).map(({ id }) => id).slice(-20), // prettier-ignore
      }
    : { invalidReason, nextAt: again() }
  const fields = {
    case: form.value.case,
    way: form.value.way,
    valid,
    words: form.value.words,
    ...said,
    ...(paper && { paper }),
    selfRevisit,
    ...(selfRevisit && isBig && { overrideReason }),
    at: asked.now,
    by: asked.user,
  }
  return ok([{ entity: asked.newId('revisit'), kind: 'case-revisited', fields }])
}

const isGrade = (scale: string | undefined, grade: string | undefined): boolean => {
  const grades: readonly string[] = Object.hasOwn(SCALES, scale ?? '') ? SCALES[scale as keyof typeof SCALES] : []
  return grades.includes(grade ?? '')
}
