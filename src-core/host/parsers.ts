/**
 * Request parsers, host side only: nothing that comes over a channel reaches the disk before it passed here.
 * To add one: a method in host.ts, then its line in PARSERS (a compile error until it is there).
 */
import { z } from 'zod'
import { err, ok, type Result } from '../lib/result.ts'
import type { Schema } from '../lib/schema.ts'
import {
  BLOB_BYTES,
  type BackupState,
  type Host,
  type HostMethod,
  INBOX_BOXES,
  type Marker,
  READ_BYTES,
  SEGMENT_BYTES,
} from './host.ts'

// The page's CSP has no 'unsafe-eval', and what runs there must behave the same here.
z.config({ jitless: true })

/** A segment id, and a blob id: 32 lower-case hex digits. */
export const ID = /^[0-9a-f]{32}$/
export const SHA256 = /^[0-9a-f]{64}$/
/** Why a file of the inbox lies where it lies: a code, or nothing. */
export const WHY = /^[a-z0-9-]{0,60}$/
/** Draft ids become file names on every system: lower case, no device name of Windows. */
export const DRAFT_ID = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9][a-z0-9_-]{0,79}$/

const id = z.string().regex(ID)
const sha256 = z.string().regex(SHA256)
const draftId = z.string().regex(DRAFT_ID)
const whole = z.int().min(0)
const bytes = (limit: number) => z.instanceof(Uint8Array).refine((value) => value.length <= limit)
const text = (limit: number) => z.string().min(1).max(limit)

const segmentInfo = z.strictObject({ id, ordinal: z.int().min(1), bytes: whole })
const head = z.strictObject({ n: whole, id: text(200) })
const marker = z.strictObject({
  v: z.literal(1),
  station: text(200),
  segments: z.array(segmentInfo).max(1_000_000),
  heads: z.record(text(200), head.extend({ forks: z.array(head).optional(), gap: z.literal(true).optional() })),
  scrubbed: whole.optional(),
  at: text(40),
})
const backupState = z.strictObject({ to: text(32_768), at: text(40), ok: z.boolean(), files: whole })

const due = z.strictObject({ overdue: whole, today: whole })
const desktopSettings = z.strictObject({ tray: z.boolean(), notify: z.boolean() })

const PARSERS: { readonly [M in HostMethod]: Schema<Parameters<Host[M]>> } = {
  state: z.tuple([]),
  beginSegment: z.tuple([id]),
  append: z.tuple([id, whole, bytes(SEGMENT_BYTES)]),
  readSegment: z.tuple([id, whole, z.int().min(0).max(READ_BYTES)]),
  stagePiece: z.tuple([id, whole, bytes(READ_BYTES)]),
  rewriteSegment: z.tuple([id, whole]),
  readSlots: z.tuple([]),
  writeSlots: z.tuple([bytes(READ_BYTES)]),
  writeMarker: z.tuple([marker]),
  putBlob: z.tuple([id, bytes(BLOB_BYTES)]),
  getBlob: z.tuple([id]),
  removeBlob: z.tuple([id]),
  listBlobs: z.tuple([]),
  putDraft: z.tuple([draftId, bytes(READ_BYTES)]),
  listDrafts: z.tuple([]),
  backup: z.tuple([text(32_768)]),
  saveFile: z.tuple([text(1_000), bytes(BLOB_BYTES)]),
  stageFile: z.tuple([id, whole, bytes(READ_BYTES)]),
  putInbox: z.tuple([id, text(1_000), sha256]),
  listInbox: z.tuple([]),
  readInbox: z.tuple([id, whole, z.int().min(0).max(READ_BYTES)]),
  moveInbox: z.tuple([id, z.enum(INBOX_BOXES), z.string().regex(WHY)]),
  removeInbox: z.tuple([id]),
  writeOut: z.tuple([id, z.string().max(32_768), text(1_000), sha256]),
  reveal: z.tuple([text(32_768)]),
  chooseFolder: z.tuple([text(200)]),
  listFolder: z.tuple([text(32_768)]),
  readFolderFile: z.tuple([text(32_768), text(2_000), whole, z.int().min(0).max(READ_BYTES)]),
  savePdf: z.tuple([text(1_000), z.boolean()]),
  tellDue: z.tuple([due]),
  tellLanguage: z.tuple([z.enum(['zh-CN', 'en'])]),
  desktopSettings: z.tuple([]),
  setDesktopSettings: z.tuple([desktopSettings]),
}

export type HostRequest = {
  readonly [M in HostMethod]: { readonly method: M; readonly params: Parameters<Host[M]> }
}[HostMethod]

/** `params` in the order of the method's arguments. */
export function parseRequest(method: string, params: unknown): Result<HostRequest, 'bad-request'> {
  if (!Object.hasOwn(PARSERS, method)) return err('bad-request')
  const parsed = PARSERS[method as HostMethod].safeParse(params)
  return parsed.success ? ok({ method, params: parsed.data } as HostRequest) : err('bad-request')
}

/** The content of a marker, from disk or channel; null when it is not one of this version. */
export function parseMarker(value: unknown): Marker | null {
  return marker.safeParse(value).data ?? null
}

export function parseBackupState(value: unknown): BackupState | null {
  return backupState.safeParse(value).data ?? null
}
