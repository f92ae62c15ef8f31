/** The state of the fault file system's disk: what is there now, what of it is pending, and what a power cut may leave. */

/** `before` and `lengthBefore` undo it. */
type Write = {
  readonly at: number
  readonly bytes: Uint8Array
  readonly before: Uint8Array
  readonly lengthBefore: number
}
export type FileNode = {
  readonly kind: 'file'
  buffer: Uint8Array
  length: number
  pending: Write[]
  /** Once a sync failed: what is really on the disk. */
  lost: Uint8Array | null
}
export type FolderNode = {
  readonly kind: 'folder'
  readonly entries: Map<string, Node>
  readonly synced: Map<string, Node>
}
export type Node = FileNode | FolderNode
type NameChange = { readonly folder: FolderNode; readonly name: string; readonly node: Node | null }
/** Happens as one step or not at all. */
export type NameStep = readonly NameChange[]
export type Disk = { readonly root: FolderNode; steps: NameStep[] }

export const newFolder = (): FolderNode => ({ kind: 'folder', entries: new Map(), synced: new Map() })
export const newFile = (bytes: Uint8Array): FileNode => ({
  kind: 'file',
  buffer: bytes,
  length: bytes.length,
  pending: [],
  lost: null,
})
export function applyNames(step: NameStep, to: 'entries' | 'synced'): void {
  for (const { folder, name, node } of step) {
    if (node) folder[to].set(name, node)
    else folder[to].delete(name)
  }
}

/** Everything pending in the folder reaches the disk, and what it builds on with it. */
export function keepNames(disk: Disk, folder: FolderNode): void {
  const kept = new Set<NameStep>()
  const touches = (step: NameStep, other: NameStep) =>
    step.some((a) => other.some((b) => a.folder === b.folder && a.name === b.name))
  for (const step of disk.steps.toReversed()) {
    if (step.some((one) => one.folder === folder) || [...kept].some((later) => touches(step, later))) kept.add(step)
  }
  for (const step of disk.steps) if (kept.has(step)) applyNames(step, 'synced')
  disk.steps = disk.steps.filter((step) => !kept.has(step))
}

export function write(file: FileNode, bytes: Uint8Array, at: number): void {
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
export function onDisk(file: FileNode): Uint8Array {
  if (file.lost) return file.lost
  let bytes = file.buffer.slice(0, file.length)
  for (const { at, before, lengthBefore } of file.pending.toReversed()) {
    bytes = bytes.slice(0, lengthBefore)
    bytes.set(before, at)
  }
  return bytes
}

export function replay(base: Uint8Array, writes: readonly { at: number; bytes: Uint8Array }[]): Uint8Array {
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

/**
 * Seeds 0 to 3: nothing pending survives, everything, only names, only data. The others draw one of: all names but one (an earlier
 * step is missing under later ones), the first so many (as a journal would), any mix. The draw differs from cut to cut.
 */
export function afterCut(disk: Disk, seed: number): Disk {
  const draw = random(seed * 7_919 + disk.steps.length * 104_729 + 1)
  const below = (count: number) => Math.floor(draw() * count)
  const odds = () => [0.1, 0.5, 0.9][below(3)]!
  const extreme = seed < 4
  const data = extreme ? (seed === 1 || seed === 3 ? 1 : 0) : odds()
  const survived = extreme ? (seed === 1 || seed === 2 ? disk.steps : []) : someNames()

  function someNames(): NameStep[] {
    const kind = below(3)
    const one = below(disk.steps.length)
    const share = odds()
    return disk.steps.filter((_, i) => (kind === 0 ? i !== one : kind === 1 ? i < one : draw() < share))
  }

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
