import { actsOf } from '#core/case-file/case-file.ts'
import { epochOf } from '#core/lib/time.ts'
import type { CaseRule } from '../rule.ts'

/** A week: what comes back within it was not finished; later it is most often something new. */
export const SOON_DAYS = 7

/** 办结后又开: closed, and opened again within a week. */
export const reopenedSoon: CaseRule = {
  code: 'reopened-soon',
  look({ acts }) {
    const last = actsOf(acts, 'reopening').findLast((reopening) => {
      const closing = actsOf(acts.slice(0, acts.indexOf(reopening)), 'closing').at(-1)
      return closing && epochOf(reopening.at) - epochOf(closing.at) <= SOON_DAYS * 86_400_000
    })
    if (!last) return null
    const closing = actsOf(acts.slice(0, acts.indexOf(last)), 'closing').at(-1)!
    return { since: last.at, until: null, key: last.id, facts: { closedAt: closing.at, reopenedAt: last.at } }
  },
}
