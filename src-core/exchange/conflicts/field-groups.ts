/** Which disputed fields are shown, and which are one question. */
import { fieldScope } from '#core/catalogue.ts'
import { entityType, type EntityId } from '#core/kernel/event.ts'

/**
 * Left to others: money has its own list (funding: 超支待审); houses, PCs, bundles and letters are statements of machines, and
 * a trace of who looked is never settled. To add one: here.
 */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'entry',
  'money-decision',
  'peer',
  'device',
  'bundle',
  'letter',
  'pack',
  'settlement',
  'viewing',
  'person-viewing',
])

/** Who wrote it and when: they follow whatever is chosen, and differ whenever anything does. */
const FOLLOWING: ReadonlySet<string> = new Set(['at', 'by'])

/** 时限: `dueAt` and its three follow from kind and urgency. */
export const LIMIT_GROUP = ['requestKind', 'urgency', 'dueAt', 'limit', 'limitPreset', 'dueUnsure'] as const
export const LIMIT_FOLLOWS: ReadonlySet<string> = new Set(['dueAt', 'limit', 'limitPreset', 'dueUnsure'])

/** Filled in by one act of a person, and wrong when mixed. To add one: here. */
const GROUPS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  case: [LIMIT_GROUP, ['place', 'placeId']],
  person: [
    ['place', 'placeWords'],
    ['idNumber', 'idReason'],
  ],
  household: [['place', 'placeWords']],
}

export const isListed = (entity: EntityId): boolean => !ELSEWHERE.has(entityType(entity))

/** The disputed fields as questions, in the order of the catalogue's names; what this version does not know is left alone. */
export function questionsOf(entity: EntityId, disputed: readonly string[]): string[][] {
  const type = entityType(entity)
  const known = disputed.filter((field) => fieldScope(type, field) !== undefined)
  const groups = GROUPS[type] ?? []
  const out: string[][] = []
  for (const field of known) {
    if (FOLLOWING.has(field)) continue
    const group = groups.find((fields) => fields.includes(field))
    if (!group) out.push([field])
    else if (group.find((one) => known.includes(one)) === field) out.push(group.filter((one) => known.includes(one)))
  }
  return out
}

/** How many questions for people such fields are: a PC's scopes and signed heads are none. */
export function questionsAmong(disputed: readonly { readonly entity: EntityId; readonly field: string }[]): number {
  const byEntity = new Map<EntityId, string[]>()
  for (const { entity, field } of disputed) byEntity.set(entity, [...(byEntity.get(entity) ?? []), field])
  let count = 0
  for (const [entity, fields] of byEntity) if (isListed(entity)) count += questionsOf(entity, fields).length
  return count
}

/** What is written along with a field that is settled. */
export const followersOf = (disputed: readonly string[]): readonly string[] =>
  disputed.filter((field) => FOLLOWING.has(field))
