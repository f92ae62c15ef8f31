/** What the rules of the directory look up, out of a decision's reading. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { currentCatalogue, readChanges } from '../category/current-catalogue.ts'
import type { EntityId } from '../kernel/event.ts'
import { ok } from '../lib/result.ts'
import type { Schema } from '../lib/schema.ts'
import { dayOf, type Day } from '../lib/time.ts'
import { normalPart, plainName, type PartFacts, type PartProblem } from '../provider/part-rules.ts'

/** `taken`: other entries of the same type and provider (`type`, `named` is the field of the name), but not `own`. */
export function partFacts(
  reading: Reading,
  today: Day,
  taken: {
    readonly type: string
    readonly named: string
    readonly provider: EntityId
    readonly own: EntityId | undefined
  },
): PartFacts {
  let catalogue: ReturnType<typeof currentCatalogue> | null = null
  const names = new Set<string>()
  for (const id of reading.ids(taken.type)) {
    if (id === taken.own) continue
    const other = reading.read(id)
    if (other?.['provider'] === taken.provider) names.add(plainName(String(other[taken.named] ?? '')))
  }
  return {
    today,
    knowsProvider: (id) => reading.exists(id),
    knowsCategory: (code) => {
      catalogue ??= currentCatalogue(
        readChanges([...reading.ids('category')].map((id) => [id, reading.read(id)])),
        today,
      )
      return catalogue.leaf(code) !== undefined
    },
    knowsPlace: (id) => reading.exists(id),
    providerOf: (id) => {
      const provider = reading.read(id)?.['provider']
      return typeof provider === 'string' ? provider : null
    },
    taken: names,
  }
}

type WithProvider = { readonly id?: string | undefined; readonly provider: EntityId }

/**
 * A decision that enters or changes one part of a provider: the form is checked, the rules are asked, and only what differs is
 * written, so that two people who change different things do not clash.
 */
export function savePart<T extends WithProvider>(part: {
  readonly type: string
  readonly schema: Schema<T>
  /** The field that no two entries of one provider may share. */
  readonly named: string
  readonly problem: (fields: T, facts: PartFacts) => PartProblem | null
  /** Of the input only: not written. */
  readonly leaveOut?: readonly string[]
}): (reading: Reading, input: T, asked: Asked) => Decision {
  return (reading, input, asked) => {
    const form = checked(part.schema, input)
    if (!form.ok) return form
    const { id } = form.value
    if (id !== undefined && !reading.exists(id)) return refuse('no-such-entry')
    const { type, named } = part
    const facts = partFacts(reading, dayOf(asked.now), { type, named, provider: form.value.provider, own: id })
    const found = part.problem(form.value, facts)
    if (found) return refuse(found.code, [found.field])
    const left = new Set(['id', ...(part.leaveOut ?? [])])
    const fields = normalPart(Object.fromEntries(Object.entries(form.value).filter(([field]) => !left.has(field))))
    return writeChanges(reading, { type, id, fields }, asked)
  }
}

/** A new entity, or what differs from the shown values; nothing to write is refused. */
export function writeChanges(
  reading: Reading,
  {
    type,
    id,
    fields,
  }: { readonly type: string; readonly id: EntityId | undefined; readonly fields: Readonly<Record<string, unknown>> },
  asked: Asked,
): Decision {
  if (id === undefined) return ok([{ entity: asked.newId(type), kind: `${type}-entered`, fields }])
  const changed = changedFields(reading.read(id) ?? {}, fields)
  return changed ? ok([{ entity: id, kind: `${type}-changed`, fields: changed }]) : refuse('nothing-changed')
}

/** Null when nothing differs. Lists and hours are compared as they are written. */
export function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]),
  )
  return changed.length > 0 ? Object.fromEntries(changed) : null
}
