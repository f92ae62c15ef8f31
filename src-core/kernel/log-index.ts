/**
 * Which events of one log are here. The main branch is an array by number; a fork (two events with one number) keeps
 * the later comer beside it. 8 bytes per event plus the id, which the live write shares.
 */
import type { EventId } from './event.ts'

export type LogIndex = {
  /** ids[n] is the event n that came first; ids[0] is ''. Holes are gaps. */
  readonly ids: (EventId | undefined)[]
  forks?: Map<number, EventId[]>
}

export const newLog = (): LogIndex => ({ ids: [''] })

/** `bridge`: enter even though the predecessor is not here (the gap stays visible). */
export function addToLog(log: LogIndex, n: number, id: EventId, p: EventId, bridge: boolean): 'next' | 'known' | 'fork' | 'orphan' {
  if (log.ids[n] === id || log.forks?.get(n)?.includes(id)) return 'known'
  const chained = n === 1 ? p === '' : log.ids[n - 1] === p || (log.forks?.get(n - 1)?.includes(p) ?? false)
  if (!chained && !bridge) return 'orphan'
  if (log.ids[n] === undefined) {
    while (log.ids.length < n) log.ids.push(undefined) // never sparse: V8 would turn the array into a dictionary
    log.ids[n] = id
    return 'next'
  }
  log.forks ??= new Map()
  log.forks.set(n, [...(log.forks.get(n) ?? []), id])
  return 'fork'
}

/** The newest event: its number and, of several branches, the smallest id (the same on every replica). */
export function headOf(log: LogIndex): { n: number; id: EventId } {
  const n = log.ids.length - 1
  const ids = [log.ids[n]!, ...(log.forks?.get(n) ?? [])]
  return { n, id: ids.toSorted()[0]! }
}

export function gapsOf(log: LogIndex): [from: number, to: number][] {
  const out: [number, number][] = []
  for (let n = 1; n < log.ids.length; n++) {
    if (log.ids[n] !== undefined) continue
    const from = n
    while (n + 1 < log.ids.length && log.ids[n + 1] === undefined) n++
    out.push([from, n])
  }
  return out
}
