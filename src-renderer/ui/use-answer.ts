/** Asks when something it depends on changed, keeps the last answer meanwhile, and drops answers that come too late. */
import { useEffect, useState } from 'react'

/** Null until the first answer. A failure goes to the crash screen: questions to the desk do not fail on purpose. */
export function useAnswer<T>(ask: () => Promise<T>, depends: readonly unknown[]): T | null {
  const [answer, setAnswer] = useState<T | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    let wanted = true
    ask().then(
      (value) => wanted && setAnswer(() => value),
      (error: unknown) => wanted && setFailure(error ?? new Error('no reason given')),
    )
    return () => {
      wanted = false
    }
    // `ask` is made anew on every render; what it depends on is listed by the caller.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, depends)
  if (failure !== null) throw failure
  return answer
}
