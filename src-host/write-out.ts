/**
 * A file for somebody else, on a stick or in a shared folder: whole and compared, or not there. Never over another file.
 *
 *   .linwu-….tmp beside it → fsync → linked or renamed → folder fsync → read back, length and SHA-256 compared
 *
 * Reading back goes through the system's cache after an fsync: it finds what a driver, a share or a scanner made of the file, not
 * a medium that forgets later. That is what the receiver's acknowledgement is for.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FileOut, HostCode } from '#core/host/host.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { quietly, removeOldTemps, writeBeside } from './atomic-files.ts'
import { errno, type FileSystem } from './file-system.ts'
import { hostCode } from './host-error.ts'
import { numberedName, safeName } from './safe-name.ts'

/** ms between attempts: a virus scanner lets go of a new file after some hundred ms; longer is no passing lock. */
export const PATIENCE: readonly number[] = [100, 200, 400, 800, 1_600]

/** What a pulled stick or a killed program left there; a younger one may be another PC's that is writing just now (ms). */
const OLD_TEMP = 3_600_000
const PIECE_BYTES = 1024 * 1024
/** What systems say of a link on FAT, exFAT, FUSE and shares; a held file says some of the same, and the rename waits for it. */
const NO_LINK: readonly (string | null)[] = ['EPERM', 'EACCES', 'EBUSY', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EISDIR', 'EINVAL', 'EMLINK'] // prettier-ignore
const HELD: readonly (string | null)[] = ['EBUSY', 'EPERM', 'EACCES']

/** `folder` is there already. `now`: ms since 1970. */
export async function writeOut(
  fs: FileSystem,
  of: {
    readonly folder: string
    readonly name: string
    readonly pieces: readonly Uint8Array[]
    readonly sha256: string
  },
  now: number,
  patience: readonly number[] = PATIENCE,
): Promise<Result<FileOut, HostCode>> {
  const { folder, pieces, sha256 } = of
  const name = safeName(of.name)
  /** What lies there and is not good yet. */
  let loose: string | null = null
  /** The empty file that keeps a name for it. */
  let reserved: string | null = null
  /** The folder takes files: from here on a refusal is a lock, not a missing right. */
  let taken = false
  try {
    await quietly(removeOldTemps(fs, folder, now, OLD_TEMP))
    loose = await patiently(() => writeBeside(fs, join(folder, name), pieces))
    taken = true
    const path = await placed(loose)
    if (path === null) {
      await quietly(fs.remove(loose))
      return err('exists')
    }
    loose = path
    await fs.syncFolder(folder)
    const back = await patiently(() => readBack(fs, path))
    if (back.sha256 === sha256) return ok({ path, bytes: back.bytes, sha256 })
    await quietly(patiently(() => fs.remove(path)))
    return err('check-failed')
  } catch (error) {
    const code = await codeOf(error)
    for (const left of [loose, reserved]) if (left !== null) await quietly(patiently(() => fs.remove(left)))
    return err(code)
  }

  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await work()
      } catch (error) {
        const ms = patience[attempt]
        if (ms === undefined || !HELD.includes(errno(error))) throw error
        await pause(ms)
      }
    }
  }

  /**
   * Under a free name. A link is refused where another PC took the name this very moment. Sticks know no links, and a rename replaces
   * whatever it meets: an empty file takes the name first, so that it meets that one.
   */
  async function placed(temp: string): Promise<string | null> {
    for (let n = 1; n <= 1_000; n++) {
      const path = join(folder, numberedName(name, n))
      if ((await fs.stat(path)) !== null) continue
      try {
        await fs.link(temp, path)
        await quietly(patiently(() => fs.remove(temp)))
        return path
      } catch (error) {
        if (errno(error) === 'EEXIST') continue
        if (!NO_LINK.includes(errno(error))) throw error
      }
      if (!(await reserve(path))) continue
      await patiently(() => fs.rename(temp, path))
      reserved = null
      return path
    }
    return null
  }

  async function reserve(path: string): Promise<boolean> {
    try {
      const file = await fs.openNew(path)
      reserved = path
      await file.close()
      return true
    } catch (error) {
      if (errno(error) === 'EEXIST') return false
      throw error
    }
  }

  async function isThere(): Promise<boolean> {
    try {
      return (await fs.stat(folder))?.kind === 'folder'
    } catch {
      return false
    }
  }

  async function codeOf(failure: unknown): Promise<HostCode> {
    const code = hostCode(failure)
    if (errno(failure) === 'EBUSY') return 'file-busy'
    if (code === 'not-writable' && errno(failure) !== 'EROFS') return taken ? 'file-busy' : code
    if (code !== 'io-failed') return code
    return (await isThere()) ? code : 'target-gone'
  }
}

async function readBack(fs: FileSystem, path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for (;;) {
    const piece = await fs.readFile(path, bytes, PIECE_BYTES)
    hash.update(piece)
    bytes += piece.length
    if (piece.length < PIECE_BYTES) return { bytes, sha256: hash.digest('hex') }
  }
}
