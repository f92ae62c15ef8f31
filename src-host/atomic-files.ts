/** Writing so that a power cut leaves the old file or the new one, never a part; and folders that stay. */
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { errno, type FileSystem } from './file-system.ts'

const TEMP = /^\.linwu-[0-9a-f]{16}\.tmp$/
const tempBeside = (path: string): string => join(dirname(path), `.linwu-${randomBytes(8).toString('hex')}.tmp`)

/** A whole file: in one piece, or in the pieces in which it came. */
export type FileBytes = Uint8Array | readonly Uint8Array[]

/** Replaces or creates `path`: temp file, fsync, rename, folder fsync. Throws the error of the file system. */
export async function writeAtomic(fs: FileSystem, path: string, bytes: FileBytes): Promise<void> {
  const temp = await writeBeside(fs, path, bytes)
  try {
    await fs.rename(temp, path)
  } catch (error) {
    await quietly(fs.remove(temp))
    throw error
  }
  await fs.syncFolder(dirname(path))
}

/** The content in a temp file beside `path`, fsynced; answers its name. */
export async function writeBeside(fs: FileSystem, path: string, bytes: FileBytes): Promise<string> {
  const temp = tempBeside(path)
  try {
    await writeNew(fs, temp, bytes)
    return temp
  } catch (error) {
    await quietly(fs.remove(temp))
    throw error
  }
}

/**
 * Creates `path` with its whole content in one step; false when something of that name is there already. The content is
 * fsynced; the name is not, until the folder is. On file systems without hard links (exFAT) a cut can leave a part.
 */
export async function createWhole(fs: FileSystem, path: string, bytes: Uint8Array): Promise<boolean> {
  const temp = tempBeside(path)
  try {
    await writeNew(fs, temp, bytes)
    await fs.link(temp, path)
    return true
  } catch (error) {
    const code = errno(error)
    if (code === 'EEXIST') return false
    // EPERM is what Linux says for FAT, ENOSYS what FUSE says; Windows says EISDIR or ENOTSUP on exFAT.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EISDIR'].includes(code ?? '')) throw error
    return await createDirectly(fs, path, bytes)
  } finally {
    await quietly(fs.remove(temp))
  }
}

async function createDirectly(fs: FileSystem, path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeNew(fs, path, bytes)
    return true
  } catch (error) {
    if (errno(error) === 'EEXIST') return false
    await quietly(fs.remove(path))
    throw error
  }
}

/** Replaces `path` in one step for other programs that look at it; nothing is promised about a power cut. */
export async function replaceUnsynced(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const temp = tempBeside(path)
  try {
    const file = await fs.openNew(temp)
    try {
      await file.write(bytes, 0)
    } finally {
      await file.close()
    }
    await fs.rename(temp, path)
  } catch (error) {
    await quietly(fs.remove(temp))
    throw error
  }
}

/** Throws 'EEXIST' when the file is there. The content is fsynced, the name is not. */
export async function writeNew(fs: FileSystem, path: string, bytes: FileBytes): Promise<void> {
  const file = await fs.openNew(path)
  try {
    let at = 0
    for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
      await file.write(piece, at)
      at += piece.length
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the folder and those above it; each new name is fsynced before it is used. */
export async function ensureFolder(fs: FileSystem, path: string): Promise<void> {
  const found = await fs.stat(path)
  if (found?.kind === 'folder') return
  if (found) throw Object.assign(new Error(`not a folder: ${basename(path)}`), { code: 'ENOTDIR' })
  await ensureFolder(fs, dirname(path))
  try {
    await fs.makeFolder(path)
  } catch (error) {
    // Somebody else made it meanwhile; its name still has to reach the disk.
    if (errno(error) !== 'EEXIST') throw error
  }
  await fs.syncFolder(dirname(path))
}

/** Brings the names of the folder and of those above it to disk: whoever made them may have been killed before that. */
export async function syncAbove(fs: FileSystem, path: string): Promise<void> {
  for (let at = path; dirname(at) !== at; at = dirname(at)) {
    try {
      await fs.syncFolder(dirname(at))
    } catch (error) {
      // A folder that we may not open is one that we did not make.
      if (errno(error) !== 'EACCES' && errno(error) !== 'EPERM') throw error
    }
  }
}

/** Temp files of a program that was killed. */
export async function removeTemps(fs: FileSystem, folder: string): Promise<void> {
  for (const entry of await fs.list(folder)) {
    if (entry.kind === 'file' && TEMP.test(entry.name)) await quietly(fs.remove(join(folder, entry.name)))
  }
}

/** The same in a folder that others may be writing to: only what nobody has touched for `ms`. */
export async function removeOldTemps(fs: FileSystem, folder: string, now: number, ms: number): Promise<void> {
  for (const entry of await fs.list(folder)) {
    if (entry.kind !== 'file' || !TEMP.test(entry.name)) continue
    const path = join(folder, entry.name)
    const found = await fs.stat(path)
    if (found && now - found.changed > ms) await quietly(fs.remove(path))
  }
}

/** Removes a folder with everything in it; a missing one is fine. */
export async function removeTree(fs: FileSystem, path: string): Promise<void> {
  if ((await fs.stat(path)) === null) return
  for (const entry of await fs.list(path)) {
    const inside = join(path, entry.name)
    await (entry.kind === 'folder' ? removeTree(fs, inside) : fs.remove(inside))
  }
  await fs.removeFolder(path)
}

/** For tidying up, where a failure changes nothing for the user. */
export async function quietly(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch {
    // Left-overs are found again at the next open.
  }
}
