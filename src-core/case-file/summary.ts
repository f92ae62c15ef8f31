/** What a list shows of a case: the columns the desk holds for every case, computed here once. */
import { actsOf, type CaseFile } from './case-file.ts'
import type { Channel, RequestKind, ServiceType, Status, Urgency } from './codes.ts'
import { openReferral, serviceTypeOf, statusOf } from './status.ts'

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
  readonly reopened: boolean
  readonly disputed: boolean
  /** Everything a search may find, in one text: title, story, requester, place, numbers, answers. */
  readonly text: string
}

export function caseSummary(file: CaseFile): CaseSummary {
  const f = file.fields
  const answers = actsOf(file.acts, 'answer').map((answer) => answer.content)
  return {
    id: file.id,
    number: f.number ?? '',
    title: f.title ?? '',
    requester: f.requesterName ?? '',
    place: f.place ?? '',
    requestKind: f.requestKind ?? 'help',
    channel: f.channel ?? 'visit',
    urgency: f.urgency ?? 'general',
    status: statusOf(file),
    serviceType: serviceTypeOf(file),
    provider: openReferral(file)?.provider ?? null,
    receivedAt: f.receivedAt ?? '',
    dueAt: f.dueAt ?? null,
    reopened: file.acts.some((act) => act.type === 'reopening'),
    disputed: file.conflicts.length > 0,
    text: [
      f.title,
      f.text,
      f.requesterName,
      f.requesterPhone,
      f.place,
      f.number,
      f.externalId,
      f.externalCategory,
      ...answers,
    ]
      .filter(Boolean)
      .join('\n'),
  }
}
