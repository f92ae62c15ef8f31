/** Files on their way: lost, doubled, damaged, late, to the wrong PC, or taken in by one that dies over it. */
import { PART_LIMITS } from '#core/exchange/bundle/manifest.ts'
import { isWornOut } from '#core/exchange/trust/renew-pc.ts'
import { idsIn } from '../core/kernel/oracle.ts'
import { addressees, exportTo, importFile, type Arrived, type File } from './files.ts'
import { open, renew, sourceOf, trustIn, type Pc } from './pc.ts'
import { must, SECRET, type World } from './world.ts'

export async function send(world: World, pc: Pc): Promise<void> {
  const to = world.dice.one(addressees(pc, world.pcs, world.houses))
  for (const file of await exportTo(pc, to)) {
    world.told.files += 1
    checkFile(world, pc, file)
    world.mail.push(file)
  }
}

export function checkFile(world: World, pc: Pc, { to, sealed, bytes, blobs }: File): void {
  const { erasedBlobs } = pc.book.replica
  must(!blobs.some((id) => erasedBlobs.has(id)), 'an erased attachment left')
  world.told.blobsSent += blobs.length
  if (to === pc.house) return
  must(blobs.length === 0, 'an attachment left the house')
  // Files as short as these are stored as they are: the words would stand in the open.
  if (!sealed) must(!Buffer.from(bytes).includes(Buffer.from(SECRET)), 'a secret left the house')
}

export async function deliver(world: World): Promise<void> {
  const { dice: random, mail } = world
  if (mail.length === 0) return
  const at = random.roll(mail.length)
  const file = mail[at]!
  const fate = random.roll(20)
  if (fate >= 3) mail.splice(at, 1)
  if (fate === 3) return // lost
  const pc = random.one(world.pcs.filter(({ house }) => house === file.to))
  if (fate === 4 || fate === 5) return damagedArrives(world, pc, file, fate === 4)
  if (fate === 6 || fate === 7) return diesWhile(world, pc, file)
  await arrives(world, pc, file.bytes, file.sealed)
}

/** Whoever has the keys of a revoked PC goes on with them. */
export async function outcastSends(world: World): Promise<void> {
  if (world.outcasts.length === 0) return
  const outcast = world.dice.one(world.outcasts)
  const to = world.dice.one(addressees(outcast, world.pcs, world.houses))
  const [file] = await exportTo(outcast, to, PART_LIMITS)
  const pc = world.dice.one(world.pcs.filter(({ house }) => house === to))
  const arrived = await arrives(world, pc, file!.bytes, file!.sealed)
  if (trustIn(pc).isRevoked(outcast.identity.pc) && arrived.kind === 'quarantine' && arrived.code === 'revoked-pc')
    world.told.shutOut += 1
}

export async function arrives(world: World, pc: Pc, bytes: Uint8Array, sealed: boolean): Promise<Arrived> {
  const before = world.outcasts.length > 0 ? new Set(idsIn(pc.book.replica)) : null
  const arrived = await importFile(pc, { bytes, sealed })
  // Sealed before the sender knew of this PC's new keys: it comes again.
  if (sealed && arrived.kind === 'refused' && arrived.code === 'not-for-us') return arrived
  must(arrived.kind !== 'refused', `an honest file was refused: ${'code' in arrived && arrived.code}`)
  if (before) checkNothingBeyond(world, pc, before)
  await afterwards(world, pc, arrived, bytes, sealed)
  return arrived
}

/** Once a revocation is known, in this very file too, nothing that stands behind it comes in. */
function checkNothingBeyond(world: World, pc: Pc, before: ReadonlySet<string>): void {
  const trust = trustIn(pc)
  for (const id of idsIn(pc.book.replica)) {
    if (before.has(id)) continue
    const { log, n } = world.written.get(id)!.header
    must(!trust.isBeyond(log, n), `${pc.name} took in ${log} ${n} of a revoked PC`)
  }
}

async function afterwards(world: World, pc: Pc, arrived: Arrived, bytes: Uint8Array, sealed: boolean): Promise<void> {
  const { told } = world
  const isLate = arrived.kind === 'quarantine' && arrived.code !== 'revoked-pc'
  if (isLate || (arrived.kind === 'in' && arrived.taken.counts.held > 0)) {
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
  if (isWornOut(sourceOf(pc), pc.ring.device)) {
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
  must(JSON.stringify(idsIn(pc.book.replica)) === JSON.stringify(before), 'a damaged file changed something')
}

/** kill −9 in the middle of the one append: all or nothing, and the file can come again. */
async function diesWhile(world: World, pc: Pc, { bytes, sealed }: File): Promise<void> {
  const before = new Set(idsIn(pc.book.replica))
  pc.journal.die = world.dice.rarely(3)
    ? { at: 'whole', share: 1 }
    : { at: 'torn', share: world.dice.roll(1000) / 1000 }
  const first = await importFile(pc, { bytes, sealed })
  pc.journal.die = null
  if (first.kind !== 'died') return afterwards(world, pc, first, bytes, sealed)
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
