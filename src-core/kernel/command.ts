/**
 * A command is what one act of a person changes: drafts of field writes, split into one event per entity and scope,
 * all under one command id, so that a save which touches two scopes is shown whole or not at all.
 */
import { assert } from '../lib/assert.ts'
import { heads } from './entity.ts'
import {
  entityType,
  ERASE_KIND,
  writeEvent,
  type EntityId,
  type EventId,
  type Fields,
  type LogId,
  type Scope,
  type StoredEvent,
} from './event.ts'
import { headOf } from './log-index.ts'
import type { Replica } from './replica.ts'

export type Draft = {
  readonly entity: EntityId
  /** What happened, past tense: 'case-received'. */
  readonly kind: string
  readonly fields: Fields
  /** The scope to erase in. Other drafts have none: each field goes where the catalogue says. */
  readonly scope?: Scope
}

/**
 * Scope of a field of an entity type; undefined for a field the catalogue does not know (a bug). `beside`: what is written with
 * it, where the scope depends on that (a door's name is an address, a street's is not).
 */
export type FieldScopes = (type: string, field: string, beside?: Fields) => Scope | undefined

/** Where this device's logs stand. Advanced while composing, thrown away when the append is refused. */
export type Cursor = { readonly logs: Map<LogId, { n: number; id: EventId }>; lamport: number }

export type Author = {
  readonly device: string
  readonly user: EntityId
  /** ISO time with offset. */
  readonly at: string
  readonly schema: number
}

export function cursorOf(replica: Replica): Cursor {
  const logs = new Map<LogId, { n: number; id: EventId }>()
  for (const [log, index] of replica.logs) logs.set(log, headOf(index))
  return { logs, lamport: replica.lamport }
}

/**
 * Events for one command, in a fixed order (drafts as given, scopes alphabetical). `commandId` and each salt must be
 * fresh random values; the salt keeps equal payloads from having equal hashes.
 */
export function composeCommand(
  replica: Replica,
  cursor: Cursor,
  drafts: readonly Draft[],
  author: Author,
  scopes: FieldScopes,
  commandId: string,
  salt: () => string,
): StoredEvent[] {
  const parts: { draft: Draft; scope: Scope; fields: Record<string, unknown> }[] = []
  const counts: Partial<Record<Scope, number>> = {}
  for (const draft of drafts) {
    const split: [Scope, Record<string, unknown>][] = draft.scope
      ? [[draft.scope, draft.fields]]
      : splitByScope(draft, scopes)
    for (const [scope, fields] of split) {
      parts.push({ draft, scope, fields })
      counts[scope] = (counts[scope] ?? 0) + 1
    }
  }
  assert(parts.length > 0, 'a command without a write')
  // One poisoned event must not push our own numbers past what a reader accepts; order then falls to the ids.
  cursor.lamport = Math.min(cursor.lamport + 1, Number.MAX_SAFE_INTEGER)
  return parts.map(({ draft, scope, fields }) => {
    const log = `${author.device}/${scope}`
    const last = cursor.logs.get(log) ?? { n: 0, id: '' }
    const r = draft.scope ? undefined : replacedBy(replica, draft.entity, fields)
    const event = writeEvent(
      {
        log,
        n: last.n + 1,
        p: last.id,
        l: cursor.lamport,
        t: author.at,
        u: author.user,
        k: draft.kind,
        e: draft.entity,
        c: [commandId, counts],
        ...(r ? { r } : {}),
        sv: author.schema,
      },
      salt(),
      fields,
    )
    cursor.logs.set(log, { n: event.header.n, id: event.id })
    return event
  })
}

/**
 * Erases the entity in one scope. `reason` and `blobs` are what stays, so they hold no personal data; `blobs`: ids of the
 * attachments whose bytes go with it, because afterwards nothing else names them.
 */
export const eraseDraft = (entity: EntityId, scope: Scope, reason: string, blobs: readonly string[] = []): Draft => ({
  entity,
  kind: ERASE_KIND,
  fields: blobs.length > 0 ? { reason, blobs } : { reason },
  scope,
})

function splitByScope(draft: Draft, scopes: FieldScopes): [Scope, Record<string, unknown>][] {
  const out = new Map<Scope, Record<string, unknown>>()
  for (const field of Object.keys(draft.fields)) {
    if (draft.fields[field] === undefined) continue
    const scope = scopes(entityType(draft.entity), field, draft.fields)
    assert(scope !== undefined, `no scope for ${entityType(draft.entity)}.${field}`)
    const fields = out.get(scope) ?? {}
    fields[field] = draft.fields[field]
    out.set(scope, fields)
  }
  return [...out].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function replacedBy(replica: Replica, id: EntityId, fields: Fields): Record<string, EventId[]> | undefined {
  const entity = replica.entities.get(id)
  if (!entity || entity.writes.length === 0) return undefined
  const r: Record<string, EventId[]> = {}
  for (const field of Object.keys(fields)) {
    const live = heads(entity, field)
    if (live.length > 0) r[field] = live.map((write) => write.id).toSorted()
  }
  return Object.keys(r).length > 0 ? r : undefined
}
