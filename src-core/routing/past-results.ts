/**
 * 过往办理: what became of the cases that a provider had, from that provider's own closed cases. Kept as sums, so that the
 * desk adds and takes away one case at a time and never walks over 100,000 of them to answer a question. The same aspects as
 * a scorecard's (supervision/scorecard), over all closed cases: what is seen there is what weighs here (DOMAIN §8).
 */
import { actsOf, currentRound, type CaseFile } from '../case-file/case-file.ts'
import { dueOf } from '../case-file/due.ts'
import { doneStep, leadOrder, orderState } from '../case-file/orders.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import { isSatisfied, RATE_RULES_START } from '../figures/rates.ts'
import { countingRevisits, supersededRevisits } from '../revisit/rounds.ts'

/** Fewer closed cases than this say nothing about anybody. */
export const ENOUGH = 5

export type PastResults = {
  readonly closed: number
  /** Accepted, of those who said anything. */
  readonly accepted: number
  readonly said: number
  /** Done in time, of those that had a deadline. */
  readonly inTime: number
  readonly timed: number
  readonly returned: number
  /** 已解决 by the resident, of valid revisits. */
  readonly solved: number
  readonly asked: number
  /** Of valid revisits: 满意, 基本满意. */
  readonly pleased: number
  readonly basically: number
}

export const NO_RESULTS: PastResults = {
  closed: 0,
  accepted: 0,
  said: 0,
  inTime: 0,
  timed: 0,
  returned: 0,
  solved: 0,
  asked: 0,
  pleased: 0,
  basically: 0,
}

const FIELDS = Object.keys(NO_RESULTS) as (keyof PastResults)[]

/** `sign` −1 takes away what was added before. */
export function addResults(sum: PastResults, one: PastResults, sign: 1 | -1 = 1): PastResults {
  const out = { ...sum } as Record<keyof PastResults, number>
  for (const field of FIELDS) out[field] += sign * one[field]
  return out
}

/** What one case says about each of its providers; nothing while it is open, nor of an order that the station took back. */
export function resultsOf(file: CaseFile): readonly (readonly [provider: string, result: PastResults])[] {
  if (isOpen(statusOf(file))) return []
  const round = currentRound(file)
  const orders = actsOf(round, 'referral')
  const due = dueOf(file).at ?? file.fields.dueAt
  const lead = leadOrder(file)
  // An earlier round's answer is about whoever led that one.
  const asked = countingRevisits(round, supersededRevisits(file)).findLast(({ solved }) => solved !== undefined)
  return orders.flatMap((order) => {
    const state = orderState(round, order)
    const steps = actsOf(round, 'referral-step').filter(({ referral }) => referral === order.id)
    if (state === 'recalled' && !steps.some(({ step }) => step === 'silent')) return []
    const took = state === 'done' || state === 'in-work' || steps.some(({ step }) => TAKEN.has(step))
    const done = doneStep(round, order.id)
    const until = order.dueAt ?? due
    const timed = done !== null && until !== undefined
    // What the resident says is about whoever led the work.
    const rated = order.id === lead?.id ? asked : undefined
    const result: PastResults = {
      closed: 1,
      accepted: took ? 1 : 0,
      said: took || state !== 'offered' ? 1 : 0,
      inTime: timed && done.at <= until ? 1 : 0,
      timed: timed ? 1 : 0,
      returned: state === 'returned' ? 1 : 0,
      solved: rated?.solved ? 1 : 0,
      asked: rated ? 1 : 0,
      pleased: isSatisfied(rated?.grade ?? '') ? 1 : 0,
      basically: rated?.grade === 'basically' ? 1 : 0,
    }
    return [[order.provider, result] as const]
  })
}

const TAKEN: ReadonlySet<string> = new Set(['accepted', 'received'])

/** Parts of 1, or null where there is nothing to divide by. */
export const ratesOf = (results: PastResults) => ({
  accepted: part(results.accepted, results.said),
  inTime: part(results.inTime, results.timed),
  kept: results.closed > 0 ? 1 - results.returned / results.closed : null,
  solved: part(results.solved, results.asked),
  satisfied: part(results.pleased + RATE_RULES_START.basically * results.basically, results.asked),
})
const part = (some: number, of: number): number | null => (of > 0 ? some / of : null)
