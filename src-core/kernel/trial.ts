/**
 * What receiving these events would do, found out without doing it: the same `receive`, on a replica that holds copies of just
 * the logs, entities and waiting commands that the events touch. Costs as much as the events, plus the length of those logs.
 */
import { conflicts, type Entity } from './entity.ts'
import { IN_PART_KIND, type EntityId, type LogId, type Scope, type StoredEvent } from './event.ts'
import type { LogIndex } from './log-index.ts'
import { commandOf, receive, type Gap, type Receipt, type Replica } from './replica.ts'

export type Trial = Pick<Receipt, 'applied' | 'fresh' | 'known' | 'forks' | 'touched'> & {
  /** Events that wait for a predecessor. They are not in `fresh`. */
  readonly held: readonly StoredEvent[]
  /** What they wait for. */
  readonly missing: readonly Gap[]
  /** Events of commands that are not whole: stored, and not shown. */
  readonly pending: number
  /** Fields whose heads differ afterwards and do not now. */
  readonly conflicts: readonly { readonly entity: EntityId; readonly field: string }[]
  /** What is there now and would be erased. */
  readonly erased: readonly { readonly entity: EntityId; readonly scope: Scope }[]
  /** Touched entities that are not here now. */
  readonly newEntities: ReadonlySet<EntityId>
  /** How the touched logs and entities would stand; nothing else is in it. */
  readonly after: Replica
}

/** `marks`: PCs of which only these scopes come here (IN_PART_KIND), where that is not written down yet. */
export function tryReceive(
  replica: Replica,
  events: readonly StoredEvent[],
  marks: ReadonlyMap<string, readonly Scope[]> = new Map(),
): Trial {
  const after = touchedBy(replica, events, marks.size > 0)
  const waitingBefore = countPending(after)
  const { applied, fresh, known, forks, touched, erased } = receive(after, events, 'import', marks)
  const newConflicts: { entity: EntityId; field: string }[] = []
  const newEntities = new Set<EntityId>()
  for (const id of touched) {
    const before = replica.entities.get(id)
    if (!before) newEntities.add(id)
    const disputed = new Set(before && conflicts(before))
    for (const field of conflicts(after.entities.get(id)!))
      if (!disputed.has(field)) newConflicts.push({ entity: id, field })
  }
  const held = [...after.held.values()].flat()
  return {
    applied,
    fresh,
    known,
    forks,
    touched,
    held,
    missing: missingFor(after, held),
    pending: Math.max(0, countPending(after) - waitingBefore),
    conflicts: newConflicts,
    erased: erased.filter(({ entity, scope }) => {
      const before = replica.entities.get(entity)
      return before !== undefined && !before.erased?.includes(scope)
    }),
    newEntities,
    after,
  }
}

function touchedBy(replica: Replica, events: readonly StoredEvent[], allPending: boolean): Replica {
  const after: Replica = {
    ...replica,
    inPart: new Map(replica.inPart),
    logs: new Map(),
    entities: new Map(),
    pending: new Map(),
    held: new Map([...replica.held].map(([p, waiting]) => [p, [...waiting]])),
    bare: new Set(),
    erasedBlobs: new Set(),
  }
  const all = allPending || events.some(({ header }) => header.k === IN_PART_KIND)
  if (all) for (const [command, waiting] of replica.pending) after.pending.set(command, [...waiting])
  const log = (id: LogId): void => {
    const index = replica.logs.get(id)
    if (index && !after.logs.has(id)) after.logs.set(id, copyOfLog(index))
  }
  const entity = (id: EntityId): void => {
    const known = replica.entities.get(id)
    if (known && !after.entities.has(id)) after.entities.set(id, copyOfEntity(known))
  }
  const take = (event: StoredEvent): void => {
    log(event.header.log)
    entity(event.header.e)
    if (replica.bare.has(event.id)) after.bare.add(event.id)
    const command = commandOf(event)
    const waiting = replica.pending.get(command)
    if (waiting && !after.pending.has(command)) after.pending.set(command, [...waiting])
  }
  for (const event of events) take(event)
  for (const waiting of after.held.values()) waiting.forEach(take)
  for (const waiting of after.pending.values()) for (const { header } of waiting) entity(header.e)
  return after
}

const copyOfLog = ({ ids, branches }: LogIndex): LogIndex => ({
  ids: ids.slice(),
  ...(branches && {
    branches: {
      forks: new Map([...branches.forks].map(([n, more]) => [n, [...more]])),
      tips: new Map(branches.tips),
      missing: new Map(branches.missing),
    },
  }),
})

const copyOfEntity = (entity: Entity): Entity => ({
  ...entity,
  writes: entity.writes.slice(),
  ...(entity.gone && { gone: new Map([...entity.gone].map(([field, ids]) => [field, new Set(ids)])) }),
})

function countPending({ pending }: Replica): number {
  let count = 0
  for (const waiting of pending.values()) count += waiting.length
  return count
}

/** Numbers that are not here, log by log, in front of the events that wait. */
function missingFor(after: Replica, held: readonly StoredEvent[]): Gap[] {
  const ids = new Set(held.map(({ id }) => id))
  const out = new Map<string, Gap>()
  /** Last number of the log that is here or waits. */
  const last = new Map<LogId, number>()
  for (const { header } of held.toSorted((a, b) => a.header.n - b.header.n)) {
    const { log, n, p } = header
    const before = last.get(log) ?? (after.logs.get(log)?.ids.length ?? 1) - 1
    last.set(log, Math.max(before, n))
    if (ids.has(p)) continue
    // Of another branch only the predecessor's number is known.
    const from = Math.min(before + 1, n - 1)
    out.set(`${log} ${n}`, { log, from, to: n - 1 })
  }
  return [...out.values()].toSorted((a, b) => (a.log === b.log ? a.from - b.from : a.log < b.log ? -1 : 1))
}

/** The order in which events that came in are stored and shown: by (Lamport, log, n). */
export const inOrder = (events: readonly StoredEvent[]): StoredEvent[] =>
  events.toSorted(({ header: a }, { header: b }) => a.l - b.l || (a.log === b.log ? a.n - b.n : a.log < b.log ? -1 : 1))
