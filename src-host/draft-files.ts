/** Sealed drafts of forms, one file each. */
import { join } from 'node:path'
import { READ_BYTES } from '#core/host/host.ts'
import { DRAFT_ID } from '#core/host/parsers.ts'
import { writeAtomic } from './atomic-files.ts'
import { errno, type FileSystem } from './file-system.ts'

export type Draft = { readonly id: string; readonly bytes: Uint8Array }

/** An empty `bytes` removes the draft; one that is not there is fine. Throws the errors of the file system. */
export async function putDraft(fs: FileSystem, folder: string, id: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, id)
  if (bytes.length > 0) return writeAtomic(fs, path, bytes)
  try {
    await fs.remove(path)
  } catch (error) {
    if (errno(error) !== 'ENOENT') throw error
  }
  await fs.syncFolder(folder)
}

export async function listDrafts(fs: FileSystem, folder: string): Promise<readonly Draft[]> {
  const drafts: Draft[] = []
  for (const { name, kind } of await fs.list(folder)) {
    if (kind === 'file' && DRAFT_ID.test(name))
      drafts.push({ id: name, bytes: await fs.readFile(join(folder, name), 0, READ_BYTES) })
  }
  return drafts
}
