/** Attachments: sealed bytes on disk first, then the act that names them. IndexedDB keeps a copy. */
import type { FolderHost, HostCode } from '#core/host/host.ts'
import type { KeptFile } from '#core/intake/receive-case.ts'
import { openBox, sealBox } from '#core/journal/sealed-box.ts'
import { sha256Hex } from '#core/lib/sha256.ts'
import { toHex } from '#core/lib/bytes.ts'
import { value } from '#core/kernel/entity.ts'
import { entityType } from '#core/kernel/event.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { bytesIn, type StationDb } from '../storage/station-db.ts'
import type { DeskApi } from './api.ts'
import type { OpenStation, Ready } from './open-station.ts'
import type { DeskParts } from './parts.ts'

/** Whose `blob` is kept for good, whoever throws a draft away. To add one: here. */
const HOLD_FILES: ReadonlySet<string> = new Set(['attachment', 'have-photo'])

export function attachmentsOf(
  parts: DeskParts,
  station: () => OpenStation | null,
  ready: () => Promise<Ready>,
): Pick<DeskApi, 'attach' | 'blob' | 'keepFile' | 'dropFile'> {
  async function keepFile(name: string, media: string, bytes: Uint8Array): Promise<Result<KeptFile, HostCode>> {
    const now = station()
    if (!now) return err('gone')
    const id = toHex(parts.random(16))
    const box = await sealBox(`blob:${id}`, bytes, 'private', now.cipher, parts.random)
    const stored = await parts.host.putBlob(id, box)
    if (!stored.ok) return stored
    await now.db?.blobs.put({ id, bytes: box }).catch(() => undefined) // the folder has it
    return ok({ blob: id, name, media, bytes: bytes.length, sha256: sha256Hex(bytes) })
  }
  return {
    keepFile,
    attach: async (caseId, name, media, bytes) => {
      const { keeper } = await ready()
      const kept = await keepFile(name, media, bytes)
      if (!kept.ok) return err({ kind: 'not-saved', code: kept.error })
      const saved = await keeper.run({ name: 'attach-file', input: { case: caseId, ...kept.value } })
      return saved.ok ? ok({ id: saved.value.entities[0]! }) : saved
    },
    dropFile: async (blob) => {
      const { state } = await ready()
      for (const [id, entity] of state.book.replica.entities)
        if (HOLD_FILES.has(entityType(id)) && value(entity, 'blob') === blob) return
      await parts.host.removeBlob(blob)
      await station()
        ?.db?.blobs.delete(blob)
        .catch(() => undefined)
    },
    blob: async (id) => {
      const now = station()
      if (!now) return err('gone')
      const onDisk = await parts.host.getBlob(id)
      const plain = onDisk.ok ? await openBox(`blob:${id}`, onDisk.value, now.cipher) : null
      if (plain) return ok(plain)
      const copy = await now.db?.blobs.get(id).catch(() => undefined)
      const rescued = copy ? await openBox(`blob:${id}`, bytesIn(copy), now.cipher) : null
      if (!copy || !rescued) return err(onDisk.ok ? 'damaged' : onDisk.error)
      await parts.host.putBlob(id, copy.bytes)
      return ok(rescued)
    },
  }
}

/**
 * What only the folder or only the copy has goes to the other one, but for what was erased; ends early when `isOpen` says no.
 * `erased` is asked only when there is something to do.
 */
export async function evenOutBlobs(
  host: FolderHost,
  db: StationDb,
  isOpen: () => boolean,
  erased: () => Promise<ReadonlySet<string>>,
): Promise<void> {
  const listed = await host.listBlobs()
  if (!listed.ok) return
  const inFolder = new Set(listed.value)
  const inCopy = new Set((await db.blobs.toCollection().primaryKeys()) as string[])
  const isOneSided = [...inFolder, ...inCopy].some((id) => inFolder.has(id) !== inCopy.has(id))
  const gone = isOneSided ? await erased() : new Set<string>()
  for (const id of inCopy) {
    const row = inFolder.has(id) || gone.has(id) || !isOpen() ? undefined : await db.blobs.get(id)
    if (row && bytesIn(row).length > 0) await host.putBlob(id, row.bytes)
  }
  for (const id of inFolder) {
    const blob = inCopy.has(id) || gone.has(id) || !isOpen() ? null : await host.getBlob(id)
    if (blob?.ok) await db.blobs.put({ id, bytes: blob.value })
  }
}
