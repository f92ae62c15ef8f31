/**
 * 并入: one case is said to be about the same matter as others. Spread into case-file/fields.ts; scopes stand in scopes.ts.
 * It changes nothing else of the case: each keeps its road, its revisit and its rating (DOMAIN §3.6).
 */
import { act } from '../case-file/act.ts'
import { entityId, z } from '../lib/schema.ts'

/** 同一事项 (other persons) · 重复 (the same person, nothing new). To add one: at the end, with its words (topics.kind). */
export const LINK_KINDS = ['same-matter', 'repeat'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

export const LINKING_ACTS = {
  /** `topic`: the common matter. `of`: the earlier case that this one repeats; a repeat may stand in no topic at all. */
  linking: act({
    topic: entityId('topic').optional(),
    kind: z.enum(LINK_KINDS),
    of: entityId('case').optional(),
  }),
} as const
