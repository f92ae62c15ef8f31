/**
 * 拆开: the cases stand for themselves again, exactly as they stood (DOMAIN §3.6: un-merging restores both). The joinings
 * are taken back by withdrawals and stay visible in the record; nobody's revisit or rating is touched.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { entityId, z } from '../lib/schema.ts'
import { topicId } from '../topic/fields.ts'
import { someCases, unlinkDrafts } from '../topic/link-drafts.ts'

/** `from`: the topic, or the earlier case that the others repeat. */
export const UNLINK_CASES = z.object({ from: topicId.or(entityId('case')), cases: someCases })
export type UnlinkCases = z.infer<typeof UNLINK_CASES>

export function unlinkCases(reading: Reading, input: UnlinkCases, asked: Asked): Decision {
  const form = checked(UNLINK_CASES, input)
  if (!form.ok) return form
  const drafts = unlinkDrafts(reading, form.value.from, form.value.cases, asked)
  if (!drafts.ok) return drafts
  return drafts.value.length === 0 ? refuse('nothing-changed') : drafts
}
