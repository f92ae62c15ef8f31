/** One file on its way through the window, piece by piece, in memory until its last piece is here. */
import { createHash } from 'node:crypto'
import { FILE_BYTES, READ_BYTES, type HostCode } from '#core/host/host.ts'
import { err, ok, type Result } from '#core/lib/result.ts'

export type StagedFile = {
  readonly stage: (transfer: string, offset: number, bytes: Uint8Array) => Result<null, HostCode>
  /** All pieces, once; 'moved' when another transfer was begun meanwhile, 'check-failed' when they are not what `sha256` says. */
  readonly take: (transfer: string, sha256: string) => Result<readonly Uint8Array[], HostCode>
}

export function stagedFile(): StagedFile {
  let now: { readonly transfer: string; readonly pieces: Uint8Array[]; bytes: number } | null = null
  return {
    stage(transfer, offset, bytes) {
      if (offset === 0) now = { transfer, pieces: [], bytes: 0 }
      if (now?.transfer !== transfer || offset !== now.bytes) return err('moved')
      if (bytes.length > READ_BYTES || offset + bytes.length > FILE_BYTES) {
        now = null
        return err('bad-request')
      }
      now.pieces.push(bytes)
      now.bytes += bytes.length
      return ok(null)
    },
    take(transfer, sha256) {
      if (now?.transfer !== transfer) return err('moved')
      const { pieces } = now
      now = null
      const hash = createHash('sha256')
      for (const piece of pieces) hash.update(piece)
      return hash.digest('hex') === sha256 ? ok(pieces) : err('check-failed')
    },
  }
}
