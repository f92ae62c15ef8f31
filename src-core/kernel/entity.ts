/**
 * One entity's state: a multi-value register per field. Heads are the writes that no other write replaces.
 * Stored as the live WRITES with their still-live fields, not as a map of fields: most entities are written once or
 * twice, so this is one object per write instead of one per field.
 */
import type { EntityId, EventHeader, EventId, Fields, LogId, Scope } from './event.ts'
import { scopeOfLog } from './event.ts'

export type Write = {
  readonly id: EventId
  /** Lamport number. */
  readonly l: number
  readonly u: EntityId
  readonly t: string
  readonly k: string
  /** Where it stands: event `n` of this log, which also says the scope. */
  readonly log: LogId
  readonly n: number
  /** Still-live fields of this write. */
  readonly f: Fields
}

export type Entity = {
  readonly id: EntityId
  writes: Write[]
  /** field → ids of writes already replaced but not yet seen (the replacement came first). */
  gone?: Map<string, Set<EventId>>
  /** Scopes in which the entity has been erased. */
  erased?: Scope[]
}

export const newEntity = (id: EntityId): Entity => ({ id, writes: [] })

/** A head outranks another by (authority, Lamport, id): a fixed order of facts inside the events, never of arrival. */
export type Authority = (write: Write) => number
const equalRank: Authority = () => 0

/** Applies one event's header and, when it still has one, its payload. Order of arrival must not matter. */
export function applyWrite(entity: Entity, header: EventHeader, id: EventId, fields: Fields | null): void {
  const scope = scopeOfLog(header.log)
  if (header.r)
    for (const field of Object.keys(header.r)) for (const old of header.r[field]!) replace(entity, field, old)
  if (fields === null || entity.erased?.includes(scope)) return
  const live = entity.gone ? withoutReplaced(entity, entity.gone, id, fields) : fields
  if (Object.keys(live).length > 0) {
    const { l, u, t, k, log, n } = header
    addWrite(entity, { id, l, u, t, k, log, n, f: live })
  }
}

/** The list is made anew, exactly as long as it must be: `push` would keep room for 17 where most entities have 1 or 2. */
export function addWrite(entity: Entity, write: Write): void {
  entity.writes = entity.writes.concat([write])
}

/**
 * Drops every payload of the entity in this scope, now and (see applyWrite) whenever it arrives later. False when that had
 * been done before.
 */
export function eraseScope(entity: Entity, scope: Scope): boolean {
  if (entity.erased?.includes(scope)) return false
  entity.erased = [...(entity.erased ?? []), scope].toSorted()
  entity.writes = entity.writes.filter((write) => scopeOfLog(write.log) !== scope)
  return true
}

/** Erased, with nothing left in any other scope. */
export const isGone = (entity: Entity): boolean => entity.erased !== undefined && entity.writes.length === 0

function replace(entity: Entity, field: string, old: EventId): void {
  const at = entity.writes.findIndex((write) => write.id === old)
  if (at >= 0) {
    const write = entity.writes[at]!
    if (!Object.hasOwn(write.f, field)) return
    const { [field]: _replaced, ...rest } = write.f
    if (Object.keys(rest).length === 0) entity.writes.splice(at, 1)
    else entity.writes[at] = { ...write, f: rest }
    return
  }
  entity.gone ??= new Map()
  const ids = entity.gone.get(field)
  if (ids) ids.add(old)
  else entity.gone.set(field, new Set([old]))
}

/** What was replaced before it came need not be remembered once it is here: no event comes twice. */
function withoutReplaced(entity: Entity, gone: Map<string, Set<EventId>>, id: EventId, fields: Fields): Fields {
  const live: Record<string, unknown> = {}
  for (const field of Object.keys(fields)) {
    const ids = gone.get(field)
    if (!ids?.delete(id)) live[field] = fields[field]
    else if (ids.size === 0) gone.delete(field)
  }
  if (gone.size === 0) delete entity.gone
  return live
}

/** Every live write of the field, the one to show first. */
export function heads(entity: Entity, field: string, authority: Authority = equalRank): Write[] {
  const live = entity.writes.filter((write) => Object.hasOwn(write.f, field))
  return live.length < 2 ? live : live.toSorted((a, b) => outranks(a, b, authority))
}

function outranks(a: Write, b: Write, authority: Authority): number {
  return authority(b) - authority(a) || b.l - a.l || (a.id < b.id ? 1 : -1)
}

/** The value to show, or undefined. */
export function value(entity: Entity, field: string, authority: Authority = equalRank): unknown {
  return heads(entity, field, authority)[0]?.f[field]
}

/** All shown values as one object. */
export function values(entity: Entity, authority: Authority = equalRank): Record<string, unknown> {
  if (entity.writes.length === 1) return { ...entity.writes[0]!.f }
  const out: Record<string, unknown> = {}
  for (const write of entity.writes.toSorted((a, b) => outranks(b, a, authority))) Object.assign(out, write.f)
  return out
}

/** Fields whose heads disagree. Equal values written twice are no conflict. */
export function conflicts(entity: Entity): string[] {
  if (entity.writes.length < 2) return []
  const seen = new Map<string, string>()
  const out = new Set<string>()
  for (const write of entity.writes) {
    for (const field of Object.keys(write.f)) {
      const text = JSON.stringify(write.f[field])
      if ((seen.get(field) ?? text) !== text) out.add(field)
      seen.set(field, text)
    }
  }
  return [...out].toSorted()
}
