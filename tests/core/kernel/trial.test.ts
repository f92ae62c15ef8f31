/** A trial says exactly what receiving does, and does nothing. */
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { eraseDraft } from '#core/kernel/command.ts'
import { conflicts } from '#core/kernel/entity.ts'
import { withoutPayload, type StoredEvent } from '#core/kernel/event.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { gaps, newReplica, receive, type Replica } from '#core/kernel/replica.ts'
import { inOrder, tryReceive } from '#core/kernel/trial.ts'
import { size } from '../../size.ts'
import { idsIn, shownBy } from './oracle.ts'
import { anyStep, run } from './steps.ts'
import { caseId, eventsOfPc, markDraft, newWorld, rebuilt, save, STATION, write } from './world.ts'

vi.setConfig({ testTimeout: 60_000 * size(1) })

/** Everything a replica is, in a form that can be compared. */
const wholeOf = (replica: Replica): unknown => ({
  shown: shownBy(replica),
  ids: idsIn(replica),
  heads: headSet(replica),
  held: [...replica.held.values()]
    .flat()
    .map(({ id }) => id)
    .toSorted(),
  bare: [...replica.bare].toSorted(),
  marks: [...replica.inPart].map(([pc, scopes]) => [pc, [...scopes]]),
  gone: [...replica.entities.values()].map(({ id, gone }) => [id, gone && [...gone].map(([f, ids]) => [f, [...ids]])]),
  counts: [replica.erasures, replica.lamport, replica.revision, [...replica.erasedBlobs]],
})

const ids = (events: Iterable<StoredEvent>): string[] => [...events].map(({ id }) => id).toSorted()
const conflictsOf = (replica: Replica): string[] =>
  [...replica.entities.values()].flatMap((entity) => conflicts(entity).map((field) => `${entity.id} ${field}`))

describe('a trial', () => {
  test('says what receiving does, for any replica and any part of any events, and leaves the replica as it is', () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { minLength: 5, maxLength: 60 }),
        fc.nat(6),
        fc.infiniteStream(fc.nat(7)),
        (steps, who, dice) => {
          const world = newWorld()
          run(world, steps)
          const at = world.pcs[who % world.pcs.length]!
          const all = [...world.written.values()]
          // A part of them: some cut out, some without their payload.
          const some = all.flatMap((event) => {
            const n = dice.next().value as number
            return n === 0 ? [] : n === 1 ? [withoutPayload(event)] : [event]
          })
          const replica = rebuilt(at)
          const before = wholeOf(replica)
          const trial = tryReceive(replica, some)
          expect(wholeOf(replica), 'the replica is as it was').toEqual(before)

          const known = new Set(conflictsOf(replica))
          const receipt = receive(replica, some, 'import')
          expect(ids(trial.fresh)).toEqual(ids(receipt.fresh))
          expect(ids(trial.applied)).toEqual(ids(receipt.applied))
          expect(trial.known).toBe(receipt.known)
          expect(trial.held.length).toBe(receipt.held)
          expect(trial.forks).toEqual(receipt.forks)
          expect([...trial.touched].toSorted()).toEqual([...receipt.touched].toSorted())
          expect(trial.after.lamport).toBe(replica.lamport)
          const now = conflictsOf(replica).filter((one) => !known.has(one))
          expect(trial.conflicts.map(({ entity, field }) => `${entity} ${field}`).toSorted()).toEqual(now.toSorted())
          // What it says is missing is exactly what has to come before the held ones can.
          for (const { log, from, to } of trial.missing) expect(from <= to && log !== '').toBe(true)
          expect(trial.missing.length > 0).toBe(receipt.held > 0)

          // Stored are the fresh ones alone, in their order: a restart shows the same, without what is held.
          const again = rebuilt(at)
          receive(again, inOrder(trial.fresh), 'own')
          expect(shownBy(again)).toEqual(shownBy(replica))
          expect(idsIn(again)).toEqual(idsIn(replica))
          expect(gaps(again)).toEqual(gaps(replica))
        },
      ),
      { numRuns: size(150) },
    )
  })

  test('names the missing numbers: in front of what is known, and between two stretches', () => {
    const world = newWorld(1, 0)
    const [a] = world.pcs
    for (let i = 0; i < 12; i++) save(world, a!, [write(0, { title: i })])
    const log = `${a!.device}/private`
    const events = eventsOfPc(a!)
    const part = (...numbers: number[]): StoredEvent[] => events.filter(({ header }) => numbers.includes(header.n))
    const replica = newReplica(STATION)
    receive(replica, part(1, 2, 3), 'import')
    expect(tryReceive(replica, part(6, 7)).missing).toEqual([{ log, from: 4, to: 5 }])
    expect(tryReceive(replica, part(4, 5, 9, 10, 12)).missing).toEqual([
      { log, from: 6, to: 8 },
      { log, from: 11, to: 11 },
    ])
    expect(tryReceive(newReplica(STATION), part(2)).missing).toEqual([{ log, from: 1, to: 1 }])
    expect(tryReceive(replica, part(1, 2, 3)).missing).toEqual([])
  })

  test('tells what would be erased here, and what is new', () => {
    const world = newWorld(2, 0)
    const [a, b] = world.pcs
    const made = [
      ...save(world, a!, [write(0, { title: 'x', state: 1 })]),
      ...save(world, a!, [write(1, { title: 'y' })]),
    ]
    receive(b!.replica, made, 'import')
    const more = [
      ...save(world, a!, [eraseDraft(caseId(0), 'private', 'asked')]),
      ...save(world, a!, [eraseDraft(caseId(7), 'private', 'asked')]),
      ...save(world, a!, [write(5, { title: 'new' })]),
    ]
    const trial = tryReceive(b!.replica, more)
    expect(trial.erased).toEqual([{ entity: caseId(0), scope: 'private' }])
    expect([...trial.newEntities].toSorted()).toEqual([caseId(5), caseId(7)])
    receive(b!.replica, more, 'import')
    expect(tryReceive(b!.replica, more)).toMatchObject({ erased: [], fresh: [], known: 3 })
    // Erased a second time, by somebody who did not know.
    const again = save(world, a!, [
      eraseDraft(caseId(0), 'private', 'asked'),
      eraseDraft(caseId(1), 'private', 'asked'),
    ])
    expect(tryReceive(b!.replica, again).erased).toEqual([{ entity: caseId(1), scope: 'private' }])
  })

  test('with a mark that is not written yet, events of a PC seen in part are shown as they will be', () => {
    const world = newWorld(2, 0)
    const [a, b] = world.pcs
    const events = save(world, a!, [write(0, { title: 'private', state: 1 })])
    const shared = events.filter(({ header }) => header.log.endsWith('/shared'))
    expect(tryReceive(b!.replica, shared)).toMatchObject({ applied: [], pending: 1 })
    const marks = new Map([[a!.device, ['shared'] as const]])
    expect(ids(tryReceive(b!.replica, shared, marks).applied)).toEqual(ids(shared))
    // What waited here already is let go by a mark in the bundle, and by one from outside.
    receive(b!.replica, shared, 'import')
    expect(ids(tryReceive(b!.replica, [], marks).applied)).toEqual(ids(shared))
    const mark = save(world, a!, [markDraft(a!.device, ['shared'])])
    const trial = tryReceive(b!.replica, mark)
    expect(trial.pending).toBe(0)
    expect(shownBy(b!.replica).pending).toEqual(ids(shared))
    receive(
      b!.replica,
      events.filter((event) => !shared.includes(event)),
      'import',
    )
    receive(b!.replica, mark, 'import')
    expect(shownBy(b!.replica).pending).toEqual([])
  })

  test('what is counted of a command waits for each other, and what nobody counts on waits for nobody', () => {
    const world = newWorld(2, 0)
    const [a, b] = world.pcs
    const mark = save(world, b!, [markDraft(a!.device, ['shared'])])
    const command = save(world, a!, [write(0, { title: 1, state: 1 }), write(1, { state: 2 })])
    const [closed, first, second] = [command[0]!, command[1]!, command[2]!]
    expect([closed, first, second].map(({ header }) => header.log.split('/')[1])).toEqual([
      'private',
      'shared',
      'shared',
    ])
    for (const order of [
      [...mark, closed, first, second],
      [closed, first, ...mark, second],
      [first, ...mark, closed, second],
    ]) {
      const replica = newReplica(STATION)
      for (const event of order.slice(0, -1)) receive(replica, [event], 'import')
      expect(shownBy(replica).pending).toEqual([first.id])
      expect(Object.keys(shownBy(replica).entities[caseId(0)]!.fields)).toEqual(['title'])
      receive(replica, [second], 'import')
      expect(shownBy(replica).pending).toEqual([])
    }
  })

  test('a mark is about plain logs: of an addressed one all that is anybody’s has to be there', () => {
    const world = newWorld(2, 0)
    const [a] = world.pcs
    const command = save(
      world,
      a!,
      [write(0, { state: 1 }), write(1, { state: 2 })],
      '0193a1b2-0000-7000-8000-00000000000a',
    )
    const replica = newReplica(STATION)
    receive(replica, save(world, a!, [markDraft(a!.device, [])]), 'import')
    receive(replica, command.slice(0, 1), 'import')
    expect(shownBy(replica).pending).toEqual([command[0]!.id])
    receive(replica, command, 'import')
    expect(shownBy(replica).pending).toEqual([])
  })

  test('marks of two people hold as far as both go, whichever came first', () => {
    const world = newWorld(3, 0)
    const [a, b, c] = world.pcs
    const events = save(world, c!, [write(0, { title: 1, state: 2 })])
    const one = save(world, a!, [markDraft(c!.device, ['shared', 'private'])])
    const other = save(world, b!, [markDraft(c!.device, ['shared'])])
    const shared = events.filter(({ header }) => header.log.endsWith('/shared'))
    const seen = [
      [...one, ...other, ...shared],
      [...other, ...shared, ...one],
      [...shared, ...one, ...other],
    ].map((order) => {
      const replica = newReplica(STATION)
      for (const event of order) receive(replica, [event], 'import')
      return shownBy(replica)
    })
    expect(seen[0]!.pending).toEqual([])
    expect(seen[1]).toEqual(seen[0])
    expect(seen[2]).toEqual(seen[0])
  })
})
