/**
 * What stands in a letter, one shape for each of LETTER_KINDS. `by` is the writer's id in the sending house, which names
 * nobody elsewhere; `from` and `to` are names of offices. A letter that does not fit (a newer version) is kept and shown as
 * it is, and does nothing.
 */
import { OUTCOMES, REQUEST_KINDS, SERVICE_TYPES } from '../case-file/codes.ts'
import { SUPERVISION_KINDS, SUPERVISION_TRIGGERS } from '../case-file/limit-codes.ts'
import { CAPACITIES, GROUNDS, SENT_FIELDS } from '../case-file/referral-codes.ts'
import { entityId, moment, someWords, words, z, type Schema } from '../lib/schema.ts'
import type { LetterKind } from './codes.ts'

const NOTE = words(2_000)
const said = someWords(2_000)
const office = words(120)
/** Of the act that a letter about a case brings along; the same in both houses. */
const WRITTEN = { at: moment, by: entityId('user'), from: office, to: office, number: words(40) }
const capacity = z.enum(CAPACITIES).optional()
export const LETTER_ID = entityId('letter')

export const TRANSFER_GROUNDS = GROUNDS.filter((ground) => ground !== 'no-personal-data')

/** `number`: the case's number as people say it; '' for a letter about no case. */
export const LETTER_BODIES = {
  'supervision-order': z.object({
    ...WRITTEN,
    kind: z.enum(SUPERVISION_KINDS),
    trigger: z.enum(SUPERVISION_TRIGGERS),
    demand: said,
    dueAt: moment,
    orderNumber: words(80).optional(),
    capacity,
    heldAt: moment.optional(),
    heldPlace: words(200).optional(),
  }),
  'supervision-answer': z.object({
    ...WRITTEN,
    step: z.enum(['answered', 'held']),
    note: said,
    capacity,
    files: z.array(entityId('attachment')).max(50).readonly().optional(),
    place: words(200).optional(),
    attendance: NOTE.optional(),
  }),
  /** `order`: the letter that the answer was for. */
  'order-ruling': z.object({
    ...WRITTEN,
    order: LETTER_ID,
    step: z.enum(['accepted', 'sent-back']),
    note: said,
    dueAt: moment.optional(),
    capacity,
  }),
  /** `fields`: only what was ticked. `referral`: the order of the case that this carries upward. */
  transfer: z.object({
    ...WRITTEN,
    requestKind: z.enum(REQUEST_KINDS),
    serviceType: z.enum(SERVICE_TYPES).optional(),
    category: words(80),
    receivedAt: moment,
    demand: said,
    dueAt: moment,
    fields: z.partialRecord(z.enum(SENT_FIELDS), words(20_000)),
    ground: z.enum(TRANSFER_GROUNDS as [string, ...string[]]),
    groundNote: NOTE.optional(),
    approvedBy: someWords(80),
    referral: entityId('referral').optional(),
  }),
  'transfer-result': z.object({
    ...WRITTEN,
    outcome: z.enum(OUTCOMES),
    note: said,
    handledBy: words(120),
    referral: entityId('referral').optional(),
  }),
} as const satisfies Readonly<Record<LetterKind, Schema>>

export type LetterBody<K extends LetterKind> = z.infer<(typeof LETTER_BODIES)[K]>

/** Null for one that this version cannot read. */
export function readBody<K extends LetterKind>(kind: K, body: unknown): LetterBody<K> | null {
  const parsed = LETTER_BODIES[kind].safeParse(body)
  return parsed.success ? (parsed.data as LetterBody<K>) : null
}
