/**
 * Backup: a whole station folder of its own below the target, `TO/linwu-backup-20261122-090211/`, with `backup.json`
 * (backup-list.ts). It is written under the name `….partial`, every file is read back and compared, and only then does it get
 * its name. Earlier backups of the same station go at the very end, and only those that the new one contains.
 */
import { basename, dirname, join } from 'node:path'
import type { BackupReport, HostCode, SegmentInfo } from '#core/host/host.ts'
import { parseSegmentFileName, segmentFileName } from '#core/journal/segment.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { ensureFolder, quietly, removeTree, syncAbove, writeNew } from './atomic-files.ts'
import {
  BACKUP_LIST,
  BACKUP_NAME,
  type BackedUpFile,
  type BackupList,
  encodeBackupList,
  isWhole,
  overlap,
  readBackupList,
  sha256,
} from './backup-list.ts'
import { blobFiles } from './blob-files.ts'
import { errno, type FileSystem } from './file-system.ts'
import { LAYOUT } from './folder-layout.ts'
import { hostCode } from './host-error.ts'
import { decodeMarker } from './marker-file.ts'
import { stationTime } from './station-time.ts'

/**
 * What was saved at one moment. The marker is read BEFORE the lengths, blobs and slots after them: a marker never tells of
 * more than the backup holds, and every blob and key that a copied frame names is copied too.
 */
export type BackupView = { readonly marker: Uint8Array | null; readonly segments: readonly SegmentInfo[] }

export type BackupOptions = {
  readonly fs: FileSystem
  readonly folder: string
  /** Created when missing. A backup itself stands for the folder it is in. */
  readonly to: string
  readonly now: () => number
  readonly view: BackupView
}

const PARTIAL = '.partial'

/** 'same-folder', 'io-failed' when a file does not read back as written, or throws the errors of the file system. */
export async function backupStation({
  fs,
  folder,
  to,
  now,
  view,
}: BackupOptions): Promise<Result<BackupReport, HostCode>> {
  const target = BACKUP_NAME.test(basename(to)) && (await readBackupList(fs, to)) !== 'none' ? dirname(to) : to
  if (await overlap(fs, folder, target)) return err('same-folder')
  await ensureFolder(fs, target)
  await syncAbove(fs, target)
  await removePartials(fs, target)

  const at = stationTime(now())
  const name = await freeName(fs, target, at)
  const partial = join(target, name + PARTIAL)
  try {
    await fs.makeFolder(partial)
    const files = await copyAll(fs, folder, partial, view)
    const station = view.marker ? (decodeMarker(view.marker)?.station ?? null) : null
    const list: BackupList = { v: 1, kind: 'linwu-backup', station, at, files }
    await writeNew(fs, join(partial, BACKUP_LIST), encodeBackupList(list))
    await fs.syncFolder(partial)
    const readBack = await readBackupList(fs, partial)
    if (typeof readBack === 'string' || !(await isWhole(fs, partial, readBack.files))) {
      await quietly(removeTree(fs, partial))
      return err('io-failed')
    }
    await fs.rename(partial, join(target, name))
    await fs.syncFolder(target)
    await quietly(removeContained(fs, target, name, list))
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    return ok({ to: join(target, name), files: files.length, bytes, at })
  } catch (error) {
    await quietly(removeTree(fs, partial))
    throw error
  }
}

/**
 * For a program that does not hold the station (`linwu backup`): the lengths on disk at this moment. The last frame may be half
 * written then; recovery leaves such a frame out, as after a power cut.
 */
export async function backupFolder(options: Omit<BackupOptions, 'view'>): Promise<Result<BackupReport, HostCode>> {
  const { fs, folder } = options
  try {
    const marker = await readIfThere(fs, join(folder, LAYOUT.marker))
    const segments: SegmentInfo[] = []
    for (const entry of await fs.list(join(folder, LAYOUT.journal))) {
      const known = parseSegmentFileName(entry.name)
      const found = known && (await fs.stat(join(folder, LAYOUT.journal, entry.name)))
      if (known && found) segments.push({ ...known, bytes: found.bytes })
    }
    return await backupStation({ ...options, view: { marker, segments } })
  } catch (error) {
    return errno(error) === 'ENOENT' ? err('not-found') : err(hostCode(error))
  }
}

async function copyAll(fs: FileSystem, from: string, to: string, view: BackupView): Promise<readonly BackedUpFile[]> {
  const files: BackedUpFile[] = []
  const folders = new Set<string>()

  async function put(path: string, bytes: Uint8Array): Promise<void> {
    const parts = path.split('/').slice(0, -1)
    for (let n = 1; n <= parts.length; n++) {
      const inside = parts.slice(0, n).join('/')
      if (folders.has(inside)) continue
      await fs.makeFolder(join(to, inside))
      folders.add(inside)
    }
    await writeNew(fs, join(to, path), bytes)
    files.push({ path, bytes: bytes.length, sha256: sha256(bytes) })
  }

  await fs.makeFolder(join(to, LAYOUT.journal))
  folders.add(LAYOUT.journal)
  for (const { id, ordinal, bytes } of view.segments) {
    const path = `${LAYOUT.journal}/${segmentFileName(id, ordinal)}`
    const content = await fs.readFile(join(from, path), 0, bytes)
    if (content.length !== bytes) throw Object.assign(new Error('a segment became shorter'), { code: 'EIO' })
    await put(path, content)
  }
  for (const id of await blobFiles(fs, join(from, LAYOUT.blobs)).list()) {
    const path = `${LAYOUT.blobs}/${id.slice(0, 2)}/${id}`
    await put(path, await fs.readFile(join(from, path), 0, Infinity))
  }
  for (const name of [LAYOUT.slots, LAYOUT.previousSlots]) {
    const content = await readIfThere(fs, join(from, name))
    if (content) await put(name, content)
  }
  if (view.marker) await put(LAYOUT.marker, view.marker)
  for (const inside of folders) await fs.syncFolder(join(to, inside))
  return files
}

async function readIfThere(fs: FileSystem, path: string): Promise<Uint8Array | null> {
  try {
    return await fs.readFile(path, 0, Infinity)
  } catch (error) {
    if (errno(error) === 'ENOENT') return null
    throw error
  }
}

async function freeName(fs: FileSystem, target: string, at: string): Promise<string> {
  const name = `linwu-backup-${at.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}`
  const taken = new Set((await fs.list(target)).map((entry) => entry.name))
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name}-${n}`
    if (!taken.has(candidate) && !taken.has(candidate + PARTIAL)) return candidate
  }
}

async function removePartials(fs: FileSystem, target: string): Promise<void> {
  for (const { name, kind } of await fs.list(target)) {
    const isPartial = name.endsWith(PARTIAL) && BACKUP_NAME.test(name.slice(0, -PARTIAL.length))
    if (kind === 'folder' && isPartial) await quietly(removeTree(fs, join(target, name)))
  }
}

/**
 * An earlier backup of the same station goes when the new one holds each of its segments (at least as long) and blobs. One that
 * holds more (the station lost something since) stays, and so does whatever a user put beside its files.
 */
async function removeContained(fs: FileSystem, target: string, newest: string, list: BackupList): Promise<void> {
  if (list.station === null) return
  const held = new Map(list.files.map((file) => [file.path, file.bytes]))
  for (const { name, kind } of await fs.list(target)) {
    if (kind !== 'folder' || name === newest || !BACKUP_NAME.test(name)) continue
    const folder = join(target, name)
    const earlier = await readBackupList(fs, folder)
    if (typeof earlier === 'string' || earlier.station !== list.station) continue
    const data = earlier.files.filter((file) => file.path.includes('/'))
    if (data.some((file) => (held.get(file.path) ?? -1) < file.bytes)) continue
    await quietly(removeListed(fs, folder, earlier))
  }
}

/** The list goes last: a removal that was cut short is taken up by the next backup. */
async function removeListed(fs: FileSystem, folder: string, list: BackupList): Promise<void> {
  const parents = new Set<string>([LAYOUT.journal])
  for (const { path } of list.files) {
    await quietly(fs.remove(join(folder, path)))
    for (let up = dirname(path); up !== '.'; up = dirname(up)) parents.add(up)
  }
  const deepestFirst = [...parents].sort((a, b) => b.length - a.length)
  for (const parent of deepestFirst) await quietly(fs.removeFolder(join(folder, parent)))
  await fs.remove(join(folder, BACKUP_LIST))
  await fs.removeFolder(folder)
}
