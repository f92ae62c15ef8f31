/** Events as text: header line, payload line, header line, payload line … each ended by a newline. */
import { concat, utf8 } from '../lib/bytes.ts'
import { ERASED_LINE, parseEvent, type EventCode, type KnownId, type StoredEvent } from '../kernel/event.ts'

export function linesOf(events: readonly StoredEvent[]): string {
  let text = ''
  for (const event of events) text += `${event.headerLine}\n${event.payloadLine ?? ERASED_LINE}\n`
  return text
}

/** A text put together of 20,000 pieces takes three times as long to become bytes as a hundred of 200. */
const EVENTS_AT_ONCE = 100

/** The same as UTF-8. */
export function lineBytesOf(events: readonly StoredEvent[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  for (let i = 0; i < events.length; i += EVENTS_AT_ONCE) parts.push(utf8(linesOf(events.slice(i, i + EVENTS_AT_ONCE))))
  return concat(parts)
}

/** `trusted`: the text came out of an authenticated frame of ours. Lines that are no events are counted, not fatal. */
export function eventsOf(
  text: string,
  trusted: boolean,
  idOf?: KnownId,
): { events: StoredEvent[]; refused: EventCode[] } {
  const events: StoredEvent[] = []
  const refused: EventCode[] = []
  let at = 0
  while (at < text.length) {
    const headerEnd = text.indexOf('\n', at)
    const payloadEnd = headerEnd < 0 ? -1 : text.indexOf('\n', headerEnd + 1)
    if (payloadEnd < 0) {
      refused.push('not-an-event')
      break
    }
    const event = parseEvent(text.slice(at, headerEnd), text.slice(headerEnd + 1, payloadEnd), trusted, idOf)
    if (event.ok) events.push(event.value)
    else refused.push(event.error)
    at = payloadEnd + 1
  }
  return { events, refused }
}
