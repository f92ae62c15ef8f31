import { describe, expect, test } from 'vitest'
import { size } from '../size.ts'
import { cutEverywhere, must, openOn, same, type Scenario } from './crash-trials.ts'
import { type FaultFileSystem, faultFileSystem, type Faults } from './fault-file-system.ts'
import { backup, blobs, drafts, restore, save, slots } from './scenarios.ts'

/** States of the disk per cut. */
const SEEDS = size(8, 40)

const SCENARIOS: Readonly<Record<string, Scenario<never>>> = { save, blobs, slots, drafts, backup, restore } as never

describe('power cut at every operation', () => {
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    test(name, async () => {
      const { cuts, states, violations } = await cutEverywhere(scenario, SEEDS)
      expect(violations).toEqual([])
      expect(states).toBe(cuts * SEEDS)
      console.log(`${name}: ${cuts} cuts, ${states} states, 0 acknowledged lost`)
    })
  }
})

describe('one kind of sync is missing: the same test must fail', () => {
  const planted: readonly [string, Faults['ignoreSync'] & string][] = [
    ['save', 'fdatasync'], ['save', 'fsync'], ['save', 'fsyncDir'],
    ['blobs', 'fdatasync'], ['blobs', 'fsync'], ['blobs', 'fsyncDir'],
    ['slots', 'fsync'], ['slots', 'fsyncDir'],
    ['drafts', 'fsync'], ['drafts', 'fsyncDir'],
    ['backup', 'fdatasync'], ['backup', 'fsync'], ['backup', 'fsyncDir'],
    ['restore', 'fsync'], ['restore', 'fsyncDir'],
  ] // prettier-ignore
  for (const [name, kind] of planted) {
    test(`${name} without ${kind}`, async () => {
      const { violations } = await cutEverywhere(SCENARIOS[name]!, SEEDS, {
        faults: { ignoreSync: kind },
        untilFirst: true,
      })
      expect(violations.length).toBeGreaterThan(0)
    })
  }
})

describe('a single sync is missing: the same test must fail', () => {
  for (const [name, scenario] of Object.entries({ save, slots, drafts } as unknown as typeof SCENARIOS)) {
    test(`each of ${name}`, async () => {
      const opened = faultFileSystem()
      must(await openOn(opened))
      const fs = faultFileSystem()
      await scenario.run(fs, scenario.seen())
      // What opening syncs a second time is for the program that was killed before (see below).
      const syncs = fs
        .ops()
        .filter((op) => op.n > opened.ops().length && ['fdatasync', 'fsync', 'fsyncDir'].includes(op.kind))
      expect(syncs.length).toBeGreaterThan(5)
      const missed: string[] = []
      for (const op of syncs) {
        const { violations } = await cutEverywhere(scenario, SEEDS, { faults: { ignoreSync: op.n }, untilFirst: true })
        if (violations.length === 0) missed.push(`${op.n} ${op.kind} ${op.path}`)
      }
      expect(missed).toEqual([])
    })
  }
})

/** The first program is killed anywhere, the second opens and shows what it finds, then the power goes. */
describe('killed, shown, then the power goes: what was shown stays', () => {
  type Look<S> = (fs: FaultFileSystem, seen: S) => Promise<void>
  type Shown = {
    segments: Map<string, Uint8Array>
    blobs: Map<string, Uint8Array>
    slots: Uint8Array | null
    marker: string
  }

  function shownBy<S>(scenario: Scenario<S>): [Scenario<S & { shown?: Shown }>, Look<S & { shown?: Shown }>] {
    const check: Scenario<S & { shown?: Shown }>['check'] = async (fs, seen) => {
      const broken = [...(await scenario.check(fs.crash(1), seen))]
      const now = await lookAt(fs, true)
      const { shown } = seen
      for (const [id, bytes] of shown!.segments) {
        const there = now.segments.get(id)
        if (!there || !same(there.subarray(0, bytes.length), bytes))
          broken.push(`shown bytes of segment ${id.slice(-3)} went`)
      }
      for (const [id, bytes] of shown!.blobs)
        if (!same(now.blobs.get(id) ?? new Uint8Array(0), bytes)) broken.push(`shown blob ${id} went`)
      if (shown!.slots && !same(now.slots ?? new Uint8Array(0), shown!.slots)) broken.push('shown slots went')
      if (shown!.marker !== now.marker) broken.push('the shown marker went')
      return broken
    }
    return [
      { ...scenario, seen: () => scenario.seen() as S & { shown?: Shown }, check },
      async (fs, seen) => void (seen.shown = await lookAt(fs, false)),
    ]
  }

  async function lookAt(fs: FaultFileSystem, boot: boolean): Promise<Shown> {
    const host = must(await openOn(fs, { boot }))
    const state = must(await host.state())
    const shown: Shown = { segments: new Map(), blobs: new Map(), slots: null, marker: JSON.stringify(state.marker) }
    for (const { id, bytes } of state.segments) shown.segments.set(id, must(await host.readSegment(id, 0, bytes)))
    for (const id of must(await host.listBlobs())) shown.blobs.set(id, must(await host.getBlob(id)))
    const found = await host.readSlots()
    return { ...shown, slots: found.ok ? found.value : null }
  }

  for (const [name, scenario] of Object.entries({ save, blobs, slots } as unknown as typeof SCENARIOS)) {
    test(name, async () => {
      const [shown, look] = shownBy(scenario)
      const { violations } = await cutEverywhere(shown, SEEDS, { look })
      expect(violations).toEqual([])
    })
    test(`${name}: an open that syncs nothing is caught`, async () => {
      const [shown, look] = shownBy(scenario)
      const broken = await Promise.all(
        (['fsync', 'fsyncDir'] as const).map(async (kind) => {
          const withoutAny: typeof look = (fs, seen) => (fs.plan({ ignoreSync: kind }), look(fs, seen))
          return (await cutEverywhere(shown, SEEDS, { look: withoutAny, untilFirst: true })).violations.length
        }),
      )
      // Slots and blobs are renamed only after their fsync: there, only names can be in memory alone.
      expect(broken.map((count) => count > 0)).toEqual([name === 'save' || name === 'blobs', true])
    })
  }
})

/** The program that puts a backup back is killed; the next one opens the folder to finish it, and there the power goes. */
test('a restore cut short twice is still nothing or all', async () => {
  const whole = faultFileSystem()
  await restore.prepare!(whole)
  const prepared = whole.crash(1)
  await restore.run(prepared, { done: false })
  const renamed = prepared.ops().find((op) => op.kind === 'rename' && op.path.endsWith('/restored'))!.n
  const violations: string[] = []
  let states = 0
  for (let first = renamed; first < prepared.ops().length; first++) {
    for (let second = 1, ended = false; !ended; second++) {
      const killed = faultFileSystem()
      await restore.prepare!(killed)
      const started = killed.crash(1)
      started.plan({ cutAt: first })
      await restore.run(started, { done: false }).catch(() => undefined)
      const next = started.kill()
      next.plan({ cutAt: second })
      ended = await openOn(next, { folder: '/new/station' }).then(
        (opened) => opened.ok,
        () => false,
      )
      for (let seed = 0; seed < SEEDS; seed++) {
        states += 1
        violations.push(
          ...(await restore.check(next.crash(seed), { done: false })).map((broken) => `${first}, ${second}: ${broken}`),
        )
      }
    }
  }
  expect(violations).toEqual([])
  expect(states).toBeGreaterThan(500)
})
