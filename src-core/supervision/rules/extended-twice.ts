import { actsOf, currentRound } from '#core/case-file/case-file.ts'
import type { CaseRule } from '../rule.ts'

/** Twice in one round: the limit has stopped being one. */
export const EXTENSIONS = 2

/** 多次延期. */
export const extendedTwice: CaseRule = {
  code: 'extended-twice',
  look(file) {
    const extensions = actsOf(currentRound(file), 'extension')
    const nth = extensions[EXTENSIONS - 1]
    if (!nth) return null
    const [first] = extensions
    const facts = { times: extensions.length, was: first!.was, dueAt: extensions.at(-1)!.dueAt }
    return { since: nth.at, until: null, key: `${extensions.length} ${nth.id}`, facts }
  },
}
