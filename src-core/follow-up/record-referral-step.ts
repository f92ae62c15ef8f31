/**
 * What the provider says: 接单 / 不接 / 阶段性工作情况 / 办完; of an office: 已受理 / 不受理 / 已反馈 / 退回. And what the station
 * does about an order: 未回应，收回 once the time to answer is over, 收回改派 with a reason (DOMAIN §4).
 */
import { isPaid, releaseDrafts } from '../agreement/order-money.ts'
import type { CaseFile } from '../case-file/case-file.ts'
import { actsOf, currentRound } from '../case-file/case-file.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { ENDING, orderState, ordersInForce, refusedRuling, type Order } from '../case-file/orders.ts'
import type { RefusalCode } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

/** `at`: when it was said, if not now. */
export const RECORD_REFERRAL_STEP = ACTS['referral-step'].omit({ by: true }).partial({ at: true })
export type RecordReferralStep = z.infer<typeof RECORD_REFERRAL_STEP>

type Said = Omit<RecordReferralStep, 'at'> & { readonly at: string }

export function recordReferralStep(reading: Reading, input: RecordReferralStep, asked: Asked): Decision {
  const form = checked(RECORD_REFERRAL_STEP, input)
  if (!form.ok) return form
  const said: Said = { ...form.value, at: form.value.at ?? asked.now }
  const file = reading.caseFile(said.case)
  if (!file) return refuse('no-such-case')
  const order = actsOf(file.acts, 'referral').find(({ id }) => id === said.referral)
  if (!order) return refuse('no-such-referral')
  if (said.at > asked.now) return refuse('in-the-future', ['at'])
  if (said.at < order.at) return refuse('invalid-input', ['at'])
  const wrong = whatIsWrong(file, order, said)
  if (wrong) return refuse(wrong.code, wrong.fields, wrong.at)
  const ends = ENDING.has(said.step)
  if (ends && isPaid(reading, order.id)) return refuse('order-settled', ['step'])
  return ok([
    {
      entity: asked.newId('referral-step'),
      kind: `referral-${said.step}`,
      fields: { ...said, by: asked.user },
    },
    ...(ends ? releaseDrafts(reading, [order.id], asked) : []),
  ])
}

type Wrong = { readonly code: RefusalCode; readonly fields?: readonly string[]; readonly at?: string }

function whatIsWrong(file: CaseFile, order: Order, said: Said): Wrong | null {
  const { step, reasonCode, note, lateReason, at } = said
  const isEnding = step === 'declined' || step === 'returned'
  if (isEnding && !reasonCode) return { code: 'reason-needed', fields: ['reasonCode'] }
  const round = currentRound(file)
  // An order of an earlier round, or one that has ended, is nobody's work any more: whatever came would move the status.
  if (!ordersInForce(file).includes(order)) return { code: 'no-such-referral' }
  const state = orderState(round, order)
  if (order.way === 'dispatch') {
    if (step === 'returned') return { code: 'goes-to-review', fields: ['step'] }
    if (step === 'declined' && refusedRuling(round, order.id)) return { code: 'cannot-return-again', fields: ['step'] }
    if (step === 'declined' && state !== 'offered') return { code: 'already-accepted', fields: ['step'] }
  }
  if (step === 'silent') {
    if (state !== 'offered') return { code: 'already-accepted', fields: ['step'] }
    if (order.replyBy !== undefined && at <= order.replyBy) return { code: 'still-time', fields: ['step'], at: order.replyBy } // prettier-ignore
  }
  if ((step === 'recalled' || step === 'interim') && note === '') return { code: 'reason-needed', fields: ['note'] }
  const isLate = order.role === 'co' && order.dueAt !== undefined && at > order.dueAt
  if (isLate && (step === 'interim' || step === 'done') && !lateReason)
    return { code: 'late-reason-needed', fields: ['lateReason'], at: order.dueAt! }
  if (isLate && step === 'done' && note === '') return { code: 'reason-needed', fields: ['note'] }
  return null
}
