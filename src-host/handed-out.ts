/** Which files and folders this program gave to the user since it started: only those does it show in a file manager. */
import type { FolderHost } from '#core/host/host.ts'

export type HandedOut = {
  /** The same host; it remembers each path that it answers. */
  readonly folder: FolderHost
  readonly note: (path: string) => void
  readonly has: (path: string) => boolean
}

export function handedOut(folder: FolderHost): HandedOut {
  const paths = new Set<string>()
  const note = (path: string): void => void paths.add(path)
  return {
    folder: {
      ...folder,
      saveFile: async (name, bytes) => {
        const saved = await folder.saveFile(name, bytes)
        if (saved.ok) note(saved.value)
        return saved
      },
      writeOut: async (transfer, target, name, sha256) => {
        const written = await folder.writeOut(transfer, target, name, sha256)
        if (written.ok) note(written.value.path)
        return written
      },
      backup: async (to) => {
        const made = await folder.backup(to)
        if (made.ok) note(made.value.to)
        return made
      },
    },
    note,
    has: (path) => paths.has(path),
  }
}
