/** What the acts of the current round leave undone: which step is the next one, seen from the desk. */
import { actsOf, currentRound, type Act, type CaseFile } from './case-file.ts'
import { endReason, isLead, leadOrder, openObjection, orderState, ordersInForce } from './orders.ts'
import { statusOf } from './status.ts'
import { attemptsOf, MOST_ATTEMPTS } from '../revisit/attempts.ts'
import { ratingsOf, type Rating } from '../revisit/ratings.ts'

/**
 * 办理中 · 待分类派单 · 待首次联系 · 退单待改派 · 等居民补材料 · 待办结 · 待回访 · 退单待裁定 · 单位已办完，待答复 · 待单位接单 · 服务缺口 ·
 * 差评待核实 · 差评待整改 · 差评申诉待裁定 · 未回访成功 · 转报有结果，待答复.
 * To add one: at the END (columns store the
 * position), its rule in `waitingOf`, and its words in both texts (cases.waiting).
 */
export const WAITINGS = [
  'nothing',
  'routing',
  'contact',
  'rerouting',
  'material',
  'closing',
  'revisit',
  'review',
  'answering',
  'reply',
  'gap',
  'verifying',
  'rectifying',
  'appeal',
  'unreached',
  'referred-back',
] as const
export type Waiting = (typeof WAITINGS)[number]

export function waitingOf(file: CaseFile, ratings: readonly Rating[] = ratingsOf(file)): Waiting {
  const status = statusOf(file)
  if (status === 'closed' || status === 'revisited') return ratingWaits(ratings) ?? (status === 'closed' ? revisitWaits(file) : 'nothing') // prettier-ignore
  if (status === 'answered') return 'closing'
  const round = currentRound(file)
  const contacted = actsOf(round, 'contact').some((contact) => contact.kind !== 'note')
  if (ordersInForce(file).some(({ id }) => openObjection(round, id))) return 'review'
  if (isReferredBack(round)) return 'referred-back'
  const lead = leadOrder(file)
  if (lead) {
    const state = orderState(round, lead)
    if (state === 'done') return 'answering'
    if (!contacted) return 'contact'
    return state === 'offered' ? 'reply' : 'nothing'
  }
  const ended = actsOf(round, 'referral').findLast(isLead)
  const gap = actsOf(round, 'gap').at(-1)
  // Found while looking for somebody, or after the last one gave it back.
  if (gap && (!ended || after(gap, ended))) return 'gap'
  if (ended) return endReason(round, ended.id) === 'missing-material' ? 'material' : 'rerouting'
  return contacted ? 'nothing' : 'routing'
}

/** 差评 before anything else: what is decided by a person first, then what is to be done, then the call. */
function ratingWaits(ratings: readonly Rating[]): Waiting | null {
  const states = new Set(ratings.map(({ state }) => state))
  if (states.has('under-appeal')) return 'appeal'
  if (states.has('to-verify')) return 'verifying'
  if (states.has('to-rectify')) return 'rectifying'
  return states.has('to-revisit') ? 'revisit' : null
}

/** DOMAIN §7.1: those that the draw left out wait for nobody, and three tries are enough. Closings without a plan are older: asked. */
function revisitWaits(file: CaseFile): Waiting {
  const closing = actsOf(currentRound(file), 'closing').at(-1)
  if (closing?.revisitPlan === 'not-drawn') return 'nothing'
  return attemptsOf(file).length >= MOST_ATTEMPTS ? 'unreached' : 'revisit'
}

/** What goes on after the upper office has said what came of a 个案转报. To add one: here. */
const GOES_ON: ReadonlySet<Act['type']> = new Set(['answer', 'contact', 'referral', 'transfer'])

/** A transfer that was no order of this case: no order says that it is done, and nobody has acted on its result. */
function isReferredBack(round: readonly Act[]): boolean {
  const result = actsOf(round, 'transfer-result').at(-1)
  if (!result || round.some((act) => GOES_ON.has(act.type) && after(act, result))) return false
  const transfer = actsOf(round, 'transfer').find(({ id }) => id === result.transfer)
  return !transfer?.referral
}

const after = (a: Act, b: Act): boolean => a.written[0] - b.written[0] > 0 || (a.written[0] === b.written[0] && a.written[1] > b.written[1]) // prettier-ignore

/** Until when the provider says whether it takes the order: while nobody has answered it. */
export function replyUntil(file: CaseFile): string | null {
  const lead = leadOrder(file)
  if (statusOf(file) === 'answered' || !lead || orderState(currentRound(file), lead) !== 'offered') return null
  return lead.replyBy ?? null
}

/** When a revisit is tried again, or until when a bad rating is put right. */
export function feedbackNext(file: CaseFile, waiting: Waiting, ratings: readonly Rating[]): string | null {
  if (waiting === 'revisit') return attemptsOf(file).at(-1)?.nextAt ?? null
  if (waiting !== 'rectifying') return null
  const due = ratings.filter(({ state }) => state === 'to-rectify').map(({ dueAt }) => dueAt ?? '')
  return due.toSorted()[0] || null
}

/** When the desk said it would be in touch again: by the last contact of a round that is not answered yet. */
export function agreedNext(file: CaseFile): string | null {
  const round = currentRound(file)
  if (round.some((act) => act.type === 'answer' || act.type === 'closing')) return null
  return actsOf(round, 'contact').at(-1)?.nextAt ?? null
}
