/**
 * 退单申请（派单异议）: the provider asks to be rid of an order. It needs a coded reason, comes within five working days of the
 * dispatch, and goes to review; after a ruling against it the same provider cannot return the same order again (DOMAIN §4.3).
 */
import { isPaid } from '../agreement/order-money.ts'
import { currentRound } from '../case-file/case-file.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { openObjection, ordersInForce, refusedRuling } from '../case-file/orders.ts'
import { deadline } from '../lib/deadline.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

/** `at`: when the provider said it, if not now. */
export const RAISE_OBJECTION = ACTS.objection.omit({ by: true }).partial({ at: true })
export type RaiseObjection = z.infer<typeof RAISE_OBJECTION>

export function raiseObjection(reading: Reading, input: RaiseObjection, asked: Asked): Decision {
  const form = checked(RAISE_OBJECTION, input)
  if (!form.ok) return form
  const { at = asked.now, ...said } = form.value
  const file = reading.caseFile(said.case)
  if (!file) return refuse('no-such-case')
  const order = ordersInForce(file).find(({ id }) => id === said.referral)
  // An office sends a matter back as it likes: that is a step of its own (退回), and nobody here rules on it.
  if (order?.way !== 'dispatch') return refuse('no-such-referral')
  if (isPaid(reading, order.id)) return refuse('order-settled', ['referral'])
  const round = currentRound(file)
  if (openObjection(round, order.id)) return refuse('under-review')
  const kept = refusedRuling(round, order.id)
  if (kept) return refuse('cannot-return-again', undefined, kept.at)
  if (at > asked.now) return refuse('in-the-future', ['at'])
  if (at < order.at) return refuse('invalid-input', ['at'])
  // Older orders did not write it down.
  const until = order.objectBy ?? deadline(order.at, { unit: 'working-days', count: 5 }).at
  if (at > until) return refuse('objection-too-late', undefined, until)
  return ok([{ entity: asked.newId('objection'), kind: 'objection-raised', fields: { ...said, at, by: asked.user } }])
}
