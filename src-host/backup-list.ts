/**
 * `backup.json` beside the files of a backup: what must be there, byte for byte.
 *
 *   {"v":1,"kind":"linwu-backup","station":"…"|null,"at":"2026-11-22T09:02:11+08:00",
 *    "files":[{"path":"journal/000001-9f….seg","bytes":123,"sha256":"…"}, …]}
 *
 * The folder around it is a whole station folder: copied back by hand it works without this program.
 */
import { createHash } from 'node:crypto'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { fromUtf8, utf8 } from '#core/lib/bytes.ts'
import { errno, type FileSystem } from './file-system.ts'
import { SMALL_FILE_BYTES } from './folder-layout.ts'

export const BACKUP_LIST = 'backup.json'
/** linwu-backup-20261122-090211, and -2, -3 … for several in one second. */
export const BACKUP_NAME = /^linwu-backup-\d{8}-\d{6}(?:-\d+)?$/

export type BackedUpFile = { readonly path: string; readonly bytes: number; readonly sha256: string }
export type BackupList = {
  readonly v: 1
  readonly kind: 'linwu-backup'
  /** Station of the marker; null when none was written yet. */
  readonly station: string | null
  readonly at: string
  readonly files: readonly BackedUpFile[]
}

/** Names from a list are used as paths: these and no others. */
const PATH =
  /^(?:slots\.json|slots\.previous\.json|marker\.json|journal\/\d{6,10}-[0-9a-f]{32}\.seg|blobs\/[0-9a-f]{2}\/[0-9a-f]{32})$/
const SHA256 = /^[0-9a-f]{64}$/

export const encodeBackupList = (list: BackupList): Uint8Array => utf8(`${JSON.stringify(list, null, 1)}\n`)

/** 'none': not a backup. 'damaged': there is a list and it cannot be trusted. Throws the errors of the file system. */
export async function readBackupList(fs: FileSystem, folder: string): Promise<BackupList | 'none' | 'damaged'> {
  let bytes: Uint8Array
  try {
    bytes = await fs.readFile(join(folder, BACKUP_LIST), 0, SMALL_FILE_BYTES)
  } catch (error) {
    if (errno(error) === 'ENOENT' || errno(error) === 'ENOTDIR') return 'none'
    throw error
  }
  try {
    const list = JSON.parse(fromUtf8(bytes)) as BackupList
    return isList(list) ? list : 'damaged'
  } catch {
    return 'damaged'
  }
}

function isList(list: BackupList | null): list is BackupList {
  if (list?.v !== 1 || list.kind !== 'linwu-backup' || typeof list.at !== 'string' || !Array.isArray(list.files))
    return false
  if (list.station !== null && typeof list.station !== 'string') return false
  return list.files.every(
    (file: BackedUpFile | null) =>
      typeof file?.path === 'string' &&
      PATH.test(file.path) &&
      SHA256.test(file.sha256) &&
      Number.isSafeInteger(file.bytes) &&
      file.bytes >= 0,
  )
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** True when every file is there with its length and SHA-256. One file in memory at a time (at most a blob, 64 MiB). */
export async function isWhole(fs: FileSystem, folder: string, files: readonly BackedUpFile[]): Promise<boolean> {
  for (const file of files) {
    let bytes: Uint8Array
    try {
      bytes = await fs.readFile(join(folder, file.path), 0, file.bytes + 1)
    } catch (error) {
      if (errno(error) === 'ENOENT') return false
      throw error
    }
    if (bytes.length !== file.bytes || sha256(bytes) !== file.sha256) return false
  }
  return true
}

/** True when one of the two is the other or lies in it, whatever the spelling: links resolved, case ignored where names do. */
export async function overlap(fs: FileSystem, one: string, other: string): Promise<boolean> {
  const [a, b] = [await realPathOf(fs, one), await realPathOf(fs, other)]
  return isWithin(a, b) || isWithin(b, a)
}

async function realPathOf(fs: FileSystem, path: string): Promise<string> {
  if ((await fs.stat(path)) !== null || dirname(path) === path) return await fs.realPath(path)
  return join(await realPathOf(fs, dirname(path)), relative(dirname(path), path))
}

function isWithin(inner: string, outer: string): boolean {
  const ignoreCase = process.platform === 'win32' || process.platform === 'darwin'
  const way = ignoreCase ? relative(outer.toLowerCase(), inner.toLowerCase()) : relative(outer, inner)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}
