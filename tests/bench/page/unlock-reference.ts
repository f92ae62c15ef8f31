/** P2's reference: the snapshot's parts as plain AES-GCM boxes: decrypt, and JSON.parse what is JSON. */
import { openBox, sealBox } from '#core/journal/sealed-box.ts'
import { cipherOf, type Keyring } from '#core/keys/keyring.ts'
import { fromUtf8 } from '#core/lib/bytes.ts'
import { inflate } from '#app/desk/deflate.ts'
import type { DeskParts } from '#app/desk/parts.ts'
import type { StationDb } from '#app/storage/station-db.ts'

export async function unlockReference(db: StationDb, ring: Keyring, parts: DeskParts): Promise<{ ms: number; bytes: number }> {
  const cipher = await cipherOf(ring, parts.subtle)
  const boxes: { box: Uint8Array; json: boolean }[] = []
  let bytes = 0
  for (const row of await db.snapshots.toArray()) {
    const plain = await inflate((await openBox(`snapshot:${row.name}`, row.bytes, cipher))!)
    bytes += plain.length
    const json = row.name === 'head' || row.name.startsWith('group:')
    boxes.push({ box: await sealBox('plain', plain, 'private', cipher, parts.random), json })
  }
  db.close()
  const started = performance.now()
  const kept: unknown[] = []
  for (const { box, json } of boxes) {
    const plain = (await openBox('plain', box, cipher))!
    kept.push(json ? JSON.parse(fromUtf8(plain)) : plain)
  }
  return { ms: performance.now() - started, bytes }
}
