/**
 * Who may see which field of a case and of its acts. Apart from the shapes, so that a page that only shows cases does not
 * carry zod.
 *
 * Scope `shared` may leave for the upper office, so nothing in it identifies a person: titles and stories are `private`.
 */
import type { Scope } from '../kernel/event.ts'
import type { ActFields, ActType, CaseFields } from './fields.ts'

type ScopeTable<T> = Readonly<Record<keyof T & string, Scope>>

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
  externalId: 'private',
  externalSource: 'private',
  externalCategory: 'private',
  import: 'private',
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
  referral: {
    case: 'shared',
    at: 'shared',
    by: 'private',
    provider: 'shared',
    serviceType: 'shared',
    way: 'shared',
    reason: 'private',
    demand: 'private',
  },
  'referral-step': {
    case: 'shared',
    at: 'shared',
    by: 'private',
    referral: 'shared',
    step: 'shared',
    reasonCode: 'shared',
    note: 'private',
  },
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
  answer: { case: 'shared', at: 'shared', by: 'private', way: 'shared', content: 'private', answeredBy: 'private' },
  closing: { case: 'shared', at: 'shared', by: 'private', outcome: 'shared', note: 'private' },
  reopening: { case: 'shared', at: 'shared', by: 'private', reason: 'private' },
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
  },
  finding: { case: 'shared', at: 'shared', by: 'private', verdict: 'shared', demand: 'private', dueAt: 'shared' },
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
