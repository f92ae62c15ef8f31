import { termOn, WARN_DAYS } from '#core/agreement/agreement.ts'
import { addDays, atTime, dayNumber } from '#core/lib/time.ts'
import type { DoerRule } from '../rule.ts'

/** 协议将到期: within 60 days (agreement.ts): long enough to buy the service anew. */
export const agreementEnding: DoerRule = {
  code: 'agreement-ending',
  look: ({ agreements }, { today }) =>
    agreements
      .filter(({ agreement }) => termOn(agreement, today) === 'ending')
      .map(({ id, agreement: { number, to } }) => ({
        since: atTime(addDays(to, -WARN_DAYS), '00:00:00'),
        until: null,
        key: `${id} ${to}`,
        facts: { number, to, left: dayNumber(to) - dayNumber(today) },
        cases: [],
      })),
}
