/** What a holder has, log by log. Exchanged as the acknowledgement; the sender re-sends what the peer lacks. */
import type { EventId, LogId, StoredEvent } from './event.ts'
import { hasGap, tipsOf, trunkOf, type Head } from './log-index.ts'
import type { Replica } from './replica.ts'

/**
 * `forks`: the ends of the log's further branches; without them a peer that lacks one branch would look up to date.
 * `gap`: events are missing further on. An honest acknowledgement never claims what lies beyond a gap.
 */
export type LogHead = Head & { readonly forks?: readonly Head[]; readonly gap?: true }
export type HeadSet = Readonly<Record<LogId, LogHead>>

export function headSet(replica: Replica): HeadSet {
  const out: Record<LogId, LogHead> = {}
  for (const [log, index] of replica.logs) {
    if (hasGap(index)) out[log] = { ...trunkOf(index), gap: true }
    else {
      const [head, ...forks] = tipsOf(index)
      if (head!.n > 0) out[log] = forks.length > 0 ? { ...head!, forks } : head!
    }
  }
  return out
}

/**
 * The events a peer with these heads lacks: all but the ancestors of its heads. A head that is unknown here is either
 * further along (nothing to send until the peer's own events are here) or another branch (then everything is sent:
 * doubles are harmless). Of two holders with different branches at least one always sends.
 */
export function newerThan(events: Iterable<StoredEvent>, have: HeadSet, mine: HeadSet): StoredEvent[] {
  const all: StoredEvent[] = []
  const logs = new Map<LogId, Map<EventId, StoredEvent>>()
  const idle = new Set<LogId>()
  for (const log of Object.keys(have)) {
    if (!mine[log]?.gap && JSON.stringify(have[log]) === JSON.stringify(mine[log])) idle.add(log)
  }
  for (const event of events) {
    const { log } = event.header
    if (idle.has(log)) continue
    all.push(event)
    if (!have[log]) continue
    const byId = logs.get(log)
    if (byId) byId.set(event.id, event)
    else logs.set(log, new Map([[event.id, event]]))
  }
  const theirs = new Set<EventId>()
  for (const [log, byId] of logs) {
    const tips = [have[log]!, ...(have[log]!.forks ?? [])]
    for (const tip of tips) {
      for (let event = byId.get(tip.id); event && !theirs.has(event.id); event = byId.get(event.header.p)) {
        theirs.add(event.id)
      }
    }
    let newest = 0
    for (const event of byId.values()) newest = Math.max(newest, event.header.n)
    if (tips.every((tip) => !byId.has(tip.id) && tip.n > newest)) idle.add(log)
  }
  return all.filter((event) => !idle.has(event.header.log) && !theirs.has(event.id))
}
