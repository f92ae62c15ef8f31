/** Presets of DOMAIN §5.1. A change here never moves a deadline that is already written into a case. */
import { deadline, type Deadline, type Limit } from '../lib/deadline.ts'
import type { RequestKind, Urgency } from './codes.ts'

const BY_URGENCY: Readonly<Record<Exclude<Urgency, 'general'>, Limit>> = {
  danger: { unit: 'hours', count: 2 },
  urgent: { unit: 'hours', count: 24 },
}
const BY_KIND: Readonly<Record<RequestKind, Limit>> = {
  consult: { unit: 'working-days', count: 3 },
  help: { unit: 'natural-days', count: 7 },
  complaint: { unit: 'working-days', count: 13 },
  report: { unit: 'natural-days', count: 15 },
  suggestion: { unit: 'natural-days', count: 15 },
}

export const limitFor = (kind: RequestKind, urgency: Urgency): Limit =>
  urgency === 'general' ? BY_KIND[kind] : BY_URGENCY[urgency]

export const caseDeadline = (receivedAt: string, kind: RequestKind, urgency: Urgency): Deadline =>
  deadline(receivedAt, limitFor(kind, urgency))
