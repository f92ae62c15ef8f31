import { actsOf, currentRound } from '#core/case-file/case-file.ts'
import { deadline } from '#core/lib/deadline.ts'
import { attemptsOf, MOST_ATTEMPTS } from '#core/revisit/attempts.ts'
import type { CaseRule } from '../rule.ts'

/** Five working days after the closing: later, people no longer remember who came. */
export const REVISIT_WITHIN = { unit: 'working-days', count: 5 } as const

/** 该回访未回访: the closing says that this case is asked about (revisit/plan.ts), and nobody has asked. */
export const revisitMissing: CaseRule = {
  code: 'revisit-missing',
  look(file, days) {
    const round = currentRound(file)
    const closing = actsOf(round, 'closing').at(-1)
    if (closing?.revisitPlan !== 'always' && closing?.revisitPlan !== 'sampled') return null
    const since = deadline(closing.at, REVISIT_WITHIN, days).at
    const asked = actsOf(round, 'revisit')
    const until =
      asked.find(({ valid }) => valid)?.at ?? (attemptsOf(file).length >= MOST_ATTEMPTS ? asked.at(-1)!.at : null)
    if (until !== null && until <= since) return null
    return { since, until, key: closing.id, facts: { closedAt: closing.at, tries: asked.length } }
  },
}
