/** Fields of one entity that stand in two ways. */
import { fieldScope } from '#core/catalogue.ts'
import { conflicts, heads, value, type Entity, type Write } from '#core/kernel/entity.ts'
import { deviceOfLog, entityType, scopeOfLog, type EventId } from '#core/kernel/event.ts'
import { keyOf, writerOf, type FieldDifference, type Version, type Writer } from './difference.ts'
import { isListed, questionsOf } from './field-groups.ts'

/** Two writes of one scope: only then can a field stand twice. Most entities are through here at once. */
const mayDiffer = ({ writes }: Entity): boolean => {
  for (let i = 1; i < writes.length; i++)
    for (let j = 0; j < i; j++) if (scopeOfLog(writes[i]!.log) === scopeOfLog(writes[j]!.log)) return true
  return false
}

export function fieldDifferences(entity: Entity): FieldDifference[] {
  if (!mayDiffer(entity) || !isListed(entity.id)) return []
  const disputed = conflicts(entity)
  return disputed.length === 0 ? [] : questionsOf(entity.id, disputed).map((fields) => differenceOf(entity, fields))
}

function differenceOf(entity: Entity, fields: readonly string[]): FieldDifference {
  const live = fields.map((field) => heads(entity, field))
  const all: EventId[] = [...new Set(live.flat().map(({ id }) => id))].toSorted()
  const shown = Object.fromEntries(fields.map((field) => [field, value(entity, field)]))
  return {
    kind: 'field',
    key: keyOf('field', entity.id, fields[0]!),
    entity: entity.id,
    fields,
    versions: versionsOf(live.flat(), fields, shown),
    heads: all,
    confidential: fields.some((field) => fieldScope(entityType(entity.id), field) === 'confidential'),
  }
}

/**
 * What one save wrote, in whichever scopes, is one version; saves that wrote the same are one too. Where a save said nothing of
 * a field, what is shown stands for it. The shown one first, then by time.
 */
function versionsOf(
  live: readonly Write[],
  fields: readonly string[],
  shown: Readonly<Record<string, unknown>>,
): Version[] {
  const saves = new Map<string, { writers: Writer[]; said: Record<string, unknown> }>()
  for (const write of new Set(live)) {
    const save = `${write.l} ${deviceOfLog(write.log)}`
    const known = saves.get(save) ?? { writers: [], said: {} }
    for (const field of fields) if (Object.hasOwn(write.f, field)) known.said[field] = write.f[field]
    known.writers.push(writerOf(write))
    saves.set(save, known)
  }
  const byText = new Map<string, { values: Record<string, unknown>; writers: Writer[] }>()
  for (const { writers, said } of saves.values()) {
    const values = Object.fromEntries(fields.map((field) => [field, Object.hasOwn(said, field) ? said[field] : shown[field]])) // prettier-ignore
    const text = JSON.stringify(values)
    const known = byText.get(text)
    // One writer a save: its scopes are one hand.
    const first = writers.toSorted((a, b) => (a.write < b.write ? -1 : 1))[0]!
    if (known) known.writers.push(first)
    else byText.set(text, { values, writers: [first] })
  }
  const now = JSON.stringify(shown)
  return [...byText]
    .map(([text, { values, writers }]): Version => ({
      values,
      writers: writers.toSorted(byOrder),
      shown: text === now,
    }))
    .toSorted((a, b) => Number(b.shown) - Number(a.shown) || byOrder(a.writers[0]!, b.writers[0]!))
}

/** The order everybody agrees on. */
const byOrder = (a: Writer, b: Writer): number => a.lamport - b.lamport || (a.write < b.write ? -1 : 1)
