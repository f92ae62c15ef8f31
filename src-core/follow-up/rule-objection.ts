/** 裁定 of a 退单申请: 同意退单 frees the case for another provider, 不予退单 leaves the order where it is, for good. */
import { isPaid, releaseDrafts } from '../agreement/order-money.ts'
import { actsOf, currentRound } from '../case-file/case-file.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { rulingOf } from '../case-file/orders.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const RULE_OBJECTION = ACTS.ruling.omit({ at: true, by: true })
export type RuleObjection = z.infer<typeof RULE_OBJECTION>

export function ruleObjection(reading: Reading, input: RuleObjection, asked: Asked): Decision {
  const form = checked(RULE_OBJECTION, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  const { objection, decision, note } = form.value
  const round = currentRound(file)
  const about = actsOf(round, 'objection').find(({ id }) => id === objection)
  if (!about || rulingOf(round, objection)) return refuse('not-under-review')
  // Whoever must go on with work they wanted to be rid of is told why.
  if (decision === 'refused' && note === '') return refuse('reason-needed', ['note'])
  const ends = decision === 'upheld'
  if (ends && isPaid(reading, about.referral)) return refuse('order-settled', ['decision'])
  return ok([
    {
      entity: asked.newId('ruling'),
      kind: `objection-${decision}`,
      fields: { ...form.value, at: asked.now, by: asked.user },
    },
    ...(ends ? releaseDrafts(reading, [about.referral], asked) : []),
  ])
}
