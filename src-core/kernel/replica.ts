/**
 * A replica: everything one holder knows, and the rules by which events enter it. The same set of events gives the same
 * state whatever the order. Bytes, files and keys are not its business: lines come in, state comes out.
 */
import { applyWrite, eraseScope, newEntity, type Entity } from './entity.ts'
import {
  ADDRESSED_SCOPES,
  deviceOfLog,
  ERASE_KIND,
  IN_PART_KIND,
  isAddressed,
  pcOfLog,
  scopeOfLog,
  withoutPayload,
  type EntityId,
  type EventHeader,
  type EventId,
  type LogId,
  type Scope,
  type StoredEvent,
} from './event.ts'
import { addToLog, gapsOf, newLog, type LogIndex } from './log-index.ts'

export type Replica = {
  /** The scopes this holder can read; a command is whole when its events of these scopes are here. */
  readonly scopes: ReadonlySet<Scope>
  /** PCs of other houses, of which only these scopes come here (IN_PART_KIND). Of two marks what both say holds. */
  readonly inPart: Map<string, ReadonlySet<Scope>>
  readonly logs: Map<LogId, LogIndex>
  readonly entities: Map<EntityId, Entity>
  /** Events of commands that are not whole yet, by device and command: never shown. */
  readonly pending: Map<string, StoredEvent[]>
  /** Imported events that wait for a predecessor, by its id. */
  readonly held: Map<EventId, StoredEvent[]>
  /** Events that came without their payload. Should a whole copy come later, it is taken in. */
  readonly bare: Set<EventId>
  /** Pairs of entity and scope that are erased. It only grows; 0 saves looking for what they cover. */
  erasures: number
  /** Attachments that erasures named: their bytes go, wherever they lie. */
  readonly erasedBlobs: Set<string>
  /** Highest Lamport number seen. */
  lamport: number
  /** Counts applied commands; a reader that saw revision r asks for what changed since. */
  revision: number
}

export type Receipt = {
  /** Events applied now, in the order of application (pending ones that became whole included). */
  readonly applied: readonly StoredEvent[]
  /** Events new to this replica, applied or not, without what an erasure covers. Exactly these have to be stored. */
  readonly fresh: readonly StoredEvent[]
  readonly known: number
  readonly held: number
  /** Two different events with one (log, n): a cloned profile or a restored image. Both branches are kept. */
  readonly forks: readonly { readonly log: LogId; readonly n: number }[]
  readonly touched: ReadonlySet<EntityId>
  /** entity × scope whose stored payloads must be removed wherever they lie. */
  readonly erased: readonly { readonly entity: EntityId; readonly scope: Scope }[]
}

/**
 * `own`: from this station's journal, where a damaged frame may have left a gap; later events still apply.
 * `import`: from elsewhere; an event whose predecessor is unknown is held until that arrives.
 */
export type Origin = 'own' | 'import'

const NO_MARKS: ReadonlyMap<string, readonly Scope[]> = new Map()

export const newReplica = (scopes: Iterable<Scope>): Replica => ({
  scopes: new Set(scopes),
  inPart: new Map(),
  logs: new Map(),
  entities: new Map(),
  pending: new Map(),
  held: new Map(),
  bare: new Set(),
  erasures: 0,
  erasedBlobs: new Set(),
  lamport: 0,
  revision: 0,
})

/** `marks`: PCs seen in part (scopes by PC) before the first event; a trial knows them before they are written down. */
export function receive(
  replica: Replica,
  events: Iterable<StoredEvent>,
  origin: Origin,
  marks: ReadonlyMap<string, readonly Scope[]> = NO_MARKS,
): Receipt {
  const applied: StoredEvent[] = []
  const fresh: StoredEvent[] = []
  const forks: { log: LogId; n: number }[] = []
  const touched = new Set<EntityId>()
  const erased: { entity: EntityId; scope: Scope }[] = []
  let known = 0
  for (const [pc, scopes] of marks) for (const part of noteInPart(replica, pc, scopes)) apply(part)
  for (const event of events) enter(event)
  if (applied.length > 0) replica.revision += 1
  if (replica.erasures > 0) {
    for (const list of [fresh, applied, ...replica.pending.values(), ...replica.held.values()]) forget(replica, list)
  }
  return { applied, fresh, known, held: countHeld(replica), forks, touched, erased }

  function enter(first: StoredEvent): void {
    const queue = [first]
    for (let event = queue.pop(); event; event = queue.pop()) {
      const { log, n, p } = event.header
      let index = replica.logs.get(log)
      if (!index) replica.logs.set(log, (index = newLog()))
      const place = addToLog(index, n, event.id, p, origin === 'own')
      if (place === 'known') {
        known += 1
        refill(event)
      } else if (place === 'orphan') hold(replica, event)
      else {
        if (place === 'fork') forks.push({ log, n })
        fresh.push(event)
        if (event.fields === null) replica.bare.add(event.id)
        replica.lamport = Math.max(replica.lamport, event.header.l)
        complete(event)
        const waiting = replica.held.get(event.id)
        if (waiting) {
          replica.held.delete(event.id)
          queue.push(...waiting)
        }
      }
    }
  }

  function complete(event: StoredEvent): void {
    const comes = comesOf(replica, event)
    const need = partsOf(replica, event, comes)
    // What nobody counts on waits for nobody.
    if (need <= 1 || !comes.has(scopeOfLog(event.header.log))) return apply(event)
    const command = commandOf(event)
    const have = replica.pending.get(command)
    if (!have) return void replica.pending.set(command, [event])
    have.push(event)
    if (have.length < need) return
    replica.pending.delete(command)
    for (const part of have) apply(part)
  }

  /** What waited for parts that never come is whole now: the result is the same as if the mark had come first. */
  function seeInPart(event: StoredEvent): void {
    const pc = event.header.e.slice(event.header.e.indexOf(':') + 1)
    const scopes = event.fields?.['scopes']
    if (scopeOfLog(event.header.log) !== 'private' || !Array.isArray(scopes)) return
    for (const part of noteInPart(replica, pc, scopes)) apply(part)
  }

  /** The first copy came without its payload (a holder who had erased it, and whose erasure never came): take this one. */
  function refill(event: StoredEvent): void {
    if (event.fields === null || isErased(replica, event) || !replica.bare.delete(event.id)) return
    fresh.push(event)
    const waiting = replica.pending.get(commandOf(event))
    const at = waiting?.findIndex((part) => part.id === event.id) ?? -1
    if (at >= 0) waiting![at] = event
    else apply(event)
  }

  function apply(event: StoredEvent): void {
    const { header } = event
    let entity = replica.entities.get(header.e)
    if (!entity) replica.entities.set(header.e, (entity = newEntity(header.e)))
    if (header.k === ERASE_KIND) {
      const scope = scopeOfLog(header.log)
      if (eraseScope(entity, scope)) replica.erasures += 1
      for (const blob of blobsOf(event)) replica.erasedBlobs.add(blob)
      erased.push({ entity: header.e, scope })
    } else {
      applyWrite(entity, header, event.id, event.fields)
      if (header.k === IN_PART_KIND) seeInPart(event)
    }
    touched.add(header.e)
    applied.push(event)
  }
}

/**
 * Which scopes of an event's command come here: all that this holder can read, or what the PC's mark leaves of them. An office's
 * addressed logs come whole as far as they are anybody's: its mark speaks of the logs that it writes for everybody.
 */
function comesOf(replica: Replica, { header }: StoredEvent): ReadonlySet<Scope> {
  const marked = replica.inPart.get(pcOfLog(header.log))
  if (!marked) return replica.scopes
  return isAddressed(header.log) ? ADDRESSED_SCOPES : marked
}

/** How many of the command's events come here. */
function partsOf({ scopes }: Replica, { header }: StoredEvent, comes: ReadonlySet<Scope>): number {
  const [, counts] = header.c
  let need = 0
  for (const scope of comes) if (scopes.has(scope)) need += counts[scope] ?? 0
  return need
}

/** Takes the mark down. Answers what waited for parts that never come: it is to be shown now. */
function noteInPart(replica: Replica, pc: string, named: readonly unknown[]): StoredEvent[] {
  const before = replica.inPart.get(pc) ?? replica.scopes
  const scopes = new Set([...before].filter((scope) => named.includes(scope)))
  if (replica.inPart.get(pc)?.size === scopes.size) return []
  replica.inPart.set(pc, scopes)
  const released: StoredEvent[] = []
  for (const [command, waiting] of replica.pending) {
    if (pcOfLog(waiting[0]!.header.log) !== pc) continue
    const comes = comesOf(replica, waiting[0]!)
    const counted = waiting.filter(({ header }) => comes.has(scopeOfLog(header.log)))
    const isWhole = counted.length >= partsOf(replica, waiting[0]!, comes)
    if (isWhole || counted.length === 0) replica.pending.delete(command)
    else replica.pending.set(command, counted)
    released.push(...(isWhole ? waiting : waiting.filter((part) => !counted.includes(part))))
  }
  return released
}

/** The device belongs to it: nobody else's event may complete a command, or break it. */
export const commandOf = ({ header }: StoredEvent): string => `${deviceOfLog(header.log)} ${header.c[0]}`

function forget(replica: Replica, list: StoredEvent[]): void {
  for (let i = 0; i < list.length; i++) if (isErased(replica, list[i]!)) list[i] = withoutPayload(list[i]!)
}

function hold(replica: Replica, event: StoredEvent): void {
  const waiting = replica.held.get(event.header.p)
  if (!waiting) return void replica.held.set(event.header.p, [event])
  const at = waiting.findIndex((other) => other.id === event.id)
  if (at < 0) waiting.push(event)
  else if (waiting[at]!.fields === null) waiting[at] = event
}

function countHeld(replica: Replica): number {
  let held = 0
  for (const waiting of replica.held.values()) held += waiting.length
  return held
}

/** True when the payload must not be stored: the entity is erased in that scope. */
export const isErased = (replica: Replica, event: StoredEvent): boolean =>
  event.fields !== null && isErasedHeader(replica, event.header)

/** The same of a header alone. What an erasure says of itself stays. */
export function isErasedHeader(replica: Replica, header: Pick<EventHeader, 'k' | 'e' | 'log'>): boolean {
  if (replica.erasures === 0 || header.k === ERASE_KIND) return false
  return replica.entities.get(header.e)?.erased?.includes(scopeOfLog(header.log)) ?? false
}

/** From any writer, of any version: whatever is no list of names is no attachment. */
function blobsOf({ fields }: StoredEvent): string[] {
  const blobs = fields?.['blobs']
  return Array.isArray(blobs) ? blobs.filter((blob) => typeof blob === 'string') : []
}

export type Gap = { readonly log: LogId; readonly from: number; readonly to: number }

/** Event numbers that should be here and are not: a damaged frame, or files that have not arrived. */
export function gaps(replica: Replica): Gap[] {
  const out: Gap[] = []
  for (const [log, index] of replica.logs) for (const [from, to] of gapsOf(index)) out.push({ log, from, to })
  return out
}
