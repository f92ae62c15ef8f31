/** What a list shows of a case: the columns the desk holds for every case, computed here once. */
import { repeatsOf, topicsOf } from '../topic/links.ts'
import { actsOf, type CaseFile } from './case-file.ts'
import { isConfidential } from './confidential.ts'
import type { Channel, RequestKind, ServiceType, Status, Urgency } from './codes.ts'
import { dueOf } from './due.ts'
import { dutyOf, type DutyFlag } from './duties.ts'
import { handlerOf } from './handler.ts'
import { ladderTimes } from './ladder-times.ts'
import { categoryOf, openReferral, serviceTypeOf, statusOf } from './status.ts'
import { agreedNext, feedbackNext, replyUntil, waitingOf, type Waiting } from './waiting.ts'
import { isOpenRating } from '../revisit/codes.ts'
import { ratingsOf } from '../revisit/ratings.ts'

/** Never rated badly · being dealt with · dealt with. To add one: at the END (columns store the position). */
export const RATING_MARKS = ['none', 'open', 'done'] as const
export type RatingMark = (typeof RATING_MARKS)[number]

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
  /** 经办人, a user's id. */
  readonly handler: string | null
  /** Code of the catalogue, or the words of older records. */
  readonly category: string
  readonly placeId: string | null
  readonly person: string | null
  /** The PC that took it in: an upper office tells the station by it. */
  readonly pc: string | null
  /** What it is joined to, a blank between the ids: topics (共性问题), and earlier cases that it repeats; '' nearly always. */
  readonly joined: string
  readonly receivedAt: string
  /** The deadline in force (due.ts); null where there is none, or its clock stands still. */
  readonly dueAt: string | null
  readonly paused: boolean
  readonly extensions: number
  /** From when on 催办 and 督办 are called for (ladder-times.ts). */
  readonly urgeAt: string | null
  readonly superviseAt: string | null
  readonly waiting: Waiting
  /** Until when the provider says whether it takes the order; null once it has said so. */
  readonly replyBy: string | null
  /** 缺位 · 越位 (duties.ts). */
  readonly duty: DutyFlag
  /** Whether a resident rated it badly: never · that is being dealt with · it is done (revisit/ratings.ts). */
  readonly rating: RatingMark
  /** When the desk said it would be in touch again, or look at a clock that it stopped; a revisit's next try. */
  readonly nextAt: string | null
  readonly reopened: boolean
  readonly disputed: boolean
}

export function caseSummary(file: CaseFile): CaseSummary {
  const f = file.fields
  const due = dueOf(file)
  const { urge, supervise } = ladderTimes(file, due)
  const ratings = ratingsOf(file)
  const waiting = waitingOf(file, ratings)
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
    handler: handlerOf(file),
    category: categoryOf(file),
    placeId: f.placeId ?? null,
    // A reporter (举报) is known to nobody.
    pc: file.pc || null,
    person: f.requestKind === 'report' ? null : f.person || null,
    joined: [...topicsOf(file), ...repeatsOf(file)].join(' '),
    receivedAt: f.receivedAt ?? '',
    dueAt: due.at,
    paused: due.paused !== null,
    extensions: due.extensions,
    urgeAt: urge,
    superviseAt: supervise,
    waiting,
    replyBy: replyUntil(file),
    duty: dutyOf(file),
    rating: ratings.length === 0 ? 'none' : ratings.some(({ state }) => isOpenRating(state)) ? 'open' : 'done',
    nextAt: due.paused ? due.paused.until : (feedbackNext(file, waiting, ratings) ?? agreedNext(file)),
    reopened: file.acts.some((act) => act.type === 'reopening'),
    disputed: file.conflicts.length > 0,
  }
}

// Whatever a merge left there: of a report nobody is named.
const named = ({ fields }: CaseFile): { readonly name: string; readonly phone: string } => {
  if (isConfidential(fields)) return { name: '', phone: '' }
  const { requesterName = '', requesterPhone = '', requesterUnit = '' } = fields
  return { name: [requesterUnit, requesterName].filter(Boolean).join(' · '), phone: requesterPhone }
}

/** Ends each part of a searched text; nobody can type it. */
export const PART_END = '\u0001'

/**
 * Everything a search may find, in four parts, each with its `PART_END`: the name; phone and place, which with the name tell
 * who it was; the title; all the rest. Letters (pinyin, initials) look at name and title alone.
 */
export function searchedText(file: CaseFile): string {
  const { title = '', text, forWhom, place, number, orderNumber, externalId, externalCategory } = file.fields
  const { name, phone } = named(file)
  const digits = phone.replace(/\D/g, '')
  const answers = actsOf(file.acts, 'answer').map((answer) => answer.content)
  const lines = (...words: readonly (string | undefined)[]): string => words.filter(Boolean).join('\n')
  const ofOrder = orderNumber === externalId ? '' : orderNumber
  const rest = lines(text, forWhom, number, ofOrder, externalId, externalCategory, ...answers)
  const parts = [name, lines(phone, digits === phone ? '' : digits, place), title, rest]
  return parts.map((part) => part.replaceAll(PART_END, ' ') + PART_END).join('')
}
