/** Attachments as events name them. Only events say what an attachment is: one that none names is neither sent nor taken. */
import { entityType, scopeOfLog, type Fields, type LogId, type StoredEvent } from '#core/kernel/event.ts'
import type { Replica } from '#core/kernel/replica.ts'
import type { SizedBlob } from './bundle/split-parts.ts'

/** Entities whose `blob`, `sha256` and `bytes` speak of an attachment. To add one: here. */
const NAME_BLOBS: ReadonlySet<string> = new Set(['attachment', 'have-photo'])
const BLOB = /^[0-9a-f]{32}$/
const SHA256 = /^[0-9a-f]{64}$/

function blobIn(fields: Fields | null, log: LogId): SizedBlob | null {
  const { blob, sha256, bytes } = fields ?? {}
  if (typeof blob !== 'string' || !BLOB.test(blob) || typeof sha256 !== 'string' || !SHA256.test(sha256)) return null
  return { id: blob, sha256, scope: scopeOfLog(log), bytes: Number.isSafeInteger(bytes) ? (bytes as number) : 0 }
}

/** What these events name and no erasure took away. */
export function blobsOfEvents(events: Iterable<StoredEvent>, { erasedBlobs }: Replica): Map<string, SizedBlob> {
  const out = new Map<string, SizedBlob>()
  for (const { header, fields } of events) {
    const blob = NAME_BLOBS.has(entityType(header.e)) ? blobIn(fields, header.log) : null
    if (blob && !erasedBlobs.has(blob.id)) out.set(blob.id, blob)
  }
  return out
}

/** Every attachment that the book names. */
export function blobsNamed({ entities, erasedBlobs }: Replica): Map<string, SizedBlob> {
  const out = new Map<string, SizedBlob>()
  for (const [id, entity] of entities) {
    if (!NAME_BLOBS.has(entityType(id))) continue
    for (const { f, log } of entity.writes) {
      const blob = blobIn(f, log)
      if (blob && !erasedBlobs.has(blob.id)) out.set(blob.id, blob)
    }
  }
  return out
}
