/**
 * Attachments in bundles: in plain inside the age file, and sealed under each PC's own keys on its disk. Only events say what an
 * attachment is: one that none names is not taken, and neither is one whose content is another than the event says.
 */
import type { FolderHost, HostCode } from '#core/host/host.ts'
import { openBox, sealBox } from '#core/journal/sealed-box.ts'
import type { RandomBytes } from '#core/journal/cipher.ts'
import type { Scope } from '#core/kernel/event.ts'
import type { Replica } from '#core/kernel/replica.ts'
import { sha256Hex } from '#core/lib/sha256.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { blobsNamed } from '#core/exchange/blobs-named.ts'
import type { SizedBlob } from '#core/exchange/bundle/split-parts.ts'
import { bytesIn } from '../storage/station-db.ts'
import type { OpenStation } from './open-station.ts'

/** Ids that are named and whose bytes are not in the folder. */
export async function missingBlobs(host: FolderHost, replica: Replica): Promise<readonly string[]> {
  const named = blobsNamed(replica)
  if (named.size === 0) return []
  const listed = await host.listBlobs()
  if (!listed.ok) return []
  const here = new Set(listed.value)
  return [...named.keys()].filter((id) => !here.has(id))
}

/** Null when it is not here, does not open, or is not what its event says. */
export async function readBlob(host: FolderHost, station: OpenStation, blob: SizedBlob): Promise<Uint8Array | null> {
  const open = (box: Uint8Array): Promise<Uint8Array | null> => openBox(`blob:${blob.id}`, box, station.cipher)
  const box = await host.getBlob(blob.id)
  let plain = box.ok ? await open(box.value) : null
  if (!plain) {
    const copy = await station.db?.blobs.get(blob.id).catch(() => undefined)
    plain = copy ? await open(bytesIn(copy)) : null
  }
  return plain && sha256Hex(plain) === blob.sha256 ? plain : null
}

/** On disk before it answers. `plain`: SHA-256 → content; `named`: what may be taken. Ids that were stored. */
export async function storeBlobs(
  host: FolderHost,
  station: OpenStation,
  random: RandomBytes,
  named: ReadonlyMap<string, SizedBlob>,
  listed: readonly { readonly id: string; readonly sha256: string }[],
  plain: ReadonlyMap<string, Uint8Array>,
): Promise<Result<readonly string[], HostCode>> {
  const wanted = listed.filter(({ id, sha256 }) => named.get(id)?.sha256 === sha256 && plain.has(sha256))
  if (wanted.length === 0) return ok([])
  const there = await host.listBlobs()
  if (!there.ok) return there
  const here = new Set(there.value)
  const stored: string[] = []
  for (const { id, sha256 } of wanted) {
    if (here.has(id)) continue
    const scope: Scope = named.get(id)!.scope
    if (station.cipher.keyFor(scope) === undefined) continue
    const box = await sealBox(`blob:${id}`, plain.get(sha256)!, scope, station.cipher, random)
    const put = await host.putBlob(id, box)
    if (!put.ok) return err(put.error)
    await station.db?.blobs.put({ id, bytes: box }).catch(() => undefined) // the folder has it
    stored.push(id)
  }
  return ok(stored)
}
