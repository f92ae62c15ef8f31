/** What the snapshot's groups hold: writes with every text once, and what was erased. */
import type { EntityId, EventId, Scope } from '#core/kernel/event.ts'
import { addWrite, newEntity, type Write } from '#core/kernel/entity.ts'
import type { DeskState } from './state.ts'

export type PackedErased = {
  readonly entities: readonly (readonly [EntityId, readonly Scope[]])[]
  readonly blobs: readonly string[]
}

export function packErased({ book: { replica } }: DeskState): PackedErased {
  const entities: [EntityId, readonly Scope[]][] = []
  for (const { id, erased } of replica.entities.values()) if (erased) entities.push([id, erased])
  return { entities, blobs: [...replica.erasedBlobs] }
}

export function unpackErased({ entities, blobs }: PackedErased, { book: { replica } }: DeskState): void {
  for (const [id, scopes] of entities) {
    const entity = replica.entities.get(id) ?? newEntity(id)
    entity.erased = [...scopes]
    replica.entities.set(id, entity)
    replica.erasures += scopes.length
  }
  for (const blob of blobs) replica.erasedBlobs.add(blob)
}

export type PackedGone = readonly (readonly [
  EntityId,
  readonly (readonly [field: string, ids: readonly EventId[]])[],
])[]

export function packGone({ book: { replica } }: DeskState): PackedGone {
  const out: [EntityId, [string, EventId[]][]][] = []
  for (const { id, gone } of replica.entities.values())
    if (gone) out.push([id, [...gone].map(([field, ids]) => [field, [...ids]])])
  return out
}

export function unpackGone(packed: PackedGone, { book: { replica } }: DeskState): void {
  for (const [id, fields] of packed) {
    const entity = replica.entities.get(id) ?? newEntity(id)
    entity.gone = new Map(fields.map(([field, ids]) => [field, new Set(ids)]))
    replica.entities.set(id, entity)
  }
}

/**
 * Writes of one scope: each text once, in the order of its first use, and one line per write that names texts by number
 * (0 = the next one not used so far, k = number k from 1):
 * entity, log, n, Lamport, user, time, kind, then field and value in turn. `n` and Lamport count from the line before; a
 * value that is no text stands in brackets. Event ids are not in it: they are in the log, at n.
 */
export type PackedWrites = { readonly texts: string[]; readonly lines: readonly PackedWrite[] }
type PackedWrite = readonly (number | readonly [unknown])[]
const FIELDS_AT = 7

export function packWrites(writes: readonly (readonly [EntityId, Write])[]): PackedWrites {
  const numbers = new Map<string, number>()
  const number = (text: string): number => {
    const known = numbers.get(text)
    if (known === undefined) numbers.set(text, numbers.size + 1)
    return known ?? 0
  }
  let before = { n: 0, l: 0 }
  const lines = writes.map(([entity, write]) => {
    const { log, n, l, u, t, k, f } = write
    const line: (number | [unknown])[] = [
      number(entity),
      number(log),
      n - before.n,
      l - before.l,
      number(u),
      number(t),
      number(k),
    ]
    before = write
    for (const field of Object.keys(f)) {
      const content = f[field]
      line.push(number(field), typeof content === 'string' ? number(content) : [content])
    }
    return line
  })
  return { texts: [...numbers.keys()], lines }
}

/** False when a write has no place in its log. Equal texts (ids, users, times) become one string: half of the memory. */
export function unpackWrites({ texts, lines }: PackedWrites, { book: { replica }, table }: DeskState): boolean {
  let used = 0
  const at = (no: number): number => (no === 0 ? used++ : no - 1)
  const text = (no: number): string => texts[at(no)]!
  let [n, l] = [0, 0]
  for (const line of lines) {
    const [entityNo, logNo, nStep, lStep, userNo, timeNo, kindNo] = line as readonly [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    const entityAt = at(entityNo)
    const id = texts[entityAt]!
    let entity = replica.entities.get(id)
    if (!entity) {
      entity = newEntity(table.id[table.rowOf.get(id) ?? -1] ?? id)
      replica.entities.set(entity.id, entity)
    }
    texts[entityAt] = entity.id
    const log = text(logNo)
    n += nStep
    l += lStep
    const u = text(userNo)
    const timeAt = at(timeNo)
    const first = entity.writes[0]
    if (first && first.t === texts[timeAt]) texts[timeAt] = first.t
    const k = text(kindNo)
    const written = replica.logs.get(log)?.ids[n]
    if (written === undefined) return false
    const f: Record<string, unknown> = {}
    for (let i = FIELDS_AT; i < line.length; i += 2) {
      const field = text(line[i] as number)
      const content = line[i + 1]!
      f[field] = typeof content === 'number' ? text(content) : content[0]
    }
    addWrite(entity, { id: written, l, u, t: texts[timeAt]!, k, log, n, f })
  }
  return true
}
