/** What a holder has, log by log. Exchanged as the acknowledgement; the sender re-sends what the peer lacks. */
import type { EventId, LogId, StoredEvent } from './event.ts'
import { headOf } from './log-index.ts'
import type { Replica } from './replica.ts'

export type HeadSet = Readonly<Record<LogId, { readonly n: number; readonly id: EventId }>>

/** Heads up to the first gap: an honest acknowledgement never claims what lies beyond one. */
export function headSet(replica: Replica): HeadSet {
  const out: Record<LogId, { n: number; id: EventId }> = {}
  for (const [log, index] of replica.logs) {
    const hole = index.ids.indexOf(undefined)
    const n = hole < 0 ? index.ids.length - 1 : hole - 1
    if (n > 0) out[log] = hole < 0 ? headOf(index) : { n, id: index.ids[n]! }
  }
  return out
}

/** The events a peer with these heads lacks. When the ids differ at the peer's head, there is a fork: send the whole log. */
export function newerThan(events: Iterable<StoredEvent>, have: HeadSet, mine: HeadSet): StoredEvent[] {
  const out: StoredEvent[] = []
  const same = (log: LogId): boolean => have[log] !== undefined && have[log].n === mine[log]?.n && have[log].id !== mine[log].id
  for (const event of events) {
    const { log, n } = event.header
    if (n > (have[log]?.n ?? 0) || same(log)) out.push(event)
  }
  return out
}
