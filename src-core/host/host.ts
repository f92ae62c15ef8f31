/**
 * What the app may ask the machine. One interface, three doors: Electron IPC, the loopback server of the
 * browser edition, and `linwu`. Everything that crosses it is sealed: the host never holds a key.
 *
 * `FolderHost` is what the station folder does, the same through every door. `DeskPowers` is what the desk around it does,
 * which each edition does in its own way or not at all ('not-here'). `linwu` has the folder alone.
 *
 * To add a power over the machine: a method here, its name in `methods.ts`, its request parser in `parsers.ts`, its work in
 * src-host, or for a desk power in src-host/browser-desk.ts and src-main. Each missing step is a compile error.
 */
import type { Result } from '#core/lib/result.ts'

/** 32 lower-case hex digits, random; it stands in the segment's file name and is bound into every frame. */
export type SegmentId = string
/** 32 lower-case hex digits, random. */
export type BlobId = string

export type SegmentInfo = {
  readonly id: SegmentId
  /** 1, 2, 3 … in the order in which segments were begun; part of the file name. */
  readonly ordinal: number
  /** Bytes in the file now, file header included. */
  readonly bytes: number
}

type EventPlace = { readonly n: number; readonly id: string }
export type MarkedHead = EventPlace & {
  readonly forks?: readonly EventPlace[] | undefined
  readonly gap?: true | undefined
}

/** What the station folder held when it was last marked. Says "there was a station here" when IndexedDB is empty. */
export type Marker = {
  readonly v: 1
  readonly station: string
  readonly segments: readonly SegmentInfo[]
  /** log id → its newest event when the mark was made (kernel/head-set.ts). */
  readonly heads: Readonly<Record<string, MarkedHead>>
  /** So many erasures (replica.erasures) have been carried out in the whole journal; fewer than known: to be done again. */
  readonly scrubbed?: number | undefined
  /** ISO time with offset, for people; nothing is decided from it. */
  readonly at: string
}

export type StationState = {
  /** Absolute path, shown to the user and kept in IndexedDB to recognise "the same folder". */
  readonly folder: string
  readonly edition: 'desktop' | 'browser' | 'command-line'
  readonly demo: boolean
  readonly marker: Marker | null
  /** A `marker` file that is there but cannot be read is said aloud, never taken for "no station". */
  readonly markerDamaged: boolean
  readonly segments: readonly SegmentInfo[]
  readonly slots: boolean
  readonly blobs: number
  readonly backup: BackupState | null
}

export type BackupState = { readonly to: string; readonly at: string; readonly ok: boolean; readonly files: number }

/** Codes a person can act on; texts live in src-renderer/text and src-cli. */
export type HostCode =
  | 'disk-full'
  | 'not-writable'
  | 'locked-by-other' // another program holds the station folder
  | 'moved' // the segment is longer or shorter than the writer thought: somebody else wrote
  | 'segment-full'
  | 'segment-closed' // an append failed on it before; begin a new one
  | 'not-found'
  | 'exists'
  | 'bad-request'
  | 'io-failed'
  | 'same-folder' // backup onto itself, or into itself
  | 'not-empty' // restore target holds a station
  | 'not-a-backup'
  | 'backup-damaged'
  | 'gone' // the connection to the host is closed; nothing is known about the last request
  | 'busy-elsewhere' // the station is open in another window
  | 'not-here' // this edition has no such power; the page then does without
  | 'file-busy' // another program (a virus scanner) holds the file, also after some seconds
  | 'target-gone' // the stick was pulled, or the shared folder is out of reach
  | 'check-failed' // read back, it was not what had been written

/** A segment is closed for appending at this size; one batch may not be larger than that. */
export const SEGMENT_BYTES = 8 * 1024 * 1024
/** Longest range one read returns. */
export const READ_BYTES = 4 * 1024 * 1024
/** One attachment, sealed. */
export const BLOB_BYTES = 64 * 1024 * 1024
/** One bundle (core/exchange/bundle/manifest.ts says the same): the largest file that is staged. */
export const FILE_BYTES = 96 * 1024 * 1024

/**
 * new: arrived, not taken in. waiting: taken in but for events whose predecessors are missing. aside: cannot be taken in, with
 * its reason. quarantine: from a PC or a house that nobody let in yet.
 */
export const INBOX_BOXES = ['new', 'waiting', 'aside', 'quarantine'] as const
export type InboxBox = (typeof INBOX_BOXES)[number]

export type InboxFile = {
  /** First 32 hex digits of the content's SHA-256: the same file put twice is one. */
  readonly id: string
  readonly box: InboxBox
  /** As it was called when it came. */
  readonly name: string
  readonly bytes: number
  /** ISO time with offset: when it was put here. */
  readonly at: string
  /** Why it lies there: a code, '' in `new`. */
  readonly why: string
}

export type FileOut = { readonly path: string; readonly bytes: number; readonly sha256: string }
export type FileThere = { readonly name: string; readonly bytes: number }

export type BackupReport = { readonly to: string; readonly files: number; readonly bytes: number; readonly at: string }
export type RestoreReport = { readonly from: string; readonly files: number; readonly bytes: number }

export type FolderHost = {
  /** Folder, marker, segments as they stand on disk (the last segment is fsynced before its length is reported). */
  state(): Promise<Result<StationState, HostCode>>
  /** Creates an empty segment: file header written, file fsynced, directory fsynced. The ordinal is the highest + 1. */
  beginSegment(id: SegmentId): Promise<Result<SegmentInfo, HostCode>>
  /** Appends one batch at exactly `offset` and answers only after fdatasync. Answers the new length. */
  append(id: SegmentId, offset: number, batch: Uint8Array): Promise<Result<number, HostCode>>
  /** Up to READ_BYTES from `offset`; shorter at the end of the file. */
  readSegment(id: SegmentId, offset: number, length: number): Promise<Result<Uint8Array, HostCode>>
  /**
   * Keeps `bytes` (at most READ_BYTES) in memory for `offset` of the segment until `rewriteSegment`; pieces, because
   * everything passes through the window. Only for payloads that were erased: see journal/erase-frames.ts.
   */
  stagePiece(id: SegmentId, offset: number, bytes: Uint8Array): Promise<Result<null, HostCode>>
  /**
   * Puts the staged pieces in, without changing the segment's length: the whole file written anew beside the old one, fsync,
   * rename over it, folder fsync. A power cut leaves the old file or the new one. 'moved' when not exactly `pieces` are
   * staged (another page began it); then, as after every failure, none is staged any more and the old file stays.
   */
  rewriteSegment(id: SegmentId, pieces: number): Promise<Result<null, HostCode>>
  /** The whole slots file (JSON text in UTF-8; see src-core/keys). */
  readSlots(): Promise<Result<Uint8Array, HostCode>>
  /** Atomic: temp file, fsync, rename, directory fsync. The file replaced is kept as `slots.previous`. */
  writeSlots(bytes: Uint8Array): Promise<Result<null, HostCode>>
  /** Atomic. */
  writeMarker(marker: Marker): Promise<Result<null, HostCode>>
  /** Atomic; on disk before it answers, so the event that names the blob may follow. Same id twice is fine. */
  putBlob(id: BlobId, bytes: Uint8Array): Promise<Result<null, HostCode>>
  getBlob(id: BlobId): Promise<Result<Uint8Array, HostCode>>
  /** For an attachment that was erased. One that is not there is fine. */
  removeBlob(id: BlobId): Promise<Result<null, HostCode>>
  listBlobs(): Promise<Result<readonly BlobId[], HostCode>>
  /** Sealed drafts of forms; atomic. An empty `bytes` removes the draft. */
  putDraft(id: string, bytes: Uint8Array): Promise<Result<null, HostCode>>
  listDrafts(): Promise<Result<readonly { readonly id: string; readonly bytes: Uint8Array }[], HostCode>>
  /** Copies the folder to `to` (created when missing), reads every file back and compares SHA-256, then says done. */
  backup(to: string): Promise<Result<BackupReport, HostCode>>
  /** Writes a file the user asked for into the export folder (or `path`); answers its absolute path. Atomic. */
  saveFile(name: string, bytes: Uint8Array): Promise<Result<string, HostCode>>
  /**
   * Keeps `bytes` (at most READ_BYTES) in memory as the next piece of the file `transfer` (32 hex digits); 'moved' unless `offset`
   * is where it ended, and for any transfer but the last one begun at 0. Pieces, because everything passes through the window.
   */
  stageFile(transfer: string, offset: number, bytes: Uint8Array): Promise<Result<null, HostCode>>
  /** The staged file becomes one of the inbox (box `new`), atomically; 'check-failed' when it is not what `sha256` (hex) says. */
  putInbox(transfer: string, name: string, sha256: string): Promise<Result<InboxFile, HostCode>>
  /** Oldest first. */
  listInbox(): Promise<Result<readonly InboxFile[], HostCode>>
  /** Up to READ_BYTES from `offset`; shorter at the end of the file. */
  readInbox(id: string, offset: number, length: number): Promise<Result<Uint8Array, HostCode>>
  moveInbox(id: string, box: InboxBox, why: string): Promise<Result<null, HostCode>>
  /** One that is not there is fine. */
  removeInbox(id: string): Promise<Result<null, HostCode>>
  /**
   * The staged file goes into `folder` (absolute; '' = the export folder), never over another file: written beside, fsync,
   * renamed, read back and compared with `sha256` before it answers. Where a virus scanner holds it for a moment, tried again.
   * After any refusal nothing of it is left there, as far as the target can still be reached.
   */
  writeOut(transfer: string, folder: string, name: string, sha256: string): Promise<Result<FileOut, HostCode>>
}

/** How many open cases are late, and how many are due today. Numbers only: a notification may be read by anybody. */
export type DueCounts = { readonly overdue: number; readonly today: number }
/** Both off until somebody wants them. */
export type DesktopSettings = {
  /** Closing the window keeps the program in the notification area. */
  readonly tray: boolean
  /** Late and due work is told once each time it grows. */
  readonly notify: boolean
}
export type HostLanguage = 'zh-CN' | 'en'

export type DeskPowers = {
  /** Shows a file or folder that saveFile, savePdf or backup answered since the program started; any other is 'not-found'. */
  reveal(path: string): Promise<Result<null, HostCode>>
  /** The system's own dialog; null when it was left. 'not-here' in the browser edition. */
  chooseFolder(title: string): Promise<Result<string | null, HostCode>>
  /** Files in a folder that chooseFolder answered since the program started (folders in it, one level down, included), by name. */
  listFolder(folder: string): Promise<Result<readonly FileThere[], HostCode>>
  /** `name` as listFolder said it. Up to READ_BYTES from `offset`; shorter at the end of the file. */
  readFolderFile(folder: string, name: string, offset: number, length: number): Promise<Result<Uint8Array, HostCode>>
  /** What the page would print, as A4 PDF in the export folder; answers its absolute path. 'not-here': use window.print(). */
  savePdf(name: string, landscape: boolean): Promise<Result<string, HostCode>>
  /** Desktop edition: a notification and a badge, when the settings want them. Browser edition: nothing. */
  tellDue(due: DueCounts): Promise<Result<null, HostCode>>
  /** The language of what stands outside the page: menu, tray, notifications, dialogs. */
  tellLanguage(language: HostLanguage): Promise<Result<null, HostCode>>
  /** 'not-here' in the browser edition. */
  desktopSettings(): Promise<Result<DesktopSettings, HostCode>>
  setDesktopSettings(settings: DesktopSettings): Promise<Result<null, HostCode>>
}

export type Host = FolderHost & DeskPowers
export type HostMethod = keyof Host
