/**
 * What one round of a case says to the figures: every rate, count and scorecard is worked out from these, and from nothing
 * else. A case that was reopened has one per round; each keeps its own answer, closing and revisit (DOMAIN §6).
 */
import { actsOf, type Act, type CaseFile } from '../case-file/case-file.ts'
import type { Channel, Outcome, RequestKind, ServiceType, Urgency } from '../case-file/codes.ts'
import { dueOf } from '../case-file/due.ts'
import { handlerOf } from '../case-file/handler.ts'
import { doneStep, isLead, leadOrder, orderState, upheldRulings } from '../case-file/orders.ts'
import { categoryOf, serviceTypeOf } from '../case-file/status.ts'
import type { EntityId } from '../kernel/event.ts'
import type { Moment } from '../lib/time.ts'
import { secondsOf } from './seconds.ts'
import { revisitFacts, type RevisitFacts } from './revisit-facts.ts'

export type OrderFacts = {
  readonly id: EntityId
  readonly provider: EntityId
  readonly role: 'lead' | 'co'
  readonly serviceType: ServiceType
  readonly at: Moment
  readonly dueAt: Moment | null
  /** 接单, or an office's 已受理. */
  readonly acceptedAt: Moment | null
  /** 办完, or an office's 已反馈. */
  readonly doneAt: Moment | null
  /** 退单 that was granted; whoever declined at once never had it. */
  readonly returned: boolean
  readonly returnedAt: Moment | null
  /** 上报: to an office of government, whatever kind of service the case is of. */
  readonly upward: boolean
  /** 不接, or taken back by the station without a reproach: what came of it is nobody's work. */
  readonly nobodys: boolean
}

export type RoundFacts = {
  readonly case: EntityId
  /** The PC that took the case in: an upper office tells the station by it. */
  readonly pc: string
  /** 1 for the first. */
  readonly round: number
  readonly number: string
  readonly requestKind: RequestKind
  readonly channel: Channel
  readonly urgency: Urgency
  /** As they stood at the end of the round: type, category, place, handler. */
  readonly serviceType: ServiceType | null
  readonly category: string
  readonly placeId: string | null
  /** Private words, as they were said. */
  readonly place: string
  readonly handler: EntityId | null
  /** Whoever led the work when the round ended; null: the station itself. */
  readonly provider: EntityId | null
  /** What its order is paid by; null where nobody said. */
  readonly agreement: EntityId | null
  readonly orders: readonly OrderFacts[]
  /** Of a later round: when it was reopened. */
  readonly receivedAt: Moment
  /** The resident was reached; a note is no contact. */
  readonly firstContactAt: Moment | null
  /** In force when the round ended; null where there is none, or its clock stands still. */
  readonly dueAt: Moment | null
  /** To the resident, not to whoever dispatched the matter. */
  readonly answeredAt: Moment | null
  readonly closedAt: Moment | null
  readonly outcome: Outcome | null
  /** When the next round began; null: this is the last one. */
  readonly endedAt: Moment | null
  /** 当场办结: taken in and closed in one save. */
  readonly onTheSpot: boolean
  /** The one that counts: the last valid one of the round that nobody superseded or withdrew. */
  readonly revisit: RevisitFacts | null
  /** Revisits that nobody ordered among themselves, the one that counts among them; none nearly always. */
  readonly ties: readonly EntityId[]
  readonly seconds: RoundSeconds
}

/** The same moments to be compared (seconds.ts); `ledAt`: when the first 主办 order went out. */
export type RoundSeconds = Readonly<
  Record<'receivedAt' | 'closedAt' | 'endedAt' | 'dueAt' | 'revisitedAt' | 'ledAt', number>
>

/** One per round, the first round first. */
export function factsOf(file: CaseFile): readonly RoundFacts[] {
  const starts = [0]
  file.acts.forEach((act, at) => {
    if (act.type === 'reopening') starts.push(at)
  })
  return starts.map((from, i) => {
    const end = starts[i + 1]
    // Seen as the case stood before it was reopened: one rule for the current round and for earlier ones.
    const seen = end === undefined ? file : { ...file, acts: file.acts.slice(0, end) }
    const round = i === 0 && end === undefined ? file.acts : seen.acts.slice(from)
    return factsOfRound(file, seen, round, i + 1, end === undefined ? null : file.acts[end]!.at)
  })
}

/** `whole`: a revisit may be superseded after the next round began. */
function factsOfRound(
  whole: CaseFile,
  seen: CaseFile,
  acts: readonly Act[],
  round: number,
  endedAt: Moment | null,
): RoundFacts {
  const { fields } = seen
  const receivedAt = (round > 1 ? acts[0]?.at : fields.receivedAt) ?? ''
  const closing = actsOf(acts, 'closing').at(-1)
  const firstContactAt = earliest(actsOf(acts, 'contact').filter((act) => act.reached && act.kind !== 'note'))
  const answeredAt = earliest(actsOf(acts, 'answer').filter(({ to }) => to === undefined || to.includes('resident')))
  const orders = ordersOf(acts)
  const lead = orders.length > 0 ? leadOrder(seen) : null
  const dueAt = dueOf(withClock(seen, acts)).at
  const closedAt = closing?.at ?? null
  const asked = revisitFacts(whole, acts, { firstContactAt, answeredAt })
  return {
    case: seen.id,
    pc: seen.pc,
    round,
    number: fields.number ?? '',
    requestKind: fields.requestKind ?? 'help',
    channel: fields.channel ?? 'visit',
    urgency: fields.urgency ?? 'general',
    serviceType: serviceTypeOf(seen),
    category: categoryOf(seen),
    placeId: fields.placeId || null,
    place: fields.place ?? '',
    handler: handlerOf(seen),
    provider: lead?.provider ?? null,
    agreement: lead?.agreement ?? null,
    orders,
    receivedAt,
    firstContactAt,
    dueAt,
    answeredAt,
    closedAt,
    outcome: closing?.outcome ?? null,
    endedAt,
    onTheSpot: round === 1 && closing !== undefined && closing.at === receivedAt && orders.length === 0,
    ...asked,
    seconds: {
      receivedAt: secondsOf(receivedAt),
      closedAt: secondsOf(closedAt),
      endedAt: secondsOf(endedAt),
      dueAt: secondsOf(dueAt),
      revisitedAt: secondsOf(asked.revisit?.at ?? null),
      ledAt: secondsOf(orders.find(({ role }) => role === 'lead')?.at ?? null),
    },
  }
}

/** Closed while its clock stood still, it was never late: the pause is looked at as if the case were still open. */
const withClock = (seen: CaseFile, round: readonly Act[]): CaseFile =>
  round.some(({ type }) => type === 'pause')
    ? { ...seen, acts: seen.acts.filter(({ type }) => type !== 'closing') }
    : seen

const NO_ORDERS: readonly OrderFacts[] = []

function ordersOf(acts: readonly Act[]): readonly OrderFacts[] {
  const orders = actsOf(acts, 'referral')
  if (orders.length === 0) return NO_ORDERS
  return orders.map((order) => {
    const steps = actsOf(acts, 'referral-step').filter(({ referral }) => referral === order.id)
    const state = orderState(acts, order)
    return {
      id: order.id,
      provider: order.provider,
      role: isLead(order) ? 'lead' : 'co',
      serviceType: order.serviceType,
      at: order.at,
      dueAt: order.dueAt ?? null,
      acceptedAt: earliest(steps.filter(({ step }) => step === 'accepted' || step === 'received')),
      doneAt: doneStep(acts, order.id)?.at ?? null,
      returned: state === 'returned',
      returnedAt: state === 'returned' ? earliest([...steps.filter(({ step }) => step === 'returned'), ...upheldRulings(acts, order.id)]) : null, // prettier-ignore
      upward: order.way === 'report-up',
      nobodys: state === 'declined' || (state === 'recalled' && !steps.some(({ step }) => step === 'silent')),
    }
  })
}

const earliest = (acts: readonly { readonly at: Moment }[]): Moment | null =>
  acts.reduce<Moment | null>((first, { at }) => (first === null || at < first ? at : first), null)
