/** Crashes: whatever the moment, a restart from the bytes alone shows every acknowledged write and no half bundle. */
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { StoredEvent } from '#core/kernel/event.ts'
import { newReplica, receive } from '#core/kernel/replica.ts'
import { size } from '../../size.ts'
import { expected, idsIn, shownBy } from '../kernel/oracle.ts'
import { anyStep, checkWorld, run } from '../kernel/steps.ts'
import { deliver, mailOf, newWorld, save, STATION, write } from '../kernel/world.ts'
import { newDisk, realCipher, seededBytes, startFrom, writerOn, type SealedStore } from './disk.ts'

/** A limit for a machine that is busy with other things; alone each takes seconds. */
vi.setConfig({ testTimeout: 120_000 * size(1) })

const cipher = await realCipher('crashes')
const newStore = (seed: string, limit: number): SealedStore => ({
  disk: newDisk(),
  cipher,
  random: seededBytes(seed),
  limit,
})

const trouble = fc.record({
  bytes: fc.nat(4_000),
  zeros: fc.boolean(),
  how: fc.constantFrom('refuse' as const, 'throw' as const),
})

describe('crash', () => {
  test('a crash at any step of an import leaves all of the bundle or nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStep, { minLength: 5, maxLength: 40 }),
        fc.integer({ min: 2, max: 12 }),
        trouble,
        async (steps, count, crash) => {
          const world = newWorld(5, 0)
          run(world, steps)
          const [a, b] = [world.pcs[0]!, world.pcs[1]!]
          for (let i = 0; i < count; i++) save(world, a, [write(i % 3, { title: `t${i}`, state: i })])
          for (const [from, to] of [
            [b, a],
            [a, b],
          ] as const)
            deliver(world, mailOf(from, to))
          const store = newStore('import', 40_000)
          const before = world.pcs[2]!
          const mine = idsIn(before.replica).map((id) => world.written.get(id)!)
          const writer = writerOn(store, null)
          if (mine.length > 0) expect((await writer.append(mine)).ok).toBe(true)

          // The import itself: opened and merged in memory, one batch to the disk, and the crash somewhere in it.
          const done = deliver(world, mailOf(a, before))
          const bundle = done.ok ? done.value.fresh : []
          if (bundle.length > 0) {
            store.disk.trouble = crash
            expect((await writer.append(bundle).catch(() => ({ ok: false }))).ok).toBe(false)
          }
          const again = await startFrom(store, STATION)
          const there = new Set(again.events.map((event) => event.id))
          const arrived = bundle.filter((event) => there.has(event.id)).length
          expect(arrived === 0 || arrived === bundle.length, `${arrived} of ${bundle.length} events of a bundle`).toBe(
            true,
          )
          expect(
            mine.every((event) => there.has(event.id)),
            'an acknowledged write is gone',
          ).toBe(true)
          expect(shownBy(again.replica)).toEqual(expected(again.events, STATION))

          // The same bundle again, now with luck.
          const second = receive(again.replica, bundle, 'import').fresh
          if (second.length > 0) expect((await writerOn(store, again.content.end).append(second)).ok).toBe(true)
          const last = await startFrom(store, STATION)
          expect(shownBy(last.replica)).toEqual(shownBy(again.replica))
          expect(idsIn(last.replica)).toEqual(idsIn(again.replica))
          checkWorld(world)
        },
      ),
      { numRuns: size(60) },
    )
  })

  test('journal → rebuild = live state, through full segments, failed appends, a host that throws, and restarts', async () => {
    const act = fc.oneof(
      { weight: 6, arbitrary: fc.record({ do: fc.constant('save' as const), entity: fc.nat(3), both: fc.boolean() }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('fail' as const), entity: fc.nat(3), trouble }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 5, maxLength: 40 }),
        fc.integer({ min: 700, max: 5_000 }),
        async (acts, limit) => {
          const world = newWorld(1, 0)
          const at = world.pcs[0]!
          const store = newStore(`rebuild ${limit}`, limit)
          let writer = writerOn(store, null)
          let live = newReplica(STATION)
          const acknowledged: StoredEvent[] = []
          for (const one of acts) {
            if (one.do === 'restart') {
              const start = await startFrom(store, STATION)
              expect(shownBy(start.replica)).toEqual(shownBy(live))
              live = start.replica
              writer = writerOn(store, start.content.end)
              continue
            }
            const events = save(world, at, [
              write(one.entity, one.do === 'save' && !one.both ? { title: 'x' } : { title: 'x', state: world.counter }),
            ])
            if (one.do === 'fail') {
              store.disk.trouble = one.trouble
              expect((await writer.append(events).catch(() => ({ ok: false }))).ok).toBe(false)
            }
            expect((await writer.append(events)).ok).toBe(true) // after a failure: the same events, into a new segment
            receive(live, events, 'own')
            acknowledged.push(...events)
          }
          const { replica, events } = await startFrom(store, STATION)
          expect(shownBy(replica)).toEqual(shownBy(live))
          expect(shownBy(live)).toEqual(shownBy(at.replica))
          expect(new Set(events.map((event) => event.id))).toEqual(new Set(acknowledged.map((event) => event.id)))
          checkWorld(world)
        },
      ),
      { numRuns: size(40) },
    )
  })
})
