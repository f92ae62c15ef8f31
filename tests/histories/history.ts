/** One history: a random week of five PCs and more, everything that can go wrong with files, and what must be true afterwards. */
import { bundleRecords } from '#core/exchange/export/bundle-records.ts'
import { carries } from '#core/exchange/export/profile-contents.ts'
import { PART_LIMITS } from '#core/exchange/bundle/manifest.ts'
import { planExport } from '#core/exchange/export/plan-export.ts'
import { seenElsewhere } from '#core/exchange/import/seen-elsewhere.ts'
import { eraseDraft, type Draft } from '#core/kernel/command.ts'
import { conflicts, type Entity } from '#core/kernel/entity.ts'
import { entityType, scopeOfLog, type EventId, type StoredEvent } from '#core/kernel/event.ts'
import { gaps, type Replica } from '#core/kernel/replica.ts'
import { expected, idsIn, shownBy } from '../core/kernel/oracle.ts'
import { dice, type Dice } from './dice.ts'
import { addressees, exportTo, importFile, profileTo, type Arrived, type File } from './files.ts'
import { newDistrict, type House } from './houses.ts'
import { cloneOf, isWornOut, open, rebuilt, renew, restore, sourceOf, storedIn, trustIn, write, writeAsNewer, type Pc } from './pc.ts' // prettier-ignore

export type Told = { files: number; fresh: number; held: number; forks: number; conflicts: number; refused: number; died: number; renewed: number } // prettier-ignore

type World = {
  readonly dice: Dice
  readonly pcs: Pc[]
  readonly houses: readonly House[]
  readonly mail: File[]
  /** Every acknowledged event. */
  readonly written: Map<EventId, StoredEvent>
  /** What a restored backup took off its PC: it may be gone for good. */
  readonly lost: Set<EventId>
  readonly told: Told
  number: number
}

const SECRET = '秘密'
const STEPS = 34
const MANY = 7

function must(condition: boolean, words: string): asserts condition {
  if (!condition) throw new Error(words)
}

export async function runHistory(seed: number): Promise<Told> {
  const random = dice(seed)
  let minutes = 0
  const acknowledged = new Map<EventId, StoredEvent>()
  const { pcs, houses } = await newDistrict({ dice: random, tick: () => (minutes += 1), written: acknowledged })
  const told = { files: 0, fresh: 0, held: 0, forks: 0, conflicts: 0, refused: 0, died: 0, renewed: 0 }
  const world: World = { dice: random, pcs, houses, mail: [], written: acknowledged, lost: new Set(), told, number: 0 }
  for (let i = 0; i < STEPS; i++) await step(world)
  await settle(world)
  await checkAll(world)
  if (random.rarely(3)) {
    await resolveAll(world)
    await settle(world)
    await checkAll(world)
    checkResolved(world)
  }
  return told
}

async function step(world: World): Promise<void> {
  const { dice: random, pcs, mail } = world
  const pc = random.one(pcs)
  const what = random.roll(100)
  if (what < 34) await save(world, pc)
  else if (what < 38) await act(world, pc)
  else if (what < 41) await erase(world, pc)
  else if (what < 43) await saveAsNewer(world, pc)
  else if (what < 45) pc.years = random.roll(106) - 10
  else if (what < 62) await send(world, pc)
  else if (what < 88) {
    if (mail.length > 0) await deliver(world)
  } else if (what < 91) await open(pc)
  else if (what < 94) pc.backup = pc.journal.copy()
  else if (what < 96) await goBack(world, pc)
  else if (what < 98) {
    if (pcs.length < MANY) pcs.push(await cloneOf(pc, `${pc.name}'${pcs.length}`))
  } else await resolve(world, pc)
}

const isStation = (pc: Pc): boolean => pc.house.name === 'A' || pc.house.name === 'B'
const text = (world: World): string => `${SECRET}${(world.number += 1) % 4}`

/** A PC writes about the cases of its station; an office about whatever it holds, as far as it sees it. */
function someCase(world: World, pc: Pc): string | null {
  if (isStation(pc)) return `case:${pc.house.name}${world.dice.roll(3)}`
  const here = [...pc.book.replica.entities.values()].flatMap(({ id, writes }) =>
    entityType(id) === 'case' && writes.length > 0 ? [id] : [],
  )
  return here.length > 0 ? world.dice.one(here) : null
}

async function save(world: World, pc: Pc): Promise<void> {
  const { dice: random } = world
  const drafts: Draft[] = []
  const entity = someCase(world, pc)
  if (entity) {
    const shared = {
      urgency: random.one(['low', 'high', 'none']),
      ...(random.rarely(2) && { channel: random.roll(3) }),
    }
    const closed = { title: text(world), ...(random.rarely(2) && { text: text(world), reporterName: text(world) }) }
    drafts.push({ entity, kind: 'case-changed', fields: isStation(pc) && !random.rarely(3) ? { ...shared, ...closed } : shared }) // prettier-ignore
  }
  // An office's command for everybody and for itself at once: below only its directory part ever arrives.
  if (!entity || random.rarely(3))
    drafts.push({
      entity: `provider:p${random.roll(2)}`,
      kind: 'provider-saved',
      fields: { name: `P${random.roll(3)}` },
    })
  if (random.rarely(4))
    drafts.push({
      entity: `case:${pc.house.name}9`,
      kind: 'case-changed',
      fields: { urgency: random.one(['low', 'high']) },
    })
  await written(world, pc, drafts)
}

async function act(world: World, pc: Pc): Promise<void> {
  const of = someCase(world, pc)
  if (!of) return
  const fields = {
    case: of,
    at: '2026-11-22T10:00:00+08:00',
    way: 'phone',
    ...(isStation(pc) && { note: text(world) }),
  }
  await written(world, pc, [
    { entity: `urging:${pc.name.slice(0, 2)}${(world.number += 1)}`, kind: 'case-urged', fields },
  ])
}

async function erase(world: World, pc: Pc): Promise<void> {
  const entity = someCase(world, pc)
  if (entity && isStation(pc))
    await written(world, pc, [eraseDraft(entity, world.dice.one(['private', 'shared']), 'asked')])
}

async function saveAsNewer(world: World, pc: Pc): Promise<void> {
  if (!isStation(pc) || (await dead(pc))) return
  const fields = { 'newer-field': world.dice.roll(3), newerPrivate: text(world) }
  const entity = world.dice.rarely(2) ? `future:${pc.house.name}` : someCase(world, pc)!
  await writeAsNewer(pc, [{ entity, kind: 'newer-kind', fields }])
}

async function resolve(world: World, pc: Pc): Promise<void> {
  for (const entity of pc.book.replica.entities.values()) {
    const fields = disputed(pc, entity)
    if (fields.length === 0) continue
    await written(world, pc, [{ entity: entity.id, kind: 'conflict-resolved', fields: Object.fromEntries(fields.map((f) => [f, `r${world.dice.roll(2)}`])) }]) // prettier-ignore
    return
  }
}

/** Disputes that people settle: not what the program says of itself. */
const disputed = (pc: Pc, entity: Entity): string[] =>
  ['case', 'provider'].includes(entityType(entity.id))
    ? conflicts(entity).filter((field) => !field.startsWith('newer') && (isStation(pc) || OF_OFFICES.has(field)))
    : []
const OF_OFFICES = new Set(['urgency', 'channel', 'name'])

async function written(world: World, pc: Pc, drafts: readonly Draft[]): Promise<void> {
  if (drafts.length === 0) return
  const saved = await write(pc, drafts)
  must(saved.ok, `a save failed: ${JSON.stringify(saved)}`)
}

/** After a failed append the next command settles what became of it; a newer program's raw write would not. */
async function dead(pc: Pc): Promise<boolean> {
  if (pc.writer.position()) return false
  await open(pc)
  return true
}

async function send(world: World, pc: Pc): Promise<void> {
  const to = world.dice.one(addressees(pc, world.pcs, world.houses))
  for (const file of await exportTo(pc, to)) {
    world.told.files += 1
    checkFile(world, pc, file)
    world.mail.push(file)
  }
}

function checkFile(_world: World, pc: Pc, { to, sealed, bytes }: File): void {
  if (to === pc.house || sealed) return
  // Stored without compression or with: the words would stand in the lines that verify reads; the plain ZIP is looked at there.
  must(!Buffer.from(bytes).includes(Buffer.from(SECRET)), 'a secret left the house')
}

async function deliver(world: World): Promise<void> {
  const { dice: random, mail } = world
  const at = random.roll(mail.length)
  const file = mail[at]!
  const fate = random.roll(20)
  if (fate >= 3) mail.splice(at, 1)
  if (fate === 3) return // lost
  const pc = random.one(world.pcs.filter(({ house }) => house === file.to))
  if (fate === 4 || fate === 5) return void (await damagedArrives(world, pc, file, fate === 4))
  if (fate === 6 || fate === 7) return await diesWhile(world, pc, file)
  await arrives(world, pc, file.bytes, file.sealed)
}

async function arrives(world: World, pc: Pc, bytes: Uint8Array, sealed: boolean): Promise<Arrived> {
  const arrived = await importFile(pc, { bytes, sealed })
  // Sealed before the sender knew of this PC's new keys: it comes again.
  if (sealed && arrived.kind === 'refused' && arrived.code === 'not-for-us') return arrived
  must(arrived.kind !== 'refused', `an honest file was refused: ${'code' in arrived && arrived.code}`)
  await afterwards(world, pc, arrived, bytes, sealed)
  return arrived
}

async function afterwards(world: World, pc: Pc, arrived: Arrived, bytes: Uint8Array, sealed: boolean): Promise<void> {
  const { told } = world
  if (arrived.kind === 'quarantine' || (arrived.kind === 'in' && arrived.taken.counts.held > 0)) {
    told.held += arrived.kind === 'in' ? arrived.taken.counts.held : 0
    if (!sealed && !pc.inbox.includes(bytes)) pc.inbox.push(bytes)
  }
  if (arrived.kind !== 'in') return
  const { counts, forks, conflicts: found, missing } = arrived.taken
  told.fresh += counts.fresh
  told.forks += forks.length
  told.conflicts += found.length
  must(missing.length > 0 === counts.held > 0, 'held without saying what is missing')
  must(pc.book.replica.held.size === 0, 'held events entered the live replica')
  if (isWornOut(pc) || seenElsewhere(sourceOf(pc), bundleRecords(sourceOf(pc)), pc.ring.device).length > 0) {
    await renew(pc)
    told.renewed += 1
  }
  if (counts.fresh === 0) return
  // Whatever waited may go in now.
  for (const waiting of pc.inbox.splice(0)) {
    if (waiting !== bytes) await arrives(world, pc, waiting, false)
    else pc.inbox.push(waiting)
  }
}

async function damagedArrives(world: World, pc: Pc, { bytes, sealed }: File, cut: boolean): Promise<void> {
  const before = idsIn(pc.book.replica)
  const at = world.dice.roll(bytes.length)
  const damaged = cut ? bytes.slice(0, at) : bytes.slice()
  if (!cut) damaged[at]! ^= 1 << world.dice.roll(8)
  const arrived = await importFile(pc, { bytes: damaged, sealed })
  if (arrived.kind === 'in') {
    // A byte of the ZIP that says nothing, such as a date: then everything that was signed is there as it was signed.
    must(!cut, 'a cut file was taken in')
    return afterwards(world, pc, arrived, bytes, sealed)
  }
  world.told.refused += 1
  must(same(idsIn(pc.book.replica), before), 'a damaged file changed something')
}

/** kill −9 in the middle of the one append: all or nothing, and the file can come again. */
async function diesWhile(world: World, pc: Pc, { bytes, sealed }: File): Promise<void> {
  const before = new Set(idsIn(pc.book.replica))
  pc.journal.die = world.dice.rarely(3)
    ? { at: 'whole', share: 1 }
    : { at: 'torn', share: world.dice.roll(1000) / 1000 }
  const first = await importFile(pc, { bytes, sealed })
  pc.journal.die = null
  if (first.kind !== 'died') return void (await afterwards(world, pc, first, bytes, sealed))
  world.told.died += 1
  must(
    pc.book.replica.logs.size >= 0 && idsIn(pc.book.replica).every((id) => before.has(id)),
    'shown before it was acknowledged',
  )
  if (world.dice.rarely(2)) {
    await open(pc)
    const added = idsIn(pc.book.replica).filter((id) => !before.has(id))
    const again = await arrives(world, pc, bytes, sealed)
    if (added.length > 0 && again.kind === 'in') must(again.taken.counts.fresh === 0, 'half of a file was there')
  } else await arrives(world, pc, bytes, sealed)
}

async function goBack(world: World, pc: Pc): Promise<void> {
  const before = idsIn(pc.book.replica)
  await restore(pc)
  const after = new Set(idsIn(pc.book.replica))
  for (const id of before) if (!after.has(id)) world.lost.add(id)
}

/** Everybody sends to every neighbour, and everything arrives, until nobody has anything new. */
async function settle(world: World): Promise<void> {
  /** What a PC had when it last sent there: without more, and with nothing to send, it need not say so again. */
  const told = new Map<string, number>()
  for (let round = 1, quiet = 0, before = -1; quiet < (world.lost.size > 0 ? 2 : 1); round++) {
    must(round <= 25, 'the PCs never agree')
    for (const pc of world.pcs) {
      const mine = countOf(world, pc)
      for (const to of addressees(pc, world.pcs, world.houses)) {
        const key = `${pc.name} ${to.name}`
        if (to !== pc.house && told.get(key) === mine && !hasNews(pc, to)) continue
        told.set(key, mine)
        for (const file of await exportTo(pc, to, PART_LIMITS)) {
          checkFile(world, pc, file)
          for (const other of world.pcs.filter(({ house }) => house === to))
            if (other !== pc) await arrives(world, other, file.bytes, file.sealed)
        }
      }
    }
    // Records of bundles go round for ever: each file makes one. All else comes to an end.
    const now = world.pcs.reduce((sum, pc) => sum + countOf(world, pc), 0)
    quiet = now === before ? quiet + 1 : 0
    before = now
  }
}

const countOf = (world: World, pc: Pc): number =>
  idsIn(pc.book.replica).filter((id) => !isNoise(world.written.get(id)!)).length

const hasNews = (pc: Pc, to: House): boolean =>
  planExport(sourceOf(pc), trustIn(pc), to.id, profileTo(pc.house, to)).events > 0

async function resolveAll(world: World): Promise<void> {
  for (const house of world.houses) {
    const pc = world.pcs.find((one) => one.house === house)!
    for (const entity of pc.book.replica.entities.values()) {
      const mine = entityType(entity.id) === 'case' ? entity.id.startsWith(`case:${house.name}`) : house.name === 'Q'
      const fields = mine ? disputed(pc, entity) : []
      if (fields.length > 0)
        await written(world, pc, [{ entity: entity.id, kind: 'conflict-resolved', fields: Object.fromEntries(fields.map((f) => [f, 'settled'])) }]) // prettier-ignore
    }
  }
}

function checkResolved(world: World): void {
  for (const pc of world.pcs)
    for (const entity of pc.book.replica.entities.values())
      if (entity.id.startsWith(`case:${pc.house.name}`))
        must(disputed(pc, entity).length === 0, `${pc.name}: ${entity.id} is still disputed`)
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

async function checkAll(world: World): Promise<void> {
  for (const pc of world.pcs) await checkPc(world, pc)
  for (const pc of world.pcs) for (const to of addressees(pc, world.pcs, world.houses)) checkArrived(world, pc, to)
}

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
  must(world.lost.size > 0 || shown.pending.length === 0, `${pc.name}: commands wait for ever`)
  if (!isStation(pc)) {
    for (const { headerLine, payloadLine } of stored)
      must(!`${headerLine}${payloadLine}`.includes(SECRET), `${pc.name} holds a secret of a station`)
  }
}

/** Everything that goes from this house to that one is there, and nothing more has to be sent. */
function checkArrived(world: World, pc: Pc, to: House): void {
  const trust = trustIn(pc)
  const profile = profileTo(pc.house, to)
  const has = world.pcs.filter(({ house }) => house === to).map((one) => new Set(idsIn(one.book.replica)))
  for (const id of idsIn(pc.book.replica)) {
    const event = world.written.get(id)!
    if (carries(trust, profile, to.id, event.header.log) && !isNoise(event))
      for (const ids of has) must(ids.has(id), `${event.header.k} of ${event.header.log} never got from ${pc.name} to ${to.name}`) // prettier-ignore
  }
  for (const [id, event] of world.written) {
    if (trust.houseOf(event.header.log.slice(0, 16)) !== pc.house.id || isNoise(event) || world.lost.has(id)) continue
    must(world.pcs.some((one) => one.house === pc.house && idsIn(one.book.replica).includes(id)), 'an acknowledged write is gone') // prettier-ignore
  }
  const plan = planExport(sourceOf(pc), trust, to.id, profile)
  const left = plan.ranges.filter(({ log }) => to !== pc.house && scopeOfLog(log) !== 'private')
  // What a backup took away, others may have: of such logs the tail is sent again and again, which does no harm.
  must(world.lost.size > 0 || left.length === 0, `${pc.name} would send ${JSON.stringify(left)} to ${to.name} again`)
}

/** Records of bundles come into being with each file: the last ones are always on their way. */
const isNoise = (event: StoredEvent): boolean => entityType(event.header.e) === 'bundle'
