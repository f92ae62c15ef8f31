/** What a closing must bring along (DOMAIN §3.3): the same rule at the counter and on the case page. */
import type { CaseFields } from './fields.ts'
import type { Outcome } from './codes.ts'
import type { RefusalReason } from './intake-codes.ts'

type Closing = {
  readonly outcome: Outcome
  readonly refusalReason?: RefusalReason | undefined
  readonly toldChannel?: string | undefined
}

export const isOrder = ({ channel, orderNumber = '' }: Pick<Partial<CaseFields>, 'channel' | 'orderNumber'>): boolean =>
  channel === 'hotline-12345' || orderNumber !== ''

/**
 * 不予受理 names one of the seven reasons and the channel that the resident was told; a 12345 order knows no refusal, only
 * 申请退单. Null: nothing is missing. Other fields of the closing are the caller's.
 */
export function closingGaps(
  closing: Closing,
  fields: Pick<Partial<CaseFields>, 'channel' | 'orderNumber'>,
):
  | { readonly code: 'order-not-refused' }
  | { readonly code: 'reason-needed'; readonly fields: readonly string[] }
  | null {
  if (closing.outcome !== 'not-accepted') return null
  if (isOrder(fields)) return { code: 'order-not-refused' }
  const missing = [
    ...(closing.refusalReason ? [] : ['refusalReason']),
    ...((closing.toldChannel ?? '').trim() === '' ? ['toldChannel'] : []),
  ]
  return missing.length > 0 ? { code: 'reason-needed', fields: missing } : null
}
