/**
 * 缺位 and 越位 (DOMAIN §1): one person often holds several capacities, so a matter may have nobody who leads it, and a
 * person may approve their own work. Both are computed, never entered, and say nothing about guilt: they make it visible.
 */
import type { EntityId } from '../kernel/event.ts'
import { actsOf, currentRound, type CaseFile } from './case-file.ts'
import { handlerOf } from './handler.ts'
import { leadOrder, ordersInForce } from './orders.ts'

/** None · 缺位 · 越位 · both. To add one: at the END (columns store the position), and its words (referral.duty). */
export const DUTY_FLAGS = ['none', 'vacant', 'overstepped', 'both'] as const
export type DutyFlag = (typeof DUTY_FLAGS)[number]

/** Who has a part in the matter now, besides the station. */
function isVacant(file: CaseFile): boolean {
  const round = currentRound(file)
  if (round.some(({ type }) => type === 'closing')) return false
  const orders = ordersInForce(file)
  const parts = actsOf(round, 'participation')
  if (orders.length + parts.length < 2) return false
  const leads = [...orders, ...parts].some(({ part }) => part === 'lead')
  return !leads && (leadOrder(file) === null || parts.length > 0)
}

/** Acts by which somebody approved, ruled on or supervised what was their own work. */
export function oversteppedActs(file: CaseFile): EntityId[] {
  const { acts } = file
  const orders = new Map(actsOf(acts, 'referral').map((order) => [order.id, order.by]))
  const sentBy = new Map(actsOf(acts, 'objection').map(({ id, referral }) => [id, orders.get(referral)]))
  const handler = handlerOf(file)
  return acts
    .filter((act) => {
      // Where the author did not come along (an upper office has no private fields), nobody is told anything.
      if (!act.by) return false
      if (act.type === 'ruling') return sentBy.get(act.objection) === act.by
      if (act.type === 'finding') return handler === act.by
      if (act.type === 'closing' || act.type === 'extension') return act.selfApproved === true
      if (act.type === 'rectification') return act.selfChecked === true
      if (act.type === 'revisit') return act.valid && act.selfRevisit
      return false
    })
    .map(({ id }) => id)
}

/** A small station revisits itself (自访, DOMAIN §7.1) and says so on the revisit: no mark on every case of such a station. */
export function dutyOf(file: CaseFile): DutyFlag {
  const overstepped = oversteppedActs(file).some((id) => !id.startsWith('revisit:'))
  if (isVacant(file)) return overstepped ? 'both' : 'vacant'
  return overstepped ? 'overstepped' : 'none'
}
