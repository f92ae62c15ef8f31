/**
 * The planned events out of the sealed journal, newest segment first: what a peer lacks was mostly written lately, and reading ends
 * as soon as all of it was found. No place has to be remembered from one export to the next.
 */
import type { Cipher } from '#core/journal/cipher.ts'
import { readWhole, segmentEvents, type SegmentSource } from '#core/journal/read-journal.ts'
import { recoverSegment } from '#core/journal/recover.ts'
import {
  scopeOfLog,
  withoutPayload,
  type EventId,
  type KnownId,
  type Scope,
  type StoredEvent,
} from '#core/kernel/event.ts'
import { isErased, type Replica } from '#core/kernel/replica.ts'
import { inOrder } from '#core/kernel/trial.ts'
import { ok, type Result } from '#core/lib/result.ts'
import type { ExportPlan } from './plan-export.ts'

export type JournalToRead<E> = SegmentSource<E> & {
  readonly segments: readonly { readonly id: string; readonly ordinal: number; readonly bytes: number }[]
  /** Longest range that is read at once, in bytes. */
  readonly chunk: number
  readonly cipher: Cipher
  /** Asked before each segment; false ends it (`missing` then says how many were not found). */
  readonly goOn?: (found: number, of: number) => boolean
}

export type Collected = {
  /** By (Lamport, log, n); erased payloads are gone. */
  readonly events: readonly StoredEvent[]
  /** Planned events that the journal no longer gives: damaged frames. */
  readonly missing: number
}

export async function collectEvents<E>(
  journal: JournalToRead<E>,
  replica: Replica,
  plan: Pick<ExportPlan, 'ranges'>,
): Promise<Result<Collected, E>> {
  const wanted = wantedIds(replica, plan)
  const of = wanted.size
  const bare = new Map<EventId, StoredEvent>()
  const found: StoredEvent[] = []
  const scopes = new Set<Scope | undefined>(plan.ranges.map(({ log }) => scopeOfLog(log)))
  // What the journal gives has entered the replica: its id need not be worked out again (20,000 of them took 40 ms of 420).
  const idOf: KnownId = ({ log, n, p }) => {
    const index = replica.logs.get(log)
    return index && !index.branches && index.ids[n - 1] === p ? index.ids[n] : undefined
  }
  const mayHold = ({ keyId }: { readonly keyId: number }): boolean => scopes.has(journal.cipher.scopeOf(keyId))
  for (const info of journal.segments.toSorted((a, b) => b.ordinal - a.ordinal)) {
    if (wanted.size === 0 || journal.goOn?.(found.length, of) === false) break
    const whole = await readWhole(journal, info, journal.chunk)
    if (!whole.ok) return whole
    const segment = await recoverSegment(whole.value, journal.cipher, info, mayHold)
    for (const event of segmentEvents(segment, idOf).events) {
      if (!wanted.has(event.id)) continue
      // A copy that came without its payload may have been followed, or preceded, by a whole one.
      if (event.fields === null && !replica.bare.has(event.id) && !isCovered(replica, event)) {
        bare.set(event.id, event)
        continue
      }
      wanted.delete(event.id)
      bare.delete(event.id)
      found.push(isErased(replica, event) ? withoutPayload(event) : event)
    }
  }
  found.push(...bare.values())
  return ok({ events: inOrder(found), missing: of - found.length })
}

/** Nothing better than the header can be found anywhere. */
const isCovered = (replica: Replica, event: StoredEvent): boolean => isErased(replica, { ...event, fields: {} })

function wantedIds(replica: Replica, { ranges }: Pick<ExportPlan, 'ranges'>): Set<EventId> {
  const out = new Set<EventId>()
  for (const { log, after, to } of ranges) {
    const index = replica.logs.get(log)
    if (!index) continue
    for (let n = after + 1; n <= to; n++) {
      const id = index.ids[n]
      if (id !== undefined) out.add(id)
      for (const fork of index.branches?.forks.get(n) ?? []) out.add(fork)
    }
  }
  return out
}
