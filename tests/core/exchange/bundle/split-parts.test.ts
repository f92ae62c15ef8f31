/** Parts: each good alone, no command and no foreign stretch cut, nothing lost, in an order in which nothing waits. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PART_LIMITS } from '#core/exchange/bundle/manifest.ts'
import { bundleFiles } from '#core/exchange/bundle/pack-bundle.ts'
import { splitParts, type SizedBlob } from '#core/exchange/bundle/split-parts.ts'
import { readFiles } from '#core/exchange/bundle/unseal.ts'
import { verifyBundle } from '#core/exchange/bundle/verify-bundle.ts'
import { writeZip } from '#core/exchange/bundle/write-zip.ts'
import type { StoredEvent } from '#core/kernel/event.ts'
import { newReplica, receive } from '#core/kernel/replica.ts'
import type { KeptHead } from '#core/peer/fields.ts'
import { size } from '../../../size.ts'
import { changed, draftOf, newPc, save, SCOPES_HERE, take, type Pc } from './sample.ts'

const small = (events: number) => ({ ...PART_LIMITS, events }) as typeof PART_LIMITS

/** Three PCs write by turns and hand over now and then; the first one exports everything it has. */
function hub(turns: readonly number[]): { pcs: readonly Pc[]; kept: readonly KeptHead[] } {
  const pcs = [newPc('hub'), newPc('second'), newPc('third')]
  const kept: KeptHead[] = []
  const given = [0, 0, 0]
  turns.forEach((turn, i) => {
    const pc = pcs[turn % 3]!
    if (turn % 7 < 5) save(pc, [changed(i, turn % 2 === 0 ? { title: 'a', state: 'b' } : { state: 'c' })])
    else if (pc !== pcs[0]) {
      const own = pc.events.slice(given[turn % 3])
      given[turn % 3] = pc.events.length
      for (const part of splitParts(own, [], pc.me, [], small(4)).parts) {
        take(pcs[0]!, part.events)
        kept.push(...part.heads)
      }
    }
  })
  return { pcs, kept }
}

const commandsOf = (events: readonly StoredEvent[]): Set<string> => new Set(events.map(({ header }) => header.c[0]))

test('parts of a history of three PCs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(50), { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), async (turns, limit) => {
      const { pcs, kept } = hub(turns)
      const all = pcs[0]!.events
      const { parts, unsigned } = splitParts([...all, ...all], [], pcs[0]!.me, kept, small(limit))
      expect(unsigned).toEqual([])
      expect(parts.flatMap(({ events }) => events.map(({ id }) => id)).toSorted()).toEqual(
        all.map(({ id }) => id).toSorted(),
      )
      const seen = new Set<string>()
      const receiver = newReplica(SCOPES_HERE)
      for (const { events, heads } of parts) {
        for (const command of commandsOf(events)) {
          expect(seen.has(command)).toBe(false)
          seen.add(command)
        }
        const { files } = bundleFiles({ manifest: draftOf(pcs[0]!.me, { heads, blobs: [] }), events, letters: [], blobs: [] }, pcs[0]!.me) // prettier-ignore
        const unsealed = await readFiles(await writeZip(files))
        const verified = unsealed.ok && verifyBundle(unsealed.value, (name) => pcs.find(({ me }) => me.pc === name)?.me.open ?? null) // prettier-ignore
        expect(verified && verified.ok && verified.value.events).toEqual(events)
        receive(receiver, events, 'import')
      }
      expect(receiver.entities).toEqual(pcs[0]!.replica.entities)
    }),
    { numRuns: size(40) },
  )
}, 300_000)

describe('parts', () => {
  test('nothing: one empty part', () => {
    expect(splitParts([], [], newPc('hub').me, [])).toEqual({
      parts: [{ events: [], heads: [], blobs: [] }],
      unsigned: [],
    })
  })

  test('own logs are cut anywhere between commands, each part signed at its ends', () => {
    const pc = newPc('hub')
    for (let i = 0; i < 10; i++) save(pc, [changed(i, { title: 'a', state: 'b' })])
    const { parts } = splitParts(pc.events, [], pc.me, [], small(5))
    expect(parts.map(({ events, heads }) => [events.length, heads.length])).toEqual(
      Array.from({ length: 5 }, () => [4, 2]),
    )
  })

  test('what another PC has not signed yet stays out, and is said', () => {
    const [hubPc, second] = [newPc('hub'), newPc('second')]
    save(second, [changed(1, { state: 'a' })])
    const { heads } = splitParts(second.events, [], second.me, []).parts[0]!
    const late = save(second, [changed(1, { state: 'b' })])
    take(hubPc, second.events)
    const split = splitParts(hubPc.events, [], hubPc.me, heads)
    expect(split.unsigned).toEqual(late)
    expect(split.parts[0]!.events).toEqual(second.events.slice(0, 1))
    expect(split.parts[0]!.heads).toEqual(heads)
  })

  test('what this PC wrote under an earlier name it signs with that key', () => {
    const [now, before] = [newPc('now'), newPc('before')]
    save(before, [changed(1, { state: 'a' })])
    take(now, before.events)
    expect(splitParts(now.events, [], now.me, []).unsigned).toHaveLength(1)
    const { parts, unsigned } = splitParts(now.events, [], { ...now.me, former: [before.me] }, [])
    expect(unsigned).toEqual([])
    expect(parts[0]!.heads).toEqual(splitParts(before.events, [], before.me, []).parts[0]!.heads)
  })

  test('a command that is larger than a part goes whole', () => {
    const pc = newPc('hub')
    save(
      pc,
      Array.from({ length: 9 }, (_, i) => changed(i, { title: 'a' })),
    )
    save(pc, [changed(1, { title: 'b' })])
    expect(splitParts(pc.events, [], pc.me, [], small(4)).parts.map(({ events }) => events.length)).toEqual([9, 1])
  })

  test('long texts count by their length', () => {
    const pc = newPc('hub')
    for (let i = 0; i < 4; i++) save(pc, [changed(i, { title: '长'.repeat(500) })])
    const limits = { ...PART_LIMITS, characters: 2_000 } as unknown as typeof PART_LIMITS
    expect(splitParts(pc.events, [], pc.me, [], limits).parts.map(({ events }) => events.length)).toEqual([2, 2])
  })

  test('attachments are shared out by size and number; one that is too large goes alone; doubles go once', () => {
    const blob = (id: string, bytes: number): SizedBlob => ({ id, sha256: id, scope: 'shared', bytes })
    const limits = { ...PART_LIMITS, blobBytes: 10, blobs: 2 } as unknown as typeof PART_LIMITS
    const blobs = [blob('a', 4), blob('b', 4), blob('c', 1), blob('d', 50), blob('e', 10), blob('a', 4)]
    const { parts } = splitParts([], blobs, newPc('hub').me, [], limits)
    expect(parts.map((part) => part.blobs.map(({ id }) => id).join(''))).toEqual(['ab', 'c', 'd', 'e'])
  })
})
