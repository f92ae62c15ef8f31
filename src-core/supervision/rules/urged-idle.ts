import { actsOf, currentRound, type Act } from '#core/case-file/case-file.ts'
import { isOpen, statusOf } from '#core/case-file/status.ts'
import type { CaseRule } from '../rule.ts'

/** Looking, filing and linking move nothing. */
const MOVES_NOTHING: ReadonlySet<Act['type']> = new Set([
  'viewing',
  'attachment',
  'linking',
  'finding',
  'rectification',
])

/** 催而未动: it was urged, the five working days to reply passed (follow-up/urge-case.ts), and nothing followed. */
export const urgedIdle: CaseRule = {
  code: 'urged-idle',
  look(file) {
    if (!isOpen(statusOf(file))) return null
    const round = currentRound(file)
    const last = actsOf(round, 'urging').at(-1)
    if (!last) return null
    const after = round.slice(round.indexOf(last) + 1)
    if (after.some(({ type }) => !MOVES_NOTHING.has(type))) return null
    const times = actsOf(round, 'urging').length
    return { since: last.replyBy, until: null, key: last.id, facts: { times, urgedAt: last.at, replyBy: last.replyBy } }
  },
}
