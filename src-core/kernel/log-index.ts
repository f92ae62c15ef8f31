/**
 * Which events of one log are here. While the log is one unbroken line this is an array of ids by number: 8 bytes per
 * event plus the id, which the live write shares. Forks and gaps are rare and keep what they need in `branches`.
 */
import type { EventId } from './event.ts'

export type LogIndex = {
  /** ids[n] is the event n that came first; ids[0] is ''. Never sparse: V8 would turn the array into a dictionary. */
  readonly ids: (EventId | undefined)[]
  branches?: {
    /** Further events with a number that is taken. */
    readonly forks: Map<number, EventId[]>
    /** Events that no event here follows, each with its number. */
    readonly tips: Map<EventId, number>
    /** Predecessors that are not here although their successors are, each with its number. */
    readonly missing: Map<EventId, number>
  }
}

export type Head = { readonly n: number; readonly id: EventId }

export const newLog = (): LogIndex => ({ ids: [''] })

/** `bridge`: enter even though the predecessor is not here (the gap stays visible). */
export function addToLog(
  log: LogIndex,
  n: number,
  id: EventId,
  p: EventId,
  bridge: boolean,
): 'next' | 'known' | 'fork' | 'orphan' {
  const { ids } = log
  if (ids[n] === id || log.branches?.forks.get(n)?.includes(id)) return 'known'
  const chained = ids[n - 1] === p || (log.branches?.forks.get(n - 1)?.includes(p) ?? false)
  if (!chained && !bridge) return 'orphan'
  if (chained && !log.branches && n === ids.length) {
    ids.push(id)
    return 'next'
  }
  log.branches ??= { forks: new Map(), tips: new Map([[ids.at(-1)!, ids.length - 1]]), missing: new Map() }
  const { forks, tips, missing } = log.branches
  tips.delete(p)
  if (!chained) missing.set(p, n - 1)
  if (!missing.delete(id)) tips.set(id, n)
  if (ids[n] === undefined) {
    while (ids.length < n) ids.push(undefined)
    ids[n] = id
    return 'next'
  }
  forks.set(n, [...(forks.get(n) ?? []), id])
  return 'fork'
}

/** The end of every branch, newest first, then by id: the same list on every replica that has the same events. */
export function tipsOf(log: LogIndex): Head[] {
  if (!log.branches) return [{ n: log.ids.length - 1, id: log.ids.at(-1)! }]
  const tips = [...log.branches.tips].map(([id, n]) => ({ n, id }))
  return tips.toSorted((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1))
}

/** The newest event; of several branches of one length the smallest id. */
export const headOf = (log: LogIndex): Head => tipsOf(log)[0]!

export const hasGap = (log: LogIndex): boolean => (log.branches?.missing.size ?? 0) > 0

/** The last event up to which the log is one line: before its first gap and its first fork. */
export function trunkOf(log: LogIndex): Head {
  const { ids, branches } = log
  let n = 0
  while (n + 1 < ids.length && ids[n + 1] !== undefined && !branches?.forks.has(n + 1)) n += 1
  for (const lost of branches?.missing.values() ?? []) n = Math.min(n, lost - 1)
  return { n, id: ids[n]! }
}

export function gapsOf(log: LogIndex): [from: number, to: number][] {
  if (!log.branches) return []
  const lost = new Set(log.branches.missing.values())
  const isGap = (n: number): boolean => log.ids[n] === undefined || lost.has(n)
  const out: [number, number][] = []
  for (let n = 1; n < log.ids.length; n++) {
    if (!isGap(n)) continue
    const from = n
    while (n + 1 < log.ids.length && isGap(n + 1)) n++
    out.push([from, n])
  }
  return out
}
