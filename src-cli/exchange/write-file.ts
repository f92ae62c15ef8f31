/** Files through the host's own doors: staged in pieces, on disk and read back before it answers. */
import { READ_BYTES, type FileOut, type HostCode, type InboxBox, type InboxFile } from '#core/host/host.ts'
import { sha256Hex } from '#core/lib/sha256.ts'
import { concat, toHex } from '#core/lib/bytes.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import type { StationFolder } from '#host/station-folder.ts'
import { random } from '../clock.ts'

async function staged<T>(
  host: StationFolder,
  bytes: Uint8Array,
  finish: (transfer: string, sha256: string) => Promise<Result<T, HostCode>>,
): Promise<Result<T, HostCode>> {
  const transfer = toHex(random(16))
  for (let at = 0; at === 0 || at < bytes.length; at += READ_BYTES) {
    const piece = await host.stageFile(transfer, at, bytes.slice(at, at + READ_BYTES))
    if (!piece.ok) return piece
  }
  return finish(transfer, sha256Hex(bytes))
}

export const writeFile = (
  host: StationFolder,
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<FileOut, HostCode>> =>
  staged(host, bytes, (transfer, sha256) => host.writeOut(transfer, folder, name, sha256))

/** Into the inbox, to be tried again or looked at by a person. */
export async function keepInInbox(
  host: StationFolder,
  name: string,
  bytes: Uint8Array,
  box: InboxBox,
  why: string,
): Promise<Result<null, HostCode>> {
  const kept = await staged(host, bytes, (transfer, sha256) => host.putInbox(transfer, name, sha256))
  return kept.ok ? host.moveInbox(kept.value.id, box, why) : kept
}

export async function readInbox(
  host: StationFolder,
  { id, bytes }: Pick<InboxFile, 'id' | 'bytes'>,
): Promise<Result<Uint8Array, HostCode>> {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes;) {
    const piece = await host.readInbox(id, at, Math.min(READ_BYTES, bytes - at))
    if (!piece.ok) return piece
    if (piece.value.length === 0) return err('io-failed')
    pieces.push(piece.value)
    at += piece.value.length
  }
  return ok(concat(pieces))
}
