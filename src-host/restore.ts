/**
 * Putting a backup back. Nothing is copied before every SHA-256 was checked; the copy is made in `restoring/` inside the target,
 * checked again, renamed to `restored/`, and then moved up piece by piece. A cut before that rename leaves no station, a cut
 * after it leaves one that the next open completes.
 */
import { basename, dirname, join, resolve } from 'node:path'
import type { HostCode, RestoreReport } from '#core/host/host.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { ensureFolder, quietly, removeTree, syncAbove, writeNew } from './atomic-files.ts'
import { BACKUP_NAME, type BackupList, isWhole, overlap, readBackupList } from './backup-list.ts'
import type { FileSystem } from './file-system.ts'
import { FOLDERS, LAYOUT } from './folder-layout.ts'
import { hostCode } from './host-error.ts'
import { acquireLock, LOCK_TIMES, type LockTimes } from './lock.ts'
import { type Machine, thisMachine } from './machine.ts'

export type RestoreOptions = {
  readonly fs: FileSystem
  /** A backup, or the folder that backups of one station were made into: then the newest. */
  readonly from: string
  /** Created when missing; must hold no station and no files of others. */
  readonly folder: string
  readonly now: () => number
  readonly machine?: Machine
  readonly lockTimes?: LockTimes
}

type Found = { readonly folder: string; readonly list: BackupList }

/** 'not-a-backup', 'backup-damaged', 'same-folder', 'not-empty', 'locked-by-other', or what the disk refused. */
export async function restoreStation(options: RestoreOptions): Promise<Result<RestoreReport, HostCode>> {
  const { fs, now } = options
  const [from, folder] = [resolve(options.from), resolve(options.folder)]
  try {
    const found = await findBackup(fs, from)
    if (!found.ok) return found
    if (await overlap(fs, found.value.folder, folder)) return err('same-folder')
    if (!(await isFree(fs, folder))) return err('not-empty')
    if (!(await isWhole(fs, found.value.folder, found.value.list.files))) return err('backup-damaged')
    await ensureFolder(fs, folder)
    await syncAbove(fs, folder)
    const lock = await acquireLock(
      fs,
      folder,
      options.machine ?? thisMachine(now),
      now,
      options.lockTimes ?? LOCK_TIMES,
    )
    if (!lock) return err('locked-by-other')
    try {
      if (!(await isFree(fs, folder))) return err('not-empty')
      return await putBack(fs, found.value, folder)
    } finally {
      await lock.release()
    }
  } catch (error) {
    return err(hostCode(error))
  }
}

/** Moves up what a restore left in `restored/`, and throws away what it left in `restoring/`. */
export async function finishRestore(fs: FileSystem, folder: string): Promise<void> {
  await removeTree(fs, join(folder, LAYOUT.restoring))
  const ready = join(folder, LAYOUT.restored)
  if ((await fs.stat(ready)) === null) return
  // Its new name must be there for good before it is emptied: as `restoring` it would be thrown away.
  await fs.syncFolder(folder)
  for (const { name, kind } of await fs.list(ready)) {
    // Only an empty folder can be in the way: a restore into a station is refused.
    if (kind === 'folder') await quietly(fs.removeFolder(join(folder, name)))
    await fs.rename(join(ready, name), join(folder, name))
  }
  await fs.syncFolder(folder)
  await fs.removeFolder(ready)
  await fs.syncFolder(folder)
}

async function findBackup(fs: FileSystem, from: string): Promise<Result<Found, HostCode>> {
  const own = await readBackupList(fs, from)
  if (own === 'damaged') return err('backup-damaged')
  if (own !== 'none') return ok({ folder: from, list: own })
  if ((await fs.stat(from))?.kind !== 'folder') return err('not-a-backup')
  const all: Found[] = []
  for (const { name, kind } of await fs.list(from)) {
    if (kind !== 'folder' || !BACKUP_NAME.test(name)) continue
    const list = await readBackupList(fs, join(from, name))
    // Falling back to an older one silently would hide that the newest is lost.
    if (list === 'damaged') return err('backup-damaged')
    if (list !== 'none') all.push({ folder: join(from, name), list })
  }
  // Backups of two stations side by side: a person must say which.
  if (new Set(all.map((found) => found.list.station)).size > 1) return err('not-a-backup')
  const newest = all.sort((a, b) => compareNames(b.folder, a.folder))[0]
  return newest ? ok(newest) : err('not-a-backup')
}

/** By the time in the name, then by the number behind it. */
function compareNames(a: string, b: string): number {
  const parts = (path: string) => basename(path).split('-').slice(2).map(Number)
  const [x, y] = [parts(a), parts(b)]
  for (let i = 0; i < 3; i++) if ((x[i] ?? 1) !== (y[i] ?? 1)) return (x[i] ?? 1) - (y[i] ?? 1)
  return 0
}

/** What may be there: nothing, an empty station that was only opened, the rest of a restore that was cut short. */
async function isFree(fs: FileSystem, folder: string): Promise<boolean> {
  const found = await fs.stat(folder)
  if (found?.kind !== 'folder') return found === null
  for (const { name, kind } of await fs.list(folder)) {
    if (kind === 'folder' && name === LAYOUT.restoring) continue
    if (kind === 'file' && /^(?:lock(?:\.next\..*)?|\.linwu-.*\.tmp|\.DS_Store|desktop\.ini|Thumbs\.db)$/.test(name))
      continue
    const isOurs = kind === 'folder' && (FOLDERS as readonly string[]).includes(name)
    if (!isOurs || (await fs.list(join(folder, name))).length > 0) return false
  }
  return true
}

async function putBack(fs: FileSystem, found: Found, folder: string): Promise<Result<RestoreReport, HostCode>> {
  const restoring = join(folder, LAYOUT.restoring)
  const { files } = found.list
  await removeTree(fs, restoring)
  try {
    await fs.makeFolder(restoring)
    const parents = new Set([restoring])
    for (const file of files) {
      const to = join(restoring, file.path)
      await ensureFolder(fs, dirname(to))
      for (let up = dirname(to); up !== restoring; up = dirname(up)) parents.add(up)
      await writeNew(fs, to, await fs.readFile(join(found.folder, file.path), 0, file.bytes))
    }
    for (const parent of parents) await fs.syncFolder(parent)
    if (!(await isWhole(fs, restoring, files))) {
      await quietly(removeTree(fs, restoring))
      return err('io-failed')
    }
    await fs.rename(restoring, join(folder, LAYOUT.restored))
  } catch (error) {
    await quietly(removeTree(fs, restoring))
    throw error
  }
  await finishRestore(fs, folder)
  return ok({ from: found.folder, files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0) })
}
