/** Files on their way between the desk and the host: in pieces, because all of it goes through the window. */
import type { FileOut, FolderHost, HostCode, InboxFile } from '#core/host/host.ts'
import { sha256Hex } from '#core/lib/sha256.ts'
import type { RandomBytes } from '#core/journal/cipher.ts'
import { concat, toHex } from '#core/lib/bytes.ts'
import { err, ok, type Result } from '#core/lib/result.ts'

/** As desk/beyond.ts: no task of the window is longer than 50 ms. */
const PIECE_BYTES = 512 * 1024

export type ExchangeFiles = {
  readonly keep: (name: string, bytes: Uint8Array) => Promise<Result<InboxFile, HostCode>>
  /** `folder`: absolute, or '' for the export folder. */
  readonly write: (folder: string, name: string, bytes: Uint8Array) => Promise<Result<FileOut, HostCode>>
  readonly read: (file: Pick<InboxFile, 'id' | 'bytes'>) => Promise<Result<Uint8Array, HostCode>>
}

/** One file at a time: the host keeps the pieces of one. */
export function exchangeFiles(host: FolderHost, random: RandomBytes): ExchangeFiles {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  async function staged<T>(
    bytes: Uint8Array,
    finish: (transfer: string, sha256: string) => Promise<Result<T, HostCode>>,
  ): Promise<Result<T, HostCode>> {
    const transfer = toHex(random(16))
    const sha256 = sha256Hex(bytes)
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE_BYTES) {
      // A copy: a view would take the whole file through every border.
      const piece = await host.stageFile(transfer, at, bytes.slice(at, at + PIECE_BYTES))
      if (!piece.ok) return piece
    }
    return finish(transfer, sha256)
  }

  return {
    keep: (name, bytes) =>
      inTurn(() => staged(bytes, (transfer, sha256) => host.putInbox(transfer, name || 'linwu', sha256))),
    write: (folder, name, bytes) =>
      inTurn(() => staged(bytes, (transfer, sha256) => host.writeOut(transfer, folder, name, sha256))),
    read: async ({ id, bytes }) => {
      const pieces: Uint8Array[] = []
      for (let at = 0; at < bytes;) {
        const piece = await host.readInbox(id, at, Math.min(PIECE_BYTES, bytes - at))
        if (!piece.ok) return piece
        if (piece.value.length === 0) return err('io-failed')
        pieces.push(piece.value)
        at += piece.value.length
      }
      return ok(concat(pieces))
    },
  }
}
