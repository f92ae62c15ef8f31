/**
 * A disk in memory that keeps only what it was told to keep. Every write, and every name that was created, renamed or removed, is
 * `pending` until its file (data) or its folder (names) was synced; a power cut may lose any of them, in any order, and tear writes
 * at any byte. A rename is one step (journaling file systems), but it may come without the data of the file.
 *
 * A sync that fails drops what was pending and the next one says "done" (Linux: pages are marked clean after an error).
 */
import type { Entry, FileSystem, OpenFile } from '#host/file-system.ts'

export type OpKind = 'create' | 'write' | 'fdatasync' | 'fsync' | 'fsyncDir' | 'mkdir' | 'rmdir' | 'rename' | 'link' | 'unlink'
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

/** `before` and `lengthBefore` undo it. */
type Write = { readonly at: number; readonly bytes: Uint8Array; readonly before: Uint8Array; readonly lengthBefore: number }
type FileNode = {
  readonly kind: 'file'
  buffer: Uint8Array
  length: number
  pending: Write[]
  /** Once a sync failed: what is really on the disk. */
  lost: Uint8Array | null
}
type FolderNode = { readonly kind: 'folder'; readonly entries: Map<string, Node>; readonly synced: Map<string, Node> }
type Node = FileNode | FolderNode
type NameChange = { readonly folder: FolderNode; readonly name: string; readonly node: Node | null }
/** Happens as one step or not at all. */
type NameStep = readonly NameChange[]
type Disk = { readonly root: FolderNode; steps: NameStep[] }

const newFolder = (): FolderNode => ({ kind: 'folder', entries: new Map(), synced: new Map() })
const newFile = (bytes: Uint8Array): FileNode => ({ kind: 'file', buffer: bytes, length: bytes.length, pending: [], lost: null })
const failure = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code })
const partsOf = (path: string): string[] => path.replace(/^[A-Za-z]:/, '').split(/[\\/]/).filter((part) => part !== '' && part !== '.')

export function faultFileSystem(): FaultFileSystem {
  return running({ root: newFolder(), steps: [] })
}

function running(disk: Disk): FaultFileSystem {
  let faults: Faults = {}
  let dead = false
  const ops: Op[] = []

  return {
    plan: (next) => void (faults = next),
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
      if (there && (there.kind !== node.kind || (there.kind === 'folder' && there.entries.size > 0))) throw failure('ENOTEMPTY', to)
      change('rename', to, () => rename([{ ...source, node: null }, { ...target, node }]))
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
      sync('fsyncDir', path, () => keepNames(disk, folder), () => undefined)
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
        change('write', path, () => write(file, bytes, position), () => write(file, half, position))
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

function applyNames(step: NameStep, to: 'entries' | 'synced'): void {
  for (const { folder, name, node } of step) {
    if (node) folder[to].set(name, node)
    else folder[to].delete(name)
  }
}

/** Everything pending in the folder reaches the disk, and what it builds on with it. */
function keepNames(disk: Disk, folder: FolderNode): void {
  const kept = new Set<NameStep>()
  const touches = (step: NameStep, other: NameStep) => step.some((a) => other.some((b) => a.folder === b.folder && a.name === b.name))
  for (const step of disk.steps.toReversed()) {
    if (step.some((one) => one.folder === folder) || [...kept].some((later) => touches(step, later))) kept.add(step)
  }
  for (const step of disk.steps) if (kept.has(step)) applyNames(step, 'synced')
  disk.steps = disk.steps.filter((step) => !kept.has(step))
}

function write(file: FileNode, bytes: Uint8Array, at: number): void {
  const end = Math.max(file.length, at + bytes.length)
  if (end > file.buffer.length) {
    const larger = new Uint8Array(Math.max(end, file.buffer.length * 2))
    larger.set(file.buffer.subarray(0, file.length))
    file.buffer = larger
  }
  const before = file.buffer.slice(at, Math.min(file.length, at + bytes.length))
  file.pending.push({ at, bytes: bytes.slice(), before, lengthBefore: file.length })
  file.buffer.set(bytes, at)
  file.length = end
}

/** What is on the disk when nothing pending gets there. */
function onDisk(file: FileNode): Uint8Array {
  if (file.lost) return file.lost
  let bytes = file.buffer.slice(0, file.length)
  for (const { at, before, lengthBefore } of file.pending.toReversed()) {
    bytes = bytes.slice(0, lengthBefore)
    bytes.set(before, at)
  }
  return bytes
}

function replay(base: Uint8Array, writes: readonly { at: number; bytes: Uint8Array }[]): Uint8Array {
  const length = writes.reduce((longest, { at, bytes }) => Math.max(longest, at + bytes.length), base.length)
  const out = new Uint8Array(length)
  out.set(base)
  for (const { at, bytes } of writes) out.set(bytes, at)
  return out
}

/** mulberry32 */
function random(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Seeds 0 to 3: nothing pending survives, everything, only names, only data. Others mix; each has its own odds. */
function afterCut(disk: Disk, seed: number): Disk {
  const draw = random(seed * 7_919 + 1)
  const odds = [0.1, 0.5, 0.9]
  const pick = () => odds[Math.floor(draw() * odds.length)]!
  const names = seed === 0 || seed === 3 ? 0 : seed === 1 || seed === 2 ? 1 : pick()
  const data = seed === 0 || seed === 2 ? 0 : seed === 1 || seed === 3 ? 1 : pick()

  const survived = disk.steps.filter(() => draw() < names)
  const copies = new Map<Node, Node>()
  return { root: copyFolder(disk.root), steps: [] }

  function copyFolder(folder: FolderNode): FolderNode {
    const known = copies.get(folder)
    if (known?.kind === 'folder') return known
    const copy = newFolder()
    copies.set(folder, copy)
    const entries = new Map(folder.synced)
    for (const step of survived) {
      for (const one of step) {
        if (one.folder !== folder) continue
        if (one.node) entries.set(one.name, one.node)
        else entries.delete(one.name)
      }
    }
    for (const [name, node] of entries) {
      const there = node.kind === 'folder' ? copyFolder(node) : copyFile(node)
      copy.entries.set(name, there)
      copy.synced.set(name, there)
    }
    return copy
  }

  function copyFile(file: FileNode): FileNode {
    const known = copies.get(file)
    if (known?.kind === 'file') return known
    const writes = file.pending.flatMap(({ at, bytes }) => tear(at, bytes))
    const copy = newFile(replay(onDisk(file), writes))
    copies.set(file, copy)
    return copy
  }

  /** Whole, lost, or: its beginning, its end (zeros before it), its length only. */
  function tear(at: number, bytes: Uint8Array): { at: number; bytes: Uint8Array }[] {
    if (data === 1) return [{ at, bytes }]
    if (data === 0) return []
    const fate = draw()
    const cut = Math.floor(draw() * (bytes.length + 1))
    if (fate < data * 0.6) return [{ at, bytes }]
    if (fate < data * 0.75) return [{ at, bytes: bytes.subarray(0, cut) }]
    if (fate < data * 0.9) return [{ at: at + cut, bytes: bytes.subarray(cut) }]
    if (fate < data) return [{ at, bytes: new Uint8Array(bytes.length) }]
    return []
  }
}
