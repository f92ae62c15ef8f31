/** Merging: the rules by which events become what is shown. */
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { conflicts, heads, value } from '#core/kernel/entity.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { newReplica, receive, type Replica } from '#core/kernel/replica.ts'
import type { StoredEvent } from '#core/kernel/event.ts'
import { size } from '../../size.ts'
import { expected, idsIn, shownBy } from './oracle.ts'
import { anyStep, calmStep, checkWorld, run, shownValue } from './steps.ts'
import { caseId, deliver, mailOf, newWorld, save, STATION, syncAll, write } from './world.ts'

/** A limit for a machine that is busy with other things; alone each takes seconds. */
vi.setConfig({ testTimeout: 120_000 * size(1) })

const years = fc.integer({ min: -10, max: 95 })

/** Everything a replica can be asked. */
const stateOf = (replica: Replica) => ({
  shown: shownBy(replica),
  ids: idsIn(replica),
  heads: headSet(replica),
  lamport: replica.lamport,
})

/** The events in an order that the numbers choose. */
function inOrder(events: readonly StoredEvent[], order: readonly number[]): StoredEvent[] {
  const rank = new Map(events.map((event, i) => [event, (order[i % order.length]! * 7_919 + i * order[0]!) % 10_007]))
  return events.toSorted((a, b) => rank.get(a)! - rank.get(b)!)
}

const order = fc.array(fc.nat(10_000), { minLength: 3, maxLength: 40 })

describe('merge', () => {
  test('the same events give the same state in every order', () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { minLength: 5, maxLength: 60 }),
        order,
        order,
        fc.nat(20),
        (steps, one, two, part) => {
          const world = newWorld()
          run(world, steps)
          const events = [...world.written.values()]
          const states = [
            { list: inOrder(events, one), origin: 'import' as const },
            { list: inOrder(events, two), origin: 'import' as const },
            { list: inOrder(events, two), origin: 'own' as const },
          ].map(({ list, origin }) => {
            const replica = newReplica(STATION)
            receive(replica, list.slice(0, part), origin)
            receive(replica, list.slice(part), origin)
            expect(replica.held.size).toBe(0)
            return stateOf(replica)
          })
          expect(states[1]).toEqual(states[0])
          expect(states[2]).toEqual(states[0])
          expect(states[0]!.shown).toEqual(expected(events, STATION))
        },
      ),
      { numRuns: size(150) },
    )
  })

  test('importing twice is importing once', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 5, maxLength: 50 }), order, (steps, again) => {
        const world = newWorld()
        run(world, steps)
        const events = [...world.written.values()]
        const replica = newReplica(STATION)
        receive(replica, events, 'import')
        const before = stateOf(replica)
        const second = receive(replica, inOrder(events, again), 'import')
        expect(stateOf(replica)).toEqual(before)
        expect(second).toMatchObject({ fresh: [], applied: [], held: 0, forks: [], known: events.length })
      }),
      { numRuns: size(80) },
    )
  })

  test('a write made after seeing a value wins over it, whatever the clocks say', () => {
    fc.assert(
      fc.property(
        fc.array(calmStep, { maxLength: 20 }),
        fc.array(fc.record({ pc: fc.nat(4), years, value: fc.string() }), { minLength: 2, maxLength: 6 }),
        (steps, writes) => {
          const world = newWorld()
          run(world, steps)
          syncAll(world)
          for (const { pc, years: wrong, value: text } of writes) {
            const at = world.pcs[pc]!
            at.years = wrong
            save(world, at, [write(0, { title: text, state: text })])
            for (const other of world.pcs) {
              for (let i = 0; i < 2; i++) if (other !== at) expect(deliver(world, mailOf(at, other)).ok).toBe(true)
            }
            for (const other of world.pcs) {
              const entity = other.replica.entities.get(caseId(0))!
              for (const field of other.scopes.length > 1 ? ['title', 'state'] : ['state']) {
                expect(heads(entity, field).map((head) => head.f[field])).toEqual([text])
              }
            }
          }
          checkWorld(world)
        },
      ),
      { numRuns: size(60) },
    )
  })

  test('different values written apart are a conflict on every replica, and one resolution clears it everywhere', () => {
    fc.assert(
      fc.property(
        fc.array(calmStep, { maxLength: 20 }),
        fc.uniqueArray(fc.record({ pc: fc.nat(4), years, value: fc.nat(50) }), {
          selector: (w) => w.pc,
          minLength: 2,
          maxLength: 5,
        }),
        fc.nat(4),
        (steps, writes, judge) => {
          const world = newWorld()
          run(world, steps)
          syncAll(world)
          for (const one of writes) {
            const at = world.pcs[one.pc]!
            at.years = one.years
            save(world, at, [write(1, { note: one.value })])
          }
          syncAll(world)
          const apart = new Set(writes.map((one) => one.value)).size
          const shown = world.pcs.map((at) => shownValue(at, 1, 'note'))
          expect(new Set(shown).size, 'the same winner everywhere').toBe(1)
          for (const at of world.pcs) {
            const entity = at.replica.entities.get(caseId(1))!
            expect(heads(entity, 'note').length).toBe(writes.length)
            expect(conflicts(entity).includes('note')).toBe(apart > 1)
          }
          save(world, world.pcs[judge]!, [write(1, { note: 'settled' })])
          syncAll(world)
          for (const at of world.pcs) {
            const entity = at.replica.entities.get(caseId(1))!
            expect(conflicts(entity)).not.toContain('note')
            expect(value(entity, 'note')).toBe('settled')
          }
          checkWorld(world)
        },
      ),
      { numRuns: size(50) },
    )
  })

  test('a field named like a method of every object is a field like any other', () => {
    const world = newWorld(2, 0)
    const [a] = world.pcs
    save(world, a!, [write(0, { title: 'x' })])
    save(world, a!, [write(0, { toString: 1, valueOf: 2 })])
    const entity = a!.replica.entities.get(caseId(0))!
    expect(value(entity, 'hasOwnProperty')).toBe(undefined)
    expect(heads(entity, 'toString').length).toBe(1)
    checkWorld(world)
  })
})
