/**
 * Files that arrived:
 *
 *   inbox/<id>-<name>            new             <id>: first 32 hex digits of its SHA-256; <name>: as it was called, made safe
 *   inbox/waiting/<id>-<name>    and beside it <id>.json, why it lies there: {"v":1,"why":"…","at":"…"}
 *   inbox/aside/…  inbox/quarantine/…
 *
 * The note is written before the file moves, so no file lies anywhere without its reason; a note without a file is tidied up.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { INBOX_BOXES, type InboxBox, type InboxFile } from '#core/host/host.ts'
import { WHY } from '#core/host/parsers.ts'
import { fromUtf8, utf8 } from '#core/lib/bytes.ts'
import { ensureFolder, quietly, removeTemps, writeAtomic } from './atomic-files.ts'
import { errno, type FileSystem } from './file-system.ts'
import { safeName } from './safe-name.ts'
import { stationTime } from './station-time.ts'

/** Every method throws the errors of the file system. */
export type InboxFiles = {
  /** After a killed program: temp files, notes without a file and second copies go; names reach the disk. */
  readonly recover: () => Promise<void>
  readonly put: (name: string, pieces: readonly Uint8Array[]) => Promise<InboxFile>
  readonly list: () => Promise<readonly InboxFile[]>
  /** Null when it is not there. */
  readonly read: (id: string, offset: number, length: number) => Promise<Uint8Array | null>
  readonly move: (id: string, box: InboxBox, why: string) => Promise<boolean>
  readonly remove: (id: string) => Promise<void>
}

const FILE = /^([0-9a-f]{32})-(.+)$/s
const NOTE = /^([0-9a-f]{32})\.json$/
const NOTE_BYTES = 4_096

type Place = { readonly id: string; readonly box: InboxBox; readonly file: string }

export function inboxFiles(fs: FileSystem, root: string, now: () => number): InboxFiles {
  const folderOf = (box: InboxBox): string => (box === 'new' ? root : join(root, box))
  const pathOf = ({ box, file }: Place): string => join(folderOf(box), file)
  const noteOf = (box: InboxBox, id: string): string => join(folderOf(box), `${id}.json`)
  return { recover, put, list, read, move, remove }

  /** Boxes in order: of two copies (killed between two steps) the one in the earlier box counts. */
  async function places(): Promise<Place[]> {
    const out: Place[] = []
    for (const box of INBOX_BOXES)
      for (const name of await names(box)) {
        const id = FILE.exec(name)?.[1]
        if (id !== undefined) out.push({ id, box, file: name })
      }
    return out
  }

  async function names(box: InboxBox): Promise<readonly string[]> {
    if ((await fs.stat(folderOf(box))) === null) return []
    return (await fs.list(folderOf(box))).filter((entry) => entry.kind === 'file').map((entry) => entry.name)
  }

  async function find(id: string): Promise<Place | undefined> {
    return (await places()).find((place) => place.id === id)
  }

  async function recover(): Promise<void> {
    const seen = new Map<string, InboxBox>()
    for (const place of await places()) {
      if (seen.has(place.id)) await fs.remove(pathOf(place))
      else seen.set(place.id, place.box)
    }
    for (const box of INBOX_BOXES) {
      if ((await fs.stat(folderOf(box))) === null) continue
      await removeTemps(fs, folderOf(box))
      for (const name of await names(box)) {
        const id = NOTE.exec(name)?.[1]
        if (id !== undefined && seen.get(id) !== box) await quietly(fs.remove(join(folderOf(box), name)))
      }
      await fs.syncFolder(folderOf(box))
    }
  }

  async function put(name: string, pieces: readonly Uint8Array[]): Promise<InboxFile> {
    const hash = createHash('sha256')
    let bytes = 0
    for (const piece of pieces) {
      hash.update(piece)
      bytes += piece.length
    }
    const id = hash.digest('hex').slice(0, 32)
    const before = (await places()).filter((place) => place.id === id)
    const kept: Place = { id, box: 'new', file: `${id}-${safeName(name)}` }
    // Also when it is there: what lies there may have suffered, what came just now was checked.
    await writeAtomic(fs, pathOf(kept), pieces)
    for (const place of before) if (pathOf(place) !== pathOf(kept)) await drop(place)
    return { id, box: 'new', name: nameOf(kept), bytes, at: stationTime(now()), why: '' }
  }

  async function list(): Promise<readonly InboxFile[]> {
    const out: { readonly file: InboxFile; readonly changed: number }[] = []
    const seen = new Set<string>()
    for (const place of await places()) {
      if (seen.has(place.id)) continue
      const found = await fs.stat(pathOf(place))
      if (!found) continue
      seen.add(place.id)
      const { id, box } = place
      const note = box === 'new' ? null : await readNote(noteOf(box, id))
      const at = note?.at ?? stationTime(found.changed)
      const file = { id, box, name: nameOf(place), bytes: found.bytes, at, why: note?.why ?? '' }
      out.push({ file, changed: found.changed })
    }
    const ordered = out.toSorted((a, b) => a.changed - b.changed || (a.file.id < b.file.id ? -1 : 1))
    return ordered.map(({ file }) => file)
  }

  async function read(id: string, offset: number, length: number): Promise<Uint8Array | null> {
    const place = await find(id)
    return place ? fs.readFile(pathOf(place), offset, length) : null
  }

  async function move(id: string, box: InboxBox, why: string): Promise<boolean> {
    const place = await find(id)
    if (!place) return false
    if (box !== 'new') {
      await ensureFolder(fs, folderOf(box))
      const at = (place.box === 'new' ? null : await readNote(noteOf(place.box, id)))?.at
      const found = at === undefined ? await fs.stat(pathOf(place)) : null
      const note = { v: 1, why, at: at ?? stationTime(found?.changed ?? now()) }
      await writeAtomic(fs, noteOf(box, id), utf8(`${JSON.stringify(note)}\n`))
    }
    if (place.box === box) return true
    await fs.rename(pathOf(place), pathOf({ ...place, box }))
    await fs.syncFolder(folderOf(box))
    await fs.syncFolder(folderOf(place.box))
    if (place.box !== 'new') await quietly(fs.remove(noteOf(place.box, id)))
    return true
  }

  async function remove(id: string): Promise<void> {
    for (const place of await places()) if (place.id === id) await drop(place)
  }

  async function drop(place: Place): Promise<void> {
    try {
      await fs.remove(pathOf(place))
    } catch (error) {
      if (errno(error) !== 'ENOENT') throw error
    }
    if (place.box !== 'new') await quietly(fs.remove(noteOf(place.box, place.id)))
    await fs.syncFolder(folderOf(place.box))
  }

  async function readNote(path: string): Promise<{ why: string; at: string } | null> {
    try {
      const note = JSON.parse(fromUtf8(await fs.readFile(path, 0, NOTE_BYTES))) as {
        why?: unknown
        at?: unknown
      } | null
      const { why, at } = note ?? {}
      return typeof why === 'string' && WHY.test(why) && typeof at === 'string' ? { why, at: at.slice(0, 40) } : null
    } catch (error) {
      if (errno(error) === null && !(error instanceof SyntaxError)) throw error
      return null // the file counts, its reason is found again when it is looked at
    }
  }
}

const nameOf = ({ file }: Place): string => FILE.exec(file)?.[2] ?? file
