/** What the acts of the current round leave undone: which step is the next one, seen from the desk. */
import { actsOf, currentRound, type CaseFile } from './case-file.ts'
import { openReferral, statusOf } from './status.ts'

/**
 * 办理中 · 待分类派单 · 待首次联系 · 退单待改派 · 等居民补材料 · 待办结 · 待回访. To add one: at the END (columns store the
 * position), its rule in `waitingOf`, and its words in both texts (cases.waiting).
 */
export const WAITINGS = ['nothing', 'routing', 'contact', 'rerouting', 'material', 'closing', 'revisit'] as const
export type Waiting = (typeof WAITINGS)[number]

export function waitingOf(file: CaseFile): Waiting {
  const status = statusOf(file)
  if (status === 'revisited') return 'nothing'
  if (status === 'closed') return 'revisit'
  if (status === 'answered') return 'closing'
  const round = currentRound(file)
  const contacted = actsOf(round, 'contact').some((contact) => contact.kind !== 'note')
  if (openReferral(file)) return contacted ? 'nothing' : 'contact'
  const ended = actsOf(round, 'referral-step').findLast((step) => step.step === 'declined' || step.step === 'returned')
  if (ended) return ended.reasonCode === 'missing-material' ? 'material' : 'rerouting'
  return contacted ? 'nothing' : 'routing'
}

/** When the desk said it would be in touch again: by the last contact of a round that is not answered yet. */
export function agreedNext(file: CaseFile): string | null {
  const round = currentRound(file)
  if (round.some((act) => act.type === 'answer' || act.type === 'closing')) return null
  return actsOf(round, 'contact').at(-1)?.nextAt ?? null
}
