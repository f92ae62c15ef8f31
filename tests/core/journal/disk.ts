/** Segments in memory behind the writer's port, with the ways in which a disk fails; and a sealed journal upon it. */
import { createHash, webcrypto } from 'node:crypto'
import type { Cipher, RandomBytes } from '#core/journal/cipher.ts'
import { readJournal, type JournalContent } from '#core/journal/read-journal.ts'
import { segmentHeader } from '#core/journal/segment.ts'
import { journalWriter, type JournalPort, type Position, type Writer } from '#core/journal/writer.ts'
import { cipherOf, newKeyring } from '#core/keys/keyring.ts'
import { newReplica, receive, type Replica } from '#core/kernel/replica.ts'
import type { Scope, StoredEvent } from '#core/kernel/event.ts'
import { concat } from '#core/lib/bytes.ts'
import { err, ok } from '#core/lib/result.ts'

/** What the next append does instead of its work: `bytes` of it arrive, then nothing, or zeros to its full length. */
export type Trouble = { readonly bytes: number; readonly zeros: boolean; readonly how: 'refuse' | 'throw' }

export type Disk = {
  readonly segments: { id: string; ordinal: number; bytes: Uint8Array }[]
  trouble: Trouble | null
}

export const newDisk = (): Disk => ({ segments: [], trouble: null })

export const portOf = (disk: Disk): JournalPort<'disk-full'> => ({
  async beginSegment(id) {
    const ordinal = disk.segments.length + 1
    const segment = { id, ordinal, bytes: segmentHeader(id, ordinal) }
    disk.segments.push(segment)
    return ok({ id, ordinal, bytes: segment.bytes.length })
  },
  async readSegment(id, offset, length) {
    return ok(disk.segments.find((one) => one.id === id)?.bytes.slice(offset, offset + length) ?? new Uint8Array())
  },
  async append(id, offset, batch) {
    const segment = disk.segments.find((one) => one.id === id)!
    if (segment.bytes.length !== offset) throw new Error('written to a segment that had moved')
    const { trouble } = disk
    disk.trouble = null
    if (!trouble) {
      segment.bytes = concat([segment.bytes, batch])
      return ok(segment.bytes.length)
    }
    const part = batch.slice(0, Math.min(trouble.bytes, batch.length))
    segment.bytes = concat([segment.bytes, part, new Uint8Array(trouble.zeros ? batch.length - part.length : 0)])
    if (trouble.how === 'throw') throw new Error('the connection to the host is gone')
    return err('disk-full' as const)
  },
})

/** Bytes that are random enough and the same in every run. */
export function seededBytes(seed: string): RandomBytes {
  let count = 0
  return (n) => {
    const blocks: Uint8Array[] = []
    for (let have = 0; have < n; have += 32) {
      blocks.push(createHash('sha256').update(`${seed} ${count++}`).digest())
    }
    return concat(blocks).slice(0, n)
  }
}

export const realCipher = (seed: string): Promise<Cipher> => cipherOf(newKeyring(seededBytes(seed)), webcrypto.subtle)

/** Answers from memory when asked for bytes it has opened before: 65,536 cuts ask for the same frames again and again. */
export function remembering(cipher: Cipher): Cipher {
  const seen = new Map<string, { aad: Buffer; sealed: Buffer; plain: Promise<Uint8Array | null> }>()
  const same = (a: Buffer, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
  return {
    ...cipher,
    open(keyId, iv, aad, sealed) {
      const key = `${keyId} ${Buffer.from(iv.buffer, iv.byteOffset, iv.length).toString('latin1')}`
      const found = seen.get(key)
      if (found && same(found.aad, aad) && same(found.sealed, sealed)) return found.plain
      const plain = cipher.open(keyId, iv, aad, sealed)
      if (!found) seen.set(key, { aad: Buffer.from(aad), sealed: Buffer.from(sealed), plain })
      return plain
    },
  }
}

export type SealedStore = {
  readonly disk: Disk
  readonly cipher: Cipher
  readonly random: RandomBytes
  readonly limit: number
}

export const writerOn = (store: SealedStore, position: Position | null): Writer<'disk-full'> =>
  journalWriter(portOf(store.disk), store.cipher, store.random, position, store.limit)

/** Starts from the bytes alone, as the program does after any end. */
export async function startFrom(
  store: SealedStore,
  scopes: readonly Scope[],
): Promise<{ replica: Replica; content: JournalContent; events: StoredEvent[] }> {
  const replica = newReplica(scopes)
  const events: StoredEvent[] = []
  const source = {
    readSegment: async (id: string, offset: number, length: number) =>
      ok(store.disk.segments.find((one) => one.id === id)!.bytes.subarray(offset, offset + length)),
  }
  const infos = store.disk.segments.map(({ id, ordinal, bytes }) => ({ id, ordinal, bytes: bytes.length }))
  const content = await readJournal(source, infos, store.cipher, 1_000, (part) => {
    receive(replica, part, 'own')
    events.push(...part)
  })
  if (!content.ok) throw new Error('unreadable')
  return { replica, content: content.value, events }
}
