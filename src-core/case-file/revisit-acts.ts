/** What 回访 and 差评 add to the acts of a case. Spread into fields.ts; scopes stand in revisit-scopes.ts. */
import { entityId, moment, words, z } from '../lib/schema.ts'
import { NOT_OURS_REASONS, RATING_STEPS, REVISIT_PLANS } from '../revisit/codes.ts'
import { act } from './act.ts'

/** Of the act `closing`: who is asked afterwards, decided when it is written (revisit/plan.ts). Older records have none. */
export const CLOSING_PLAN = {
  revisitPlan: z.enum(REVISIT_PLANS).optional(),
  /** What it was drawn by, in percent and from which seed: anyone can draw it again (revisit/draw.ts). */
  drawRate: z.number().int().min(0).max(100).optional(),
  drawSeed: words(40).optional(),
} as const

/** Of the act `revisit`. */
export const REVISIT_FIELDS = {
  /** Whether the resident says that somebody was in touch; absent: taken from the record. */
  contacted: z.boolean().optional(),
  /** Typed in from the paper form. */
  paper: z.boolean().optional(),
  /** Of an invalid try: when it is tried again. */
  nextAt: moment.optional(),
  /** Why the handler revisited their own case in a station of more than three accounts. */
  overrideReason: words(200).optional(),
  /** Valid revisits of this round that were known when it was written: two that do not name each other are a tie. */
  after: z.array(entityId('revisit')).max(20).readonly().optional(),
} as const

export const REVISIT_ACTS = {
  /** 差评 (DOMAIN §7.4): one step about one revisit. `dueAt`: until when it is put right, set with 核实属实. */
  'rating-step': act({
    revisit: entityId('revisit'),
    step: z.enum(RATING_STEPS),
    reasonCode: z.enum(NOT_OURS_REASONS).optional(),
    note: words(2_000),
    dueAt: moment.optional(),
    dueUnsure: z.boolean().optional(),
    /** Verified or ruled on by whom it is about: only in stations of three accounts or fewer. */
    self: z.boolean().optional(),
  }),
} as const
