/**
 * 提前终止 (DOMAIN §6): a case that is withdrawn, sent elsewhere or not accepted while somebody is at work on it ends early,
 * and needs a written approval: who approved it, and the paper it stands on.
 */
import { currentRound, type CaseFile } from './case-file.ts'
import type { Outcome } from './codes.ts'
import { ordersInForce, orderState } from './orders.ts'

const ENDS_EARLY: ReadonlySet<Outcome> = new Set(['withdrawn', 'other-channel', 'not-accepted'])

export function isEarlyEnd(file: CaseFile, outcome: Outcome | undefined): boolean {
  if (outcome === undefined || !ENDS_EARLY.has(outcome)) return false
  const round = currentRound(file)
  return ordersInForce(file).some((order) => ['in-work', 'under-review'].includes(orderState(round, order)))
}
