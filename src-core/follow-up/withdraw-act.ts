/**
 * 撤销: takes back one's own act while it is the newest of the case. Nothing is deleted: the act stays visible, struck
 * through, and counts no more. What another computer wrote meanwhile may arrive later; the status is computed from
 * whatever is left.
 */
import { mayWithdraw, type Act, type CaseFile } from '../case-file/case-file.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const WITHDRAW_ACT = ACTS.withdrawal.omit({ at: true, by: true })
export type WithdrawAct = z.infer<typeof WITHDRAW_ACT>

export function withdrawAct(reading: Reading, input: WithdrawAct, asked: Asked): Decision {
  const form = checked(WITHDRAW_ACT, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (lastOwnAct(file, asked.user)?.id !== form.value.act) return refuse('not-your-last')
  return ok([
    {
      entity: asked.newId('withdrawal'),
      kind: 'act-withdrawn',
      fields: { ...form.value, at: asked.now, by: asked.user },
    },
  ])
}

/** What this person may take back now; null when the newest act is somebody else's, or there is none. */
export function lastOwnAct(file: CaseFile, user: string): Act | null {
  const last = file.acts.findLast(mayWithdraw)
  return last?.by === user ? last : null
}
