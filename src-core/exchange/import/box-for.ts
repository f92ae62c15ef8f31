import type { Verdict } from '../trust/trust.ts'

/** To add one: a verdict that a later grant may turn round. */
const QUARANTINE: ReadonlySet<string> = new Set<Verdict>(['unknown-pc', 'unknown-house', 'revoked-pc', 'left-house'])

/**
 * Where a file lies of which nothing went in. Unknown today may be known tomorrow: what is in quarantine is tried again with every
 * later import, by the desk and by `linwu merge`; what is aside is a person's.
 */
export const boxFor = (code: string): 'aside' | 'quarantine' => (QUARANTINE.has(code) ? 'quarantine' : 'aside')
