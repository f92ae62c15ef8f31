/**
 * Whose chain a command's events belong to. What an office writes about an entity of a house below goes into the log that it
 * keeps for that house alone (kernel/event.ts, addressedDevice); everything else into the plain one.
 */
import type { Draft } from '../kernel/command.ts'
import { addressedDevice, deviceOfLog, isAddressed, pcOfLog, type EntityId, type LogId } from '../kernel/event.ts'
import type { Entity } from '../kernel/entity.ts'
import { houseOfPc, wayTo, type HouseSource } from '../peer/houses.ts'
import { entitiesOf, readEntity, type Book } from './book.ts'

/** Groups of drafts, each with the device under whose name it is written; the order within a group stays. */
export function addressed(
  book: Book,
  drafts: readonly Draft[],
  pc: string,
): { readonly device: string; readonly drafts: readonly Draft[] }[] {
  // A house without any below it never asks: nearly every station.
  if (!hasHousesBelow(book)) return [{ device: pc, drafts }]
  const groups = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const device = deviceFor(book, draft, pc)
    const group = groups.get(device)
    if (group) group.push(draft)
    else groups.set(device, [draft])
  }
  return [...groups].map(([device, group]) => ({ device, drafts: group }))
}

function hasHousesBelow(book: Book): boolean {
  for (const id of entitiesOf(book, 'peer')) if (readEntity(book, id)?.['kind'] === 'below') return true
  return false
}

/** An act goes with its case, whoever wrote it. */
function deviceFor(book: Book, draft: Draft, pc: string): string {
  const parent = draft.fields['case']
  const about = book.replica.entities.get(typeof parent === 'string' ? parent : draft.entity)
  const owner = about && ownerOf(book, about, pc)
  return owner ?? pc
}

/**
 * The device for the house whose entity it is; null: ours, or everybody's. Whatever this office wrote about it before stands in
 * the addressed log already, so of its live writes the first one that tells counts.
 */
function ownerOf(book: Book, entity: Entity, pc: string): string | null {
  for (const { log } of entity.writes.toSorted((a, b) => a.l - b.l || (a.id < b.id ? -1 : 1))) {
    const device = isAddressed(log) ? sameAddressee(book, log, pc) : deviceBelow(book, log, pc)
    if (device !== null) return device
  }
  return null
}

/** Null for what an office above has written to this house. */
function sameAddressee(book: Book, log: LogId, pc: string): string | null {
  const device = `${pc}${deviceOfLog(log).slice(pc.length)}`
  const own = book.own ?? book.station
  return own !== null && device === addressedDevice(pc, own.slice(own.indexOf(':') + 1)) ? null : device
}

function deviceBelow(book: Book, log: LogId, pc: string): string | null {
  const source = sourceOf(book)
  const house = houseOfPc(source, pcOfLog(log))
  return house !== null && wayTo(source, house)?.side === 'below' ? addressedDevice(pc, house) : null
}

const sourceOf = (book: Book): HouseSource => ({
  read: (id: EntityId) => readEntity(book, id),
  ids: (type) => entitiesOf(book, type),
})
