import { actsOf, currentRound } from '#core/case-file/case-file.ts'
import type { CaseRule } from '../rule.ts'

/** Twice: once may be a mistake in sending it, twice means that nobody takes it. */
export const RETURNS = 2

/** 反复退单: the matter was asked back or given back again and again. 不接 before taking it is no return. */
export const returnedAgain: CaseRule = {
  code: 'returned-again',
  look(file) {
    const round = currentRound(file)
    const returns = [
      ...actsOf(round, 'objection'),
      ...actsOf(round, 'referral-step').filter(({ step }) => step === 'returned'),
    ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    const nth = returns[RETURNS - 1]
    if (!nth) return null
    return { since: nth.at, until: null, key: `${returns.length} ${nth.id}`, facts: { times: returns.length } }
  },
}
