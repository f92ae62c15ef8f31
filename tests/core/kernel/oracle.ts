/** What a replica must show, worked out the slow and plain way from the set of its events; and what it does show. */
import { ERASE_KIND, IN_PART_KIND, deviceOfLog, pcOfLog, scopeOfLog } from '#core/kernel/event.ts'
import type { EventId, Scope, StoredEvent } from '#core/kernel/event.ts'
import { conflicts, heads, type Entity } from '#core/kernel/entity.ts'
import type { Replica } from '#core/kernel/replica.ts'

/** Field → live writes in the order shown; several different values make a conflict. */
export type ShownEntity = {
  readonly erased: readonly Scope[]
  readonly fields: Readonly<Record<string, readonly (readonly [EventId, unknown])[]>>
  readonly conflicts: readonly string[]
}
export type Shown = { readonly entities: Readonly<Record<string, ShownEntity>>; readonly pending: readonly EventId[] }

/** Sorted ids of every event that entered the replica's logs (held ones did not). */
export function idsIn(replica: Replica): EventId[] {
  const ids: EventId[] = []
  for (const log of replica.logs.values()) {
    for (const id of log.ids) if (id) ids.push(id)
    for (const more of log.branches?.forks.values() ?? []) ids.push(...more)
  }
  return ids.toSorted()
}

export function shownBy(replica: Replica): Shown {
  const entities: Record<string, ShownEntity> = {}
  for (const entity of [...replica.entities.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    entities[entity.id] = { erased: entity.erased ?? [], fields: fieldsOf(entity), conflicts: conflicts(entity) }
  }
  const pending = [...replica.pending.values()].flat().map((event) => event.id)
  return { entities, pending: pending.toSorted() }
}

function fieldsOf(entity: Entity): ShownEntity['fields'] {
  const names = [...new Set(entity.writes.flatMap((write) => Object.keys(write.f)))].toSorted()
  return Object.fromEntries(names.map((field) => [field, heads(entity, field).map((w) => [w.id, w.f[field]] as const)]))
}

export function expected(events: readonly StoredEvent[], scopes: readonly Scope[]): Shown {
  const comes = comesFrom(events, scopes)
  const counts = (event: StoredEvent): boolean => comes(event).includes(scopeOfLog(event.header.log))
  const here = (event: StoredEvent): string => `${deviceOfLog(event.header.log)} ${event.header.c[0]}`
  const arrived = new Map<string, number>()
  for (const event of events) if (counts(event)) arrived.set(here(event), (arrived.get(here(event)) ?? 0) + 1)
  const whole = events.filter((event) => {
    if (!counts(event)) return true
    let need = 0
    for (const scope of comes(event)) need += event.header.c[1][scope] ?? 0
    return arrived.get(here(event))! >= need
  })
  const entities: Record<string, ShownEntity> = {}
  for (const id of [...new Set(whole.map((event) => event.header.e))].toSorted()) {
    const all = whole.filter((event) => event.header.e === id)
    const erasures = all.filter((event) => event.header.k === ERASE_KIND)
    const erased = [...new Set(erasures.map((event) => scopeOfLog(event.header.log)))].toSorted()
    const writes = all.filter(
      (event) => event.header.k !== ERASE_KIND && !erased.includes(scopeOfLog(event.header.log)),
    )
    const fields: Record<string, (readonly [EventId, unknown])[]> = {}
    const disputed: string[] = []
    for (const field of [...new Set(writes.flatMap((event) => Object.keys(event.fields ?? {})))].toSorted()) {
      const replaced = new Set(all.flatMap(({ header: { r } }) => (r && Object.hasOwn(r, field) ? r[field]! : [])))
      const live = writes.filter(({ id: own, fields: f }) => f && Object.hasOwn(f, field) && !replaced.has(own))
      if (live.length === 0) continue
      live.sort((a, b) => b.header.l - a.header.l || (a.id < b.id ? 1 : -1))
      fields[field] = live.map((event) => [event.id, event.fields![field]])
      if (new Set(live.map((event) => JSON.stringify(event.fields![field]))).size > 1) disputed.push(field)
    }
    entities[id] = { erased, fields, conflicts: disputed }
  }
  const pending = events.filter((event) => !whole.includes(event)).map((event) => event.id)
  return { entities, pending: pending.toSorted() }
}

/** Which scopes of an event's command come here. Marks are written alone, so they are whole when they are there. */
function comesFrom(events: readonly StoredEvent[], scopes: readonly Scope[]) {
  const marks = new Map<string, readonly Scope[]>()
  for (const { header, fields } of events) {
    if (header.k !== IN_PART_KIND || scopeOfLog(header.log) !== 'private' || !fields) continue
    const pc = header.e.split(':')[1]!
    marks.set(
      pc,
      (marks.get(pc) ?? scopes).filter((scope) => (fields['scopes'] as Scope[]).includes(scope)),
    )
  }
  return ({ header }: StoredEvent): readonly Scope[] => {
    const mark = marks.get(pcOfLog(header.log))
    if (!mark || deviceOfLog(header.log).length === 16) return mark ?? scopes
    return scopes.filter((scope) => scope === 'shared' || scope === 'directory')
  }
}
