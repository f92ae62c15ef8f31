/** 撤回同意 (PIPL 15): nothing more goes out under it; what was done before it stays lawful. */
import { actsOf } from '../case-file/case-file.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const WITHDRAW_CONSENT = ACTS['consent-withdrawal'].omit({ at: true, by: true })
export type WithdrawConsent = z.infer<typeof WITHDRAW_CONSENT>

export function withdrawConsent(reading: Reading, input: WithdrawConsent, asked: Asked): Decision {
  const form = checked(WITHDRAW_CONSENT, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  const { consent } = form.value
  if (!actsOf(file.acts, 'consent').some(({ id }) => id === consent)) return refuse('no-such-consent')
  if (actsOf(file.acts, 'consent-withdrawal').some((one) => one.consent === consent)) return refuse('nothing-changed')
  return ok([
    {
      entity: asked.newId('consent-withdrawal'),
      kind: 'consent-withdrawn',
      fields: { ...form.value, at: asked.now, by: asked.user },
    },
  ])
}
