import { actsOf, currentRound } from '#core/case-file/case-file.ts'
import { closingGaps } from '#core/case-file/closing-gaps.ts'
import type { CaseRule } from '../rule.ts'

/** 不予受理未告知渠道 (DOMAIN §3.3): refused without one of the seven reasons, or without a channel that the resident was told. */
export const refusedUntold: CaseRule = {
  code: 'refused-untold',
  look(file) {
    const closing = actsOf(currentRound(file), 'closing').at(-1)
    if (!closing || file.fields.import || !closingGaps(closing, file.fields)) return null
    return { since: closing.at, until: null, key: closing.id, facts: { closedAt: closing.at } }
  },
}
