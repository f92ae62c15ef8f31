/** 个案转报 to the upper office, and what came of it. Both come out of a letter (peer/letter-acts.ts); scopes: transfer-scopes.ts. */
import { entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { act } from './act.ts'
import { OUTCOMES } from './codes.ts'
import { GROUNDS, SENT_FIELDS } from './referral-codes.ts'

export const TRANSFER_ACTS = {
  /** `fieldsSent`: exactly what left. `ground` and `approvedBy`: under which law, and who said that it may (PIPL 13, 23). */
  transfer: act({
    to: words(120),
    fieldsSent: z.array(z.enum(SENT_FIELDS)).max(SENT_FIELDS.length).readonly(),
    ground: z.enum(GROUNDS),
    groundNote: words(2_000).optional(),
    approvedBy: someWords(80),
    demand: someWords(2_000),
    dueAt: moment,
    referral: entityId('referral').optional(),
  }),
  'transfer-result': act({
    transfer: entityId('transfer'),
    outcome: z.enum(OUTCOMES),
    note: someWords(2_000),
    handledBy: words(120).optional(),
  }),
} as const
