/** When the four say that a matter should be talked about with the residents: it is lacking, or requests pile up. */
import type { Have, PointState } from './codes.ts'

/** So many days back. */
export const PILE_DAYS = 90
/** Requests of different persons, whatever the check says. */
export const PILE_PERSONS = 5
/** The same where something is known to be lacking. */
export const LACKING_PERSONS = 2

/** 没有 · 部分且有人反映 · 诉求多. */
export type ProposalReason = 'absent' | 'lacking-and-asked' | 'piling-up'

export type HaveNeed = {
  readonly have: Have
  readonly state: PointState
  /** Different persons who asked about it within PILE_DAYS. */
  readonly persons: number
  /** A topic that is not settled stands for it already. */
  readonly hasTopic: boolean
}

/** Null: nothing to be proposed. */
export function proposalFor({ state, persons, hasTopic }: HaveNeed): ProposalReason | null {
  if (hasTopic) return null
  if (state === 'absent') return 'absent'
  if (state === 'partly' && persons >= LACKING_PERSONS) return 'lacking-and-asked'
  return persons >= PILE_PERSONS && state !== 'not-applicable' ? 'piling-up' : null
}
