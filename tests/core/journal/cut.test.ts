/** A journal that ends too early: every acknowledged batch before the cut is there, nothing of a half one, and it is said. */
import { describe, expect, test, vi } from 'vitest'
import { recoverSegment, type RecoveredSegment } from '#core/journal/recover.ts'
import { SEGMENT_HEADER_BYTES } from '#core/journal/segment.ts'
import { size } from '../../size.ts'
import { startFrom } from './disk.ts'
import { journalOf, textsOf, type Batch, type Story } from './story.ts'
import { STATION } from '../kernel/world.ts'

/** A limit for a machine that is busy with other things; alone each takes seconds. */
vi.setConfig({ testTimeout: 120_000 * size(1) })

const TAIL_BYTES = 65_536

/** Compares without building a message: it is called for every byte of the tail. */
function complaint(
  found: RecoveredSegment,
  batches: readonly Batch[],
  texts: readonly string[][],
  cut: number,
): string | null {
  const expected: string[] = []
  batches.forEach((batch, i) => {
    if (batch.to <= cut) expected.push(...texts[i]!)
  })
  const atBorder = cut === SEGMENT_HEADER_BYTES || batches.some((batch) => batch.to === cut)
  if (found.frames.length !== expected.length) return `${found.frames.length} frames instead of ${expected.length}`
  for (let i = 0; i < expected.length; i++) if (found.frames[i]!.text !== expected[i]) return `frame ${i} is another`
  if (found.clean !== atBorder) return atBorder ? 'a clean end was called damaged' : 'damage was not named'
  return found.damaged.every((one) => one.segment === found.id) ? null : 'the wrong segment was named'
}

async function checkEach(
  story: Story,
  cuts: (length: number) => Iterable<number>,
  spoil: (bytes: Uint8Array, cut: number) => Uint8Array,
): Promise<number> {
  let checked = 0
  let left = TAIL_BYTES
  for (const segment of story.store.disk.segments.toReversed()) {
    const batches = story.batches.filter((batch) => batch.segment === segment.id)
    const texts = batches.map(textsOf)
    for (const cut of cuts(segment.bytes.length)) {
      if (cut < segment.bytes.length - left) continue
      const found = await recoverSegment(spoil(segment.bytes, cut), story.store.cipher, segment)
      const wrong = complaint(found, batches, texts, cut)
      if (wrong) throw new Error(`segment ${segment.ordinal} cut at ${cut} of ${segment.bytes.length}: ${wrong}`)
      checked += 1
    }
    left -= segment.bytes.length
    if (left <= 0) break
  }
  return checked
}

function* everyByte(length: number): Generator<number> {
  for (let cut = 0; cut < length; cut++) yield cut
}

describe('a journal cut short', () => {
  test('at every byte of its last 64 kB: whole batches come back, half batches do not, the damage is named', async () => {
    const story = await journalOf(TAIL_BYTES + 10_000, 6_000)
    const checked = await checkEach(story, everyByte, (bytes, cut) => bytes.subarray(0, cut))
    expect(checked).toBeGreaterThanOrEqual(TAIL_BYTES)
  })

  test('at many bytes of one long segment, and at each border of a frame', async () => {
    const story = await journalOf(TAIL_BYTES + 10_000, 8 * 1024 * 1024)
    const borders = story.batches.flatMap(({ to }) => [to - 1, to, to + 1])
    const step = Math.max(1, Math.round(997 / size(1)))
    const cuts = (length: number): number[] => [
      ...borders,
      ...Array.from({ length: Math.floor(length / step) }, (_, i) => i * step),
    ]
    expect(
      await checkEach(
        story,
        (length) => cuts(length).filter((cut) => cut < length),
        (bytes, cut) => bytes.subarray(0, cut),
      ),
    ).toBeGreaterThan(100)
  })

  test('with zeros from some byte to the end, as after a power cut: the same, and always named', async () => {
    const story = await journalOf(20_000, 6_000)
    const segment = story.store.disk.segments.at(-2)!
    const batches = story.batches.filter((batch) => batch.segment === segment.id)
    const texts = batches.map(textsOf)
    for (let cut = 0; cut < segment.bytes.length; cut++) {
      const bytes = segment.bytes.slice()
      bytes.fill(0, cut)
      const found = await recoverSegment(bytes, story.store.cipher, segment)
      // A batch whose last bytes are zeros of its own loses nothing by zeros.
      const whole = batches.filter(
        ({ to }) => Buffer.compare(bytes.subarray(0, to), segment.bytes.subarray(0, to)) === 0,
      )
      const expected = texts.slice(0, whole.length).flat()
      const headerGone = cut < SEGMENT_HEADER_BYTES
      expect(
        found.frames.map((frame) => frame.text),
        `zeros from ${cut}`,
      ).toEqual(headerGone ? [] : expected)
      expect(found.damaged.length > 0, `zeros from ${cut}`).toBe(whole.length < batches.length || headerGone)
    }
  })

  test('whole segments after a cut one are still read, and a new segment is begun', async () => {
    const story = await journalOf(20_000, 6_000)
    const [first, second] = story.store.disk.segments
    second!.bytes = second!.bytes.subarray(0, second!.bytes.length - 5)
    const { content, events } = await startFrom(story.store, STATION)
    expect(new Set(content.damaged.map((one) => one.segment))).toEqual(new Set([second!.id]))
    const lost = story.batches.filter((batch) => batch.segment === second!.id).at(-1)!
    expect(events.length).toBe(story.batches.reduce((sum, batch) => sum + batch.events.length, 0) - lost.events.length)
    expect(content.end).not.toBe(null)
    const last = story.store.disk.segments.at(-1)!
    last.bytes = last.bytes.subarray(0, last.bytes.length - 5)
    expect((await startFrom(story.store, STATION)).content.end).toBe(null)
    expect(first!.bytes.length).toBeGreaterThan(5_000)
  })
})
