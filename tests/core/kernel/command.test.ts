/** Commands: shown whole or not at all, for every holder by the scopes it holds. */
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { composeCommand, cursorOf } from '#core/kernel/command.ts'
import { parseEvent, scopeOfLog, writeEvent, type StoredEvent } from '#core/kernel/event.ts'
import { newReplica, receive } from '#core/kernel/replica.ts'
import { size } from '../../size.ts'
import { expected, shownBy, type Shown } from './oracle.ts'
import { checkWorld } from './steps.ts'
import { caseId, deviceName, newWorld, OFFICE, save, scopeOfField, STATION, syncAll, write } from './world.ts'

/** A limit for a machine that is busy with other things; alone each takes seconds. */
vi.setConfig({ testTimeout: 120_000 * size(1) })

const fields = fc.subarray(['title', 'text', 'state', 'note'], { minLength: 1 })
const commands = fc.array(
  fc.record({
    pc: fc.nat(4),
    drafts: fc.uniqueArray(fc.record({ entity: fc.nat(3), fields }), {
      selector: (d) => d.entity,
      minLength: 1,
      maxLength: 3,
    }),
  }),
  { minLength: 1, maxLength: 12 },
)

const idsShown = (shown: Shown): Set<string> =>
  new Set(
    Object.values(shown.entities).flatMap((entity) =>
      Object.values(entity.fields).flatMap((heads) => heads.map(([id]) => id)),
    ),
  )

describe('commands', () => {
  test('a command that is not whole is never shown, and a holder of one scope has its share at once', () => {
    fc.assert(
      fc.property(commands, fc.array(fc.nat(1_000), { minLength: 1, maxLength: 30 }), (list, order) => {
        const world = newWorld()
        list.forEach(({ pc, drafts }, serial) =>
          save(
            world,
            world.pcs[pc]!,
            drafts.map((draft) => write(draft.entity, Object.fromEntries(draft.fields.map((f) => [f, serial])))),
          ),
        )
        const events = [...world.written.values()]
        const mixed = events.toSorted(
          (a, b) => order[events.indexOf(a) % order.length]! - order[events.indexOf(b) % order.length]!,
        )
        for (const scopes of [STATION, OFFICE]) {
          const replica = newReplica(scopes)
          const here: StoredEvent[] = []
          for (const event of mixed.filter((one) => scopes.includes(scopeOfLog(one.header.log)))) {
            here.push(event)
            receive(replica, [event], 'own')
            const shown = shownBy(replica)
            expect(shown).toEqual(expected(here, scopes))
            const visible = idsShown(shown)
            for (const part of events.filter(
              (one) => !here.includes(one) && scopes.includes(scopeOfLog(one.header.log)),
            )) {
              for (const other of here)
                if (other.header.c[0] === part.header.c[0]) expect(visible.has(other.id), 'half a command').toBe(false)
            }
          }
          expect(replica.pending.size).toBe(0)
        }
        syncAll(world)
        checkWorld(world)
      }),
      { numRuns: size(40) },
    )
  })

  test("another device's event neither completes a command nor breaks it", () => {
    const world = newWorld()
    const [first, second] = save(world, world.pcs[0]!, [write(0, { title: 'a', state: 'a' })])
    const { header } = second!
    const foreign = writeEvent({ ...header, log: `${deviceName(7)}/shared`, n: 1, p: '', e: caseId(9) }, 'salt', {
      state: 'x',
    })
    for (const list of [
      [first!, foreign, second!],
      [foreign, first!, second!],
      [foreign, second!, first!],
    ]) {
      const replica = newReplica(STATION)
      receive(replica, list.slice(0, 2), 'import')
      expect(idsShown(shownBy(replica)).size).toBe(0)
      receive(replica, list.slice(2), 'import')
      expect(idsShown(shownBy(replica))).toEqual(new Set([first!.id, second!.id]))
      expect(shownBy(replica).pending).toEqual([foreign.id])
    }
    checkWorld(world)
  })

  test('a poisoned Lamport number does not make our own events unreadable', () => {
    const replica = newReplica(STATION)
    const top = {
      log: `${deviceName(1)}/private`,
      n: 1,
      p: '',
      l: Number.MAX_SAFE_INTEGER,
      t: '',
      u: 'user:1',
      k: 'k',
      e: caseId(0),
      sv: 1,
    } as const
    receive(replica, [writeEvent({ ...top, c: ['c', { private: 1 }] }, 's', { title: 'poison' })], 'import')
    const author = { device: deviceName(2), user: 'user:1', at: '', schema: 1 }
    for (const title of ['one', 'two']) {
      const events = composeCommand(
        replica,
        cursorOf(replica),
        [write(0, { title })],
        author,
        scopeOfField,
        title,
        () => 's',
      )
      for (const event of events) expect(parseEvent(event.headerLine, event.payloadLine!).ok).toBe(true)
      receive(replica, events, 'own')
      expect(Object.values(shownBy(replica).entities[caseId(0)]!.fields['title']!).map(([, v]) => v)).toEqual([title])
    }
  })
})
