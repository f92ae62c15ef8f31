/** The rounds of a case and what was asked in them. Acts come in the order in which they were written. */
import type { EntityId } from '../kernel/event.ts'
import { actsOf, type Act, type CaseFile } from '../case-file/case-file.ts'

export type RevisitAct = Extract<Act, { type: 'revisit' }>

/** Every round's acts, the first round first; each later one begins with its reopening. */
export function roundsOf({ acts }: Pick<CaseFile, 'acts'>): readonly (readonly Act[])[] {
  const rounds: Act[][] = [[]]
  for (const act of acts) {
    if (act.type === 'reopening') rounds.push([])
    rounds.at(-1)!.push(act)
  }
  return rounds
}

/**
 * Revisits that no longer count in any rate: the objection of whoever was rated was upheld (DOMAIN §7.4). Of two rulings written
 * apart the later one in the order everybody agrees on holds. Withdrawn revisits are not among the acts at all.
 */
export function supersededRevisits({ acts }: Pick<CaseFile, 'acts'>): ReadonlySet<EntityId> {
  const gone = new Set<EntityId>()
  for (const { step, revisit } of actsOf(acts, 'rating-step'))
    if (step === 'upheld') gone.add(revisit)
    else if (step === 'refused') gone.delete(revisit)
  return gone
}

/** Valid ones of a round that still count. */
export const countingRevisits = (round: readonly Act[], superseded: ReadonlySet<EntityId>): readonly RevisitAct[] =>
  actsOf(round, 'revisit').filter(({ id, valid }) => valid && !superseded.has(id))

/**
 * The revisit of a round that counts is the last valid one; `ties` are those that were written without knowing of it, on
 * another PC: both are kept, one counts, and the pair is listed. Records from before revisits named each other have none.
 */
export function countingRevisit(
  round: readonly Act[],
  superseded: ReadonlySet<EntityId>,
): { readonly revisit: RevisitAct; readonly ties: readonly EntityId[] } | null {
  const counting = countingRevisits(round, superseded)
  const revisit = counting.at(-1)
  if (!revisit) return null
  const { after } = revisit
  const ties = after ? counting.filter(({ id }) => id !== revisit.id && !after.includes(id)).map(({ id }) => id) : []
  return { revisit, ties }
}
