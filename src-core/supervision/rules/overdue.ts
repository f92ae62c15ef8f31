import { isOrder } from '#core/case-file/closing-gaps.ts'
import { factsOf } from '#core/figures/round-facts.ts'
import type { CaseRule } from '../rule.ts'

/** 超期: the deadline in force passed before the resident had an answer. 12345 orders have a rule of their own. */
export const overdue: CaseRule = {
  code: 'overdue',
  look(file) {
    const { dueAt, answeredAt, closedAt, round } = factsOf(file).at(-1)!
    const until = answeredAt ?? closedAt
    if (dueAt === null || isOrder(file.fields) || (until !== null && until <= dueAt)) return null
    return { since: dueAt, until, key: `${round} ${dueAt}`, facts: { dueAt } }
  },
}
