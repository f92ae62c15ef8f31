/** A case as it is read: its shown values, its acts in the order they were written, and what follows from them. */
import { conflicts, heads, values, type Entity, type Write } from '../kernel/entity.ts'
import { entityType, pcOfLog, type EntityId } from '../kernel/event.ts'
import type { ActFields, ActType, CaseFields } from './fields.ts'
import { isActType } from './scopes.ts'

/** `written`: Lamport number and event id of the act's first write: the order everybody agrees on, whatever the clocks said. */
export type Act<T extends ActType = Exclude<ActType, 'withdrawal'>> = T extends ActType
  ? {
      readonly id: EntityId
      readonly type: T
      readonly written: readonly [lamport: number, id: string]
      readonly enteredAt: string
    } & ActFields<T>
  : never

type AnyAct = Act | Act<'withdrawal'>

/** Who took the act back, and when; the first of several withdrawals. */
export type Withdrawn = { readonly act: Act; readonly at: string; readonly by: string }

export type CaseFile = {
  readonly id: EntityId
  /** The PC that took it in (16 hex digits); '' where nobody knows. */
  readonly pc: string
  readonly fields: Partial<CaseFields>
  /** Those that count: status, lists and reports never see what was withdrawn. */
  readonly acts: readonly Act[]
  /** 已撤销: kept to be shown, in the order in which the acts were written. */
  readonly withdrawn: readonly Withdrawn[]
  /** Fields whose value is in dispute, as `entity.field`. */
  readonly conflicts: readonly string[]
}

export function caseFile(entity: Entity, children: readonly Entity[]): CaseFile {
  const all: AnyAct[] = []
  const disputed = conflicts(entity).map((field) => `${entity.id}.${field}`)
  for (const child of children) {
    const type = entityType(child.id)
    const first = child.writes[0]
    if (!isActType(type) || !first) continue // erased, or from a newer version
    let earliest = first
    for (const write of child.writes) if (isBefore(write, earliest)) earliest = write
    const written: readonly [number, string] = [earliest.l, earliest.id]
    all.push({ ...values(child), id: child.id, type, written, enteredAt: first.t } as Act)
    for (const field of conflicts(child)) disputed.push(`${child.id}.${field}`)
  }
  return {
    id: entity.id,
    pc: pcOfCase(entity),
    fields: values(entity) as Partial<CaseFields>,
    ...inForce(all),
    conflicts: disputed,
  }
}

/** Whoever gave the number, which nobody writes again. */
const pcOfCase = (entity: Entity): string => pcOfLog(heads(entity, 'number')[0]?.log ?? '')

/**
 * One save writes an act in several scopes under one Lamport number. The shared one tells the order, so that an office that
 * holds no other comes to the same.
 */
function isBefore(a: Write, b: Write): boolean {
  if (a.l !== b.l) return a.l < b.l
  const [mine, others] = [a.log.endsWith('/shared'), b.log.endsWith('/shared')]
  return mine === others ? a.id < b.id : mine
}

/**
 * Parts what counts from what was withdrawn, both in the order of writing. Whoever withdrew: `by` is not known
 * everywhere, and every holder must come to the same status. A withdrawal whose act never came takes nothing back.
 */
export function inForce(all: readonly AnyAct[]): Pick<CaseFile, 'acts' | 'withdrawn'> {
  const acts: Act[] = []
  const withdrawals = new Map<EntityId, Act<'withdrawal'>>()
  for (const act of all.toSorted(byWriting))
    if (act.type !== 'withdrawal') acts.push(act)
    else if (!withdrawals.has(act.act)) withdrawals.set(act.act, act)
  if (withdrawals.size === 0) return { acts, withdrawn: [] }
  const withdrawn: Withdrawn[] = []
  for (const act of acts) {
    const taken = withdrawals.get(act.id)
    if (taken && mayWithdraw(act)) withdrawn.push({ act, at: taken.at, by: taken.by })
  }
  const gone = new Set(withdrawn.map(({ act }) => act.id))
  return { acts: acts.filter((act) => !gone.has(act.id)), withdrawn }
}

/** Withdrawn ones too, in the order of writing: for whoever shows, checks or erases everything. */
export const everyAct = (file: Pick<CaseFile, 'acts' | 'withdrawn'>): readonly Act[] =>
  file.withdrawn.length === 0 ? file.acts : [...file.acts, ...file.withdrawn.map(({ act }) => act)].toSorted(byWriting)

const byWriting = (a: AnyAct, b: AnyAct): number =>
  a.written[0] - b.written[0] || (a.written[1] < b.written[1] ? -1 : 1)

/** A trace of who looked is never taken back, and a correction is corrected again. */
export const mayWithdraw = (act: Act): boolean => act.type !== 'viewing' && act.type !== 'correction'

export const actsOf = <T extends Act['type']>(acts: readonly Act[], type: T): Extract<Act, { type: T }>[] =>
  acts.filter((act): act is Extract<Act, { type: T }> => act.type === type)

/** Acts of the current round: everything since the last reopening (that one included). */
export function currentRound(file: CaseFile): readonly Act[] {
  const from = file.acts.findLastIndex((act) => act.type === 'reopening')
  return from < 0 ? file.acts : file.acts.slice(from)
}

export const roundNumber = (file: CaseFile): number => 1 + actsOf(file.acts, 'reopening').length
