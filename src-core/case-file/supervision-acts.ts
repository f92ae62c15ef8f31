/** What supervision adds to a case: fields of its two acts, and the acts that follow them. Scopes: supervision-scopes.ts. */
import { entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { act } from './act.ts'
import { VERDICTS, WAYS } from './codes.ts'
import { CAPACITIES } from './referral-codes.ts'
import { RECTIFICATION_STEPS, SUPERVISION_STEPS } from './supervision-codes.ts'

const NOTE = words(2_000)
const capacity = z.enum(CAPACITIES).optional()
/** Attachments of the same case. */
const files = z.array(entityId('attachment')).max(50).readonly().optional()

/**
 * `rule`: the rule that led there, and `evidence`: what it had found (core/supervision/rules.ts). Verdict 规范 with a rule says
 * that it was looked at and nothing is wrong: the rule is silent until what it finds changes.
 */
export const FROM_RULE = {
  rule: words(40).optional(),
  evidence: words(200).optional(),
} as const

/** Of a finding, on a case or on a provider. */
export const FINDING_FIELDS = {
  verdict: z.enum(VERDICTS),
  demand: words(20_000),
  dueAt: moment.optional(),
  capacity,
  ...FROM_RULE,
} as const

/** Of a step after a finding. `checks`: the evidence that a re-check looked at. */
export const RECTIFICATION_FIELDS = {
  step: z.enum(RECTIFICATION_STEPS),
  note: someWords(2_000),
  /** 退回再改: the new limit. */
  dueAt: moment.optional(),
  capacity,
  /** Re-checked by who put it right: small stations only (DOMAIN §7.1 has the same for revisits). */
  selfChecked: z.boolean().optional(),
} as const

/** 督办 order. `from`: the upper office it came from, and how it came; none where it was issued by this installation. */
export const ORDER_FIELDS = {
  number: words(80).optional(),
  from: words(120).optional(),
  way: z.enum(WAYS).optional(),
  capacity,
  /** 挂牌: when and where it is made public. 约谈: when and where they meet. */
  heldAt: moment.optional(),
  heldPlace: words(200).optional(),
} as const

export const SUPERVISION_ACTS = {
  rectification: act({
    finding: entityId('finding'),
    checks: entityId('rectification').optional(),
    files,
    ...RECTIFICATION_FIELDS,
  }),
  'supervision-answer': act({
    order: entityId('supervision-order'),
    step: z.enum(SUPERVISION_STEPS),
    /** The answer that was accepted or sent back. */
    answer: entityId('supervision-answer').optional(),
    note: someWords(2_000),
    files,
    dueAt: moment.optional(),
    capacity,
    /** 已公示/已谈话: where, and who was there. */
    place: words(200).optional(),
    attendance: NOTE.optional(),
  }),
} as const
