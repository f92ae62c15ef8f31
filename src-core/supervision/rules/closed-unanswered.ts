import { actsOf, currentRound } from '#core/case-file/case-file.ts'
import { mayClose } from '#core/case-file/status.ts'
import type { CaseRule } from '../rule.ts'

/** 办结无答复 (DOMAIN §6). The program refuses it, but an answer may be taken back, and a merge may bring a closing alone. */
export const closedUnanswered: CaseRule = {
  code: 'closed-unanswered',
  look(file) {
    const closing = actsOf(currentRound(file), 'closing').at(-1)
    if (!closing || file.fields.import || file.fields.anonymous || mayClose(file)) return null
    return { since: closing.at, until: null, key: closing.id, facts: { closedAt: closing.at } }
  },
}
