/** What time limits add to a case: its fields, and its acts. Spread into fields.ts; scopes stand in scopes.ts. */
import { entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { act } from './act.ts'
import { WAYS } from './codes.ts'
import { ORDER_FIELDS } from './supervision-acts.ts'
import { PAUSE_REASONS, SUPERVISION_KINDS, SUPERVISION_TRIGGERS, URGING_KINDS } from './limit-codes.ts'

const NOTE = words(2_000)

/** Written with `dueAt` and never again moved by a changed preset or calendar. Older records have none of them. */
export const LIMIT_FIELDS = {
  /** The preset's id (time-limit.ts). */
  limitPreset: words(60).optional(),
  /** What it said then: `2h`, `7n`, `13w` (hours, natural days, working days). */
  limit: z
    .string()
    .regex(/^\d{1,4}[hnw]$/)
    .optional(),
  /** It ran into a year whose holidays were not published. */
  dueUnsure: z.boolean().optional(),
} as const

/** 重新办理: the second round's own limit. */
export const REOPENING_LIMIT = { dueAt: moment.optional(), dueUnsure: z.boolean().optional() } as const

export const LIMIT_ACTS = {
  /** 延期 (DOMAIN §5.6). `was`: the deadline before. Nobody to tell only where the case is anonymous. */
  extension: act({
    dueAt: moment,
    was: moment,
    reason: someWords(2_000),
    approver: someWords(80),
    /** 越位: the approver is who extended it; found out when it is written, because only then the name is sure. */
    selfApproved: z.boolean().optional(),
    toldAt: moment.optional(),
    toldWay: z.enum(WAYS).optional(),
  }),
  /** 暂停计时 (DOMAIN §5.7). `until`: when the desk looks at it again. */
  pause: act({ reason: z.enum(PAUSE_REASONS), until: moment.optional(), note: NOTE }),
  /** 恢复计时. `dueAt`: the deadline moved on by the paused time, worked out once, here. */
  resume: act({ pause: entityId('pause'), dueAt: moment.optional(), dueUnsure: z.boolean().optional(), note: NOTE }),
  /** 催办 · 催请 · 提请督办. `replyBy`: 5 working days on; then comes the next step of the ladder. */
  urging: act({
    kind: z.enum(URGING_KINDS),
    to: words(120),
    referral: entityId('referral').optional(),
    way: z.enum(WAYS),
    replyBy: moment,
    note: NOTE,
  }),
  /** 督办 by an upper office (DOMAIN §5.8): issued there, or written down here. `dueAt`: until when it wants an answer. */
  'supervision-order': act({
    kind: z.enum(SUPERVISION_KINDS),
    trigger: z.enum(SUPERVISION_TRIGGERS),
    to: words(120),
    demand: someWords(2_000),
    dueAt: moment,
    ...ORDER_FIELDS,
  }),
} as const
