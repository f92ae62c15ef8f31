/** A case as it is read: its shown values, its acts in the order they were written, and what follows from them. */
import { conflicts, values, type Entity } from '../kernel/entity.ts'
import { entityType, type EntityId } from '../kernel/event.ts'
import { isActType, type ActFields, type ActType, type CaseFields } from './fields.ts'

/** `written`: Lamport number and event id of the act's first write: the order everybody agrees on, whatever the clocks said. */
export type Act<T extends ActType = ActType> = T extends ActType
  ? {
      readonly id: EntityId
      readonly type: T
      readonly written: readonly [lamport: number, id: string]
      readonly enteredAt: string
    } & ActFields<T>
  : never

export type CaseFile = {
  readonly id: EntityId
  readonly fields: Partial<CaseFields>
  readonly acts: readonly Act[]
  /** Fields whose value is in dispute, as `entity.field`. */
  readonly conflicts: readonly string[]
}

export function caseFile(entity: Entity, children: readonly Entity[]): CaseFile {
  const acts: Act[] = []
  const disputed = conflicts(entity).map((field) => `${entity.id}.${field}`)
  for (const child of children) {
    const type = entityType(child.id)
    const first = child.writes[0]
    if (!isActType(type) || !first) continue // erased, or from a newer version
    let written: readonly [number, string] = [first.l, first.id]
    for (const write of child.writes)
      if (write.l < written[0] || (write.l === written[0] && write.id < written[1])) written = [write.l, write.id]
    acts.push({ ...values(child), id: child.id, type, written, enteredAt: first.t } as Act)
    for (const field of conflicts(child)) disputed.push(`${child.id}.${field}`)
  }
  acts.sort((a, b) => a.written[0] - b.written[0] || (a.written[1] < b.written[1] ? -1 : 1))
  return { id: entity.id, fields: values(entity) as Partial<CaseFields>, acts, conflicts: disputed }
}

export const actsOf = <T extends ActType>(acts: readonly Act[], type: T): Extract<Act, { type: T }>[] =>
  acts.filter((act): act is Extract<Act, { type: T }> => act.type === type)

/** Acts of the current round: everything since the last reopening (that one included). */
export function currentRound(file: CaseFile): readonly Act[] {
  const from = file.acts.findLastIndex((act) => act.type === 'reopening')
  return from < 0 ? file.acts : file.acts.slice(from)
}

export const roundNumber = (file: CaseFile): number => 1 + actsOf(file.acts, 'reopening').length
