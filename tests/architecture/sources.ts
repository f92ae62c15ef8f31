import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const PROJECT = resolve(import.meta.dirname, '../..')

/** Every file under the src-* folders: path from the project's root with `/` → text. */
export const readSources = (): ReadonlyMap<string, string> => {
  const files = new Map<string, string>()
  const tops = readdirSync(PROJECT).filter((name) => name.startsWith('src-'))
  for (const top of tops.toSorted())
    for (const entry of readdirSync(join(PROJECT, top), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) {
        const path = join(entry.parentPath, entry.name)
        files.set(path.slice(PROJECT.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8'))
      }
  return files
}
