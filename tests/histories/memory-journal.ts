/** A station folder's journal in memory, whose next append can die: half written, or written and never acknowledged. */
import type { JournalPort } from '#core/journal/writer.ts'
import { segmentHeader } from '#core/journal/segment.ts'
import { concat } from '#core/lib/bytes.ts'
import { err, ok } from '#core/lib/result.ts'

export type Death = { readonly at: 'torn' | 'whole'; readonly share: number }

export type MemoryJournal = JournalPort<'died'> & {
  readonly segments: () => { readonly id: string; readonly ordinal: number; readonly bytes: number }[]
  /** The next append dies like this. */
  die: Death | null
  readonly copy: () => MemoryJournal
}

export function memoryJournal(
  files: ReadonlyMap<string, { ordinal: number; bytes: Uint8Array }> = new Map(),
): MemoryJournal {
  const all = new Map([...files].map(([id, { ordinal, bytes }]) => [id, { ordinal, bytes }]))
  const journal: MemoryJournal = {
    die: null,
    segments: () => [...all].map(([id, { ordinal, bytes }]) => ({ id, ordinal, bytes: bytes.length })),
    copy: () => memoryJournal(all),
    async beginSegment(id) {
      const ordinal = all.size + 1
      const bytes = segmentHeader(id, ordinal)
      all.set(id, { ordinal, bytes })
      return ok({ id, ordinal, bytes: bytes.length })
    },
    async append(id, offset, batch) {
      const file = all.get(id)!
      if (file.bytes.length !== offset) throw new Error('an append that does not follow the last one')
      const { die } = journal
      journal.die = null
      const written = die?.at === 'torn' ? batch.subarray(0, Math.floor(batch.length * die.share)) : batch
      file.bytes = concat([file.bytes, written])
      return die ? err('died') : ok(file.bytes.length)
    },
    async readSegment(id, offset, length) {
      return ok(all.get(id)!.bytes.subarray(offset, offset + length))
    },
  }
  return journal
}
