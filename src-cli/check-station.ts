/** What `linwu verify` looks at: the bytes of the journal against their own headers and the marker, then what they hold. */
import { createHash } from 'node:crypto'
import { readCase } from '#core/book/book.ts'
import { actsOf, everyAct } from '#core/case-file/case-file.ts'
import { READ_BYTES, type HostCode, type SegmentInfo, type StationState } from '#core/host/host.ts'
import { findFrame } from '#core/journal/frame.ts'
import { scanSegment } from '#core/journal/recover.ts'
import { openBox } from '#core/journal/sealed-box.ts'
import { parseSegmentHeader, SEGMENT_HEADER_BYTES } from '#core/journal/segment.ts'
import { headOf } from '#core/kernel/log-index.ts'
import { gaps } from '#core/kernel/replica.ts'
import { concat } from '#core/lib/bytes.ts'
import { ok, type Result } from '#core/lib/result.ts'
import type { StationFolder } from '#host/station-folder.ts'
import { refused, type Failed } from './command.ts'
import type { FoundReason } from './found-reason.ts'
import type { OpenStation } from './open-station.ts'

/** `segment` and `frame` are null where the damage lies outside a segment. */
export type Found = {
  readonly segment: string | null
  readonly frame: number | null
  readonly reason: FoundReason
  readonly log?: string
  readonly blob?: string
}

/** `logs`: null when the content was not opened. */
export type Checked = {
  readonly frames: number
  readonly events: number
  readonly logs: number | null
  readonly damaged: readonly Found[]
}

/** Without a key: file headers, frame headers, running numbers, lengths. A flipped bit in sealed content is not seen. */
export async function checkFrames(host: StationFolder): Promise<Result<Checked, Failed>> {
  const state = await host.state()
  if (!state.ok) return refused({ code: state.error })
  const damaged = againstMarker(state.value)
  let count = 0
  let events = 0
  for (const info of state.value.segments) {
    const bytes = await readWhole(host, info)
    if (!bytes.ok) return refused({ code: bytes.error })
    const headerRight = parseSegmentHeader(bytes.value)?.id === info.id
    if (!headerRight) damaged.push({ segment: info.id, frame: 0, reason: 'file-header' })
    const start = headerRight ? SEGMENT_HEADER_BYTES : Math.max(0, findFrame(bytes.value, 0))
    const scanned = scanSegment(info.id, bytes.value, start, 0)
    for (const { segment, frame, reason } of scanned.damaged) damaged.push({ segment, frame, reason })
    const last = scanned.frames.at(-1)?.header
    if (last && !last.commit) damaged.push({ segment: info.id, frame: last.seq, reason: 'no-commit' })
    count += scanned.frames.length
    for (const { header } of scanned.frames) events += header.events
  }
  return ok({ frames: count, events, logs: null, damaged })
}

/** With the keys: every frame has been opened already; the logs, the commands and the attachments are looked at here. */
export async function checkContent(station: OpenStation, events: number): Promise<Result<Checked, Failed>> {
  const { state, journal, book } = station
  const damaged = againstMarker(state)
  for (const { segment, frame, reason } of journal.damaged) damaged.push({ segment, frame, reason })
  for (const { log } of gaps(book.replica)) damaged.push({ segment: null, frame: null, reason: 'events-missing', log })
  for (const [log, head] of Object.entries(state.marker?.heads ?? {})) {
    const index = book.replica.logs.get(log)
    if (!index || headOf(index).n < head.n) damaged.push({ segment: null, frame: null, reason: 'events-missing', log })
  }
  for (const [, parts] of book.replica.pending) {
    damaged.push({ segment: null, frame: null, reason: 'half-command', log: parts[0]?.header.log ?? '' })
  }
  damaged.push(...(await checkBlobs(station)))
  return ok({ frames: journal.frames, events, logs: book.replica.logs.size, damaged })
}

function againstMarker(state: StationState): Found[] {
  const damaged: Found[] = []
  if (state.markerDamaged) damaged.push({ segment: null, frame: null, reason: 'marker-damaged' })
  const bytesOf = new Map(state.segments.map(({ id, bytes }) => [id, bytes]))
  for (const { id, bytes } of state.marker?.segments ?? []) {
    const now = bytesOf.get(id)
    if (now === undefined) damaged.push({ segment: id, frame: 0, reason: 'segment-missing' })
    else if (now < bytes) damaged.push({ segment: id, frame: 0, reason: 'segment-cut' })
  }
  return damaged
}

/** Every attachment that a case names is there, opens, and is what was attached. */
async function checkBlobs({ host, book, cipher }: OpenStation): Promise<Found[]> {
  const damaged: Found[] = []
  for (const id of book.cases) {
    for (const { blob, sha256 } of actsOf(everyAct(readCase(book, id)!), 'attachment')) {
      const box = await host.getBlob(blob)
      if (!box.ok) {
        damaged.push({ segment: null, frame: null, reason: 'blob-missing', blob })
        continue
      }
      const content = await openBox(`blob:${blob}`, box.value, cipher)
      const isRight = content !== null && createHash('sha256').update(content).digest('hex') === sha256
      if (!isRight) damaged.push({ segment: null, frame: null, reason: 'blob-damaged', blob })
    }
  }
  return damaged
}

async function readWhole(host: StationFolder, info: SegmentInfo): Promise<Result<Uint8Array, HostCode>> {
  const parts: Uint8Array[] = []
  for (let at = 0; at < info.bytes;) {
    const part = await host.readSegment(info.id, at, Math.min(READ_BYTES, info.bytes - at))
    if (!part.ok) return part
    if (part.value.length === 0) break
    parts.push(part.value)
    at += part.value.length
  }
  return ok(concat(parts))
}
