import { usedShare } from '#core/agreement/overdraft.ts'
import { termOn } from '#core/agreement/agreement.ts'
import { atTime } from '#core/lib/time.ts'
import type { DoerRule } from '../rule.ts'

/** 协议额度将用完: how many percent is a setting (80, as in the ledger). One that is over needs nothing any more. */
export const agreementUsed: DoerRule = {
  code: 'agreement-used',
  look: ({ agreements }, { today, usedPercent }) =>
    agreements.flatMap(({ id, agreement, left }) => {
      const share = usedShare(agreement, left)
      if (share === null || share * 100 < usedPercent || termOn(agreement, today) === 'over') return []
      const percent = Math.floor(share * 100)
      // By tens: what was dismissed at 82 % comes back at 90 %.
      const key = `${id} ${Math.floor(percent / 10)}`
      return [{ since: atTime(today, '00:00:00'), until: null, key, facts: { number: agreement.number, percent }, cases: [] }] // prettier-ignore
    }),
}
