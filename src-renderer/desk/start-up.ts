/**
 * Opening a station from its two copies. The short way: the snapshot, what the copy got since, what the journal got
 * since. The long way, whenever anything does not fit: read the whole journal and the whole copy, take the UNION,
 * give the journal what only the copy still had, and write the copy anew. Nothing is deleted before that is done.
 */
import { absorb } from '#core/book/book.ts'
import { SEGMENT_BYTES, type FolderHost, type HostCode, type StationState } from '#core/host/host.ts'
import { EVENTS_PER_FRAME, frameContents, sealBatch } from '#core/journal/batch.ts'
import type { Cipher, RandomBytes } from '#core/journal/cipher.ts'
import { parseFrameHeader } from '#core/journal/frame.ts'
import { recoverFrames, recoverSegment, type Damage } from '#core/journal/recover.ts'
import { SEGMENT_HEADER_BYTES } from '#core/journal/segment.ts'
import { journalWriter, type Position } from '#core/journal/writer.ts'
import { scopeOfLog, type EntityId, type Scope, type StoredEvent } from '#core/kernel/event.ts'
import { gaps, receive, type Replica } from '#core/kernel/replica.ts'
import { toHex } from '#core/lib/bytes.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import {
  bytesIn,
  noteRows,
  readMeta,
  type CopiedTo,
  type FrameRow,
  type Positions,
  type StationDb,
} from '../storage/station-db.ts'
import type { Opened, Progress, SaveState } from './shapes.ts'
import { append } from './append.ts'
import { framesEvents, journalBeyond, readRange } from './beyond.ts'
import { newCopy } from './new-copy.ts'
import { newDeskState, show, type DeskState } from './state.ts'
import { readDetails, readHead, readTable, type SnapshotHead } from './snapshot.ts'

export type StartParts = {
  readonly host: FolderHost
  readonly db: StationDb | null
  readonly cipher: Cipher
  readonly scopes: readonly Scope[]
  /** This house, `station:…`. */
  readonly own: EntityId
  readonly random: RandomBytes
  readonly progress: (progress: Progress) => void
}

export type Loaded = {
  readonly state: DeskState
  /** How far IndexedDB holds the journal, and why it does not take more. */
  readonly positions: Positions
  readonly trouble: SaveState['copyTrouble']
  /** Frames of a scope whose key is not here were seen: the copy must not be written without them. */
  readonly leaveCopy: boolean
  /** Where the writer goes on; null for a new segment. */
  readonly end: Position | null
  readonly report: Pick<Opened, 'from' | 'returned' | 'damagedJournal' | 'damagedCopy' | 'gaps'>
  /** How many ids of each log the stored snapshot already holds; empty when there is none. */
  readonly savedLogs: ReadonlyMap<string, number>
  readonly scrubbed: Scrubbed
}

/** How many erasures have been carried out on what is stored: in the folder, in IndexedDB. Fewer than known: done again. */
export type Scrubbed = { readonly journal: number; readonly copy: number }

/** What the copy says of itself: its snapshot's head, how far it took the journal over, its rows. */
export type CopyNow = {
  readonly head: SnapshotHead
  readonly positions: Positions
  readonly rows: number
  readonly tail: number
}

/** Null when there is no snapshot that opens, or a row of the copy is missing. */
export async function readCopy(db: StationDb, cipher: Cipher): Promise<CopyNow | null> {
  const [head, positions, noted, rows, tail] = await Promise.all([
    readHead(db, cipher), readMeta(db, 'positions'), readMeta(db, 'rows'), db.segments.count(), db.tail.count(),
  ]) // prettier-ignore
  if (!head || !positions || rows !== noted?.segments || tail !== noted.tail) return null
  return { head, positions, rows, tail }
}

/** Whether the short way may be tried: the journal holds at least what the copy took from it. */
export function shortWay(
  { head, positions, rows, tail }: CopyNow,
  folder: StationState,
): { head: SnapshotHead; positions: Positions; upToDate: boolean } | null {
  const bySegment = new Map(folder.segments.map((segment) => [segment.id, segment]))
  for (const [id, copied] of Object.entries(positions)) if ((bySegment.get(id)?.bytes ?? 0) < copied.bytes) return null
  const journalSame = folder.segments.every(
    (segment) => segment.bytes === (positions[segment.id]?.bytes ?? SEGMENT_HEADER_BYTES),
  )
  return { head, positions, upToDate: journalSame && tail === 0 && rows === head.covers.segmentRows }
}

/** Null when a part of the copy is missing or damaged, or the journal's new end is: take the long way. */
export async function loadShort(
  parts: StartParts,
  folder: StationState,
  head: SnapshotHead,
  known: Positions,
): Promise<Loaded | null> {
  const { db, cipher, host } = parts
  if (!db) return null
  const fresh = newDeskState(parts.scopes, parts.own)
  const table = await readTable(db, cipher)
  if (!table || table.count !== head.cases) return null
  let state: DeskState = { ...fresh, table }
  if (!(await readDetails(db, head, cipher, state))) return null
  takeStock(state)
  const takeRow = async (row: FrameRow): Promise<boolean> => {
    const events = await rowEvents(row, cipher)
    if (events.length !== row.events) return false
    state = show(state, receive(state.book.replica, events, 'own').touched)
    return true
  }
  // One at a time: after an import that nothing folded yet they have 200 MB.
  for (const id of await db.segments.where('id').above(head.covers.segments).primaryKeys()) {
    const row = await db.segments.get(id)
    if (row?.fold === head.covers.fold) continue
    if (!row || !(await takeRow(row))) return null
  }
  for (const row of await db.tail.where('id').above(head.covers.tail).toArray()) if (!(await takeRow(row))) return null
  const positions: Record<string, CopiedTo> = { ...known }
  let caughtUp = false
  for await (const part of journalBeyond(host, cipher, folder.segments, known)) {
    if (!part.ok || !part.value.to.clean) return null
    const { row: late, events, to } = part.value
    state = show(state, receive(state.book.replica, events, 'own').touched)
    positions[late.segment] = to
    await db.transaction('rw', db.segments, db.tail, db.meta, async () => {
      if (events.length > 0) await db.tail.add(late)
      await noteRows(db, positions)
    })
    caughtUp ||= events.length > 0
  }
  const report = {
    from: caughtUp ? ('both' as const) : ('copy' as const),
    returned: 0,
    damagedJournal: 0,
    damagedCopy: 0,
    gaps: missing(state.book.replica, folder),
  }
  return {
    state,
    positions,
    trouble: null,
    leaveCopy: false,
    end: endOf(folder, positions),
    report,
    savedLogs: new Map(Object.entries(head.logs)),
    scrubbed: { journal: folder.marker?.scrubbed ?? 0, copy: (await readMeta(db, 'scrubbed')) ?? 0 },
  }
}

/** The end of the last segment, when a writer may go on there. */
function endOf({ segments }: StationState, positions: Positions): Position | null {
  const last = segments.toSorted((a, b) => b.ordinal - a.ordinal)[0]
  const at = last && positions[last.id]
  return last && at?.clean ? { id: last.id, ordinal: last.ordinal, bytes: at.bytes, seq: at.seq } : null
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
  const state = newDeskState(parts.scopes, parts.own)
  const { replica } = state.book
  const touched = new Set<EntityId>()
  const take = (events: readonly StoredEvent[]): readonly StoredEvent[] => {
    const receipt = receive(replica, events, 'own')
    for (const id of receipt.touched) touched.add(id)
    return receipt.fresh
  }
  const copy = await newCopy(db)
  const damage: Damage[] = []
  let foreign = 0
  let end: Position | null = null
  let done = 0
  const total = folder.segments.reduce((sum, segment) => sum + segment.bytes, 0)
  // A year of work is one or two segments: without this the bar would come when everything is over.
  parts.progress({ step: 'journal', done, of: total })
  for (const info of folder.segments.toSorted((a, b) => a.ordinal - b.ordinal)) {
    const bytes = await readRange(host, info, 0)
    if (!bytes.ok) return bytes
    const segment = await recoverSegment(bytes.value, cipher, info)
    const found = segment.damaged.filter((one) => !isForeign(bytes.value, one, cipher))
    foreign += segment.damaged.length - found.length
    // A segment whose beginning was interrupted is no damage: nothing was ever saved in it.
    if (info.bytes > SEGMENT_HEADER_BYTES) damage.push(...found)
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
    const { events, sealed } = row ? await readRow(row, cipher) : { events: [], sealed: 0 }
    foreign += sealed
    damagedCopy += (row?.events ?? 1) - events.length - sealed
    const fresh = take(events)
    for (let i = 0; i < fresh.length; i += EVENTS_PER_FRAME) {
      const part = fresh.slice(i, i + EVENTS_PER_FRAME)
      const appended = await append(writer, part)
      if (!appended.ok) return err(appended.error)
      const { segment, ordinal, to, nextSeq, batch } = appended.value
      await copy.add([{ segment, bytes: batch, events: part.length }])
      copy.positions[segment] = { ordinal, bytes: to, seq: nextSeq, clean: true }
      returned += part.length
    }
  }
  const leaveCopy = foreign > 0
  if (!leaveCopy) await copy.replaceOld()
  else await copy.giveUp()
  // Either side may have given back what the other one had lost: both are looked through once more for what was erased.
  const scrubbed = { journal: 0, copy: 0 }
  const unread = damage.filter(({ reason }) => reason !== 'torn-end' && reason !== 'no-commit').length
  const report = {
    from: 'journal' as const,
    returned,
    damagedJournal: unread,
    damagedCopy,
    gaps: missing(replica, folder),
  }
  return ok({
    state: show(state, touched),
    ...copy.outcome(),
    leaveCopy,
    end: writer.position(),
    report,
    savedLogs: new Map(),
    scrubbed,
  })
}

/**
 * How many stretches of events are known to exist and are not here: gaps in the logs, and logs that end before the folder's
 * marker says (a journal that was cut at a frame's border shows no other sign).
 */
function missing(replica: Replica, { marker }: StationState): number {
  const cut = Object.entries(marker?.heads ?? {}).filter(([log, { n, id }]) => {
    if (!replica.scopes.has(scopeOfLog(log))) return false
    const index = replica.logs.get(log)
    return index?.ids[n] !== id && !index?.branches?.forks.get(n)?.includes(id)
  })
  const gapped = gaps(replica)
  return (
    gapped.length +
    cut.filter(([log, { n }]) => !gapped.some((gap) => gap.log === log && gap.from <= n && n <= gap.to)).length
  )
}

/** Events in rows of the copy's own, for what cannot be copied byte for byte from a damaged segment. */
export async function packed(events: readonly StoredEvent[], cipher: Cipher, random: RandomBytes): Promise<FrameRow[]> {
  if (events.length === 0) return []
  const segment = toHex(random(16))
  return [
    {
      segment,
      bytes: await sealBatch(frameContents(events, cipher), segment, 0, cipher, random),
      events: events.length,
    },
  ]
}

/** What a row of the copy still gives; fewer events than it says when it is damaged. */
export const rowEvents = async (row: FrameRow, cipher: Cipher): Promise<StoredEvent[]> =>
  (await readRow(row, cipher)).events

/** `sealed`: how many of its events are whole, but under a key that is not here. */
async function readRow(row: FrameRow, cipher: Cipher): Promise<{ events: StoredEvent[]; sealed: number }> {
  const bytes = bytesIn(row)
  const first = parseFrameHeader(bytes, 0)
  const { frames, damaged } = await recoverFrames(row.segment, bytes, 0, first?.seq ?? 0, cipher)
  const foreign = damaged.filter((one) => isForeign(bytes, one, cipher))
  return {
    events: framesEvents(frames),
    sealed: foreign.reduce((sum, { at }) => sum + parseFrameHeader(bytes, at)!.events, 0),
  }
}

/** It does not open because this keyring lacks its scope: the recovery code, for one, does not open `confidential`. */
function isForeign(bytes: Uint8Array, { reason, at }: Damage, cipher: Cipher): boolean {
  const header = reason === 'does-not-open' ? parseFrameHeader(bytes, at) : null
  return header !== null && cipher.scopeOf(header.keyId) === undefined
}
