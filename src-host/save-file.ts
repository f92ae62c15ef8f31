/** Files that a user asked for: whole or not at all, and never over another file. */
import { join } from 'node:path'
import { createWhole, ensureFolder } from './atomic-files.ts'
import type { FileSystem } from './file-system.ts'
import { numberedName, safeName } from './safe-name.ts'

/** Answers the path; null when a thousand files of that name are there. Throws the errors of the file system. */
export async function saveFile(
  fs: FileSystem,
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<string | null> {
  await ensureFolder(fs, folder)
  const safe = safeName(name)
  for (let n = 1; n <= 1_000; n++) {
    const path = join(folder, numberedName(safe, n))
    if ((await fs.stat(path)) !== null || !(await createWhole(fs, path, bytes))) continue
    await fs.syncFolder(folder)
    return path
  }
  return null
}
