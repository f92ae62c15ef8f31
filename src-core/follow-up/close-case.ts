/**
 * 办结: refused without an answer or three failed attempts to reach the resident (DOMAIN §6); 不予受理 needs its reason and
 * the channel that the resident was told (§3.3); ending early what somebody is at work on needs a written approval (§6).
 */
import { closingGaps } from '../case-file/closing-gaps.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { isEarlyEnd } from '../case-file/early-end.ts'
import { ACTS } from '../case-file/fields.ts'
import { isOpen, mayClose, statusOf } from '../case-file/status.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { planOf } from '../revisit/plan.ts'

export const CLOSE_CASE = ACTS.closing.omit({
  at: true,
  by: true,
  selfApproved: true,
  revisitPlan: true,
  drawRate: true,
  drawSeed: true,
})
export type CloseCase = z.infer<typeof CLOSE_CASE>

export function closeCase(reading: Reading, input: CloseCase, asked: Asked): Decision {
  const form = checked(CLOSE_CASE, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (!isOpen(statusOf(file))) return refuse('case-closed')
  const gaps = closingGaps(form.value, file.fields)
  if (gaps) return refuse(gaps.code, gaps.code === 'reason-needed' ? gaps.fields : ['outcome'])
  if (!mayClose(file)) return refuse('answer-first')
  const { refusalReason, approvedBy = '', approval = '', capacity, ...told } = form.value
  const isEarly = isEarlyEnd(file, told.outcome)
  if (isEarly && (approvedBy === '' || approval === ''))
    return refuse('approval-needed', approvedBy === '' ? ['approvedBy'] : ['approval'])
  const selfApproved = reading.read(asked.user)?.['name'] === approvedBy
  return ok([
    {
      entity: asked.newId('closing'),
      kind: 'case-closed',
      // A reason that was chosen before another outcome says nothing.
      fields: {
        ...told,
        ...(told.outcome === 'not-accepted' && { refusalReason }),
        ...(isEarly && { approvedBy, approval, selfApproved, ...(capacity && { capacity }) }),
        ...planOf(reading, file.id, file),
        at: asked.now,
        by: asked.user,
      },
    },
  ])
}
