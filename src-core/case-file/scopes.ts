/**
 * Who may see which field of a case and of its acts. Apart from the shapes, so that a page that only shows cases does not
 * carry zod.
 *
 * Scope `shared` may leave for the upper office, so nothing in it identifies a person: titles and stories are `private`.
 */
import type { Scope } from '../kernel/event.ts'
import type { ActFields, ActType, CaseFields } from './fields.ts'
import { REFERRAL_SCOPES } from './referral-scopes.ts'
import { CLOSING_PLAN_SCOPES, REVISIT_ACT_SCOPES, REVISIT_FIELD_SCOPES } from './revisit-scopes.ts'
import { FINDING_SCOPES, ORDER_SCOPES, SUPERVISION_SCOPES } from './supervision-scopes.ts'
import { TRANSFER_SCOPES } from './transfer-scopes.ts'

type ScopeTable<T> = Readonly<Record<keyof T & string, Scope>>

/** Of src-core/case-file/intake-acts.ts. */
const INTAKE_SCOPES = {
  requesterUnit: 'private',
  relation: 'private',
  reportedUnit: 'private',
  openReason: 'private',
  orderNumber: 'private',
  orderAt: 'shared',
  orderDueAt: 'shared',
  orderDemand: 'private',
  orderForm: 'private',
} as const

/** Of src-core/case-file/limit-acts.ts. */
const LIMIT_SCOPES = { limitPreset: 'shared', limit: 'shared', dueUnsure: 'shared' } as const
const OWN = { case: 'shared', at: 'shared', by: 'private' } as const
/** Times and counts are shared, words stay here. */
const LIMIT_ACT_SCOPES = {
  extension: {
    ...OWN,
    dueAt: 'shared',
    was: 'shared',
    reason: 'private',
    approver: 'private',
    selfApproved: 'shared',
    toldAt: 'shared',
    toldWay: 'shared',
  },
  pause: { ...OWN, reason: 'shared', until: 'shared', note: 'private' },
  resume: { ...OWN, pause: 'shared', dueAt: 'shared', dueUnsure: 'shared', note: 'private' },
  urging: {
    ...OWN,
    kind: 'shared',
    to: 'private',
    referral: 'shared',
    way: 'shared',
    replyBy: 'shared',
    note: 'private',
  },
  'supervision-order': {
    ...OWN,
    kind: 'shared',
    trigger: 'shared',
    to: 'private',
    demand: 'private',
    dueAt: 'shared',
    ...ORDER_SCOPES,
  },
} as const

export const CASE_SCOPES: ScopeTable<CaseFields> = {
  number: 'shared',
  requestKind: 'shared',
  channel: 'shared',
  urgency: 'shared',
  raisedAt: 'shared',
  receivedAt: 'shared',
  dueAt: 'shared',
  receivedBy: 'private',
  title: 'private',
  text: 'private',
  place: 'private',
  requesterName: 'private',
  requesterPhone: 'private',
  anonymous: 'shared',
  forWhom: 'private',
  reporterName: 'confidential',
  reporterPhone: 'confidential',
  person: 'private',
  forPerson: 'private',
  placeId: 'private',
  externalId: 'private',
  externalSource: 'private',
  externalCategory: 'private',
  import: 'private',
  ...INTAKE_SCOPES,
  ...LIMIT_SCOPES,
}

export const ACT_SCOPES: { readonly [T in ActType]: ScopeTable<ActFields<T>> } = {
  classification: {
    case: 'shared',
    at: 'shared',
    by: 'private',
    serviceType: 'shared',
    category: 'shared',
    reason: 'private',
  },
  ...REFERRAL_SCOPES,
  contact: {
    case: 'shared',
    at: 'shared',
    by: 'private',
    kind: 'shared',
    way: 'shared',
    reached: 'shared',
    note: 'private',
    nextAt: 'private',
  },
  answer: {
    case: 'shared',
    at: 'shared',
    by: 'private',
    way: 'shared',
    content: 'private',
    answeredBy: 'private',
    to: 'shared',
  },
  closing: {
    case: 'shared',
    at: 'shared',
    by: 'private',
    outcome: 'shared',
    note: 'private',
    refusalReason: 'shared',
    toldChannel: 'private',
    approvedBy: 'private',
    approval: 'private',
    capacity: 'shared',
    selfApproved: 'shared',
    ...CLOSING_PLAN_SCOPES,
  },
  'order-return': {
    case: 'shared',
    at: 'shared',
    by: 'private',
    step: 'shared',
    reasonCode: 'shared',
    note: 'private',
  },
  linking: { case: 'shared', at: 'shared', by: 'private', topic: 'shared', kind: 'shared', of: 'shared' },
  'child-report': { case: 'shared', at: 'shared', by: 'private', to: 'shared', receiver: 'private', note: 'private' },
  assignment: { case: 'shared', at: 'shared', by: 'private', to: 'private', reason: 'private' },
  reopening: {
    case: 'shared',
    at: 'shared',
    by: 'private',
    reason: 'private',
    dueAt: 'shared',
    dueUnsure: 'shared',
  },
  ...LIMIT_ACT_SCOPES,
  revisit: {
    case: 'shared',
    at: 'shared',
    by: 'private',
    way: 'shared',
    valid: 'shared',
    invalidReason: 'shared',
    solved: 'shared',
    scale: 'shared',
    grade: 'shared',
    words: 'private',
    selfRevisit: 'shared',
    ...REVISIT_FIELD_SCOPES,
  },
  ...REVISIT_ACT_SCOPES,
  finding: {
    case: 'shared',
    at: 'shared',
    by: 'private',
    ...FINDING_SCOPES,
  },
  ...SUPERVISION_SCOPES,
  ...TRANSFER_SCOPES,
  attachment: {
    case: 'private',
    at: 'private',
    by: 'private',
    blob: 'private',
    name: 'private',
    media: 'private',
    bytes: 'private',
    sha256: 'private',
  },
  viewing: { case: 'audit', at: 'audit', by: 'audit', what: 'audit' },
  correction: {
    case: 'shared',
    at: 'shared',
    by: 'private',
    sharedChanges: 'shared',
    privateChanges: 'private',
    confidentialChanges: 'confidential',
  },
  // Shared, so that the upper office computes the same status; who did it stays here.
  withdrawal: { case: 'shared', at: 'shared', by: 'private', act: 'shared' },
}

export const ACT_TYPES = Object.keys(ACT_SCOPES) as ActType[]
export const isActType = (type: string): type is ActType => Object.hasOwn(ACT_SCOPES, type)
