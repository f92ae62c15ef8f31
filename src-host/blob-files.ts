/** Sealed attachments, spread over 256 folders: blobs/<first two digits>/<id>. */
import { join } from 'node:path'
import { BLOB_BYTES, type BlobId, type HostCode } from '#core/host/host.ts'
import { ID } from '#core/host/parsers.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { ensureFolder, removeTemps, writeAtomic } from './atomic-files.ts'
import { errno, type FileSystem } from './file-system.ts'
import { BLOB_FOLDER } from './folder-layout.ts'

/** Every method throws the errors of the file system. */
export type BlobFiles = {
  /** After a killed program: its temp files go, and the names it made reach the disk (1 fsync per folder, at most 256). */
  recover(): Promise<void>
  put(id: BlobId, bytes: Uint8Array): Promise<void>
  get(id: BlobId): Promise<Result<Uint8Array, HostCode>>
  /** The name's removal is on disk before it answers; a missing one is fine. */
  remove(id: BlobId): Promise<void>
  list(): Promise<readonly BlobId[]>
}

export function blobFiles(fs: FileSystem, root: string): BlobFiles {
  /** Folders whose own name this process saw synced, or is just syncing: puts that arrive together wait for the same one. */
  const made = new Map<string, Promise<void>>()
  return { recover, put, get, remove, list }

  async function folders(): Promise<readonly string[]> {
    const entries = await fs.list(root)
    return entries.filter((entry) => entry.kind === 'folder' && BLOB_FOLDER.test(entry.name)).map((entry) => entry.name)
  }

  async function recover(): Promise<void> {
    await fs.syncFolder(root)
    for (const name of await folders()) {
      await removeTemps(fs, join(root, name))
      await fs.syncFolder(join(root, name))
    }
  }

  /** Replaces what is there: the same bytes again, or a damaged blob that comes back from a copy. */
  async function put(id: BlobId, bytes: Uint8Array): Promise<void> {
    const folder = folderOf(id)
    const ready = made.get(folder) ?? makeFolder(folder)
    made.set(folder, ready)
    try {
      await ready
      await writeAtomic(fs, join(folder, id), bytes)
    } catch (error) {
      made.delete(folder)
      throw error
    }
  }

  /** Synced even when it is there: an earlier attempt may have failed between the two. */
  async function makeFolder(folder: string): Promise<void> {
    await ensureFolder(fs, folder)
    await fs.syncFolder(root)
  }

  async function get(id: BlobId): Promise<Result<Uint8Array, HostCode>> {
    try {
      return ok(await fs.readFile(join(folderOf(id), id), 0, BLOB_BYTES))
    } catch (error) {
      if (errno(error) === 'ENOENT') return err('not-found')
      throw error
    }
  }

  async function remove(id: BlobId): Promise<void> {
    try {
      await fs.remove(join(folderOf(id), id))
    } catch (error) {
      if (errno(error) !== 'ENOENT') throw error
    }
    // Also when it was gone already: an earlier attempt may have failed between the two.
    if ((await fs.stat(folderOf(id))) !== null) await fs.syncFolder(folderOf(id))
  }

  async function list(): Promise<readonly BlobId[]> {
    const ids: BlobId[] = []
    for (const folder of await folders()) {
      for (const { name, kind } of await fs.list(join(root, folder))) {
        if (kind === 'file' && ID.test(name) && name.startsWith(folder)) ids.push(name)
      }
    }
    return ids
  }

  function folderOf(id: BlobId): string {
    return join(root, id.slice(0, 2))
  }
}
