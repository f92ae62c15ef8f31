/**
 * The state, sealed in parts, so that a start does not fold every event again:
 *
 *   head               how far it covers the copy, log heads, the first page of open cases: read first, answers the first screen
 *   columns            the case table
 *   group:<g>:<scope>  the writes of 1,000 cases and their acts, one part per scope (a part never mixes keys)
 *   erased             what was erased: entities with their scopes, ids of attachments; no part when there is nothing
 *   gone               writes that were replaced by two PCs at once, or before they came; no part when there are none
 *   log:<log>:<k>      event ids of one log, 10,000 a part; only the last part of a log ever changes
 *
 * Head and columns are projections that every user of the station sees, sealed under `private`; nothing `confidential`
 * is in them. A snapshot is a cache: when a part is missing or does not open, the whole is thrown away and folded anew.
 */
import { entitiesOf, userName } from '#core/book/book.ts'
import type { Cipher, RandomBytes } from '#core/journal/cipher.ts'
import { openBox, sealBox } from '#core/journal/sealed-box.ts'
import { scopeOfLog, type EntityId, type Scope } from '#core/kernel/event.ts'
import type { Entity, Write } from '#core/kernel/entity.ts'
import { fromUtf8, utf8 } from '#core/lib/bytes.ts'
import { bytesIn, type StationDb } from '../storage/station-db.ts'
import type { CaseRow } from './shapes.ts'
import type { CaseTable } from './case-table.ts'
import {
  packErased,
  packGone,
  packWrites,
  unpackErased,
  unpackGone,
  unpackWrites,
  type PackedErased,
  type PackedGone,
  type PackedWrites,
} from './packed-writes.ts'
import { packTable, unpackTable } from './table-bytes.ts'
import { deflate, inflate } from '#core/lib/deflate.ts'
import { ERASED_GROUP, groupOf, type DeskState } from './state.ts'

/** Moves on with the columns and parts: a snapshot with another number is thrown away and folded anew. */
const COLUMNS_VERSION = 9

export type SnapshotHead = {
  readonly v: typeof COLUMNS_VERSION
  /**
   * Highest row ids of `segments` and `tail` whose events are in it, how many `segments` rows there then were, and the
   * mark of the row that the same fold made out of the tail (its id is only known once it is written).
   */
  readonly covers: {
    readonly segments: number
    readonly tail: number
    readonly segmentRows: number
    readonly fold: string
  }
  readonly cases: number
  readonly lamport: number
  /** PCs of other houses, each with the scopes of it that come here (replica.inPart). */
  readonly inPart: readonly (readonly [pc: string, scopes: readonly Scope[]])[]
  /** log → number of its newest event; the ids are in the log parts. */
  readonly logs: Readonly<Record<string, number>>
  /** Pairs of entity and scope that are erased. */
  readonly erased: number
  /** Entities with writes in part `gone`. */
  readonly gone: number
  readonly groups: readonly string[]
  readonly userNames: Readonly<Record<string, string>>
  /** The first 50 open cases by deadline. */
  readonly front: { readonly rows: readonly CaseRow[]; readonly total: number }
}

const IDS_PER_PART = 10_000

export type Part = { readonly name: string; readonly scope: Scope; readonly plain: Uint8Array }

/** Only a replica without loose ends is worth keeping: with pending or forked events the next start folds anew. */
export function isSimple(state: DeskState): boolean {
  const { replica } = state.book
  if (replica.pending.size > 0 || replica.held.size > 0) return false
  for (const log of replica.logs.values()) if (log.branches) return false
  return true
}

/** Everything the parts need, taken in one go so that all of them show the same moment. */
export function captureParts(
  state: DeskState,
  covers: SnapshotHead['covers'],
  front: SnapshotHead['front'],
  savedLogs: ReadonlyMap<string, number>,
): { parts: Part[]; head: SnapshotHead } {
  const parts: Part[] = [{ name: 'columns', scope: 'private', plain: packTable(state.table) }]
  const { replica } = state.book
  if (replica.erasures > 0 && state.dirty.has(ERASED_GROUP))
    parts.push({ name: 'erased', scope: 'private', plain: utf8(JSON.stringify(packErased(state))) })
  const gone = packGone(state)
  if (gone.length > 0) parts.push({ name: 'gone', scope: 'private', plain: utf8(JSON.stringify(gone)) })
  const groups = new Set<string>()
  const members = groupMembers(state)
  for (const [group, entities] of members) {
    for (const scope of scopesOf(entities)) groups.add(`${group}:${scope}`)
    if (!state.dirty.has(group)) continue
    for (const [scope, writes] of writesByScope(entities))
      parts.push({ name: `group:${group}:${scope}`, scope, plain: utf8(JSON.stringify(packWrites(writes))) })
  }
  const logs: Record<string, number> = {}
  for (const [log, index] of replica.logs) {
    const count = index.ids.length - 1
    logs[log] = count
    for (let k = Math.floor((savedLogs.get(log) ?? 0) / IDS_PER_PART); k * IDS_PER_PART < count; k++) {
      const ids = index.ids.slice(1 + k * IDS_PER_PART, 1 + (k + 1) * IDS_PER_PART)
      parts.push({ name: `log:${log}:${k}`, scope: 'private', plain: utf8(ids.join('')) })
    }
  }
  const userNames = Object.fromEntries([...entitiesOf(state.book, 'user')].map((id) => [id, userName(state.book, id)]))
  const head: SnapshotHead = {
    v: COLUMNS_VERSION,
    covers,
    cases: state.table.count,
    lamport: replica.lamport,
    inPart: [...replica.inPart].map(([pc, scopes]) => [pc, [...scopes]] as const),
    logs,
    erased: replica.erasures,
    gone: gone.length,
    groups: [...groups],
    userNames,
    front,
  }
  return { parts, head }
}

/** All parts of a million events have 250 MB: so many are on their way at once, and each is let go when it is sealed. */
const SEALED_AT_ONCE = 8

/** Seals the parts, and empties the list; deflated first, but for the head: it is small, and the first screen waits for it. */
export async function sealParts(
  parts: Part[],
  head: SnapshotHead,
  cipher: Cipher,
  random: RandomBytes,
): Promise<{ name: string; bytes: Uint8Array }[]> {
  const seal = async (name: string, scope: Scope, bytes: Uint8Array) => ({
    name,
    bytes: await sealBox(`snapshot:${name}`, bytes, scope, cipher, random),
  })
  const sealed = [await seal('head', 'private', utf8(JSON.stringify(head)))]
  const sealRest = async (): Promise<void> => {
    for (let part = parts.pop(); part; part = parts.pop())
      sealed.push(await seal(part.name, part.scope, await deflate(part.plain)))
  }
  await Promise.all(Array.from({ length: SEALED_AT_ONCE }, sealRest))
  return sealed
}

/** Parts are read while earlier ones are unpacked; a part has about 0.3 MB. */
const READ_AHEAD = 8

/** The parts in the order of their names, null for one that is missing or does not open. */
async function* readParts(db: StationDb, names: readonly string[], cipher: Cipher): AsyncGenerator<Uint8Array | null> {
  const some = async (from: number): Promise<(Uint8Array | null)[]> => {
    if (from >= names.length) return []
    const rows = await db.snapshots.bulkGet(names.slice(from, from + READ_AHEAD))
    const opened = rows.map(async (row) => {
      const plain = row ? await openBox(`snapshot:${row.name}`, bytesIn(row), cipher) : null
      return plain && inflate(plain)
    })
    return Promise.all(opened)
  }
  let next = some(0)
  for (let at = 0; at < names.length; at += READ_AHEAD) {
    const parts = await next
    next = some(at + READ_AHEAD)
    next.catch(() => undefined) // told when it is asked for; nobody asks when an earlier part was bad
    yield* parts
  }
}

export async function readHead(db: StationDb, cipher: Cipher): Promise<SnapshotHead | null> {
  const row = await db.snapshots.get('head')
  const plain = row ? await openBox('snapshot:head', bytesIn(row), cipher) : null
  const head = plain ? (JSON.parse(fromUtf8(plain)) as SnapshotHead) : null
  return head?.v === COLUMNS_VERSION ? head : null
}

export async function readTable(db: StationDb, cipher: Cipher): Promise<CaseTable | null> {
  for await (const plain of readParts(db, ['columns'], cipher)) return plain && unpackTable(plain)
  return null
}

/** Fills the book's replica from the logs and groups. False when a part is missing or damaged: fold anew. */
export async function readDetails(
  db: StationDb,
  head: SnapshotHead,
  cipher: Cipher,
  state: DeskState,
): Promise<boolean> {
  const { replica } = state.book
  for (const [log, count] of Object.entries(head.logs)) {
    const ids: string[] = ['']
    const names = Array.from({ length: Math.ceil(count / IDS_PER_PART) }, (_, k) => `log:${log}:${k}`)
    for await (const plain of readParts(db, names, cipher)) {
      if (!plain) return false
      const text = fromUtf8(plain)
      for (let at = 0; at < text.length; at += ID_LENGTH) ids.push(text.slice(at, at + ID_LENGTH))
    }
    if (ids.length - 1 !== count) return false
    replica.logs.set(log, { ids })
  }
  const names = head.groups.map((group) => `group:${group}`)
  for await (const plain of readParts(db, names, cipher)) {
    if (!plain || !unpackWrites(JSON.parse(fromUtf8(plain)) as PackedWrites, state)) return false
  }
  if (head.erased > 0) {
    for await (const plain of readParts(db, ['erased'], cipher)) {
      if (!plain) return false
      unpackErased(JSON.parse(fromUtf8(plain)) as PackedErased, state)
    }
  }
  if (head.gone > 0) {
    for await (const plain of readParts(db, ['gone'], cipher)) {
      if (!plain) return false
      unpackGone(JSON.parse(fromUtf8(plain)) as PackedGone, state)
    }
  }
  replica.lamport = head.lamport
  for (const [pc, scopes] of head.inPart) replica.inPart.set(pc, new Set(scopes))
  return replica.erasures === head.erased
}

/** Names of all parts of this snapshot. Those of an earlier one that are not among them may hold what has been erased. */
export function partNames({ erased, gone, groups, logs }: SnapshotHead): Set<string> {
  const names = new Set([
    'head',
    'columns',
    ...(erased > 0 ? ['erased'] : []),
    ...(gone > 0 ? ['gone'] : []),
    ...groups.map((group) => `group:${group}`),
  ])
  for (const [log, count] of Object.entries(logs))
    for (let k = 0; k * IDS_PER_PART < count; k++) names.add(`log:${log}:${k}`)
  return names
}

const ID_LENGTH = 43

function scopesOf(entities: readonly Entity[]): Set<Scope> {
  const out = new Set<Scope>()
  for (const { writes } of entities) for (const { log } of writes) out.add(scopeOfLog(log))
  return out
}

function writesByScope(entities: readonly Entity[]): Map<Scope, [EntityId, Write][]> {
  const out = new Map<Scope, [EntityId, Write][]>()
  for (const { id, writes } of entities) {
    for (const write of writes) {
      const scope = scopeOfLog(write.log)
      const list = out.get(scope)
      if (list) list.push([id, write])
      else out.set(scope, [[id, write]])
    }
  }
  return out
}

/** Cases with their acts by row; everything else in one group. */
function groupMembers(state: DeskState): Map<number, Entity[]> {
  const out = new Map<number, Entity[]>()
  const put = (group: number, entity: Entity): void => {
    const list = out.get(group)
    if (list) list.push(entity)
    else out.set(group, [entity])
  }
  for (const entity of state.book.replica.entities.values()) {
    put(groupOf(state, entity.id), entity)
  }
  return out
}
