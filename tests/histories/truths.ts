/** What must be true when every file has arrived. */
import { blobsNamed } from '#core/exchange/blobs-named.ts'
import { carried } from '#core/exchange/export/profile-contents.ts'
import { planExport } from '#core/exchange/export/plan-export.ts'
import { conflicts, type Entity } from '#core/kernel/entity.ts'
import { entityType, pcOfLog, scopeOfLog, type EventId, type StoredEvent } from '#core/kernel/event.ts'
import { gaps, type Replica } from '#core/kernel/replica.ts'
import { expected, idsIn, shownBy } from '../core/kernel/oracle.ts'
import { addressees, profileTo } from './files.ts'
import type { House } from './houses.ts'
import { checkPapers } from './papers.ts'
import { rebuilt, sourceOf, storedIn, trustIn, type Pc } from './pc.ts'
import { isStation, must, SECRET, type World } from './world.ts'
import { disputed } from './writes.ts'

/** Records of bundles come into being with each file: the last ones are always on their way. */
export const isNoise = (event: StoredEvent): boolean => entityType(event.header.e) === 'bundle'

export async function checkAll(world: World): Promise<void> {
  for (const pc of world.pcs) await checkPc(world, pc)
  for (const pc of world.pcs) for (const to of addressees(pc, world.pcs, world.houses)) checkArrived(world, pc, to)
  for (const pc of world.pcs) checkKept(world, pc)
  checkAttachments(world)
  checkPapers(world)
  checkShutOut(world)
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Shown is what the stored events say, and a restart shows the same. */
async function checkPc(world: World, pc: Pc): Promise<void> {
  const { replica } = pc.book
  const byId = new Map<EventId, StoredEvent>()
  for (const event of await storedIn(pc)) if (!byId.get(event.id)?.fields) byId.set(event.id, event)
  const stored = [...byId.values()]
  const shown = shownBy(replica)
  must(same(shown, expected(stored, [...replica.scopes])), `${pc.name} does not show what its events say`)
  const again: Replica = (await rebuilt(pc)).book.replica
  must(same(shownBy(again), shown), `${pc.name} shows something else after a restart`)
  must(same(idsIn(again), idsIn(replica)), `${pc.name} has other events after a restart`)
  must(gaps(replica).length === 0, `${pc.name} has gaps`)
  for (const id of shown.pending) must(isCutOff(world, pc, byId.get(id)!), `${pc.name}: a command waits for ever`)
  for (const entity of replica.entities.values())
    must(
      entityType(entity.id) !== 'letter' || conflicts(entity).length === 0,
      `${pc.name}: ${entity.id} is two letters`,
    )
  if (!isStation(pc)) {
    for (const { headerLine, payloadLine } of stored)
      must(!`${headerLine}${payloadLine}`.includes(SECRET), `${pc.name} holds a secret of a station`)
  }
}

/** Another part of its command was lost with a backup, or was written by a PC that was shut out meanwhile: it comes no more. */
function isCutOff(world: World, pc: Pc, { header }: StoredEvent): boolean {
  const here = new Set(idsIn(pc.book.replica))
  for (const [id, other] of world.written)
    if (other.header.c[0] === header.c[0] && pcOfLog(other.header.log) === pcOfLog(header.log) && !here.has(id))
      if (world.lost.has(id) || isOut(world, other)) return true
  return false
}

/** Everything that goes from this house to that one is there, and nothing more has to be sent. */
function checkArrived(world: World, pc: Pc, to: House): void {
  const trust = trustIn(pc)
  const profile = profileTo(pc.house, to)
  const isCarried = carried(trust, profile, to.id)
  const has = world.pcs.filter(({ house }) => house === to).map((one) => new Set(idsIn(one.book.replica)))
  const mine = new Set(idsIn(pc.book.replica))
  for (const id of mine) {
    const event = world.written.get(id)!
    const { k, log, n } = event.header
    if (isCarried(log) && !isNoise(event) && !trust.isBeyond(log, n) && !isStuck(world, event))
      for (const ids of has) must(ids.has(id), `${k} of ${log} ${n} never got from ${pc.name} to ${to.name}`)
  }
  const plan = planExport(sourceOf(pc), trust, to.id, profile)
  // What a backup took away here, others may have: of such a log the tail is sent again and again, which does no harm.
  const torn = new Set([...world.lost].filter((id) => !mine.has(id)).map((id) => world.written.get(id)!.header.log))
  for (const id of mine) if (isStuck(world, world.written.get(id)!)) torn.add(world.written.get(id)!.header.log)
  const left = plan.ranges.filter(({ log }) => to !== pc.house && scopeOfLog(log) !== 'private' && !torn.has(log))
  must(left.length === 0, `${pc.name} would send ${JSON.stringify(left)} to ${to.name} again`)
}

/** Written by a PC that is shut out: what it had not handed on goes with it. */
const isOut = (world: World, { header }: StoredEvent): boolean =>
  world.outcasts.some(({ ring }) => ring.device === pcOfLog(header.log))

/**
 * A copy of a PC that is shut out wrote it on a branch of its own, and the house that shut it out has never seen it: whoever has
 * it keeps it, and may hold no signature under which it can be passed on.
 */
const isStuck = (world: World, event: StoredEvent): boolean =>
  isOut(world, event) && !ownersOf(world, event).some((one) => idsIn(one.book.replica).includes(event.id))

const ownersOf = (world: World, { header }: StoredEvent): Pc[] => {
  const house = world.outcasts.find(({ ring }) => ring.device === pcOfLog(header.log))?.house
  return world.pcs.filter((one) => one.house === house)
}

/** What was acknowledged at a PC of the house is still at one of them, but for what a backup took from the only one that had it. */
function checkKept(world: World, pc: Pc): void {
  const trust = trustIn(pc)
  const house = world.pcs.filter((one) => one.house === pc.house)
  const kept = new Set(house.flatMap((one) => idsIn(one.book.replica)))
  for (const [id, event] of world.written) {
    const { log, n } = event.header
    if (trust.houseOf(pcOfLog(log)) !== pc.house.id || isNoise(event) || kept.has(id)) continue
    must(world.lost.has(id) || isOut(world, event), `an acknowledged write of ${log} ${n} is gone`)
  }
}

/** Whoever names an attachment has it, as long as anybody in the house does; nobody else ever does. */
function checkAttachments(world: World): void {
  for (const pc of world.pcs) {
    must(isStation(pc) || pc.blobs.size === 0, `${pc.name} holds an attachment`)
    const house = world.pcs.filter((one) => one.house === pc.house)
    for (const [id] of blobsNamed(pc.book.replica)) {
      if (pc.blobs.has(id)) continue
      must(!house.some((one) => one.blobs.has(id)), `${pc.name} never got attachment ${id}`)
      world.told.missed += 1
    }
  }
}

/** The house and whoever it reports to know who is out, unless a backup took the word back from the only one that had it. */
function checkShutOut(world: World): void {
  for (const { ring, house } of world.outcasts) {
    const knows = (pc: Pc): boolean => trustIn(pc).isRevoked(ring.device)
    if (!world.pcs.some((pc) => pc.house === house && knows(pc))) continue
    for (const pc of world.pcs)
      if (pc.house === house || trustIn(pc).houses.get(house.id)?.via === null)
        must(knows(pc), `${pc.name} does not know that ${ring.device} is out`)
  }
}

export function checkResolved(world: World): void {
  // What one PC had taken from another before it heard that it is shut out stays there, and nobody else has it.
  const isForAll = (entity: Entity): boolean =>
    !entity.writes.some(({ id }) => world.written.has(id) && isOut(world, world.written.get(id)!))
  for (const pc of world.pcs)
    for (const entity of pc.book.replica.entities.values())
      if (entity.id.startsWith(`case:${pc.house.name}`) && isForAll(entity))
        must(disputed(pc, entity).length === 0, `${pc.name}: ${entity.id} is still disputed`)
}
