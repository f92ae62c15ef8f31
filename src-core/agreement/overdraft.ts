/**
 * 超支待审: where two PCs meet and together spent more than there was. Nothing is taken away by itself: it is listed with what
 * each of them knew, and a person accepts it with a reason, or releases one of the orders.
 */
import type { EntityId } from '../kernel/event.ts'
import type { Moment } from '../lib/time.ts'
import type { Sums } from './effects.ts'
import { agreementLeft, type AgreementFields, type Left } from './agreement.ts'

/** Append-only. `about`: the agreement or fund, accepted up to so much too much; or an order whose money was looked at. */
export type MoneyDecisionFields = {
  readonly about: EntityId
  readonly overUnits: number
  readonly overFen: number
  readonly reason: string
  readonly at: Moment
  readonly by: EntityId
}

export type Over = { readonly units: number; readonly fen: number }

const beyond = (left: number | null): number => (left !== null && left < 0 ? -left : 0)
export const overOf = ({ units, fen }: Left): Over => ({ units: beyond(units), fen: beyond(fen) })

/** Of an agreement with its money in the ledger. */
export const leftOfAgreement = (agreement: AgreementFields, sums: Sums): Left =>
  agreementLeft(agreement, { units: sums.reservedUnits + sums.paidUnits, fen: sums.reserved + sums.paid })

/** A fund has what came in. */
export const leftOfFund = ({ income, reserved, paid }: Sums): Left => ({ units: null, fen: income - reserved - paid })

/** What the most generous decision allows; any more is listed anew. */
export function acceptedOver(decisions: readonly MoneyDecisionFields[]): Over {
  return {
    units: Math.max(0, ...decisions.map(({ overUnits }) => overUnits)),
    fen: Math.max(0, ...decisions.map(({ overFen }) => overFen)),
  }
}

export const isUndecided = (over: Over, accepted: Over): boolean =>
  over.units > accepted.units || over.fen > accepted.fen

/** Of what was agreed, how much is gone: 0 … 1 and beyond; null where nothing limits. The nearer limit counts. */
export function usedShare(agreement: AgreementFields, left: Left): number | null {
  const { quota, capFen = null, unit } = agreement
  const shares: number[] = []
  if (quota !== null && quota > 0) shares.push(1 - ((unit === 'fen' ? left.fen : left.units) ?? quota) / quota)
  if (capFen !== null && capFen > 0 && left.fen !== null && unit !== 'fen') shares.push(1 - left.fen / capFen)
  return shares.length === 0 ? null : Math.max(...shares)
}

/** 快用完 from four fifths on; 用不完 when the term nears its end with less than half used. To add one: here, with its words. */
export type AgreementWarning = 'overspent' | 'used-up' | 'nearly-used-up' | 'unspent' | 'ending' | 'over'
export const NEARLY = 0.8
export const UNSPENT = 0.5

export function warningsOf(
  agreement: AgreementFields,
  left: Left,
  term: 'not-begun' | 'in-force' | 'ending' | 'over',
): AgreementWarning[] {
  const share = usedShare(agreement, left)
  const { units, fen } = overOf(left)
  const out: AgreementWarning[] = []
  if (units > 0 || fen > 0) out.push('overspent')
  else if (share !== null && share >= 1) out.push('used-up')
  else if (share !== null && share >= NEARLY && term !== 'over') out.push('nearly-used-up')
  if (share !== null && share < UNSPENT && (term === 'ending' || term === 'over')) out.push('unspent')
  if (term === 'ending' || term === 'over') out.push(term)
  return out
}
