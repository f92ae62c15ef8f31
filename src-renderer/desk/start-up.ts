/**
 * Opening a station from its two copies. The short way: the snapshot, what the copy got since, what the journal got
 * since. The long way, whenever anything does not fit: read the whole journal and the whole copy, take the UNION,
 * give the journal what only the copy still had, and write the copy anew. Nothing is deleted before that is done.
 */
import { absorb } from '#core/book/book.ts'
import type { Host, HostCode, SegmentInfo, StationState } from '#core/host/host.ts'
import { READ_BYTES, SEGMENT_BYTES } from '#core/host/host.ts'
import { EVENTS_PER_FRAME, frameContents, sealBatch } from '#core/journal/batch.ts'
import type { Cipher, RandomBytes } from '#core/journal/cipher.ts'
import { eventsOf } from '#core/journal/lines.ts'
import { parseFrameHeader } from '#core/journal/frame.ts'
import { recoverFrames, recoverSegment, type Damage, type RecoveredFrame } from '#core/journal/recover.ts'
import { SEGMENT_HEADER_BYTES } from '#core/journal/segment.ts'
import { journalWriter, type Position } from '#core/journal/writer.ts'
import type { EntityId, Scope, StoredEvent } from '#core/kernel/event.ts'
import { gaps, receive } from '#core/kernel/replica.ts'
import { concat, toHex } from '#core/lib/bytes.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { readMeta, type CopiedTo, type FrameRow, type Positions, type StationDb } from '../storage/station-db.ts'
import { newCopy } from './new-copy.ts'
import type { Opened, Progress } from './api.ts'
import { newDeskState, show, type DeskState } from './state.ts'
import { readDetails, readHead, readTable, type SnapshotHead } from './snapshot.ts'

export type StartParts = {
  readonly host: Host
  readonly db: StationDb | null
  readonly cipher: Cipher
  readonly scopes: readonly Scope[]
  readonly random: RandomBytes
  readonly progress: (progress: Progress) => void
}

export type Loaded = {
  readonly state: DeskState
  readonly positions: Positions
  /** Where the writer goes on; null for a new segment. */
  readonly end: Position | null
  readonly report: Pick<Opened, 'from' | 'returned' | 'damagedJournal' | 'damagedCopy' | 'gaps'>
  /** How many ids of each log the stored snapshot already holds; empty when there is none. */
  readonly savedLogs: ReadonlyMap<string, number>
}

/** Whether the short way may be tried: the journal holds at least what the copy took from it, and the copy is whole. */
export async function shortWay(parts: StartParts, folder: StationState): Promise<{ head: SnapshotHead; positions: Positions; upToDate: boolean } | null> {
  const { db, cipher } = parts
  if (!db) return null
  const [head, positions, rows, tail] = await Promise.all([readHead(db, cipher), readMeta(db, 'positions'), db.segments.count(), db.tail.count()])
  if (!head || !positions) return null
  const bySegment = new Map(folder.segments.map((segment) => [segment.id, segment]))
  for (const [id, copied] of Object.entries(positions)) if ((bySegment.get(id)?.bytes ?? 0) < copied.bytes) return null
  if (rows < head.covers.segmentRows) return null
  const journalSame = folder.segments.every((segment) => segment.bytes === (positions[segment.id]?.bytes ?? SEGMENT_HEADER_BYTES))
  return { head, positions, upToDate: journalSame && tail === 0 && rows === head.covers.segmentRows }
}

/** Null when a part of the copy is missing or damaged, or the journal's new end is: take the long way. */
export async function loadShort(parts: StartParts, folder: StationState, head: SnapshotHead, known: Positions): Promise<Loaded | null> {
  const { db, cipher, host } = parts
  if (!db) return null
  const fresh = newDeskState(parts.scopes)
  const table = await readTable(db, cipher)
  if (!table || table.count !== head.cases) return null
  const state: DeskState = { ...fresh, table }
  if (!(await readDetails(db, head, cipher, state))) return null
  takeStock(state)
  const later = await db.segments.where('id').above(head.covers.segments).toArray()
  const rows = [...later.filter((row) => row.fold !== head.covers.fold), ...(await db.tail.where('id').above(head.covers.tail).toArray())]
  for (const row of rows) {
    const events = await rowEvents(row, cipher)
    if (events.length !== row.events) return null
    show(state, receive(state.book.replica, events, 'own').touched)
  }
  const positions: Record<string, CopiedTo> = { ...known }
  let caughtUp = false
  let end: Position | null = null
  for (const segment of folder.segments.toSorted((a, b) => a.ordinal - b.ordinal)) {
    const from = positions[segment.id] ?? { ordinal: segment.ordinal, bytes: SEGMENT_HEADER_BYTES, seq: 0, clean: true }
    end = from.clean ? { id: segment.id, ordinal: segment.ordinal, bytes: from.bytes, seq: from.seq } : null
    if (segment.bytes === from.bytes) continue
    const bytes = await readRange(host, segment, from.bytes)
    if (!bytes.ok) return null
    const part = await recoverFrames(segment.id, bytes.value, 0, from.seq, cipher)
    if (part.damaged.length > 0) return null
    const events = framesEvents(part.frames)
    show(state, receive(state.book.replica, events, 'own').touched)
    positions[segment.id] = { ordinal: segment.ordinal, bytes: segment.bytes, seq: part.nextSeq, clean: true }
    end = { id: segment.id, ordinal: segment.ordinal, bytes: segment.bytes, seq: part.nextSeq }
    await db.transaction('rw', db.tail, db.meta, async () => {
      await db.tail.add({ segment: segment.id, bytes: bytes.value, events: events.length })
      await db.meta.put({ key: 'positions', value: positions })
    })
    caughtUp = true
  }
  const report = { from: caughtUp ? ('both' as const) : ('copy' as const), returned: 0, damagedJournal: 0, damagedCopy: 0, gaps: gaps(state.book.replica).length }
  return { state, positions, end, report, savedLogs: new Map(Object.entries(head.logs)) }
}

/** The indexes of the book, from a replica that came out of a snapshot; the columns are already there. */
function takeStock(state: DeskState): void {
  const { book, table } = state
  for (const id of table.id) {
    book.cases.push(id)
    book.caseSet.add(id)
  }
  absorb(book, book.replica.entities.keys())
  for (let row = 0; row < table.count; row++) state.unread.add(row)
}

/** The union of journal and copy. Fails only when the journal cannot be read, or does not take back what it lacks. */
export async function loadLong(parts: StartParts, folder: StationState): Promise<Result<Loaded, HostCode>> {
  const { host, db, cipher, random } = parts
  const state = newDeskState(parts.scopes)
  const { replica } = state.book
  const touched = new Set<EntityId>()
  const take = (events: readonly StoredEvent[]): readonly StoredEvent[] => {
    const receipt = receive(replica, events, 'own')
    for (const id of receipt.touched) touched.add(id)
    return receipt.fresh
  }
  const copy = await newCopy(db)
  const damage: Damage[] = []
  let end: Position | null = null
  let done = 0
  const total = folder.segments.reduce((sum, segment) => sum + segment.bytes, 0)
  for (const info of folder.segments.toSorted((a, b) => a.ordinal - b.ordinal)) {
    const bytes = await readRange(host, info, 0)
    if (!bytes.ok) return bytes
    const segment = await recoverSegment(bytes.value, cipher, info)
    damage.push(...segment.damaged)
    const events = framesEvents(segment.frames)
    take(events)
    end = segment.clean ? { id: info.id, ordinal: info.ordinal, bytes: info.bytes, seq: segment.nextSeq } : null
    const whole = { segment: info.id, bytes: bytes.value.subarray(SEGMENT_HEADER_BYTES), events: events.length }
    await copy.add(segment.clean ? [whole] : await packed(events, cipher, random))
    copy.positions[info.id] = { ordinal: info.ordinal, bytes: info.bytes, seq: segment.nextSeq, clean: segment.clean }
    done += bytes.value.length
    parts.progress({ step: 'journal', done, of: total })
  }

  const writer = journalWriter<HostCode>(host, cipher, random, end, SEGMENT_BYTES)
  let returned = 0
  let damagedCopy = 0
  for await (const row of copy.oldRows(parts.progress)) {
    const events = await rowEvents(row, cipher)
    damagedCopy += row.events - events.length
    const missing = take(events)
    for (let i = 0; i < missing.length; i += EVENTS_PER_FRAME) {
      const part = missing.slice(i, i + EVENTS_PER_FRAME)
      const appended = await writer.append(part)
      if (!appended.ok) return err(appended.error)
      const { segment, ordinal, to, nextSeq, batch } = appended.value
      await copy.add([{ segment, bytes: batch, events: part.length }])
      copy.positions[segment] = { ordinal, bytes: to, seq: nextSeq, clean: true }
      returned += part.length
    }
  }
  await copy.replaceOld()
  show(state, touched)
  const unread = damage.filter(({ reason }) => reason !== 'torn-end' && reason !== 'no-commit').length
  const report = { from: 'journal' as const, returned, damagedJournal: unread, damagedCopy, gaps: gaps(replica).length }
  return ok({ state, positions: copy.positions, end: writer.position(), report, savedLogs: new Map() })
}

/** Events in rows of the copy's own, for what cannot be copied byte for byte from a damaged segment. */
export async function packed(events: readonly StoredEvent[], cipher: Cipher, random: RandomBytes): Promise<FrameRow[]> {
  if (events.length === 0) return []
  const segment = toHex(random(16))
  return [{ segment, bytes: await sealBatch(frameContents(events, cipher), segment, 0, cipher, random), events: events.length }]
}

/** What a row of the copy still gives; fewer events than it says when it is damaged. */
export async function rowEvents(row: FrameRow, cipher: Cipher): Promise<StoredEvent[]> {
  const bytes = row.bytes instanceof Uint8Array ? row.bytes : new Uint8Array()
  const first = parseFrameHeader(bytes, 0)
  const { frames } = await recoverFrames(row.segment, bytes, 0, first?.seq ?? 0, cipher)
  return framesEvents(frames)
}

function framesEvents(frames: readonly RecoveredFrame[]): StoredEvent[] {
  return frames.flatMap((frame) => eventsOf(frame.text, true).events)
}

/** The segment's bytes from `from` to the length the host reported. */
async function readRange(host: Host, segment: SegmentInfo, from: number): Promise<Result<Uint8Array, HostCode>> {
  const pieces: Uint8Array[] = []
  for (let at = from; at < segment.bytes; ) {
    const piece = await host.readSegment(segment.id, at, Math.min(READ_BYTES, segment.bytes - at))
    if (!piece.ok) return piece
    if (piece.value.length === 0) break
    pieces.push(piece.value)
    at += piece.value.length
  }
  return ok(concat(pieces))
}
