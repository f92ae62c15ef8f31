/**
 * What the app may ask the machine. One interface, three doors: Electron IPC, the loopback server of the
 * browser edition, and `linwu`. Everything that crosses it is sealed: the host never holds a key.
 *
 * To add a power over the machine: a method here, its request parser in `parsers.ts`, its work in src-host,
 * its line in src-renderer/host. Each missing step is a compile error.
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

/** A segment is closed for appending at this size; one batch may not be larger than that. */
export const SEGMENT_BYTES = 8 * 1024 * 1024
/** Longest range one read returns. */
export const READ_BYTES = 4 * 1024 * 1024
/** One attachment, sealed. */
export const BLOB_BYTES = 64 * 1024 * 1024

export type BackupReport = { readonly to: string; readonly files: number; readonly bytes: number; readonly at: string }
export type RestoreReport = { readonly from: string; readonly files: number; readonly bytes: number }

export type Host = {
  /** Folder, marker, segments as they stand on disk (the last segment is fsynced before its length is reported). */
  state(): Promise<Result<StationState, HostCode>>
  /** Creates an empty segment: file header written, file fsynced, directory fsynced. The ordinal is the highest + 1. */
  beginSegment(id: SegmentId): Promise<Result<SegmentInfo, HostCode>>
  /** Appends one batch at exactly `offset` and answers only after fdatasync. Answers the new length. */
  append(id: SegmentId, offset: number, batch: Uint8Array): Promise<Result<number, HostCode>>
  /** Up to READ_BYTES from `offset`; shorter at the end of the file. */
  readSegment(id: SegmentId, offset: number, length: number): Promise<Result<Uint8Array, HostCode>>
  /** The whole slots file (JSON text in UTF-8; see src-core/keys). */
  readSlots(): Promise<Result<Uint8Array, HostCode>>
  /** Atomic: temp file, fsync, rename, directory fsync. The file replaced is kept as `slots.previous`. */
  writeSlots(bytes: Uint8Array): Promise<Result<null, HostCode>>
  /** Atomic. */
  writeMarker(marker: Marker): Promise<Result<null, HostCode>>
  /** Atomic; on disk before it answers, so the event that names the blob may follow. Same id twice is fine. */
  putBlob(id: BlobId, bytes: Uint8Array): Promise<Result<null, HostCode>>
  getBlob(id: BlobId): Promise<Result<Uint8Array, HostCode>>
  listBlobs(): Promise<Result<readonly BlobId[], HostCode>>
  /** Sealed drafts of forms; atomic. An empty `bytes` removes the draft. */
  putDraft(id: string, bytes: Uint8Array): Promise<Result<null, HostCode>>
  listDrafts(): Promise<Result<readonly { readonly id: string; readonly bytes: Uint8Array }[], HostCode>>
  /** Copies the folder to `to` (created when missing), reads every file back and compares SHA-256, then says done. */
  backup(to: string): Promise<Result<BackupReport, HostCode>>
  /** Writes a file the user asked for into the export folder (or `path`); answers its absolute path. Atomic. */
  saveFile(name: string, bytes: Uint8Array): Promise<Result<string, HostCode>>
}

export type HostMethod = keyof Host
