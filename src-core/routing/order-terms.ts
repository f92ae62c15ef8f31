/**
 * The terms an order goes out with: by when, on which lawful ground, with which fields. What the form opens with and what
 * the command checks come from here.
 */
import type { CaseFile } from '../case-file/case-file.ts'
import { dueOf } from '../case-file/due.ts'
import type { Ground, SentField } from '../case-file/referral-codes.ts'
import { filledFields, isPersonal, sendable } from '../case-file/sent-fields.ts'
import { BUILT_IN_RULES, limitFor, type LimitRules } from '../case-file/time-limit.ts'
import { deadline } from '../lib/deadline.ts'
import type { Moment } from '../lib/time.ts'

/** 上报 goes to government, 派单 to everybody else (DOMAIN §4.0). `serviceType`: of the provider. */
export const wayOf = (serviceType: string): 'dispatch' | 'report-up' =>
  serviceType === 'administrative' ? 'report-up' : 'dispatch'

/** 接单时限: half an hour in danger, two hours when urgent, else the next working day. */
const REPLY = {
  danger: { unit: 'hours', count: 0.5 },
  urgent: { unit: 'hours', count: 2 },
  general: { unit: 'working-days', count: 1 },
} as const

const earlier = (a: Moment, b: Moment): Moment => (a < b ? a : b)

/** The case's own deadline while it lies ahead; a case that is late or has none gives the preset's time from now. */
export function orderDue(file: CaseFile, now: Moment, rules: LimitRules = BUILT_IN_RULES): Moment {
  const due = dueOf(file).at
  if (due !== null && due > now) return due
  const { requestKind = 'help', urgency = 'general' } = file.fields
  const limit = due === null ? limitFor(requestKind, urgency) : ({ unit: 'working-days', count: 1 } as const)
  return deadline(now, limit, rules).at
}

export const replyDue = (
  { fields: { urgency = 'general' } }: CaseFile,
  now: Moment,
  dueAt: Moment,
  rules: LimitRules = BUILT_IN_RULES,
): Moment => earlier(deadline(now, REPLY[urgency], rules).at, dueAt)

/** Five working days from the dispatch (DOMAIN §4.3). */
export const objectionDue = (dispatchedAt: Moment, rules: LimitRules = BUILT_IN_RULES): Moment =>
  deadline(dispatchedAt, { unit: 'working-days', count: 5 }, rules).at

/** Whoever repairs a tap needs a door, a name and a number; for whom it is stays here unless somebody chooses it. */
const USUAL: readonly SentField[] = ['title', 'text', 'place', 'name', 'phone']

/** The case names somebody whom the order could carry. */
export const isAboutSomebody = (file: CaseFile): boolean => filledFields(file).some((field) => isPersonal(field))

export function usualGround(file: CaseFile): Ground {
  if (!isAboutSomebody(file)) return 'no-personal-data'
  return file.fields.urgency === 'danger' ? 'emergency' : 'consent'
}

/** What the form opens with: only what such a provider needs. */
export const usualFields = (file: CaseFile, ground: Ground): SentField[] =>
  filledFields(
    file,
    ground === 'no-personal-data' ? USUAL.filter((field) => !isPersonal(field) && isClean(file, field)) : USUAL,
  )

/** Neither a personal field, nor words in which a name or a number of this case stands. */
export function isClean(file: CaseFile, field: SentField): boolean {
  if (isPersonal(field)) return false
  const { requesterName = '', requesterPhone = '', reporterName = '', reporterPhone = '', forWhom = '' } = file.fields
  const told = sendable(file)[field].normalize('NFKC')
  const digits = digitsOf(told)
  return (
    [requesterName, reporterName, forWhom].every((name) => [...name].length < 2 || !told.includes(name)) &&
    // However it is grouped: 138-0000-1234 is 13800001234.
    [requesterPhone, reporterPhone].map(digitsOf).every((phone) => phone.length < 3 || !digits.includes(phone))
  )
}

const digitsOf = (words: string): string => words.normalize('NFKC').replace(/\D/g, '')
