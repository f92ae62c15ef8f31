/** The Host over a folder on this machine. */
import { isAbsolute, join, resolve } from 'node:path'
import {
  BLOB_BYTES,
  type BackupState,
  type FolderHost,
  type HostCode,
  READ_BYTES,
  type StationState,
} from '#core/host/host.ts'
import { DRAFT_ID, ID, parseBackupState, SHA256, WHY } from '#core/host/parsers.ts'
import { fromUtf8, utf8 } from '#core/lib/bytes.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { ensureFolder, quietly, removeTemps, syncAbove, writeAtomic } from './atomic-files.ts'
import { backupStation } from './backup.ts'
import { blobFiles } from './blob-files.ts'
import { listDrafts, putDraft } from './draft-files.ts'
import { errno, type FileSystem } from './file-system.ts'
import { FOLDERS, LAYOUT, SMALL_FILE_BYTES } from './folder-layout.ts'
import { hostCode } from './host-error.ts'
import { inboxFiles } from './inbox-files.ts'
import { acquireLock, type Lock, LOCK_TIMES, type LockTimes } from './lock.ts'
import { type Machine, thisMachine } from './machine.ts'
import { decodeMarker, encodeMarker } from './marker-file.ts'
import { inTurn } from './queue.ts'
import { finishRestore } from './restore.ts'
import { saveFile } from './save-file.ts'
import { segmentFiles } from './segment-files.ts'
import { stagedFile } from './staged-file.ts'
import { stationTime } from './station-time.ts'
import { writeOut } from './write-out.ts'

export type StationFolderOptions = {
  readonly fs: FileSystem
  /** Created when missing. */
  readonly folder: string
  readonly edition: StationState['edition']
  readonly demo: boolean
  /** Where saveFile writes; created when missing. */
  readonly exportFolder: string
  /** ms since 1970. */
  readonly now: () => number
  /** Only tests give another one: a second boot, a dead owner. */
  readonly machine?: Machine
  readonly lockTimes?: LockTimes
  /** Only tests: ms between attempts at a file that another program holds. */
  readonly patience?: readonly number[]
}

export type StationFolder = FolderHost & {
  /** Waits for what is under way, then lets other programs in. Everything asked later answers 'gone'. */
  close(): Promise<void>
}

/** 'locked-by-other', or what the disk refused. Other methods answer 'locked-by-other' when the lock was lost meanwhile. */
export async function openStationFolder(options: StationFolderOptions): Promise<Result<StationFolder, HostCode>> {
  const { fs, now } = options
  let lock: Lock | null = null
  try {
    await ensureFolder(fs, resolve(options.folder))
    const folder = await fs.realPath(resolve(options.folder))
    lock = await acquireLock(fs, folder, options.machine ?? thisMachine(now), now, options.lockTimes ?? LOCK_TIMES)
    if (!lock) return err('locked-by-other')
    await prepare(fs, folder, options.exportFolder)
    return ok(await openHost({ ...options, folder }, lock))
  } catch (error) {
    await lock?.release()
    return err(hostCode(error))
  }
}

/** Names that a killed program made reach the disk before anybody builds on them; what it left half done goes. */
async function prepare(fs: FileSystem, folder: string, exportFolder: string): Promise<void> {
  await syncAbove(fs, folder)
  await finishRestore(fs, folder)
  for (const name of FOLDERS) await ensureFolder(fs, join(folder, name))
  for (const name of ['', LAYOUT.journal, LAYOUT.drafts]) {
    await removeTemps(fs, join(folder, name))
    await fs.syncFolder(join(folder, name))
  }
  await quietly(removeTemps(fs, exportFolder))
}

async function openHost(options: StationFolderOptions, lock: Lock): Promise<StationFolder> {
  const { fs, folder, edition, demo, exportFolder, now } = options
  const at = (name: string): string => join(folder, name)
  const segments = segmentFiles(fs, at(LAYOUT.journal))
  const blobs = blobFiles(fs, at(LAYOUT.blobs))
  await segments.refresh()
  const inbox = inboxFiles(fs, at(LAYOUT.inbox), now)
  if (lock.unclean) {
    await blobs.recover()
    await inbox.recover()
  }
  let lastBackup = await readLastBackup()

  const journal = inTurn()
  const slots = inTurn()
  const drafts = inTurn()
  const backups = inTurn()
  const arrivals = inTurn()
  const staged = stagedFile()
  const underWay = new Set<Promise<unknown>>()
  let closing: Promise<void> | null = null

  return {
    state: () => work(() => journal(state)),
    beginSegment: (id) => work(() => (ID.test(id) ? journal(() => segments.begin(id)) : err('bad-request'))),
    append: (id, offset, batch) => work(() => journal(() => segments.append(id, offset, batch))),
    readSegment: (id, offset, length) => work(() => segments.read(id, offset, length)),
    stagePiece: (id, offset, bytes) =>
      work(() => (bytes.length <= READ_BYTES ? segments.stage(id, offset, bytes) : err('bad-request'))),
    rewriteSegment: (id, pieces) => work(() => journal(() => segments.rewrite(id, pieces))),
    readSlots: () => work(() => readSmall(LAYOUT.slots)),
    writeSlots: (bytes) => work(() => slots(() => writeSlots(bytes))),
    writeMarker: (marker) => work(() => journal(() => done(writeAtomic(fs, at(LAYOUT.marker), encodeMarker(marker))))),
    putBlob: (id, bytes) =>
      work(() => (ID.test(id) && bytes.length <= BLOB_BYTES ? done(blobs.put(id, bytes)) : err('bad-request'))),
    getBlob: (id) => work(() => (ID.test(id) ? blobs.get(id) : err('bad-request'))),
    removeBlob: (id) => work(() => (ID.test(id) ? done(blobs.remove(id)) : err('bad-request'))),
    listBlobs: () => work(async () => ok(await blobs.list())),
    putDraft: (id, bytes) =>
      work(() =>
        DRAFT_ID.test(id) && bytes.length <= READ_BYTES
          ? drafts(() => done(putDraft(fs, at(LAYOUT.drafts), id, bytes)))
          : err('bad-request'),
      ),
    listDrafts: () => work(async () => ok(await drafts(() => listDrafts(fs, at(LAYOUT.drafts))))),
    backup: (to) => work(() => (isAbsolute(to) && !to.includes('\0') ? backups(() => backup(to)) : err('bad-request'))),
    saveFile: (name, bytes) =>
      work(async () => {
        const path = await saveFile(fs, resolve(exportFolder), name, bytes)
        return path === null ? err('exists') : ok(path)
      }),
    stageFile: (transfer, offset, bytes) =>
      work(() => (ID.test(transfer) ? staged.stage(transfer, offset, bytes) : err('bad-request'))),
    putInbox: (transfer, name, sha256) => work(() => putInbox(transfer, name, sha256)),
    listInbox: () => work(async () => ok(await arrivals(() => inbox.list()))),
    readInbox: (id, offset, length) =>
      work(async () => {
        if (!ID.test(id) || length > READ_BYTES) return err('bad-request')
        const bytes = await arrivals(() => inbox.read(id, offset, length))
        return bytes ? ok(bytes) : err('not-found')
      }),
    moveInbox: (id, box, why) =>
      work(async () => {
        if (!ID.test(id) || !WHY.test(why)) return err('bad-request')
        return (await arrivals(() => inbox.move(id, box, why))) ? ok(null) : err('not-found')
      }),
    removeInbox: (id) => work(() => (ID.test(id) ? done(arrivals(() => inbox.remove(id))) : err('bad-request'))),
    writeOut: (transfer, target, name, sha256) => work(() => writeTo(transfer, target, name, sha256)),
    close: () => (closing ??= close()),
  }

  function work<T>(task: () => Promise<Result<T, HostCode>> | Result<T, HostCode>): Promise<Result<T, HostCode>> {
    if (closing) return Promise.resolve(err('gone'))
    if (lock.isLost()) return Promise.resolve(err('locked-by-other'))
    const running = attempt(task)
    underWay.add(running)
    const finished = () => underWay.delete(running)
    running.then(finished, finished)
    return running
  }

  async function attempt<T>(
    task: () => Promise<Result<T, HostCode>> | Result<T, HostCode>,
  ): Promise<Result<T, HostCode>> {
    try {
      return await task()
    } catch (error) {
      return err(hostCode(error))
    }
  }

  async function close(): Promise<void> {
    await Promise.allSettled(underWay)
    await segments.close()
    await lock.release()
  }

  async function state(): Promise<Result<StationState, HostCode>> {
    await segments.refresh()
    const found = await readSmall(LAYOUT.marker)
    const marker = found.ok ? decodeMarker(found.value) : null
    return ok({
      folder,
      edition,
      demo,
      marker,
      markerDamaged: found.ok && marker === null,
      segments: segments.infos(),
      slots: (await fs.stat(at(LAYOUT.slots))) !== null,
      blobs: (await blobs.list()).length,
      backup: lastBackup,
    })
  }

  async function readSmall(name: string): Promise<Result<Uint8Array, HostCode>> {
    try {
      return ok(await fs.readFile(at(name), 0, SMALL_FILE_BYTES))
    } catch (error) {
      if (errno(error) === 'ENOENT') return err('not-found')
      throw error
    }
  }

  async function putInbox(transfer: string, name: string, sha256: string): ReturnType<FolderHost['putInbox']> {
    if (!SHA256.test(sha256)) return err('bad-request')
    const pieces = staged.take(transfer, sha256)
    return pieces.ok ? ok(await arrivals(() => inbox.put(name, pieces.value))) : pieces
  }

  async function writeTo(
    transfer: string,
    target: string,
    name: string,
    sha256: string,
  ): ReturnType<FolderHost['writeOut']> {
    if (!SHA256.test(sha256) || target.includes('\0') || (target !== '' && !isAbsolute(target)))
      return err('bad-request')
    const pieces = staged.take(transfer, sha256)
    if (!pieces.ok) return pieces
    const into = target === '' ? resolve(exportFolder) : target
    if (target === '') await ensureFolder(fs, into)
    else if ((await fs.stat(folder).catch(() => null))?.kind !== 'folder') return err('target-gone')
    return writeOut(fs, { folder: into, name, pieces: pieces.value, sha256 }, now(), options.patience)
  }

  /** The old file is copied, not renamed: at every moment there is a whole `slots.json`. */
  async function writeSlots(bytes: Uint8Array): Promise<Result<null, HostCode>> {
    const before = await readSmall(LAYOUT.slots)
    if (before.ok) await writeAtomic(fs, at(LAYOUT.previousSlots), before.value)
    return done(writeAtomic(fs, at(LAYOUT.slots), bytes))
  }

  /** The journal goes on meanwhile: only what is saved now belongs to the backup. */
  async function backup(to: string): ReturnType<FolderHost['backup']> {
    const view = await journal(async () => ({ marker: await readSmall(LAYOUT.marker), segments: segments.infos() }))
    const marker = view.marker.ok ? view.marker.value : null
    let report: Awaited<ReturnType<FolderHost['backup']>>
    try {
      report = await backupStation({ fs, folder, to, now, view: { marker, segments: view.segments } })
    } catch (error) {
      report = err(hostCode(error))
    }
    if (report.ok) lastBackup = { to: report.value.to, at: report.value.at, ok: true, files: report.value.files }
    else if (report.error === 'same-folder') return report
    else lastBackup = { to, at: stationTime(now()), files: 0, ...lastBackup, ok: false }
    // The backup is what counts; a full disk here must not turn it into a failure.
    await quietly(writeAtomic(fs, at(LAYOUT.lastBackup), utf8(`${JSON.stringify(lastBackup)}\n`)))
    return report
  }

  async function readLastBackup(): Promise<BackupState | null> {
    const found = await readSmall(LAYOUT.lastBackup)
    if (!found.ok) return null
    try {
      return parseBackupState(JSON.parse(fromUtf8(found.value)))
    } catch {
      return null
    }
  }
}

async function done(work: Promise<void>): Promise<Result<null, HostCode>> {
  await work
  return ok(null)
}
