/**
 * 结算: what an order's work is paid, once, on confirmed delivery, with its voucher; less or more than was reserved, but never
 * more than is left. 释放: what is held for nothing goes back by hand.
 */
import {
  accountOf,
  draft,
  fenAmount,
  moneyProblem,
  payer,
  refuseMoney,
  releaseDrafts,
  unitCount,
  type OrderMoney,
} from '../agreement/order-money.ts'
import { entryId } from '../agreement/ledger-entry.ts'
import { standing } from '../agreement/ledger.ts'
import { actsOf, type CaseFile } from '../case-file/case-file.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { orderState, type Order } from '../case-file/orders.ts'
import { categoryOf, isOpen, statusOf } from '../case-file/status.ts'
import { ok } from '../lib/result.ts'
import { day, entityId, words, z } from '../lib/schema.ts'
import { dayOf } from '../lib/time.ts'

/** `agreement`, `fund`: for an order that reserved nothing; otherwise what it reserved pays. `day`: of the payment, if not today. */
export const SETTLE_ORDER = z.object({
  case: entityId('case'),
  referral: entityId('referral'),
  agreement: entityId('agreement').optional(),
  fund: entityId('fund').optional(),
  units: unitCount,
  fen: fenAmount,
  copayFen: fenAmount,
  voucher: words(60),
  basis: words(80),
  day: day.optional(),
  note: words(500),
})
export type SettleOrder = z.infer<typeof SETTLE_ORDER>

export function settleOrder(reading: Reading, input: SettleOrder, asked: Asked): Decision {
  const form = checked(SETTLE_ORDER, input)
  if (!form.ok) return form
  const { case: id, referral, units, fen, copayFen, voucher, note, ...said } = form.value
  const file = reading.caseFile(id)
  if (!file) return refuse('no-such-case')
  const order = orderOf(file, referral)
  if (!order) return refuse('no-such-referral')
  const held = standing(reading.money(), referral)
  if (held.settle) return refuse('already-settled')
  if (!isDelivered(file, order)) return refuse('not-delivered')
  const account = held.open?.account ?? accountOf(said)
  if (account === null) return refuse('no-such-agreement', ['agreement'])
  if (voucher === '') return refuse('voucher-needed', ['voucher'])
  const today = dayOf(asked.now)
  const on = said.day ?? today
  if (on > today) return refuse('in-the-future', ['day'])
  const basis = said.basis || (held.open?.basis ?? '')
  const source = payer(account)
  const money: OrderMoney = { ...source, units, fen, copayFen, basis }
  // What was reserved while the agreement ran is paid after its end too, also when an order came back into force after it.
  const asOf = held.open ? dayOf(order.at) : on
  const had = held.open ? { units: held.open.units, fen: held.open.fen } : undefined
  const spender = { provider: order.provider, categories: categoriesOf(reading, file, order) }
  const wrong = moneyProblem(reading, money, spender, asOf, had)
  if (wrong) return refuseMoney(wrong)
  return ok([
    draft(
      reading,
      {
        kind: 'settle', referral, ...source, case: id, provider: order.provider, units, fen, copayFen, voucher, day: on,
        ...(basis && { basis }),
        // Released before, and paid all the same: it says so, and is no double.
        ...(held.reserve && !held.open && { corrects: entryId(referral, 'release', held.reserve.n) }),
        ...(note && { note }),
      },
      asked,
    ),
  ]) // prettier-ignore
}

export const RELEASE_ORDER = z.object({ case: entityId('case'), referral: entityId('referral'), note: words(500) })
export type ReleaseOrder = z.infer<typeof RELEASE_ORDER>

/** `note`: why it is not needed. The order itself goes on. */
export function releaseOrder(reading: Reading, input: ReleaseOrder, asked: Asked): Decision {
  const form = checked(RELEASE_ORDER, input)
  if (!form.ok) return form
  const { referral, note } = form.value
  const released = releaseDrafts(reading, [referral], asked, note)
  if (released.length === 0) return refuse('nothing-reserved')
  return note === '' ? refuse('reason-needed', ['note']) : ok(released)
}

/** The order, whichever round it was of; null for one that was withdrawn or never there. */
export const orderOf = ({ acts }: Pick<CaseFile, 'acts'>, referral: string): Order | null =>
  actsOf(acts, 'referral').find(({ id }) => id === referral) ?? null

/** 办完; or the case is over and nobody gave the order back: work was done, nobody wrote the step. */
export function isDelivered(file: CaseFile, order: Order): boolean {
  const state = orderState(file.acts, order)
  return state === 'done' || (!isOpen(statusOf(file)) && (state === 'in-work' || state === 'offered'))
}

/** What the order was for when it went out, what the case is called now, and what the chosen service covers. */
export function categoriesOf(reading: Pick<Reading, 'read'>, file: CaseFile, order: Order): string[] {
  const service = order.service ? reading.read(order.service)?.['categories'] : undefined
  return [order.category ?? '', categoryOf(file), ...(Array.isArray(service) ? service.map(String) : [])]
}
