/** What was typed, once the typing pauses and no input method composes: what questions to the desk are made of. */
import { useEffect, useState, useSyncExternalStore } from 'react'

let composing = false
const told = new Set<() => void>()
const set = (now: boolean) => (): void => {
  composing = now
  for (const tell of told) tell()
}
addEventListener('compositionstart', set(true), true)
addEventListener('compositionend', set(false), true)

const listen = (tell: () => void): (() => void) => {
  told.add(tell)
  return () => told.delete(tell)
}

/** True while an input method composes somewhere in the window. Its own store: nobody renders again who does not ask. */
export const useComposing = (): boolean => useSyncExternalStore(listen, () => composing)

/** `key`: the same for equal values. */
export function useSettled<T>(value: T, key: string, pauseMs: number): T {
  const waits = useComposing()
  const [settled, setSettled] = useState({ value, key })
  useEffect(() => {
    if (waits || key === settled.key) return
    const timer = setTimeout(() => setSettled({ value, key }), pauseMs)
    return () => clearTimeout(timer)
    // `value` is made anew on every render; `key` says when it is another one.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, settled.key, waits, pauseMs])
  return settled.value
}
