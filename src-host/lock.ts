/**
 * One writer per station folder: the file `lock` names its owner. An owner that is dead is replaced without a gap in which
 * two programs could both believe they own the folder:
 *
 *   lock ──▶ lock.next.<nonce in lock> ──▶ lock.next.<nonce in that> …      the last one of this chain is the owner
 *
 * Only one program can create the file that follows a dead owner (exclusive create with whole content). It then reads the
 * chain again from `lock`: if that still leads to its own note, nobody else can become owner any more, because only the
 * owner ever replaces or removes `lock`; if not, it was late and removes its note. At last it makes itself `lock`.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fromUtf8, utf8 } from '#core/lib/bytes.ts'
import { createWhole, quietly, replaceUnsynced } from './atomic-files.ts'
import { errno, type FileSystem } from './file-system.ts'
import type { Machine } from './machine.ts'

export type Lock = {
  /** The owner before was killed: what it wrote last may be in memory only. */
  readonly unclean: boolean
  /** Another program took the folder (after a sleep of this computer, on a shared drive): write nothing any more. */
  readonly isLost: () => boolean
  readonly release: () => Promise<void>
}

export type LockTimes = {
  /** ms between heartbeats; 0 = none. */
  readonly beat: number
  /** ms without a heartbeat after which an owner on another computer counts as dead. */
  readonly silent: number
  /** ms to watch a silent owner on this computer, where its pid may have been given to another program. */
  readonly watch: number
}
export const LOCK_TIMES: LockTimes = { beat: 5_000, silent: 60_000, watch: 11_000 }

type Note = {
  readonly nonce: string
  readonly pid: number
  readonly host: string
  readonly boot: string
  readonly began: string | null
  readonly started: number
  readonly heartbeat: number
}
/** `note` is null when the file cannot be read as one. `key` names the file that follows it. */
type Link = { readonly path: string; readonly key: string; readonly note: Note | null; readonly changed: number }

const LOCK = 'lock'
const NEXT = 'lock.next.'
const NOTE_BYTES = 4_096
const NONCE = /^[0-9a-f]{32}$/
/** ms a note may be unreadable, where it cannot be created in one step (exFAT). */
const BEING_WRITTEN = 10_000

/** Null when another program owns the folder. Throws the error of the file system. */
export async function acquireLock(
  fs: FileSystem,
  folder: string,
  machine: Machine,
  now: () => number,
  times: LockTimes = LOCK_TIMES,
): Promise<Lock | null> {
  const nonce = randomBytes(16).toString('hex')
  const started = now()
  const { pid, host, boot } = machine
  const note = () => noteBytes({ nonce, pid, host, boot, began: machine.beganOf(pid), started, heartbeat: now() })
  const path = join(folder, LOCK)

  const taken = await take()
  if (taken === null) return null
  let lost = false
  let beating: Promise<void> = Promise.resolve()
  const timer =
    times.beat > 0 ? setInterval(() => (beating = beating.then(() => quietly(beat()))), times.beat) : undefined
  timer?.unref()

  return {
    unclean: taken === 'after-a-dead-one',
    isLost: () => lost,
    async release() {
      clearInterval(timer)
      await beating
      if (!lost && (await readLink(fs, path, null))?.note?.nonce === nonce) await quietly(fs.remove(path))
    },
  }

  async function take(): Promise<'fresh' | 'after-a-dead-one' | null> {
    // Each round is lost only to another program's success; 50 of them do not happen.
    for (let round = 0; round < 50; round++) {
      const owner = await lastOfChain(fs, folder)
      if (!owner) {
        if (await createNote(path)) return 'fresh'
        continue
      }
      if (await isLive(fs, owner, machine, now, times)) return null
      const claim = join(folder, NEXT + owner.key)
      if (!(await createNote(claim))) continue
      if ((await lastOfChain(fs, folder))?.note?.nonce !== nonce) {
        await quietly(fs.remove(claim))
        continue
      }
      await replaceLock()
      for (const entry of await fs.list(folder))
        if (entry.name.startsWith(NEXT)) await quietly(fs.remove(join(folder, entry.name)))
      return 'after-a-dead-one'
    }
    return null
  }

  async function createNote(at: string): Promise<boolean> {
    try {
      return await createWhole(fs, at, note())
    } catch (error) {
      // The new owner tidies temp files away, ours among them: read the chain again.
      if (errno(error) === 'ENOENT' && (await fs.stat(folder)) !== null) return false
      throw error
    }
  }

  /** After a power cut the lock is a dead one anyway. */
  async function replaceLock(): Promise<void> {
    await replaceUnsynced(fs, path, note())
  }

  async function beat(): Promise<void> {
    if (lost) return
    const last = await lastOfChain(fs, folder)
    // No lock at all: somebody removed it by hand. Ours again, unless another program was quicker.
    if (last ? last.note?.nonce !== nonce : !(await createNote(path))) lost = true
    else await replaceLock()
  }
}

async function isLive(
  fs: FileSystem,
  owner: Link,
  machine: Machine,
  now: () => number,
  times: LockTimes,
): Promise<boolean> {
  const { note } = owner
  if (!note) return Math.abs(now() - owner.changed) < BEING_WRITTEN
  const silent = Math.abs(now() - note.heartbeat) > times.silent
  if (note.host !== machine.host) return !silent
  if (machine.exact && note.boot !== machine.boot) return false
  if (!machine.isAlive(note.pid)) return false
  const began = machine.beganOf(note.pid)
  if (began !== null && note.began !== null) return began === note.began
  // Windows and macOS: neither the boot nor the process can be told for certain. A live owner beats while we watch.
  if (!silent && note.boot === machine.boot) return true
  for (let waited = 0; waited < times.watch; waited += 250) {
    await wait(250)
    const again = await readLink(fs, owner.path, null)
    if (again?.note?.nonce !== note.nonce || again.note.heartbeat !== note.heartbeat) return true
  }
  return false
}

async function lastOfChain(fs: FileSystem, folder: string): Promise<Link | null> {
  let last: Link | null = null
  let path = join(folder, LOCK)
  for (let depth = 0; depth < 100; depth++) {
    const link = await readLink(fs, path, last)
    if (!link) break
    last = link
    path = join(folder, NEXT + link.key)
  }
  return last
}

async function readLink(fs: FileSystem, path: string, before: Link | null): Promise<Link | null> {
  try {
    const found = await fs.stat(path)
    if (!found) return null
    const note = parseNote(await fs.readFile(path, 0, NOTE_BYTES))
    return { path, key: note?.nonce ?? `${before?.key ?? ''}x`, note, changed: found.changed }
  } catch (error) {
    if (errno(error) === 'ENOENT') return null
    throw error
  }
}

const noteBytes = (note: Note): Uint8Array<ArrayBuffer> => utf8(`${JSON.stringify(note)}\n`)

function parseNote(bytes: Uint8Array): Note | null {
  try {
    const note = JSON.parse(fromUtf8(bytes)) as Partial<Note> | null
    const { nonce, pid, host, boot, began, heartbeat } = note ?? {}
    const texts = [nonce, host, boot, began ?? ''].every((value) => typeof value === 'string')
    return texts && NONCE.test(nonce!) && Number.isSafeInteger(pid) && pid! > 0 && Number.isFinite(heartbeat)
      ? (note as Note)
      : null
  } catch {
    return null
  }
}
