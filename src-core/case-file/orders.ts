/**
 * How a referral stands, from its acts: 派单 已派出 → 接单 / 不接 / 未回应 → 在办 → 办完 / 退单, 上报 已上报 → 已受理 → 已反馈.
 * Whatever set of acts a merge brings together has exactly one state, and what ends an order ends it for good.
 */
import type { EntityId } from '../kernel/event.ts'
import type { Moment } from '../lib/time.ts'
import { actsOf, currentRound, type Act, type CaseFile } from './case-file.ts'
import type { ReferralStep, ReturnReason } from './codes.ts'

export type Order = Extract<Act, { type: 'referral' }>
export type OrderStep = Extract<Act, { type: 'referral-step' }>
export type Objection = Extract<Act, { type: 'objection' }>
export type RulingAct = Extract<Act, { type: 'ruling' }>

/**
 * 待接单 · 未回应（过了接单时限） · 在办 · 退单待裁定 · 已办完 · 不接 · 已退单 · 已收回. A report to an office goes through the same
 * states under its own words. To add one: here, in `orderState`, and its words in text/<language>/referral.ts.
 */
export const ORDER_STATES = [
  'offered',
  'silent',
  'in-work',
  'under-review',
  'done',
  'declined',
  'returned',
  'recalled',
] as const
export type OrderState = (typeof ORDER_STATES)[number]

/** Steps after which an order is nobody's work: whatever of its money is still held is free again. */
export const ENDING: ReadonlySet<ReferralStep> = new Set(['declined', 'returned', 'silent', 'recalled'])

const ENDED: ReadonlySet<OrderState> = new Set(['declined', 'returned', 'recalled'])

export const isLead = (order: Order): boolean => order.role !== 'co'

type Acts = readonly Act[]

const stepsOf = (acts: Acts, order: EntityId): OrderStep[] =>
  actsOf(acts, 'referral-step').filter((step) => step.referral === order)

/** The last word of a review; of two that were written apart the later one, in the order everybody agrees on. */
export const rulingOf = (acts: Acts, objection: EntityId): RulingAct | null =>
  actsOf(acts, 'ruling').findLast((ruling) => ruling.objection === objection) ?? null

const objectionsTo = (acts: Acts, order: EntityId): Objection[] =>
  actsOf(acts, 'objection').filter((objection) => objection.referral === order)

/** 退单申请 that nobody has ruled on. */
export const openObjection = (acts: Acts, order: EntityId): Objection | null =>
  objectionsTo(acts, order).find((objection) => rulingOf(acts, objection.id) === null) ?? null

/** The ruling that keeps the order with its provider; after it the same order is never asked back again (DOMAIN §4.3). */
export const refusedRuling = (acts: Acts, order: EntityId): RulingAct | null =>
  objectionsTo(acts, order)
    .map((objection) => rulingOf(acts, objection.id))
    .findLast((ruling) => ruling?.decision === 'refused') ?? null

/** The rulings that granted a 退单. */
export const upheldRulings = (acts: Acts, order: EntityId): RulingAct[] =>
  objectionsTo(acts, order).flatMap((objection) => {
    const ruling = rulingOf(acts, objection.id)
    return ruling?.decision === 'upheld' ? [ruling] : []
  })

/** What the provider reported as its result: 办完 or 已反馈. */
export const doneStep = (acts: Acts, order: EntityId): OrderStep | null =>
  stepsOf(acts, order).findLast(({ step }) => step === 'done' || step === 'fed-back') ?? null

/** `now`: left out, an order that nobody answered is only waited for: status and lists do not look at the clock. */
export function orderState(acts: Acts, order: Order, now?: Moment): OrderState {
  const said = new Set(stepsOf(acts, order.id).map(({ step }) => step))
  if (said.has('declined')) return 'declined'
  const rulings = objectionsTo(acts, order.id).map((objection) => rulingOf(acts, objection.id)?.decision ?? null)
  if (said.has('returned') || rulings.includes('upheld')) return 'returned'
  if (said.has('silent') || said.has('recalled')) return 'recalled'
  if (rulings.includes(null)) return 'under-review'
  if (said.has('done') || said.has('fed-back')) return 'done'
  if (said.size > 0) return 'in-work'
  return now !== undefined && order.replyBy !== undefined && order.replyBy < now ? 'silent' : 'offered'
}

/** Why an order ended, in the provider's coded words; null when it is in force, or the station took it back. */
export function endReason(acts: Acts, order: EntityId): ReturnReason | null {
  const step = stepsOf(acts, order).find((one) => one.step === 'declined' || one.step === 'returned')
  if (step) return step.reasonCode ?? 'other'
  const upheld = objectionsTo(acts, order).find((one) => rulingOf(acts, one.id)?.decision === 'upheld')
  return upheld?.reasonCode ?? null
}

/** Every order of this round that nothing ended, 主办 and 协办, in the order of writing. */
export function ordersInForce(file: CaseFile): Order[] {
  const round = currentRound(file)
  return actsOf(round, 'referral').filter((order) => !ENDED.has(orderState(round, order)))
}

/** The 主办 order in force: of two that were written apart, the later one. */
export const leadOrder = (file: CaseFile): Order | null => ordersInForce(file).findLast(isLead) ?? null

/** 协办 past their own deadline who neither finished nor said since why (DOMAIN §4.2). */
export function lateCoHandlers(file: CaseFile, now: Moment): Order[] {
  const round = currentRound(file)
  return ordersInForce(file).filter(({ id, role, dueAt }) => {
    if (role !== 'co' || dueAt === undefined || dueAt >= now || doneStep(round, id)) return false
    return !stepsOf(round, id).some(({ step, at }) => step === 'interim' && at > dueAt)
  })
}

/** 同意 that still stands for this provider; withdrawn ones are gone. */
export function consentFor(acts: Acts, provider: EntityId): Extract<Act, { type: 'consent' }> | null {
  const withdrawn = new Set(actsOf(acts, 'consent-withdrawal').map(({ consent }) => consent))
  return actsOf(acts, 'consent').findLast((one) => one.provider === provider && !withdrawn.has(one.id)) ?? null
}

/** The order's ground was a consent that the resident has taken back since. */
export const isConsentWithdrawn = (acts: Acts, { consent }: Order): boolean =>
  consent !== undefined && actsOf(acts, 'consent-withdrawal').some((one) => one.consent === consent)
