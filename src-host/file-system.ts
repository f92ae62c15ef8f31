/** The few operations on files that the host uses, so that tests can put a disk that fails and loses under it. */
import { constants } from 'node:fs'
import { link, mkdir, open, readdir, realpath, rename, rmdir, stat, unlink } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

export type OpenFile = {
  /** All of `bytes` at `position`, or it throws; a throw may leave any part of them behind. */
  write(bytes: Uint8Array, position: number): Promise<void>
  /** Content and length on disk. After a throw the content is unknown for ever: never ask the same file again. */
  datasync(): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

export type EntryKind = 'file' | 'folder' | 'other'
export type Entry = { readonly name: string; readonly kind: EntryKind }
/** `changed`: ms since 1970. */
export type Stat = { readonly kind: EntryKind; readonly bytes: number; readonly changed: number }

/** Every failure is thrown as an Error with Node's `code` ('ENOSPC', 'EIO', 'ENOENT', …). */
export type FileSystem = {
  /** For writing; 'EEXIST' when there is something of that name. */
  openNew(path: string): Promise<OpenFile>
  /** For writing; nothing is cut off. 'ENOENT' when missing. */
  openExisting(path: string): Promise<OpenFile>
  /** Up to `length` bytes from `offset`, through one handle (one version of a file that is being replaced). */
  readFile(path: string, offset: number, length: number): Promise<Uint8Array>
  /** Null when there is nothing. */
  stat(path: string): Promise<Stat | null>
  list(path: string): Promise<readonly Entry[]>
  /** 'EEXIST' when there is something of that name. */
  makeFolder(path: string): Promise<void>
  /** Only an empty one. */
  removeFolder(path: string): Promise<void>
  /** Replaces a file of that name in one step. */
  rename(from: string, to: string): Promise<void>
  /** A second name for a file; 'EEXIST' when `to` is taken. */
  link(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Names created, renamed and removed in the folder are on disk. */
  syncFolder(path: string): Promise<void>
  /** Symbolic links resolved. */
  realPath(path: string): Promise<string>
}

/** Node's code of a failed operation; null for anything else (a bug must not pass as a disk error). */
export function errno(error: unknown): string | null {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null
}

const WINDOWS = process.platform === 'win32'

export const nodeFileSystem: FileSystem = {
  openNew: (path) => openFile(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL),
  openExisting: (path) => openFile(path, constants.O_WRONLY),
  async readFile(path, offset, length) {
    const handle = await open(path, 'r')
    try {
      const size = (await handle.stat()).size
      const out = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
      let at = 0
      while (at < out.length) {
        const { bytesRead } = await handle.read(out, at, out.length - at, offset + at)
        if (bytesRead === 0) break
        at += bytesRead
      }
      return out.subarray(0, at)
    } finally {
      await handle.close()
    }
  },
  async stat(path) {
    try {
      const found = await stat(path)
      return { kind: kindOf(found), bytes: found.size, changed: found.mtimeMs }
    } catch (error) {
      if (errno(error) === 'ENOENT' || errno(error) === 'ENOTDIR') return null
      throw error
    }
  },
  async list(path) {
    const entries = await readdir(path, { withFileTypes: true })
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
  },
  async makeFolder(path) {
    await mkdir(path)
  },
  removeFolder: (path) => rmdir(path),
  async rename(from, to) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await rename(from, to)
      } catch (error) {
        // Virus scanners and indexers of Windows hold a new file open for some ms; then a rename is refused.
        const passing = WINDOWS && ['EPERM', 'EACCES', 'EBUSY'].includes(errno(error) ?? '')
        if (!passing || attempt === 10) throw error
        await wait(20 * attempt)
      }
    }
  },
  link: (from, to) => link(from, to),
  remove: (path) => unlink(path),
  async syncFolder(path) {
    // Windows cannot open a folder for flushing; NTFS writes names to its own log in order, before the file's flush returns.
    if (WINDOWS) return
    const handle = await open(path, 'r')
    try {
      await handle.sync()
    } catch (error) {
      // Some FUSE file systems have no fsync for folders and say so with EINVAL.
      if (errno(error) !== 'EINVAL') throw error
    } finally {
      await handle.close()
    }
  },
  realPath: (path) => realpath(path),
}

async function openFile(path: string, flags: number): Promise<OpenFile> {
  const handle = await open(path, flags)
  return {
    async write(bytes, position) {
      let at = 0
      while (at < bytes.length) {
        const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, position + at)
        if (bytesWritten === 0) throw Object.assign(new Error(`nothing written at ${position + at}`), { code: 'EIO' })
        at += bytesWritten
      }
    },
    datasync: () => handle.datasync(),
    sync: () => handle.sync(),
    close: () => handle.close(),
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): EntryKind {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other'
}
