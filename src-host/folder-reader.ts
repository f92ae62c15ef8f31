/** Files of a folder that a person chose: what lies in it and one level below. Never through a link. */
import { join } from 'node:path'
import type { FileThere } from '#core/host/host.ts'
import type { FileSystem } from './file-system.ts'

/** A district's 200 stations send some files each; more is somebody's whole disk. */
const MOST = 10_000

/** By name, `/` between folder and file. Hidden files and our own temp files are left out. Throws the errors of the file system. */
export async function listFolder(fs: FileSystem, folder: string): Promise<readonly FileThere[]> {
  const names: string[] = []
  for (const { name, kind } of await fs.list(folder)) {
    if (name.startsWith('.')) continue
    if (kind === 'file') names.push(name)
    if (kind !== 'folder') continue
    // A folder that may not be read holds nothing for us.
    for (const inside of await fs.list(join(folder, name)).catch(() => []))
      if (inside.kind === 'file' && !inside.name.startsWith('.')) names.push(`${name}/${inside.name}`)
  }
  const out: FileThere[] = []
  for (const name of names.toSorted().slice(0, MOST)) {
    const found = await fs.stat(join(folder, name))
    if (found) out.push({ name, bytes: found.bytes })
  }
  return out
}

/** Null for a name that listFolder would not say. */
export async function readFolderFile(
  fs: FileSystem,
  folder: string,
  name: string,
  offset: number,
  length: number,
): Promise<Uint8Array | null> {
  const parts = name.split('/')
  if (parts.length > 2 || parts.some((part) => part === '' || part.startsWith('.') || /[\\\0]/.test(part))) return null
  let at = folder
  for (const [i, part] of parts.entries()) {
    const entry = (await fs.list(at)).find((one) => one.name === part)
    if (entry?.kind !== (i === parts.length - 1 ? 'file' : 'folder')) return null
    at = join(at, part)
  }
  return fs.readFile(at, offset, length)
}
