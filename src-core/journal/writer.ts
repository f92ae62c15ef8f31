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

/** Longest range one read asks for. */
const READ_BYTES = 4 * 1024 * 1024

/** The part of the host that the writer needs. `E` is the host's code. */
export type JournalPort<E> = {
  readonly beginSegment: (id: string) => Promise<Result<{ id: string; ordinal: number; bytes: number }, E>>
  readonly append: (id: string, offset: number, batch: Uint8Array) => Promise<Result<number, E>>
  readonly readSegment: (id: string, offset: number, length: number) => Promise<Result<Uint8Array, E>>
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
  /**
   * What became of the last append that failed: its bytes may have reached the file although nobody could say so, and
   * then the next start would show them. To be asked before other events take the same numbers. `null`: nothing of it
   * will ever be shown. Otherwise the same events have now been appended again, and count. An error: still unknown.
   */
  readonly settle: () => Promise<Result<Settled | null, E>>
}

export type Settled = { readonly events: readonly StoredEvent[]; readonly appended: Appended }

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
  let doubt: {
    readonly events: readonly StoredEvent[]
    readonly id: string
    readonly from: number
    readonly batch: Uint8Array
  } | null = null

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
      doubt = { events, id: here.id, from: here.bytes, batch }
      const written = await port.append(here.id, here.bytes, batch)
      if (!written.ok) return err(written.error)
      doubt = null
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

  async function settleNow(): Promise<Result<Settled | null, E>> {
    if (!doubt) return ok(null)
    const asked = doubt
    const { events, id, from, batch } = asked
    for (let done = 0; done < batch.length;) {
      const there = await port.readSegment(id, from + done, Math.min(READ_BYTES, batch.length - done))
      if (!there.ok) return err(there.error)
      const here = batch.subarray(done, done + there.value.length)
      if (here.length === 0 || there.value.some((byte, i) => byte !== here[i])) {
        doubt = null // cut or torn: a batch without its commit is never read back
        return ok(null)
      }
      done += here.length
    }
    const appended = await appendNow(events)
    if (appended.ok) return ok({ events, appended: appended.value })
    doubt = asked // the first attempt still stands in its file, whatever became of this one
    return appended
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  return { append: (events) => inTurn(() => appendNow(events)), settle: () => inTurn(settleNow), position: () => at }
}
