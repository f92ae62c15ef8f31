/**
 * Acts of one case that cannot both have been meant. All of it is told by the acts alone: who had seen the other's would have been
 * refused (one leading order, one closing a round; what was taken back was the newest act), so they were written apart.
 */
import { actsOf, currentRound, mayWithdraw, type Act, type CaseFile } from '#core/case-file/case-file.ts'
import { isLead, ordersInForce } from '#core/case-file/orders.ts'
import { isGone, type Entity, type Write } from '#core/kernel/entity.ts'
import type { EntityId } from '#core/kernel/event.ts'
import { keyOf, writerOf, type ActDifference, type ActSaid } from './difference.ts'

export type ActReading = {
  readonly caseFile: (id: EntityId) => CaseFile | null
  readonly entity: (id: EntityId) => Entity | null
  /** The case's acts, of an erased case those that are left. */
  readonly children: (id: EntityId) => readonly EntityId[]
}

/** Whether there can be anything to see: a look at names, because reading every case of a large station takes long. */
export function mayHaveTwo(children: readonly EntityId[]): boolean {
  let [referrals, closings] = [0, 0]
  for (const id of children) {
    if (id.startsWith('referral:')) referrals += 1
    else if (id.startsWith('closing:')) closings += 1
    else if (id.startsWith('withdrawal:')) return true
  }
  return referrals > 1 || closings > 1
}

export function actDifferences(reading: ActReading, id: EntityId): ActDifference[] {
  const children = reading.children(id)
  const file = mayHaveTwo(children) ? reading.caseFile(id) : null
  if (file) return ofFile(reading, file)
  const entity = reading.entity(id)
  if (!entity || !isGone(entity)) return []
  const acts = children.flatMap((act) => saidBy(reading, act))
  return acts.length === 0 ? [] : [{ kind: 'erased-edited', key: keyOf('erased-edited', id, ...idsOf(acts)), case: id, acts }] // prettier-ignore
}

function ofFile(reading: ActReading, file: CaseFile): ActDifference[] {
  const out: ActDifference[] = []
  const add = (kind: 'double-referral' | 'double-closing', found: readonly Act[]): void => {
    const acts = found.flatMap((act) => saidBy(reading, act.id))
    if (acts.length > 1) out.push({ kind, key: keyOf(kind, ...idsOf(acts)), case: file.id, acts })
  }
  add('double-referral', ordersInForce(file).filter(isLead))
  add('double-closing', actsOf(currentRound(file), 'closing'))
  for (const { act: withdrawn } of file.withdrawn) {
    const acts = file.acts.filter((act) => mayWithdraw(act) && refersTo(act, withdrawn.id)).flatMap((act) => saidBy(reading, act.id)) // prettier-ignore
    if (acts.length > 0) out.push({ kind: 'withdrawn-continued', key: keyOf('withdrawn-continued', withdrawn.id, ...idsOf(acts)), case: file.id, withdrawn: withdrawn.id, acts }) // prettier-ignore
  }
  return out
}

const idsOf = (acts: readonly ActSaid[]): string[] => acts.map(({ act }) => act).toSorted()

/** Fields by which an act names an earlier one. To add one: here. */
const NAMING = ['referral', 'objection', 'finding', 'order', 'pause', 'revisit', 'consent'] as const

function refersTo(act: Act, id: EntityId): boolean {
  const fields = act as unknown as Readonly<Record<string, unknown>>
  // An order names the consent it stood on; it is one save with it, and gone with it.
  return NAMING.some((field) => fields[field] === id) && !(act.type === 'referral' && fields['consent'] === id)
}

/** Nothing of an act whose payload is gone. */
function saidBy(reading: ActReading, act: EntityId): ActSaid[] {
  const first = reading.entity(act)?.writes.reduce<Write | null>((least, write) => (least && (least.l < write.l || (least.l === write.l && least.id < write.id)) ? least : write), null) // prettier-ignore
  return first ? [{ act, writer: writerOf(first) }] : []
}
