/** The last bug this PC met: kept over the reload that follows it, because that is when somebody asks for a support package. */
import { momentOf, type Moment } from '#core/lib/time.ts'
import { errorTrace, type ErrorTrace } from '../services/error-trace.ts'
import type { Services } from '../services/services.ts'

export type LastError = ErrorTrace & { readonly at: Moment }

const KEPT = 'linwu.lastError'

export function keepError(error: unknown, clock: Services['clock']): LastError {
  const kept = { ...errorTrace(error), at: momentOf(clock()) }
  localStorage.setItem(KEPT, JSON.stringify(kept))
  return kept
}

export function lastError(): LastError | null {
  const text = localStorage.getItem(KEPT)
  // Written by this file only; another version's is not worth a crash.
  try {
    return text === null ? null : (JSON.parse(text) as LastError)
  } catch {
    return null
  }
}
