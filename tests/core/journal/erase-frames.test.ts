/**
 * Taking erased payloads out of written frames, over random histories: what had to go is in no byte any more, everything else
 * is there byte for byte, and nothing gives it back.
 */
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { erasePatches, patched, type EraseTools } from '#core/journal/erase-frames.ts'
import { FRAME_HEADER_BYTES, frameBytes } from '#core/journal/frame.ts'
import { segmentEvents } from '#core/journal/read-journal.ts'
import { recoverSegment, scanSegment } from '#core/journal/recover.ts'
import { scrubJournal } from '#core/journal/scrub-journal.ts'
import { SEGMENT_HEADER_BYTES } from '#core/journal/segment.ts'
import { composeCommand, cursorOf, eraseDraft, type Draft } from '#core/kernel/command.ts'
import type { Scope, StoredEvent } from '#core/kernel/event.ts'
import { isErasedHeader, newReplica, receive, type Replica } from '#core/kernel/replica.ts'
import { concat, fromHex, toBase64url } from '#core/lib/bytes.ts'
import { ok } from '#core/lib/result.ts'
import { size } from '../../size.ts'
import { caseId, scopeOfField, STATION, write } from '../kernel/world.ts'
import { shownBy } from '../kernel/oracle.ts'
import { newDisk, realCipher, remembering, seededBytes, startFrom, writerOn, type SealedStore } from './disk.ts'

vi.setConfig({ testTimeout: 120_000 * size(1) })

type Step =
  | { readonly kind: 'write'; readonly entity: number; readonly words: string; readonly note: boolean }
  | { readonly kind: 'erase'; readonly entity: number; readonly scope: Scope }
  | { readonly kind: 'save' }

const words = fc.oneof(
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.nat(40).map((n) => '楼道灯不亮'.repeat(n)),
  fc.uint8Array({ maxLength: 600 }).map(toBase64url),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), entity: fc.nat(5), words, note: fc.boolean() }) }, // prettier-ignore
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), entity: fc.nat(5), scope: fc.constantFrom<Scope>('private', 'shared') }) }, // prettier-ignore
  { weight: 2, arbitrary: fc.constant({ kind: 'save' as const }) },
)
const steps = fc.array(step, { minLength: 4, maxLength: 60 })

const leak = (entity: number, scope: string): string => `泄漏-${entity}-${scope}-`

type Written = { readonly store: SealedStore; readonly replica: Replica; readonly events: readonly StoredEvent[] }

/** Commands gathered into batches by `save`; the writer begins a new segment at 4,000 bytes. */
async function live(all: readonly Step[], limit = 4_000): Promise<Written> {
  const seed = `erase ${JSON.stringify(all)}`
  const cipher = remembering(await realCipher('erase frames'))
  const store = { disk: newDisk(), cipher, random: seededBytes(seed), limit }
  const writer = writerOn(store, null)
  const replica = newReplica(STATION)
  const events: StoredEvent[] = []
  let batch: StoredEvent[] = []
  let command = 0
  const save = async (): Promise<void> => {
    if (batch.length > 0 && !(await writer.append(batch)).ok) throw new Error('not written')
    batch = []
  }
  for (const one of [...all, { kind: 'save' as const }]) {
    if (one.kind === 'save') await save()
    else {
      const draft: Draft =
        one.kind === 'erase'
          ? eraseDraft(caseId(one.entity), one.scope, 'asked')
          : write(one.entity, {
              title: leak(one.entity, 'private') + one.words,
              ...(one.note ? { note: leak(one.entity, 'shared') + one.words } : {}),
            })
      const author = { device: 'device0001', user: 'user:1', at: '2026-11-22T09:00:00+08:00', schema: 1 }
      const salt = (): string => toBase64url(store.random(9))
      const made = composeCommand(replica, cursorOf(replica), [draft], author, scopeOfField, `c${(command += 1)}`, salt)
      receive(replica, made, 'own')
      events.push(...made)
      batch.push(...made)
    }
  }
  return { store, replica, events }
}

const toolsOf = ({ store, replica }: Written): EraseTools => ({
  cipher: store.cipher,
  random: store.random,
  isErased: (header) => isErasedHeader(replica, header),
})

/** Every plain byte of every frame, before it is inflated and behind the deflate stream. */
async function plainBytes(segment: { id: string; bytes: Uint8Array }, { cipher }: SealedStore): Promise<Buffer[]> {
  const { frames } = scanSegment(segment.id, segment.bytes, SEGMENT_HEADER_BYTES, 0)
  return Promise.all(
    frames.map(async ({ at, header }) => {
      const body = at + FRAME_HEADER_BYTES
      const aad = concat([fromHex(segment.id), segment.bytes.subarray(at, at + 36)])
      const sealed = segment.bytes.subarray(body + 12, body + 12 + header.sealedBytes)
      return Buffer.from((await cipher.open(header.keyId, segment.bytes.subarray(body, body + 12), aad, sealed))!)
    }),
  )
}

const textsOf = async (segment: { id: string; ordinal: number; bytes: Uint8Array }, store: SealedStore) =>
  recoverSegment(segment.bytes, store.cipher, segment)

test('what is erased is in no frame any more; every other line, place, length and number is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const written = await live(all)
      const { store, replica } = written
      const tools = toolsOf(written)
      for (const segment of store.disk.segments) {
        const before = await textsOf(segment, store)
        const { patches, left } = await erasePatches(segment.id, segment.bytes, SEGMENT_HEADER_BYTES, tools)
        expect(left).toBe(0)
        const bytes = patched(segment.bytes, patches)
        const after = await recoverSegment(bytes, store.cipher, segment)
        expect(after).toMatchObject({ bytes: before.bytes, clean: true, nextSeq: before.nextSeq, damaged: [] })
        const [was, now] = [segmentEvents(before).events, segmentEvents(after).events]
        expect(now.map((event) => event.headerLine)).toEqual(was.map((event) => event.headerLine))
        now.forEach((event, i) =>
          expect(event.payloadLine).toBe(isErasedHeader(replica, event.header) ? null : was[i]!.payloadLine),
        )
        // Frames that hold nothing erased are not sealed anew.
        const places = new Set(patches.map((patch) => patch.at))
        for (const { at, header } of scanSegment(segment.id, segment.bytes, SEGMENT_HEADER_BYTES, 0).frames) {
          const end = at + frameBytes(header)
          const same = Buffer.from(bytes.subarray(at, end)).equals(segment.bytes.subarray(at, end))
          expect(same).toBe(!places.has(at))
        }
        const plain = await plainBytes({ id: segment.id, bytes }, store)
        for (const { entity, scope } of erasedOf(replica)) {
          expect(plain.some((part) => part.includes(leak(entity, scope)))).toBe(false)
          expect(after.frames.some(({ text }) => text.includes(leak(entity, scope)))).toBe(false)
        }
        expect((await erasePatches(segment.id, bytes, SEGMENT_HEADER_BYTES, tools)).patches).toEqual([])
      }
    }),
    { numRuns: size(60) },
  )
})

function erasedOf(replica: Replica): { entity: number; scope: Scope }[] {
  return [...replica.entities.values()].flatMap(({ id, erased }) =>
    (erased ?? []).map((scope) => ({ entity: Number(id.slice('case:'.length)), scope })),
  )
}

test('read back, rewritten or not, in whatever order with what others still hold, it shows the same', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.array(fc.nat(99), { maxLength: 40 }), fc.boolean(), async (all, again, early) => {
      const written = await live(all)
      const { store, events } = written
      const shown = shownBy(written.replica)
      await scrub(written)
      const back = await startFrom(store, STATION)
      expect(shownBy(back.replica)).toEqual(shown)
      // A copy, a backup or another office hands in what it had, whole: before the journal is read, or after it.
      const old = again.flatMap((i) => (events.length > 0 ? [events[i % events.length]!] : []))
      const union = newReplica(STATION)
      const stored: StoredEvent[] = []
      for (const part of early ? [old, back.events] : [back.events, old]) {
        const { fresh } = receive(union, part, 'own')
        stored.push(...fresh)
      }
      receive(union, back.events, 'own')
      expect(shownBy(union)).toEqual(shown)
      if (!early) for (const event of stored) expect(isErasedHeader(union, event.header) && event.fields !== null).toBe(false) // prettier-ignore
      // A writer goes on where it stood.
      expect(back.content.end).not.toBeNull()
    }),
    { numRuns: size(60) },
  )
})

/** The whole journal over a port, as the desk and `linwu` do. Cut off after so many calls when asked. */
async function scrub(written: Written, calls = Infinity): Promise<boolean> {
  const { disk } = written.store
  const staged: { at: number; bytes: Uint8Array }[] = []
  let left = calls
  const segmentOf = (id: string) => disk.segments.find((one) => one.id === id)!
  const may = (): void => {
    left -= 1
    if (left < 0) throw new Error('the power went')
  }
  const port = {
    readSegment: async (id: string, offset: number, length: number) =>
      ok(segmentOf(id).bytes.subarray(offset, offset + length)),
    stagePiece: async (_: string, at: number, bytes: Uint8Array) => (may(), staged.push({ at, bytes }), ok(null)),
    rewriteSegment: async (id: string, pieces: number) => {
      may()
      expect(staged.length).toBe(pieces)
      const segment = segmentOf(id)
      segment.bytes = patched(segment.bytes, staged.splice(0))
      return ok(null)
    },
    removeBlob: async () => ok(null),
  }
  const segments = disk.segments.map(({ id, ordinal, bytes }) => ({ id, ordinal, bytes: bytes.length }))
  const work = { segments, blobs: [], chunk: 300, goOn: () => true }
  try {
    const done = await scrubJournal(port, toolsOf(written), work)
    return done.ok && done.value.left === 0
  } catch {
    return false
  }
}

test('cut off anywhere it shows the same, and done again it is done', async () => {
  const all: Step[] = Array.from({ length: 40 }, (_, i) =>
    i % 5 === 4 ? { kind: 'save' } : { kind: 'write', entity: i % 4, words: `第${i}次`.repeat(i), note: i % 2 === 0 },
  )
  const story: Step[] = [
    ...all,
    { kind: 'erase', entity: 1, scope: 'private' },
    { kind: 'erase', entity: 2, scope: 'shared' },
  ]
  for (let calls = 0, done = false; !done; calls++) {
    const written = await live(story)
    const shown = shownBy(written.replica)
    done = await scrub(written, calls)
    expect(shownBy((await startFrom(written.store, STATION)).replica), `after ${calls} calls`).toEqual(shown)
    expect(await scrub(written)).toBe(true)
    expect(shownBy((await startFrom(written.store, STATION)).replica)).toEqual(shown)
    if (done) expect(calls).toBeGreaterThan(5)
  }
})

test('a damaged segment: what does not open stays as it is, byte for byte, and is no reason to stop', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(), fc.nat(7), fc.boolean(), async (all, where, bit, cut) => {
      const written = await live(all, 1 << 20)
      const [segment] = written.store.disk.segments
      if (!segment) return
      const at = SEGMENT_HEADER_BYTES + (where % Math.max(1, segment.bytes.length - SEGMENT_HEADER_BYTES))
      const harmed = cut ? segment.bytes.slice(0, at) : segment.bytes.slice()
      if (!cut) harmed[at]! ^= 1 << bit
      const { patches } = await erasePatches(segment.id, harmed, SEGMENT_HEADER_BYTES, toolsOf(written))
      const bytes = patched(harmed, patches)
      expect(bytes.length).toBe(harmed.length)
      const frames = scanSegment(segment.id, harmed, SEGMENT_HEADER_BYTES, 0).frames
      const sealedAnew = new Set(patches.map((patch) => patch.at))
      for (const patch of patches) expect(frames.some((frame) => frame.at === patch.at)).toBe(true)
      let from = 0
      for (const { at: start, header } of frames) {
        expect(Buffer.from(bytes.subarray(from, start)).equals(harmed.subarray(from, start))).toBe(true)
        from = sealedAnew.has(start) ? start + frameBytes(header) : start
      }
      const [was, now] = [await recoverSegment(harmed, written.store.cipher, segment), await recoverSegment(bytes, written.store.cipher, segment)] // prettier-ignore
      expect(now.damaged).toEqual(was.damaged)
      expect(now.frames.map(({ header }) => header.seq)).toEqual(was.frames.map(({ header }) => header.seq))
    }),
    { numRuns: size(80) },
  )
})
