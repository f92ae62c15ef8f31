/**
 * A parcel carries events between holders: lines plus each log's head, signed by the device that wrote the log, so a
 * relay can withhold but not invent. Accepted whole or not at all.
 */
import { utf8 } from '../lib/bytes.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { parseEvent, pcOfLog, type EventCode, type EventId, type LogId, type StoredEvent } from './event.ts'

export type SignedHead = { readonly log: LogId; readonly n: number; readonly id: EventId; readonly sig: Uint8Array }

export type Parcel = {
  readonly lines: readonly (readonly [header: string, payload: string])[]
  readonly heads: readonly SignedHead[]
}

/** True when `sig` is that PC's signature over `text` (pcOfLog: addressed logs are signed by their office's PC); false for an unknown one. */
export type VerifyHead = (pc: string, text: Uint8Array, sig: Uint8Array) => boolean

/** The bytes a device signs. */
export const headText = (head: { log: LogId; n: number; id: EventId }): Uint8Array =>
  utf8(`linwu-head-1\n${head.log}\n${head.n}\n${head.id}\n`)

export type ParcelCode = EventCode | 'bad-signature' | 'head-missing' | 'chain-broken'

/**
 * Every event must lie on the chain that ends at its log's signed head: the walk goes from the head backwards by `p`,
 * so each event is fixed by a signature. Events the walk does not reach are refused, and with them the parcel.
 */
export function openParcel(parcel: Parcel, verify: VerifyHead): Result<readonly StoredEvent[], ParcelCode> {
  const events: StoredEvent[] = []
  const byId = new Map<EventId, StoredEvent>()
  for (const [header, payload] of parcel.lines) {
    const event = parseEvent(header, payload)
    if (!event.ok) return event
    events.push(event.value)
    byId.set(event.value.id, event.value)
  }
  const signed = new Set<EventId>()
  for (const head of parcel.heads) {
    if (!verify(pcOfLog(head.log), headText(head), head.sig)) return err('bad-signature')
    let event = byId.get(head.id)
    if (event && (event.header.log !== head.log || event.header.n !== head.n)) return err('chain-broken')
    while (event && !signed.has(event.id)) {
      signed.add(event.id)
      const before: StoredEvent | undefined = byId.get(event.header.p)
      if (before && (before.header.log !== event.header.log || before.header.n !== event.header.n - 1))
        return err('chain-broken')
      event = before
    }
  }
  for (const event of events) if (!signed.has(event.id)) return err('head-missing')
  return ok(events)
}
