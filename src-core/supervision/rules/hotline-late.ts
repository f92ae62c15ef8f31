import { isOrder } from '#core/case-file/closing-gaps.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import type { CaseRule } from '../rule.ts'

/** 12345 超时: the order's own limit, which no extension of the station's moves, passed before it went back answered. */
export const hotlineLate: CaseRule = {
  code: 'hotline-late',
  look(file) {
    const { orderDueAt, dueAt } = file.fields
    const limit = orderDueAt ?? dueAt
    if (!isOrder(file.fields) || !limit || file.fields.import) return null
    const until =
      actsOf(file.acts, 'answer').find(({ to }) => to === undefined || to.includes('dispatcher'))?.at ??
      actsOf(file.acts, 'closing')[0]?.at ??
      null
    return until !== null && until <= limit ? null : { since: limit, until, key: limit, facts: { dueAt: limit } }
  },
}
