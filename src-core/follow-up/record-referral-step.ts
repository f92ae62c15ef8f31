/** What the provider says: 接单 / 不接 / 办完 / 退单. Declining and returning need a coded reason (DOMAIN §4.3). */
import { actsOf } from '../case-file/case-file.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const RECORD_REFERRAL_STEP = ACTS['referral-step'].omit({ at: true, by: true })
export type RecordReferralStep = z.infer<typeof RECORD_REFERRAL_STEP>

export function recordReferralStep(reading: Reading, input: RecordReferralStep, asked: Asked): Decision {
  const form = checked(RECORD_REFERRAL_STEP, input)
  if (!form.ok) return form
  const { step, reasonCode } = form.value
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (!actsOf(file.acts, 'referral').some((referral) => referral.id === form.value.referral))
    return refuse('no-such-referral')
  if ((step === 'declined' || step === 'returned') && !reasonCode) return refuse('reason-needed', ['reasonCode'])
  return ok([
    {
      entity: asked.newId('referral-step'),
      kind: `referral-${step}`,
      fields: { ...form.value, at: asked.now, by: asked.user },
    },
  ])
}
