/**
 * What was saved stands on the page a moment after the desk said so, when the page has asked anew. A form that closed before would
 * leave the old page open to the next key: 派单 refused for want of the classification that was just saved.
 */
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useSession } from '#app/session/session.ts'

/** While files are taken in the revision moves many times a second, and a page may not catch up before they are through (ms). */
const AT_MOST_MS = 1_000

type Waiting = { readonly revision: number; readonly done: () => void }

/** `shown`: the revision at which the page was asked. Answers a wait until it shows what is there now, or has gone. */
export function useCaughtUp(shown: number): () => Promise<void> {
  const waiting = useRef<readonly Waiting[]>([])
  const latest = useRef(shown)
  useLayoutEffect(() => {
    latest.current = shown
    for (const { revision, done } of waiting.current) if (revision <= shown) done()
    waiting.current = waiting.current.filter(({ revision }) => revision > shown)
  }, [shown])
  useEffect(
    () => () => {
      for (const { done } of waiting.current) done()
    },
    [],
  )
  return () => {
    const { revision } = useSession.getState()
    if (latest.current >= revision) return Promise.resolve()
    return new Promise((done) => {
      waiting.current = [...waiting.current, { revision, done }]
      setTimeout(done, AT_MOST_MS)
    })
  }
}
