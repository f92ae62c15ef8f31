/** Erasure: payloads go, now and whenever they arrive later; headers, order and everything beside them stay. */
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { eraseDraft } from '#core/kernel/command.ts'
import type { Scope } from '#core/kernel/event.ts'
import type { Replica } from '#core/kernel/replica.ts'
import { size } from '../../size.ts'
import { shownBy, type Shown } from './oracle.ts'
import { anyStep, calmStep, checkSynced, checkWorld, run } from './steps.ts'
import {
  caseId,
  deliver,
  deviceName,
  mailOf,
  newPc,
  newWorld,
  rebuilt,
  save,
  scopeOfField,
  STATION,
  syncAll,
  write,
  type Pc,
  type World,
} from './world.ts'

/** A limit for a machine that is busy with other things; alone each takes seconds. */
vi.setConfig({ testTimeout: 120_000 * size(1) })

const scope = fc.constantFrom<Scope>('private', 'shared')
/** Writes whose words say which entity and scope they belong to, so that a leak can be seen anywhere. */
const tellTale = (entity: number, serial: number) =>
  write(entity, { title: `leak-${entity}-private ${serial}`, note: `leak-${entity}-shared ${serial}` })

const asText = (part: unknown): string =>
  JSON.stringify(part, (_key, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value))
const everythingIn = (replica: Replica): string => asText([replica.entities, replica.pending, replica.held])

function scatter(world: World, writes: readonly { pc: number; entity: number; send: number }[]): void {
  writes.forEach(({ pc, entity, send }, serial) => {
    const at = world.pcs[pc]!
    save(world, at, [tellTale(entity, serial)])
    const to = world.pcs[send]!
    if (to !== at) world.mail.push(mailOf(at, to))
  })
}
const writes = fc.array(fc.record({ pc: fc.nat(4), entity: fc.nat(2), send: fc.nat(5) }), {
  minLength: 3,
  maxLength: 20,
})

/** All that a PC shows, but for the one entity and scope. */
function beside({ entities, pending }: Shown, entity: string, erased: Scope): unknown {
  const rest = Object.entries(entities).flatMap(([id, shown]): unknown[] => {
    if (id !== entity) return [[id, shown]]
    const kept = (field: string): boolean => scopeOfField('case', field) !== erased
    const fields = Object.entries(shown.fields).filter(([field]) => kept(field))
    return fields.length > 0 ? [[id, fields, shown.conflicts.filter(kept)]] : []
  })
  return [rest, pending]
}

describe('erasure', () => {
  test('nothing of an erased entity survives anywhere, however late its data arrive', () => {
    fc.assert(
      fc.property(
        writes,
        writes,
        fc.nat(4),
        fc.nat(2),
        scope,
        fc.array(fc.nat(99), { maxLength: 12 }),
        (one, two, who, entity, where, late) => {
          const world = newWorld()
          scatter(world, one)
          save(world, world.pcs[who]!, [eraseDraft(caseId(entity), where, 'asked')])
          scatter(world, two) // by people who do not know yet
          // Old parcels, some cut (their events are held), come before and after the erasure is known.
          const hand = (i: number): void => {
            const mail = world.mail[i % world.mail.length]
            if (!mail) return
            const lines = i % 3 === 0 ? mail.parcel.lines.slice(1) : mail.parcel.lines
            deliver(world, { ...mail, parcel: { ...mail.parcel, lines } })
          }
          late.forEach(hand)
          syncAll(world)
          late.forEach(hand)
          const leak = `leak-${entity}-${where}`
          for (const at of world.pcs) {
            expect(everythingIn(at.replica), `${at.name}, in memory`).not.toContain(leak)
            expect(at.store.join(''), `${at.name}, stored`).not.toContain(leak)
            expect(asText(mailOf(at, newPc('new', deviceName(999), STATION)).parcel.lines)).not.toContain(leak)
          }
          checkSynced(world)
        },
      ),
      { numRuns: size(40) },
    )
  })

  test('erasing a payload never changes what its neighbours show', () => {
    fc.assert(
      fc.property(
        fc.array(calmStep, { minLength: 5, maxLength: 50 }),
        fc.nat(4),
        fc.nat(2),
        scope,
        (steps, who, entity, where) => {
          const world = newWorld()
          run(world, steps)
          syncAll(world)
          const id = caseId(entity)
          const before = world.pcs.map((at) => beside(shownBy(at.replica), id, where))
          save(world, world.pcs[who]!, [eraseDraft(id, where, 'asked')])
          syncAll(world)
          // One who never saw the payloads shows the same as those who had to remove them.
          const late: Pc = newPc('late', deviceName(500), STATION)
          world.pcs.push(late)
          expect(deliver(world, mailOf(world.pcs[who]!, late)).ok).toBe(true)
          world.pcs.slice(0, -1).forEach((at, i) => {
            expect(beside(shownBy(at.replica), id, where)).toEqual(before[i])
          })
          expect(beside(shownBy(late.replica), id, where)).toEqual(before[who])
          checkSynced(world)
        },
      ),
      { numRuns: size(40) },
    )
  })

  test('an erasure in one scope leaves the other, and a later write to the erased scope is not shown', () => {
    const world = newWorld(5, 1)
    const [a, b] = [world.pcs[0]!, world.pcs[1]!]
    save(world, a, [tellTale(0, 1)])
    syncAll(world)
    save(world, a, [eraseDraft(caseId(0), 'private', 'asked')])
    save(world, b, [tellTale(0, 2)])
    syncAll(world)
    for (const at of world.pcs) {
      expect(Object.keys(shownBy(at.replica).entities[caseId(0)]!.fields)).toEqual(['note'])
    }
    checkSynced(world)
  })

  test('any story with erasures: what was erased stays erased after a restart', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 10, maxLength: 60 }), (steps) => {
        const world = newWorld()
        run(world, steps)
        for (const at of world.pcs) {
          for (const entity of at.replica.entities.values()) {
            if (entity.erased) expect(rebuilt(at).entities.get(entity.id)!.erased).toEqual(entity.erased)
          }
        }
        checkWorld(world)
      }),
      { numRuns: size(40) },
    )
  })
})
