/** What a list shows of a case: the columns the desk holds for every case, computed here once. */
import { actsOf, type CaseFile } from './case-file.ts'
import type { Channel, RequestKind, ServiceType, Status, Urgency } from './codes.ts'
import { openReferral, serviceTypeOf, statusOf } from './status.ts'
import { agreedNext, waitingOf, type Waiting } from './waiting.ts'

export type CaseSummary = {
  readonly id: string
  readonly number: string
  readonly title: string
  /** Empty for reports (举报) and anonymous requests: no list ever shows a reporter. */
  readonly requester: string
  readonly place: string
  readonly requestKind: RequestKind
  readonly channel: Channel
  readonly urgency: Urgency
  readonly status: Status
  readonly serviceType: ServiceType | null
  readonly provider: string | null
  readonly receivedAt: string
  readonly dueAt: string | null
  readonly waiting: Waiting
  /** When the desk said it would be in touch again. */
  readonly nextAt: string | null
  readonly reopened: boolean
  readonly disputed: boolean
}

export function caseSummary(file: CaseFile): CaseSummary {
  const f = file.fields
  return {
    id: file.id,
    number: f.number ?? '',
    title: f.title ?? '',
    requester: named(file).name,
    place: f.place ?? '',
    requestKind: f.requestKind ?? 'help',
    channel: f.channel ?? 'visit',
    urgency: f.urgency ?? 'general',
    status: statusOf(file),
    serviceType: serviceTypeOf(file),
    provider: openReferral(file)?.provider ?? null,
    receivedAt: f.receivedAt ?? '',
    dueAt: f.dueAt ?? null,
    waiting: waitingOf(file),
    nextAt: agreedNext(file),
    reopened: file.acts.some((act) => act.type === 'reopening'),
    disputed: file.conflicts.length > 0,
  }
}

// Whatever a merge left there: of a report nobody is named.
const named = ({ fields: { requestKind, requesterName = '', requesterPhone = '' } }: CaseFile) =>
  requestKind === 'report' ? { name: '', phone: '' } : { name: requesterName, phone: requesterPhone }

/** Ends each part of a searched text; nobody can type it. */
export const PART_END = '\u0001'

/**
 * Everything a search may find, in four parts, each with its `PART_END`: the name; phone and place, which with the name tell
 * who it was; the title; all the rest. Letters (pinyin, initials) look at name and title alone.
 */
export function searchedText(file: CaseFile): string {
  const { title = '', text, forWhom, place, number, externalId, externalCategory } = file.fields
  const { name, phone } = named(file)
  const digits = phone.replace(/\D/g, '')
  const answers = actsOf(file.acts, 'answer').map((answer) => answer.content)
  const lines = (...words: readonly (string | undefined)[]): string => words.filter(Boolean).join('\n')
  const rest = lines(text, forWhom, number, externalId, externalCategory, ...answers)
  const parts = [name, lines(phone, digits === phone ? '' : digits, place), title, rest]
  return parts.map((part) => part.replaceAll(PART_END, ' ') + PART_END).join('')
}
