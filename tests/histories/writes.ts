/** What people write at their PCs: cases, acts, erasures, attachments, answers to disputes; and what a newer program writes. */
import { sha256Hex } from '#core/lib/sha256.ts'
import { eraseDraft, type Draft } from '#core/kernel/command.ts'
import { conflicts, type Entity } from '#core/kernel/entity.ts'
import { entityType } from '#core/kernel/event.ts'
import { toHex } from '#core/lib/bytes.ts'
import { open, write, writeAsNewer, type Pc } from './pc.ts'
import { isStation, must, SECRET, type World } from './world.ts'

const text = (world: World): string => `${SECRET}${(world.number += 1) % 4}`

/** A PC writes about the cases of its station; an office about whatever it holds, as far as it sees it. */
export function someCase(world: World, pc: Pc): string | null {
  if (isStation(pc)) return `case:${pc.house.name}${world.dice.roll(3)}`
  const here = [...pc.book.replica.entities.values()].flatMap(({ id, writes }) =>
    entityType(id) === 'case' && writes.length > 0 ? [id] : [],
  )
  return here.length > 0 ? world.dice.one(here) : null
}

export async function save(world: World, pc: Pc): Promise<void> {
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
  await written(pc, drafts)
}

export async function act(world: World, pc: Pc): Promise<void> {
  const of = someCase(world, pc)
  if (!of) return
  const fields = {
    case: of,
    at: '2026-11-22T10:00:00+08:00',
    way: 'phone',
    ...(isStation(pc) && { note: text(world) }),
  }
  await written(pc, [{ entity: `urging:${pc.name.slice(0, 2)}${(world.number += 1)}`, kind: 'case-urged', fields }])
}

/** As the desk does it: the bytes first, then the event that names them. */
export async function attach(world: World, pc: Pc): Promise<void> {
  if (!isStation(pc)) return
  const plain = world.dice.bytes(40)
  plain.set(new TextEncoder().encode(SECRET))
  const blob = toHex(world.dice.bytes(16))
  pc.blobs.set(blob, plain)
  const about = { case: someCase(world, pc), at: '2026-11-22T10:00:00+08:00', by: `user:${pc.name}` }
  const file = { blob, name: text(world), media: 'image/png', bytes: plain.length, sha256: sha256Hex(plain) }
  await written(pc, [{ entity: `attachment:${blob}`, kind: 'file-attached', fields: { ...about, ...file } }])
  world.told.attached += 1
}

/** A disk that lost a file, or somebody who tidied up. */
export function loseAttachment(world: World): void {
  const pc = world.pcs.find(({ blobs }) => blobs.size > 0)
  if (!pc) return
  pc.blobs.delete(world.dice.one([...pc.blobs.keys()]))
  world.told.blobsLost += 1
}

export async function erase(world: World, pc: Pc): Promise<void> {
  const entity = someCase(world, pc)
  if (!entity || !isStation(pc)) return
  const attachments = [...pc.book.replica.entities.keys()].filter((id) => entityType(id) === 'attachment')
  const drafts = [eraseDraft(entity, world.dice.one(['private', 'shared']), 'asked')]
  if (attachments.length > 0) {
    const attachment = world.dice.one(attachments)
    drafts.push(eraseDraft(attachment, 'private', 'asked', [attachment.slice('attachment:'.length)]))
  }
  await written(pc, drafts)
}

export async function saveAsNewer(world: World, pc: Pc): Promise<void> {
  if (!isStation(pc) || (await dead(pc))) return
  const fields = { 'newer-field': world.dice.roll(3), newerPrivate: text(world) }
  const entity = world.dice.rarely(2) ? `future:${pc.house.name}` : someCase(world, pc)!
  await writeAsNewer(pc, [{ entity, kind: 'newer-kind', fields }])
}

/** After a failed append the next command settles what became of it; a newer program's raw write would not. */
async function dead(pc: Pc): Promise<boolean> {
  if (pc.writer.position()) return false
  await open(pc)
  return true
}

export async function resolve(world: World, pc: Pc): Promise<void> {
  for (const entity of pc.book.replica.entities.values()) {
    const fields = disputed(pc, entity)
    if (fields.length > 0) return settleDispute(pc, entity, fields, `r${world.dice.roll(2)}`)
  }
}

export async function resolveAll(world: World): Promise<void> {
  for (const house of world.houses) {
    const pc = world.pcs.find((one) => one.house === house)!
    for (const entity of pc.book.replica.entities.values()) {
      const mine = entityType(entity.id) === 'case' ? entity.id.startsWith(`case:${house.name}`) : house.name === 'Q'
      const fields = mine ? disputed(pc, entity) : []
      if (fields.length > 0) await settleDispute(pc, entity, fields, 'settled')
    }
  }
}

const settleDispute = (pc: Pc, { id }: Entity, fields: readonly string[], value: string): Promise<void> =>
  written(pc, [{ entity: id, kind: 'conflict-resolved', fields: Object.fromEntries(fields.map((one) => [one, value])) }]) // prettier-ignore

/** Disputes that people settle: not what the program says of itself. */
export const disputed = (pc: Pc, entity: Entity): string[] =>
  ['case', 'provider'].includes(entityType(entity.id))
    ? conflicts(entity).filter((field) => !field.startsWith('newer') && (isStation(pc) || OF_OFFICES.has(field)))
    : []
const OF_OFFICES = new Set(['urgency', 'channel', 'name'])

async function written(pc: Pc, drafts: readonly Draft[]): Promise<void> {
  if (drafts.length === 0) return
  const saved = await write(pc, drafts)
  must(saved.ok, `a save failed: ${JSON.stringify(saved)}`)
}
