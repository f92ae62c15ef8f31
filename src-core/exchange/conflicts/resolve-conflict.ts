/**
 * 核对 one field, or several that go together: keep one way, keep one and put the other down as a note, or write a third. It is an
 * ordinary write of the fields, so it replaces every head it was shown and is merged like any other; two people who settle the same
 * in the same way agree, in different ways show it once more.
 */
import { categoryOf } from '#core/case-file/status.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '#core/case-file/decision.ts'
import type { CaseFile } from '#core/case-file/case-file.ts'
import { isConfidential } from '#core/case-file/confidential.ts'
import { CORRECTABLE, type CaseFields, type Changes } from '#core/case-file/fields.ts'
import { CASE_SCOPES } from '#core/case-file/scopes.ts'
import { limitFields } from '#core/case-file/time-limit.ts'
import { fieldScope } from '#core/catalogue.ts'
import type { Draft } from '#core/kernel/command.ts'
import { conflicts, value, type Entity } from '#core/kernel/entity.ts'
import { entityType, type EntityId } from '#core/kernel/event.ts'
import { limitRules } from '#core/limits/limit-rules.ts'
import { ok } from '#core/lib/result.ts'
import { words, z } from '#core/lib/schema.ts'
import { dayOf } from '#core/lib/time.ts'
import type { FieldDifference } from './difference.ts'
import { fieldDifferences } from './field-differences.ts'
import { followersOf, LIMIT_FOLLOWS, LIMIT_GROUP } from './field-groups.ts'
import { shapeOf } from './field-shapes.ts'

export type ConflictReading = Reading & {
  /** As the merge holds it, with every head; null when it is unknown. */
  readonly entity: (id: EntityId) => Entity | null
  /** Acts that name the case, of an erased one those that are left. */
  readonly children: (id: EntityId) => readonly EntityId[]
}

const anyId = z.string().regex(/^[a-z-]+:[0-9A-Za-z._-]{1,120}$/)
const eventId = z.string().regex(/^[0-9A-Za-z_-]{43}$/)

/**
 * `heads`: as they were shown. `keep`: a write of the version to keep; else `typed` says all the fields. `note`: both ways in
 * words, put down on the case (or into the entry's own note).
 */
export const RESOLVE_CONFLICT = z.object({
  entity: anyId,
  fields: z.array(words(80)).min(1).max(20),
  heads: z.array(eventId).min(2).max(500),
  keep: eventId.optional(),
  typed: z.record(z.string(), z.unknown()).optional(),
  note: words(2_000).optional(),
})
export type ResolveConflict = z.infer<typeof RESOLVE_CONFLICT>

type Values = Readonly<Record<string, unknown>>

export function resolveConflict(reading: ConflictReading, input: ResolveConflict, asked: Asked): Decision {
  const form = checked(RESOLVE_CONFLICT, input)
  if (!form.ok) return form
  const { entity: id, fields, heads, keep, typed, note = '' } = form.value
  const entity = reading.entity(id)
  const difference = entity && fieldDifferences(entity).find((one) => same(one.fields, fields))
  if (!entity || !difference || !same(difference.heads, heads.toSorted())) return refuse('difference-moved')
  const chosen = keep === undefined ? typedValues(difference, typed ?? {}) : keptValues(difference, keep)
  if (!chosen) return refuse('difference-moved')
  if ('wrong' in chosen) return refuse('invalid-input', chosen.wrong)
  const drafts = draftsFor(reading, entity, difference, chosen.values, asked)
  const noted = note === '' ? [] : noteDrafts(reading, entity, difference, note, asked)
  return noted ? ok([...drafts, ...noted]) : refuse('invalid-input', ['note'])
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one, i) => one === b[i]) // prettier-ignore

type Chosen = { readonly values: Values } | { readonly wrong: readonly string[] }

function keptValues({ versions }: FieldDifference, keep: string): Chosen | null {
  const version = versions.find(({ writers }) => writers.some(({ write }) => write === keep))
  return version ? { values: version.values } : null
}

/** What follows from others (a limit) is not typed; everything else must be there and fit. */
function typedValues({ entity, fields }: FieldDifference, typed: Values): Chosen {
  const values: Record<string, unknown> = {}
  const wrong: string[] = []
  for (const field of fields) {
    if (isLimit(entity, field)) continue
    const parsed = Object.hasOwn(typed, field) ? shapeOf(entity, field)?.safeParse(typed[field]) : undefined
    if (parsed?.success && parsed.data !== undefined) values[field] = parsed.data
    else wrong.push(field)
  }
  const unasked = Object.keys(typed).filter((field) => !fields.includes(field) || isLimit(entity, field))
  return wrong.length + unasked.length > 0 ? { wrong: [...wrong, ...unasked] } : { values }
}

const isLimit = (entity: EntityId, field: string): boolean => entityType(entity) === 'case' && LIMIT_FOLLOWS.has(field)

function draftsFor(
  reading: ConflictReading,
  entity: Entity,
  { fields }: FieldDifference,
  values: Values,
  asked: Asked,
): Draft[] {
  const file = reading.caseFile(entity.id)
  const followers = Object.fromEntries(followersOf(conflicts(entity)).map((field) => [field, value(entity, field)]))
  const settled = file ? ofCase(reading, file, fields, values) : values
  const write: Draft = { entity: entity.id, kind: 'difference-settled', fields: { ...followers, ...settled } }
  return file ? [write, ...correctionOf(file, entity, settled, asked)] : [write]
}

/** A case's limit follows from kind and urgency; whoever reports is named in the confidential pair alone. */
function ofCase(reading: Reading, file: CaseFile, fields: readonly string[], values: Values): Values {
  const { fields: now } = file
  const out: Record<string, unknown> = { ...values }
  const after: Partial<CaseFields> = { ...now, ...(values as Partial<CaseFields>) }
  const isOfLimit = fields.some((field) => (LIMIT_GROUP as readonly string[]).includes(field))
  // Another house's case: its calendar and its settings are its own, so its own numbers stand.
  const isOurs = !after.orderDueAt && after.receivedAt && now.receivedBy !== undefined
  if (isOfLimit && isOurs && after.dueAt && after.requestKind && after.urgency) {
    const category = reading.categoryLimit(categoryOf(file), dayOf(after.receivedAt!))
    Object.assign(out, { dueUnsure: false }, limitFields(after.receivedAt!, after.requestKind, after.urgency, limitRules(reading), category)) // prettier-ignore
  } else for (const field of fields) if (!Object.hasOwn(out, field)) out[field] = now[field as keyof CaseFields]
  if (!isConfidential(after)) return out
  for (const [open, shut] of [
    ['requesterName', 'reporterName'],
    ['requesterPhone', 'reporterPhone'],
  ] as const) {
    if (!after[open]) continue
    // The confidential one, where it is known, is the better: it was moved there on purpose.
    if (!after[shut]) out[shut] = after[open]
    out[open] = ''
  }
  return out
}

/** 更正: what stood there otherwise, in its own scope, so that the case page shows both. */
function correctionOf(file: CaseFile, entity: Entity, settled: Values, asked: Asked): Draft[] {
  const isSecret = isConfidential({ ...file.fields, ...(settled as Partial<CaseFields>) })
  const changes: Record<string, Record<string, [unknown, unknown]>> = {}
  for (const field of CORRECTABLE) {
    if (!Object.hasOwn(settled, field) || (isSecret && field.startsWith('requester'))) continue
    const now = settled[field]
    const other = entity.writes.find(({ f }) => Object.hasOwn(f, field) && f[field] !== now)?.f[field]
    if (other === undefined) continue
    ;(changes[CASE_SCOPES[field]] ??= {})[field] = [other, now ?? '']
  }
  if (Object.keys(changes).length === 0) return []
  const of = (scope: string): Changes | undefined => changes[scope] as Changes | undefined
  return [
    {
      entity: asked.newId('correction'),
      kind: 'correction-noted',
      fields: {
        case: file.id,
        at: asked.now,
        by: asked.user,
        sharedChanges: of('shared'),
        privateChanges: of('private'),
        confidentialChanges: of('confidential'),
      },
    },
  ]
}

/** On its case, or into the entry's own note. Null where neither is: then the other way stands in the journal alone. */
function noteDrafts(
  reading: ConflictReading,
  entity: Entity,
  { fields, confidential }: FieldDifference,
  note: string,
  asked: Asked,
): Draft[] | null {
  // A note is private: what is confidential is not repeated there.
  if (confidential) return null
  const of = noteCase(entity)
  if (of !== null && reading.caseFile(of))
    return [
      {
        entity: asked.newId('contact'),
        kind: 'contact-recorded',
        fields: { case: of, at: asked.now, by: asked.user, kind: 'note', way: 'system', reached: false, note },
      },
    ]
  if (of !== null || fields.includes('note')) return null
  const shape = fieldScope(entityType(entity.id), 'note') === 'private' ? shapeOf(entity.id, 'note') : null
  const longer = shape?.safeParse([value(entity, 'note'), note].filter(Boolean).join('\n'))
  if (!longer?.success) return null
  return [{ entity: entity.id, kind: 'difference-noted', fields: { note: longer.data } }]
}

export function noteCase(entity: Entity): EntityId | null {
  if (entityType(entity.id) === 'case') return entity.id
  const of = value(entity, 'case')
  return typeof of === 'string' && of.startsWith('case:') ? of : null
}

/** Whether both can be kept, one of them as a note. */
export const mayNote = (entity: Entity, { fields, confidential }: FieldDifference): boolean =>
  !confidential && (noteCase(entity) !== null || (!fields.includes('note') && fieldScope(entityType(entity.id), 'note') === 'private' && shapeOf(entity.id, 'note') !== null)) // prettier-ignore
