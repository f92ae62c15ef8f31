/**
 * The journal's files. A byte counts as saved only when this process saw it synced, and only saved bytes are shown: what a
 * killed program left in the page cache is synced before its length is told.
 *
 * A sync that failed once tells nothing afterwards (Linux marks the pages clean, and the next fsync says "done"), so a
 * file is never written or synced again by this process after a failure.
 *
 * What was written is changed in one case only: payloads that were erased (`rewrite`). The file keeps its name, its length and
 * every frame's place, so whoever noted a place in it, the writer included, goes on with it.
 */
import { join } from 'node:path'
import { type HostCode, READ_BYTES, SEGMENT_BYTES, type SegmentId, type SegmentInfo } from '#core/host/host.ts'
import { parseSegmentFileName, SEGMENT_HEADER_BYTES, segmentFileName, segmentHeader } from '#core/journal/segment.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { quietly, writeBeside } from './atomic-files.ts'
import { errno, type FileSystem, type OpenFile } from './file-system.ts'

type Segment = {
  readonly id: SegmentId
  readonly ordinal: number
  readonly path: string
  /** Saved bytes. After a failure the file may hold more; they are not shown. */
  bytes: number
  /** Kept open from the first append on; one handle saves an open and a close per save. */
  file: OpenFile | null
  closed: boolean
}

/** Every method throws the errors of the file system; the caller lets them in one after another, `read` at any time. */
export type SegmentFiles = {
  /** Looks at the folder again: syncs and counts in what is new or has another length. */
  refresh(): Promise<void>
  infos(): readonly SegmentInfo[]
  begin(id: SegmentId): Promise<Result<SegmentInfo, HostCode>>
  append(id: SegmentId, offset: number, batch: Uint8Array): Promise<Result<number, HostCode>>
  read(id: SegmentId, offset: number, length: number): Promise<Result<Uint8Array, HostCode>>
  /** Keeps a piece in memory. */
  stage(id: SegmentId, offset: number, bytes: Uint8Array): Result<null, HostCode>
  /** The file anew with the staged pieces in it; their number says that they are all of one mind. */
  rewrite(id: SegmentId, pieces: number): Promise<Result<null, HostCode>>
  close(): Promise<void>
}

export function segmentFiles(fs: FileSystem, journal: string): SegmentFiles {
  const segments = new Map<SegmentId, Segment>()
  /** Ids whose beginning failed: their file may or may not be there after a power cut. */
  const burnt = new Set<SegmentId>()
  /** Files of an earlier process that could not be synced: nothing about them can be promised any more. */
  const unsound = new Set<string>()
  const staged = new Map<SegmentId, { readonly offset: number; readonly bytes: Uint8Array }[]>()
  let highest = 0

  return { refresh, infos, begin, append, read, stage, rewrite, close }

  async function refresh(): Promise<void> {
    const there = new Set<SegmentId>()
    for (const entry of await fs.list(journal)) {
      const name = parseSegmentFileName(entry.name)
      if (!name || entry.kind !== 'file' || burnt.has(name.id)) continue
      highest = Math.max(highest, name.ordinal)
      const known = segments.get(name.id)
      const path = join(journal, entry.name)
      // The same id twice (a copy made by hand): the one already counted in stays.
      if (there.has(name.id) && known?.path !== path) continue
      there.add(name.id)
      if (known?.closed) continue
      const bytes = (await fs.stat(path))?.bytes ?? 0
      if (known?.bytes === bytes) continue
      await letGo(known)
      await syncOnce(path)
      segments.set(name.id, { ...name, path, bytes, file: null, closed: false })
    }
    for (const segment of segments.values()) {
      if (there.has(segment.id)) continue
      await letGo(segment)
      segments.delete(segment.id)
    }
    await fs.syncFolder(journal)
  }

  async function syncOnce(path: string): Promise<void> {
    if (unsound.has(path)) throw Object.assign(new Error('a sync of this file failed before'), { code: 'EIO' })
    const file = await fs.openExisting(path)
    try {
      await file.sync()
    } catch (error) {
      unsound.add(path)
      throw error
    } finally {
      await quietly(file.close())
    }
  }

  function infos(): readonly SegmentInfo[] {
    const all = [...segments.values()].sort((a, b) => a.ordinal - b.ordinal)
    return all.map(({ id, ordinal, bytes }) => ({ id, ordinal, bytes }))
  }

  async function begin(id: SegmentId): Promise<Result<SegmentInfo, HostCode>> {
    if (segments.has(id) || burnt.has(id)) return err('exists')
    const ordinal = ++highest
    const path = join(journal, segmentFileName(id, ordinal))
    const header = segmentHeader(id, ordinal)
    let file: OpenFile | null = null
    try {
      file = await fs.openNew(path)
      await file.write(header, 0)
      await file.sync()
      await fs.syncFolder(journal)
    } catch (error) {
      burnt.add(id)
      if (file) {
        await quietly(file.close())
        await quietly(fs.remove(path))
      }
      throw error
    }
    for (const other of segments.values()) await letGo(other)
    segments.set(id, { id, ordinal, path, bytes: header.length, file, closed: false })
    return ok({ id, ordinal, bytes: header.length })
  }

  async function append(id: SegmentId, offset: number, batch: Uint8Array): Promise<Result<number, HostCode>> {
    const segment = segments.get(id)
    if (!segment) return err(burnt.has(id) ? 'segment-closed' : 'not-found')
    if (segment.closed) return err('segment-closed')
    if (offset !== segment.bytes) return err('moved')
    if (batch.length > SEGMENT_BYTES - SEGMENT_HEADER_BYTES) return err('bad-request')
    if (offset + batch.length > SEGMENT_BYTES) return err('segment-full')
    const file = (segment.file ??= await fs.openExisting(segment.path))
    try {
      await file.write(batch, offset)
      await file.datasync()
    } catch (error) {
      segment.closed = true
      // What was refused must not be read as saved by the next program, which sees the page cache: zeros are no frame.
      await quietly(file.write(new Uint8Array(batch.length), offset))
      await letGo(segment)
      throw error
    }
    segment.bytes += batch.length
    return ok(segment.bytes)
  }

  async function read(id: SegmentId, offset: number, length: number): Promise<Result<Uint8Array, HostCode>> {
    const segment = segments.get(id)
    if (!segment) return err('not-found')
    const end = Math.min(segment.bytes, offset + Math.min(length, READ_BYTES))
    if (offset >= end) return ok(new Uint8Array(0))
    try {
      return ok(await fs.readFile(segment.path, offset, end - offset))
    } catch (error) {
      if (errno(error) === 'ENOENT') return err('not-found')
      throw error
    }
  }

  function stage(id: SegmentId, offset: number, bytes: Uint8Array): Result<null, HostCode> {
    const segment = segments.get(id)
    if (!segment) return err('not-found')
    if (offset < SEGMENT_HEADER_BYTES || offset + bytes.length > segment.bytes) return err('bad-request')
    // A copy: what came over a channel may be a view of a message.
    staged.set(id, [...(staged.get(id) ?? []), { offset, bytes: bytes.slice() }])
    return ok(null)
  }

  async function rewrite(id: SegmentId, pieces: number): Promise<Result<null, HostCode>> {
    const segment = segments.get(id)
    const patches = staged.get(id) ?? []
    staged.delete(id)
    if (!segment) return err('not-found')
    // Its file may hold more than is known to be saved; after the next start that has been settled.
    if (segment.closed) return err('segment-closed')
    if (patches.length !== pieces) return err('moved')
    if (pieces === 0) return ok(null)
    const content = await fs.readFile(segment.path, 0, segment.bytes)
    if (content.length !== segment.bytes) return err('io-failed')
    for (const { offset, bytes } of patches) content.set(bytes, offset)
    // An append through the old handle would go into the file that is about to lose its name.
    await letGo(segment)
    const temp = await writeBeside(fs, segment.path, content)
    try {
      await fs.rename(temp, segment.path)
      await fs.syncFolder(journal)
    } catch (error) {
      // Which of the two files a power cut would leave is not known: what is appended to one could go with it.
      segment.closed = true
      await quietly(fs.remove(temp))
      throw error
    }
    return ok(null)
  }

  async function close(): Promise<void> {
    for (const segment of segments.values()) await letGo(segment)
  }

  async function letGo(segment: Segment | undefined): Promise<void> {
    const file = segment?.file
    if (!segment || !file) return
    segment.file = null
    await quietly(file.close())
  }
}
