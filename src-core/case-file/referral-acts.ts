/** What is written when a matter is handed to somebody else: fields of the referral's acts. Scopes: referral-scopes.ts. */
import { entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { act } from './act.ts'
import { OUTCOMES, REFERRAL_STEPS, RETURN_REASONS, SERVICE_TYPES } from './codes.ts'
import {
  ANSWERED_TO,
  CAPACITIES,
  CONSENT_GIVERS,
  CONSENT_WAYS,
  GROUNDS,
  ORDER_ROLES,
  PARTS,
  PAYERS,
  RULINGS,
  SENT_FIELDS,
} from './referral-codes.ts'

const text = words(20_000)
const line = words(2_000)
const order = entityId('referral')

/** Of the act `answer`: to whom it went. None: to the resident (older records). */
export const ANSWER_FIELDS = { to: z.array(z.enum(ANSWERED_TO)).max(ANSWERED_TO.length).readonly().optional() }

/** Of the act `closing`: 提前终止 needs a written approval (DOMAIN §6): by whom, which paper, and as what. */
export const EARLY_END_FIELDS = {
  approvedBy: words(80).optional(),
  approval: words(200).optional(),
  capacity: z.enum(CAPACITIES).optional(),
  /** 越位: the approver is who closes it; found out when it is written, because only then the name is sure. */
  selfApproved: z.boolean().optional(),
}

export const REFERRAL_ACTS = {
  referral: act({
    provider: entityId('provider'),
    serviceType: z.enum(SERVICE_TYPES),
    way: z.enum(['dispatch', 'report-up']),
    reason: text,
    demand: text,
    /** What follows is missing in older records. */
    role: z.enum(ORDER_ROLES).optional(),
    part: z.enum(PARTS).optional(),
    /** By when it is to be done; and by when the provider says whether it takes it (接单时限). */
    dueAt: moment.optional(),
    replyBy: moment.optional(),
    /** Until when the provider may ask to return it: worked out when it goes out, moved by no later calendar. */
    objectBy: moment.optional(),
    ground: z.enum(GROUNDS).optional(),
    groundNote: line.optional(),
    /** Exactly what went out, in the order of SENT_FIELDS. */
    fieldsSent: z.array(z.enum(SENT_FIELDS)).max(SENT_FIELDS.length).readonly().optional(),
    /** The act that says yes, when the ground is consent. */
    consent: entityId('consent').optional(),
    capacity: z.enum(CAPACITIES).optional(),
    service: entityId('service').optional(),
    category: words(80).optional(),
    /** 资金来源, as it went out; what became of the money stands in the ledger (agreement/ledger-entry.ts). */
    payer: z.enum(PAYERS).optional(),
    agreement: entityId('agreement').optional(),
    fund: entityId('fund').optional(),
    units: z.number().min(0).optional(),
    fen: z.number().int().min(0).optional(),
    copayFen: z.number().int().min(0).optional(),
  }),
  'referral-step': act({
    referral: order,
    step: z.enum(REFERRAL_STEPS),
    reasonCode: z.enum(RETURN_REASONS).optional(),
    note: text,
    /** What the provider says came of it: with 办完 and 已反馈. */
    outcome: z.enum(OUTCOMES).optional(),
    /** 逾期原因 (DOMAIN §4.2). */
    lateReason: line.optional(),
  }),
  /** 同意: what was read out (whole), which version of the text, how, by whom; `given` is when (= at). */
  consent: act({
    /** To whom: a provider, or the upper office that a 个案转报 goes to. */
    provider: z.union([entityId('provider'), entityId('peer')]),
    fields: z.array(z.enum(SENT_FIELDS)).max(SENT_FIELDS.length).readonly(),
    readOut: someWords(4_000),
    textVersion: someWords(40),
    way: z.enum(CONSENT_WAYS),
    givenBy: z.enum(CONSENT_GIVERS),
    /** Name of the guardian or agent. */
    giver: words(80),
  }),
  /** 撤回同意: nothing more goes out under it; what was done before stays lawful (PIPL 15). */
  'consent-withdrawal': act({ consent: entityId('consent'), note: line }),
  /** 退单申请（派单异议）: the provider wants the order taken back. It stays theirs until the ruling. */
  objection: act({ referral: order, reasonCode: z.enum(RETURN_REASONS), note: text }),
  ruling: act({
    objection: entityId('objection'),
    decision: z.enum(RULINGS),
    note: text,
    capacity: z.enum(CAPACITIES).optional(),
  }),
  /** 服务缺口: nobody fits (DOMAIN §4.4). */
  gap: act({
    category: words(80),
    serviceType: z.enum(SERVICE_TYPES),
    place: words(200),
    placeId: entityId('place').optional(),
    wantedBy: moment.optional(),
    note: line,
  }),
  /** 联席协调: an organisation's part in a shared matter. An order's own part stands in the referral. */
  participation: act({
    provider: entityId('provider').optional(),
    organisation: words(120),
    part: z.enum(PARTS),
    task: line,
    dueAt: moment.optional(),
    capacity: z.enum(CAPACITIES).optional(),
  }),
  /** 清单外事项不予承接 (社区减负, DOMAIN §4.5): said to whoever demanded it from above. */
  'off-list-refusal': act({
    demandedBy: someWords(120),
    category: words(80),
    basis: line,
    note: line,
    capacity: z.enum(CAPACITIES).optional(),
  }),
} as const
