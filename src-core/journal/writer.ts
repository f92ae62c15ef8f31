/**
 * The one writer of a journal. Appends are strictly one after another; an append counts only once the port has answered,
 * and the port answers only after fdatasync. After any failure the segment is left alone for ever and the same events go
 * into a new one: their ids make a half-known double harmless.
 */
import type { StoredEvent } from '../kernel/event.ts'
import { toHex } from '../lib/bytes.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { frameContents, sealBatch } from './batch.ts'
import type { Cipher, RandomBytes } from './cipher.ts'

/** The part of the host that the writer needs. `E` is the host's code. */
export type JournalPort<E> = {
  readonly beginSegment: (id: string) => Promise<Result<{ id: string; ordinal: number; bytes: number }, E>>
  readonly append: (id: string, offset: number, batch: Uint8Array) => Promise<Result<number, E>>
}

/** Where the next batch goes. */
export type Position = { readonly id: string; readonly ordinal: number; readonly bytes: number; readonly seq: number }

export type Appended = {
  /** The segment and the range of the batch, for the copy that follows. */
  readonly segment: string
  readonly ordinal: number
  readonly from: number
  readonly to: number
  /** Number of the frame after the batch. */
  readonly nextSeq: number
  readonly batch: Uint8Array
}

export type Writer<E> = {
  readonly append: (events: readonly StoredEvent[]) => Promise<Result<Appended, E>>
  /** Null while an append is under way, and after one failed. */
  readonly position: () => Position | null
}

/** `position`: the end of a cleanly read last segment, or null to begin a new one. `limit`: bytes of one segment. */
export function journalWriter<E>(
  port: JournalPort<E>,
  cipher: Cipher,
  random: RandomBytes,
  position: Position | null,
  limit: number,
): Writer<E> {
  let at = position
  let last: Promise<unknown> = Promise.resolve()

  async function appendNow(events: readonly StoredEvent[]): Promise<Result<Appended, E>> {
    const contents = frameContents(events, cipher)
    for (let fresh = false; ; fresh = true) {
      if (!at) {
        const begun = await port.beginSegment(toHex(random(16)))
        if (!begun.ok) return begun
        at = { ...begun.value, seq: 0 }
        fresh = true
      }
      const here = at
      const batch = await sealBatch(contents, here.id, here.seq, cipher, random)
      if (!fresh && here.bytes + batch.length > limit) {
        at = null
        continue
      }
      at = null // until the port has answered: a port that throws must not be written to at the same place again
      const written = await port.append(here.id, here.bytes, batch)
      if (!written.ok) return err(written.error)
      at = { ...here, bytes: written.value, seq: here.seq + contents.length }
      return ok({
        segment: here.id,
        ordinal: here.ordinal,
        from: here.bytes,
        to: written.value,
        nextSeq: at.seq,
        batch,
      })
    }
  }

  return {
    append: (events) => {
      const turn = last.then(() => appendNow(events))
      last = turn.catch(() => undefined)
      return turn
    },
    position: () => at,
  }
}
