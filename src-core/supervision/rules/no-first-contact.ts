import { actsOf } from '#core/case-file/case-file.ts'
import { deadline } from '#core/lib/deadline.ts'
import type { CaseRule } from '../rule.ts'

/** One working day: whoever asked hears from somebody by the end of the next one (DOMAIN §5.5). */
export const FIRST_CONTACT = { unit: 'working-days', count: 1 } as const

/** 首次联系缺失: nobody tried to reach the resident in time. Anonymous requests and records taken over have nobody to reach. */
export const noFirstContact: CaseRule = {
  code: 'no-first-contact',
  look(file, days) {
    const { receivedAt, anonymous, import: taken } = file.fields
    if (!receivedAt || anonymous || taken) return null
    const tried = [
      ...actsOf(file.acts, 'contact').filter(({ kind }) => kind !== 'note'),
      ...actsOf(file.acts, 'answer'),
      ...actsOf(file.acts, 'closing'),
    ].map(({ at }) => at)
    const until = tried.reduce<string | null>((first, at) => (first === null || at < first ? at : first), null)
    const since = deadline(receivedAt, FIRST_CONTACT, days).at
    return until !== null && until <= since ? null : { since, until, key: since, facts: { receivedAt } }
  },
}
