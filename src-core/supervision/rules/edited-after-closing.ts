import { actsOf, currentRound } from '#core/case-file/case-file.ts'
import type { CaseRule } from '../rule.ts'

/** 办结后改动: what was registered was corrected after the case was closed. Every edit stays visible (DOMAIN §8). */
export const editedAfterClosing: CaseRule = {
  code: 'edited-after-closing',
  look(file) {
    const round = currentRound(file)
    const closed = round.findIndex(({ type }) => type === 'closing')
    if (closed < 0) return null
    // In the order of writing: one save that takes in and closes corrects nothing.
    const edits = actsOf(round.slice(closed + 1), 'correction').filter(({ written }) => written[0] > round[closed]!.written[0]) // prettier-ignore
    const last = edits.at(-1)
    return last ? { since: last.at, until: last.at, key: last.id, facts: { times: edits.length, at: last.at } } : null
  },
}
