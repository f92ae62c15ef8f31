/** What may happen in a world, as plain data (so that fast-check can shrink it), and how each step is done. */
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { eraseDraft } from '#core/kernel/command.ts'
import { conflicts, value } from '#core/kernel/entity.ts'
import { scopeOfLog, type Scope, type StoredEvent } from '#core/kernel/event.ts'
import { headSet } from '#core/kernel/head-set.ts'
import type { Parcel } from '#core/kernel/parcel.ts'
import { gaps } from '#core/kernel/replica.ts'
import { expected, idsIn, shownBy } from './oracle.ts'
import {
  caseId,
  deliver,
  eventsOfPc,
  mailOf,
  markDraft,
  newPc,
  rebuilt,
  save,
  scopeOfField,
  write,
  type Pc,
  type World,
} from './world.ts'

const pc = fc.nat(6)
const entityNumber = fc.nat(2)
const HOUSE = '0193a1b2-0000-7000-8000-00000000000a'
const FIELDS = ['title', 'text', 'state', 'note', 'new-shared', 'new-private'] as const

export const saveStep = fc.record({
  do: fc.constant('save' as const),
  pc,
  entity: entityNumber,
  fields: fc.subarray([...FIELDS], { minLength: 1, maxLength: 4 }),
  value: fc.nat(3),
  /** Written for one house alone. */
  addressed: fc.constantFrom(undefined, undefined, undefined, HOUSE),
})
const markStep = fc.record({
  do: fc.constant('mark' as const),
  pc,
  of: pc,
  scopes: fc.subarray(['private' as const, 'shared' as const]),
})
const resolveStep = fc.record({ do: fc.constant('resolve' as const), pc, entity: entityNumber, value: fc.nat(3) })
const eraseStep = fc.record({
  do: fc.constant('erase' as const),
  pc,
  entity: entityNumber,
  scope: fc.constantFrom('private' as const, 'shared' as const),
})
const sendStep = fc.record({ do: fc.constant('send' as const), from: pc, to: pc })
const deliverStep = fc.record({
  do: fc.constant('deliver' as const),
  mail: fc.nat(7),
  /** `again`: stays in the mail and may come once more; `cut`: its oldest lines are missing. */
  fate: fc.constantFrom('once' as const, 'again' as const, 'lost' as const, 'cut' as const, 'flipped' as const),
  at: fc.nat(999),
})
const clockStep = fc.record({ do: fc.constant('clock' as const), pc, years: fc.integer({ min: -10, max: 95 }) })
const restartStep = fc.record({ do: fc.constant('restart' as const), pc })
const backupStep = fc.record({ do: fc.constant('backup' as const), pc })
const restoreStep = fc.record({ do: fc.constant('restore' as const), pc })
const cloneStep = fc.record({ do: fc.constant('clone' as const), pc })

export const calmStep = fc.oneof(
  { weight: 5, arbitrary: saveStep },
  { weight: 3, arbitrary: sendStep },
  { weight: 3, arbitrary: deliverStep },
  { weight: 1, arbitrary: resolveStep },
  { weight: 1, arbitrary: clockStep },
)
export const anyStep = fc.oneof(
  { weight: 12, arbitrary: calmStep },
  { weight: 1, arbitrary: eraseStep },
  { weight: 1, arbitrary: restartStep },
  { weight: 1, arbitrary: backupStep },
  { weight: 1, arbitrary: restoreStep },
  { weight: 1, arbitrary: cloneStep },
  { weight: 1, arbitrary: markStep },
)
export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!

export function run(world: World, steps: readonly Step[]): void {
  for (const step of steps) act(world, step)
}

function act(world: World, step: Step): void {
  if (step.do === 'send') {
    const from = pick(world.pcs, step.from)
    const to = pick(world.pcs, step.to)
    if (from !== to) world.mail.push(mailOf(from, to))
    return
  }
  if (step.do === 'deliver') return void (world.mail.length > 0 && handOver(world, step))
  const at = pick(world.pcs, step.pc)
  if (step.do === 'save') saveFields(world, at, step)
  if (step.do === 'mark') mark(world, at, pick(world.pcs, step.of), step.scopes)
  if (step.do === 'resolve') resolve(world, at, step.entity, step.value)
  if (step.do === 'erase' && at.scopes.includes(step.scope))
    save(world, at, [eraseDraft(caseId(step.entity), step.scope, 'asked')])
  if (step.do === 'clock') at.years = step.years
  if (step.do === 'restart') at.replica = rebuilt(at)
  if (step.do === 'backup') at.backup = [...at.store]
  if (step.do === 'restore') restore(world, at)
  if (step.do === 'clone' && world.pcs.length < 8) clone(world, at)
}

/** Nobody writes what they cannot read. */
function saveFields(world: World, at: Pc, step: typeof saveStep extends fc.Arbitrary<infer T> ? T : never): void {
  const mine = step.fields.filter((field) => at.scopes.includes(scopeOfField('case', field)))
  const fields = Object.fromEntries(mine.map((field) => [field, step.value]))
  if (mine.length > 0) save(world, at, [write(step.entity, fields)], step.addressed)
}

/** Stations mark anybody; what is marked wrongly is shown in part, and everywhere the same. */
function mark(world: World, at: Pc, of: Pc, scopes: readonly Scope[]): void {
  if (at.scopes.includes('private')) save(world, at, [markDraft(of.device, scopes)])
}

function handOver(world: World, step: typeof deliverStep extends fc.Arbitrary<infer T> ? T : never): void {
  const at = step.mail % world.mail.length
  const mail = world.mail[at]!
  if (step.fate !== 'again') world.mail.splice(at, 1)
  if (step.fate === 'lost') return
  const { lines } = mail.parcel
  if (step.fate === 'cut' && lines.length > 0) {
    // The head set still comes: the sender's claim about itself is true whatever became of the lines.
    deliver(world, { ...mail, parcel: { ...mail.parcel, lines: lines.slice(1 + (step.at % lines.length)) } })
  } else if (step.fate === 'flipped' && lines.length > 0) {
    const before = JSON.stringify(shownBy(mail.to.replica))
    const done = deliver(world, { ...mail, parcel: flipped(mail.parcel, step.at) })
    expect(done.ok, 'a flipped bit was taken in').toBe(false)
    expect(JSON.stringify(shownBy(mail.to.replica))).toBe(before)
  } else {
    expect(deliver(world, mail).ok, 'an honest parcel was refused').toBe(true)
  }
}

function flipped(parcel: Parcel, at: number): Parcel {
  const line = at % parcel.lines.length
  const lines = parcel.lines.map(([header, payload], i) =>
    i === line ? flipLine(header, payload, at) : ([header, payload] as const),
  )
  return { ...parcel, lines }
}

function flipLine(header: string, payload: string, at: number): readonly [string, string] {
  const flip = (text: string): string => {
    const i = at % text.length
    return text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) ^ (1 << (at % 7))) + text.slice(i + 1)
  }
  return at % 2 === 0 ? [flip(header), payload] : [header, flip(payload)]
}

/** Settles every disputed field of the entity with one ordinary write. */
export function resolve(world: World, at: Pc, number: number, choice: number): void {
  const entity = at.replica.entities.get(caseId(number))
  const disputed = entity ? conflicts(entity) : []
  if (entity && disputed.length > 0)
    save(world, at, [write(number, Object.fromEntries(disputed.map((f) => [f, choice])))])
}

/** The PC goes back to its last backup: what only it had is gone, and what it writes next forks its own log. */
export function restore(world: World, at: Pc): void {
  const before = idsIn(at.replica)
  at.store = [...at.backup]
  at.replica = rebuilt(at)
  const after = new Set(idsIn(at.replica))
  for (const id of before) if (!after.has(id)) world.restoredAway.add(id)
}

/** A copied profile: the same device, the same keys, the same past, from now on two writers. */
export function clone(world: World, at: Pc): Pc {
  const copy = newPc(`${at.name} copy ${world.pcs.length}`, at.device, at.scopes)
  copy.store = [...at.store]
  copy.replica = rebuilt(copy)
  for (const device of at.signsFor) copy.signsFor.add(device)
  for (const [id, head] of at.signed) copy.signed.set(id, head)
  for (const [device, have] of at.acks) copy.acks.set(device, have)
  world.pcs.push(copy)
  return copy
}

/** Every PC shows what its events say, and a restart shows the same: the last lines of every property. */
export function checkWorld(world: World): void {
  for (const at of world.pcs) {
    const stored = new Map<string, StoredEvent>()
    for (const event of eventsOfPc(at)) if (!stored.get(event.id)?.fields) stored.set(event.id, event)
    const shown = shownBy(at.replica)
    expect(shown, `${at.name} shows what its events say`).toEqual(expected([...stored.values()], at.scopes))
    const again = rebuilt(at)
    expect(shownBy(again), `${at.name} shows the same after a restart`).toEqual(shown)
    expect(idsIn(again)).toEqual(idsIn(at.replica))
    expect(headSet(again)).toEqual(headSet(at.replica))
    expect(again.lamport).toBe(at.replica.lamport)
  }
}

/** After everybody met everybody: nothing lost, nothing hidden, the same everywhere. */
export function checkSynced(world: World): void {
  const everywhere = new Set(world.pcs.flatMap((at) => idsIn(at.replica)))
  for (const id of world.written.keys()) {
    expect(everywhere.has(id) || world.restoredAway.has(id), 'an acknowledged write is gone').toBe(true)
  }
  for (const at of world.pcs) {
    const mine = [...everywhere].filter((id) => at.scopes.includes(scopeOfLog(world.written.get(id)!.header.log)))
    expect(idsIn(at.replica)).toEqual(mine.toSorted())
    expect(shownBy(at.replica)).toEqual(
      expected(
        mine.map((id) => world.written.get(id)!),
        at.scopes,
      ),
    )
    expect(gaps(at.replica)).toEqual([])
    for (const waitsFor of at.replica.held.keys()) {
      expect(world.restoredAway.has(waitsFor), 'parked for ever').toBe(true)
    }
  }
  checkWorld(world)
}

export const shownValue = (at: Pc, number: number, field: string): unknown => {
  const entity = at.replica.entities.get(caseId(number))
  return entity ? value(entity, field) : undefined
}
