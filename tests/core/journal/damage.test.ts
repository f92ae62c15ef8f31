/** Frames that were changed, moved or copied: a damaged frame costs itself and is named, nothing wrong is ever read. */
import { describe, expect, test } from 'vitest'
import {
  FRAME_HEADER_BYTES,
  frameBytes,
  openFrame,
  parseFrameHeader,
  sealFrame,
  type FrameHeader,
} from '#core/journal/frame.ts'
import { recoverSegment, scanSegment } from '#core/journal/recover.ts'
import { SEGMENT_HEADER_BYTES } from '#core/journal/segment.ts'
import { newReplica, gaps, receive } from '#core/kernel/replica.ts'
import { conflicts } from '#core/kernel/entity.ts'
import { crc32 } from '#core/lib/crc32.ts'
import { concat, utf8 } from '#core/lib/bytes.ts'
import { expected, idsIn, shownBy } from '../kernel/oracle.ts'
import { STATION } from '../kernel/world.ts'
import { realCipher, seededBytes, startFrom } from './disk.ts'
import { journalOf, textsOf, type Story } from './story.ts'

type Placed = { readonly at: number; readonly header: FrameHeader; readonly bytes: Uint8Array }

async function oneSegment(bytes = 12_000) {
  const story = await journalOf(bytes, 8 * 1024 * 1024)
  const segment = story.store.disk.segments[0]!
  const frames: Placed[] = scanSegment(segment.id, segment.bytes, SEGMENT_HEADER_BYTES, 0).frames.map(
    ({ at, header }) => ({
      at,
      header,
      bytes: segment.bytes.slice(at, at + frameBytes(header)),
    }),
  )
  const texts = story.batches.flatMap(textsOf)
  return { story, segment, frames, texts, cipher: story.store.cipher }
}

const flip = (bytes: Uint8Array, at: number, bit: number): Uint8Array => {
  const copy = bytes.slice()
  copy[at]! ^= 1 << bit
  return copy
}

/** Every byte of header, iv and tag, and 16 places of the ciphertext. */
function* placesIn({ at, header }: Placed): Generator<readonly [part: string, at: number]> {
  for (let i = 0; i < FRAME_HEADER_BYTES; i++) yield ['header', at + i]
  for (let i = 0; i < 12; i++) yield ['iv', at + FRAME_HEADER_BYTES + i]
  const body = at + FRAME_HEADER_BYTES + 12
  const cipherBytes = header.sealedBytes - 16
  for (let i = 0; i < 16; i++) yield ['ciphertext', body + Math.floor((i * cipherBytes) / 16)]
  for (let i = 0; i < 16; i++) yield ['tag', body + cipherBytes + i]
}

describe('a damaged journal', () => {
  test('one bit flipped in every frame, in every part of it: that frame is lost and named, all others are read', async () => {
    const { segment, frames, texts, cipher } = await oneSegment()
    expect(frames.length).toBeGreaterThanOrEqual(30)
    let flips = 0
    for (const [i, frame] of frames.entries()) {
      for (const [part, at] of placesIn(frame)) {
        const found = await recoverSegment(flip(segment.bytes, at, flips++ % 8), cipher, segment)
        if (found.frames.length !== texts.length - 1)
          throw new Error(`${part} of frame ${i}: ${found.frames.length} frames`)
        if (found.frames.some((one, k) => one.text !== texts[k < i ? k : k + 1]))
          throw new Error(`${part} of frame ${i}`)
        const reason = part !== 'header' ? 'does-not-open' : i === frames.length - 1 ? 'torn-end' : 'bytes-skipped'
        expect(found.damaged).toEqual([{ segment: segment.id, frame: i, at: frame.at, reason }])
        expect(found.clean).toBe(false)
      }
    }
    expect(flips).toBe(frames.length * 84)
  })

  test('one bit flipped in the commit frame of the last batch costs that frame; without its header the batch waits, named', async () => {
    const { segment, frames, texts, cipher } = await oneSegment()
    const end = frames.findLastIndex((frame) => frame.header.commit && frame.header.index > 0)
    const commit = frames[end]!
    const bytes = segment.bytes.slice(0, commit.at + commit.bytes.length)
    for (const [part, at] of placesIn(commit)) {
      const found = await recoverSegment(flip(bytes, at, 3), cipher, segment)
      const kept = part === 'header' ? end - commit.header.index : end
      expect(
        found.frames.map((frame) => frame.text),
        `${part} at ${at}`,
      ).toEqual(texts.slice(0, kept))
      const first = { segment: segment.id, frame: end, at: commit.at }
      if (part === 'header') expect(found.damaged.map((one) => one.reason)).toEqual(['torn-end', 'no-commit'])
      else expect(found.damaged).toEqual([{ ...first, reason: 'does-not-open' }])
    }
  })

  test('a bit of the file header costs no frame', async () => {
    const { segment, texts, cipher } = await oneSegment(3_000)
    for (let at = 0; at < SEGMENT_HEADER_BYTES; at++) {
      const found = await recoverSegment(flip(segment.bytes, at, at % 8), cipher, segment)
      expect(found.frames.map((frame) => frame.text)).toEqual(texts)
      expect(found.damaged).toEqual([{ segment: segment.id, frame: 0, at: 0, reason: 'file-header' }])
    }
  })

  test('a frame that costs half a command: the command is not shown, later ones are, the gap is named and can be refilled', async () => {
    const { story, segment, frames } = await oneSegment(6_000)
    const all = story.batches.flatMap((batch) => batch.events)
    const whole = newReplica(STATION)
    receive(whole, all, 'own')
    for (const [i, frame] of frames.entries()) {
      const spoilt: Story['store'] = {
        ...story.store,
        disk: { segments: [{ ...segment, bytes: flip(segment.bytes, frame.at + 60, 1) }], trouble: null },
      }
      const { replica, content, events } = await startFrom(spoilt, STATION)
      expect(content.damaged).toEqual([{ segment: segment.id, frame: i, at: frame.at, reason: 'does-not-open' }])
      const here = new Set(events.map((event) => event.id))
      expect(shownBy(replica)).toEqual(expected(events, STATION))
      const lost = all.filter((event) => !here.has(event.id))
      const broken = new Set(lost.map((event) => event.header.c[0]))
      expect(shownBy(replica).pending).toEqual(
        events
          .filter((event) => broken.has(event.header.c[0]))
          .map((event) => event.id)
          .toSorted(),
      )
      for (const event of lost) {
        const isLast = !all.some(
          (other) => other.header.log === event.header.log && other.header.n > event.header.n && here.has(other.id),
        )
        const named = gaps(replica).some(
          (gap) => gap.log === event.header.log && gap.from <= event.header.n && gap.to >= event.header.n,
        )
        expect(named, 'a gap is named unless nothing follows it').toBe(!isLast)
      }
      receive(replica, lost, 'import')
      expect(shownBy(replica)).toEqual(shownBy(whole))
      expect(idsIn(replica)).toEqual(idsIn(whole))
      expect(gaps(replica)).toEqual([])
      expect([...replica.entities.values()].flatMap(conflicts)).toEqual([])
    }
  })

  test('two frames of a segment swapped: both are read or their batch is withheld, and the places are named', async () => {
    const { segment, frames, texts, cipher } = await oneSegment(5_000)
    for (let i = 0; i < frames.length; i++) {
      for (let k = 0; k < i; k++) {
        const order = frames.with(i, frames[k]!).with(k, frames[i]!)
        const bytes = concat([segment.bytes.subarray(0, SEGMENT_HEADER_BYTES), ...order.map((frame) => frame.bytes)])
        const found = await recoverSegment(bytes, cipher, segment)
        for (const frame of found.frames) expect(frame.text).toBe(texts[frame.header.seq])
        const reasons = found.damaged.map((one) => one.reason)
        expect(reasons).toContain('frame-moved')
        if (!reasons.includes('no-commit')) expect(found.frames.length).toBe(texts.length)
        expect(found.clean).toBe(false)
      }
    }
  })

  test('a frame copied into another segment, or over another frame, does not open there', async () => {
    const story = await journalOf(14_000, 6_000)
    const [a, b] = story.store.disk.segments
    const inA = scanSegment(a!.id, a!.bytes, SEGMENT_HEADER_BYTES, 0).frames
    const inB = scanSegment(b!.id, b!.bytes, SEGMENT_HEADER_BYTES, 0).frames
    const textsB = story.batches.filter((batch) => batch.segment === b!.id).flatMap(textsOf)
    for (const [i, { at, header }] of inA.entries()) {
      const copy = a!.bytes.slice(at, at + frameBytes(header))
      const target = inB[i]
      if (!target) break
      const bytes = concat([
        b!.bytes.subarray(0, target.at),
        copy,
        b!.bytes.subarray(target.at + frameBytes(target.header)),
      ])
      const found = await recoverSegment(bytes, story.store.cipher, b!)
      expect(found.frames.map((frame) => frame.text)).toEqual(textsB.toSpliced(i, 1))
      expect(found.damaged).toEqual([{ segment: b!.id, frame: i, at: target.at, reason: 'does-not-open' }])
    }
    const again = await recoverSegment(
      concat([b!.bytes, a!.bytes.subarray(SEGMENT_HEADER_BYTES)]),
      story.store.cipher,
      b!,
    )
    expect(again.frames.map((frame) => frame.text)).toEqual(textsB)
    expect(again.damaged.length).toBeGreaterThanOrEqual(inA.length)
  })

  test('a whole segment under the name of another reads as nothing, and says so', async () => {
    const story = await journalOf(14_000, 6_000)
    const [a, b] = story.store.disk.segments
    const found = await recoverSegment(a!.bytes, story.store.cipher, b!)
    expect(found.frames).toEqual([])
    expect(found.damaged[0]!.reason).toBe('file-header')
    expect(found.damaged.length).toBeGreaterThan(2)
  })

  test('wrong associated data: no header field can be changed even with its checksum made right, nor the key, nor the segment', async () => {
    const cipher = await realCipher('associated')
    const keyId = cipher.keyFor('private')!
    const place = { segment: '0f'.repeat(16), batch: new Uint8Array(8).fill(7), index: 3, seq: 9, commit: false }
    const frame = await sealFrame(
      { keyId, events: 2, lines: utf8('header\npayload\n'.repeat(40)) },
      place,
      cipher,
      seededBytes('one frame'),
    )
    const open = (segment: string, bytes: Uint8Array) => {
      const header = parseFrameHeader(bytes, 0)
      return header ? openFrame(segment, bytes, 0, header, cipher) : null
    }
    expect(await open(place.segment, frame)).toBe('header\npayload\n'.repeat(40))
    for (let nibble = 0; nibble < 32; nibble++) {
      const other = `${place.segment.slice(0, nibble)}1${place.segment.slice(nibble + 1)}`
      expect(await open(other === place.segment ? '00'.repeat(16) : other, frame)).toBe(null)
    }
    for (let at = 8; at < 36; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const forged = flip(frame, at, bit)
        new DataView(forged.buffer).setUint32(36, crc32(forged, 0, 36), true)
        expect(await open(place.segment, forged), `byte ${at} bit ${bit}`).toBe(null)
      }
    }
    const another = await realCipher('another station')
    expect(
      await openFrame(
        place.segment,
        frame,
        0,
        { ...parseFrameHeader(frame, 0)!, keyId: another.keyFor('private')! },
        another,
      ),
    ).toBe(null)
  })
})
