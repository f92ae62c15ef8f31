/**
 * 申请退单 of a 12345 order: it cannot be refused here, only asked back with a coded reason; the upper office decides.
 * Taken back, the case ends as 转其他渠道 in the same command, so that nobody is asked for an answer that is now another's.
 */
import { actsOf, currentRound, type CaseFile } from '../case-file/case-file.ts'
import { isOrder } from '../case-file/closing-gaps.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { INTAKE_ACTS } from '../case-file/intake-acts.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { planOf } from '../revisit/plan.ts'

/** Refuses 'reason-needed' (applied, without its code; 其他, without words), 'not-an-order', 'return-pending', 'not-asked-back'. */
export const RETURN_ORDER = INTAKE_ACTS['order-return'].omit({ at: true, by: true })
export type ReturnOrder = z.infer<typeof RETURN_ORDER>

export function returnOrder(reading: Reading, input: ReturnOrder, asked: Asked): Decision {
  const form = checked(RETURN_ORDER, input)
  if (!form.ok) return form
  const { case: id, step, reasonCode, note } = form.value
  const file = reading.caseFile(id)
  if (!file) return refuse('no-such-case')
  if (!isOrder(file.fields)) return refuse('not-an-order')
  if (!isOpen(statusOf(file))) return refuse('case-closed')
  const isPending = isAskedBack(file)
  if (step === 'applied') {
    if (isPending) return refuse('return-pending')
    if (!reasonCode) return refuse('reason-needed', ['reasonCode'])
    if (reasonCode === 'other' && note.trim() === '') return refuse('reason-needed', ['note'])
  } else if (!isPending) return refuse('not-asked-back')
  const act = { case: id, at: asked.now, by: asked.user }
  return ok([
    {
      entity: asked.newId('order-return'),
      kind: `order-return-${step}`,
      fields: { ...act, step, note, ...(step === 'applied' && { reasonCode }) },
    },
    ...(step === 'granted'
      ? [
          {
            entity: asked.newId('closing'),
            kind: 'case-closed',
            fields: { ...act, outcome: 'other-channel', note: '', ...planOf(reading, id, file) },
          },
        ]
      : []),
  ])
}

/** Asked back in this round, and not yet answered. */
export const isAskedBack = (file: CaseFile): boolean =>
  actsOf(currentRound(file), 'order-return').at(-1)?.step === 'applied'
