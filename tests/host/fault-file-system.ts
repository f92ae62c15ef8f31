/**
 * A disk in memory that keeps only what it was told to keep. Every write, and every name that was created, renamed or removed, is
 * `pending` until its file (data) or its folder (names) was synced; a power cut may lose any of them, in any order, and tear writes
 * at any byte. A rename is one step (journaling file systems), but it may come without the data of the file.
 *
 * A sync that fails drops what was pending and the next one says "done" (Linux: pages are marked clean after an error).
 */
import type { Entry, FileSystem, OpenFile } from '#host/file-system.ts'
import {
  afterCut,
  applyNames,
  type Disk,
  type FileNode,
  type FolderNode,
  keepNames,
  type NameStep,
  newFile,
  newFolder,
  type Node,
  onDisk,
  replay,
  write,
} from './fault-disk.ts'

export type OpKind =
  'create' | 'write' | 'fdatasync' | 'fsync' | 'fsyncDir' | 'mkdir' | 'rmdir' | 'rename' | 'link' | 'unlink'
/** `n` counts operations that change or sync something: 1, 2, 3 … since the program started. */
export type Op = { readonly n: number; readonly kind: OpKind; readonly path: string }

export type Faults = {
  /** The power goes at this operation: it may have happened (a sync has not), and nothing after it does. */
  readonly cutAt?: number
  /** The errno with which an operation fails, or null. A failing write leaves its first half behind. */
  readonly fail?: (op: Op) => string | null
  /** A missing sync: all of a kind, or the operation of this number. It answers as if it were done. */
  readonly ignoreSync?: 'fdatasync' | 'fsync' | 'fsyncDir' | number
}

export type FaultFileSystem = FileSystem & {
  plan(faults: Faults): void
  /** What happened since the program started. */
  ops(): readonly Op[]
  /** One state in which the disk may be found after a power cut now; this one is left as it is. The first four seeds are extremes. */
  crash(seed: number): FaultFileSystem
  /** kill −9: this program can do nothing any more, the next one sees everything written, synced or not. */
  kill(): FaultFileSystem
}

/** Thrown by the operation at which the power goes, and by every later one. */
export class PowerCut extends Error {
  override name = 'PowerCut'
}

const failure = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code })
const partsOf = (path: string): string[] =>
  path
    .replace(/^[A-Za-z]:/, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.')

export function faultFileSystem(): FaultFileSystem {
  return running({ root: newFolder(), steps: [] })
}

function running(disk: Disk): FaultFileSystem {
  let faults: Faults = {}
  let dead = false
  const ops: Op[] = []

  return {
    plan: (planned) => void (faults = planned),
    ops: () => ops,
    crash: (seed) => running(afterCut(disk, seed)),
    kill() {
      dead = true
      return running(disk)
    },

    async openNew(path) {
      alive()
      const { folder, name } = place(path)
      if (folder.entries.has(name)) throw failure('EEXIST', path)
      return change('create', path, () => {
        const file = newFile(new Uint8Array(0))
        rename([{ folder, name, node: file }])
        return handle(file, path)
      })
    },
    async openExisting(path) {
      alive()
      return handle(fileAt(path), path)
    },
    async readFile(path, offset, length) {
      alive()
      const file = fileAt(path)
      return file.buffer.slice(offset, Math.max(offset, Math.min(file.length, offset + length)))
    },
    async stat(path) {
      alive()
      const node = find(path)
      return node && { kind: node.kind, bytes: node.kind === 'file' ? node.length : 0, changed: 0 }
    },
    async list(path) {
      alive()
      return [...folderAt(path).entries].map(([name, node]): Entry => ({ name, kind: node.kind }))
    },
    async makeFolder(path) {
      alive()
      const { folder, name } = place(path)
      if (folder.entries.has(name)) throw failure('EEXIST', path)
      change('mkdir', path, () => rename([{ folder, name, node: newFolder() }]))
    },
    async removeFolder(path) {
      alive()
      const { folder, name } = place(path)
      if (folderAt(path).entries.size > 0) throw failure('ENOTEMPTY', path)
      change('rmdir', path, () => rename([{ folder, name, node: null }]))
    },
    async rename(from, to) {
      alive()
      const [source, target] = [place(from), place(to)]
      const node = source.folder.entries.get(source.name)
      const there = target.folder.entries.get(target.name)
      if (!node) throw failure('ENOENT', from)
      if (there && (there.kind !== node.kind || (there.kind === 'folder' && there.entries.size > 0)))
        throw failure('ENOTEMPTY', to)
      change('rename', to, () =>
        rename([
          { ...source, node: null },
          { ...target, node },
        ]),
      )
    },
    async link(from, to) {
      alive()
      const { folder, name } = place(to)
      const node = fileAt(from)
      if (folder.entries.has(name)) throw failure('EEXIST', to)
      change('link', to, () => rename([{ folder, name, node }]))
    },
    async remove(path) {
      alive()
      const { folder, name } = place(path)
      fileAt(path)
      change('unlink', path, () => rename([{ folder, name, node: null }]))
    },
    async syncFolder(path) {
      alive()
      const folder = folderAt(path)
      sync(
        'fsyncDir',
        path,
        () => keepNames(disk, folder),
        () => undefined,
      )
    },
    async realPath(path) {
      alive()
      if (!find(path)) throw failure('ENOENT', path)
      return path
    },
  }

  function alive(): void {
    if (dead) throw new PowerCut('the power is off')
  }

  function next(kind: OpKind, path: string): Op {
    const op = { n: ops.length + 1, kind, path }
    ops.push(op)
    return op
  }

  function change<T>(kind: OpKind, path: string, happen: () => T, half: () => void = () => undefined): T {
    const op = next(kind, path)
    const code = faults.fail?.(op)
    if (code) {
      half()
      throw failure(code, path)
    }
    const result = happen()
    if (op.n === faults.cutAt) die()
    return result
  }

  function sync(kind: OpKind, path: string, keep: () => void, lose: () => void): void {
    const op = next(kind, path)
    if (op.n === faults.cutAt) die()
    const code = faults.fail?.(op)
    if (code) {
      lose()
      throw failure(code, path)
    }
    if (faults.ignoreSync !== kind && faults.ignoreSync !== op.n) keep()
  }

  function die(): never {
    dead = true
    throw new PowerCut('the power went')
  }

  function handle(file: FileNode, path: string): OpenFile {
    const keep = () => {
      if (file.lost) file.lost = replay(file.lost, file.pending)
      file.pending = []
    }
    const lose = () => {
      file.lost ??= onDisk(file)
      file.pending = []
    }
    return {
      async write(bytes, position) {
        alive()
        const half = bytes.subarray(0, bytes.length >> 1)
        change(
          'write',
          path,
          () => write(file, bytes, position),
          () => write(file, half, position),
        )
      },
      async datasync() {
        alive()
        sync('fdatasync', path, keep, lose)
      },
      async sync() {
        alive()
        sync('fsync', path, keep, lose)
      },
      async close() {
        alive()
      },
    }
  }

  function find(path: string): Node | null {
    let node: Node | undefined = disk.root
    for (const part of partsOf(path)) node = node?.kind === 'folder' ? node.entries.get(part) : undefined
    return node ?? null
  }

  function folderAt(path: string): FolderNode {
    const node = find(path)
    if (node?.kind !== 'folder') throw failure(node ? 'ENOTDIR' : 'ENOENT', path)
    return node
  }

  function fileAt(path: string): FileNode {
    const node = find(path)
    if (node?.kind !== 'file') throw failure(node ? 'EISDIR' : 'ENOENT', path)
    return node
  }

  function place(path: string): { folder: FolderNode; name: string } {
    const parts = partsOf(path)
    const name = parts.pop()
    if (name === undefined) throw failure('EEXIST', path)
    return { folder: folderAt(`/${parts.join('/')}`), name }
  }

  function rename(step: NameStep): void {
    applyNames(step, 'entries')
    disk.steps.push(step)
  }
}
