/**
 * 差评 (DOMAIN §7.4): every named bad rating opens its own road by itself: verify → put right by a working-day limit → ask
 * again → done. Nobody has to remember it, because it is read from the acts: a valid bad revisit without steps waits to be
 * verified. A case that was reopened after it is being put right, and closing it again is the putting right.
 */
import { isBad } from '../figures/bad-rating.ts'
import type { Moment } from '../lib/time.ts'
import { actsOf, type Act, type CaseFile } from '../case-file/case-file.ts'
import { MOST_ATTEMPTS } from './attempts.ts'
import type { RatingState } from './codes.ts'
import type { RevisitAct } from './rounds.ts'

export type RatingStepAct = Extract<Act, { type: 'rating-step' }>

export type Rating = {
  readonly revisit: RevisitAct
  readonly state: RatingState
  /** Until when it is put right; null before it is confirmed. */
  readonly dueAt: Moment | null
  readonly dueUnsure: boolean
  readonly steps: readonly RatingStepAct[]
  /** When it was put right; null while it is not. */
  readonly rectifiedAt: Moment | null
  /** An objection was ruled against: there is no second one. */
  readonly appealRefused: boolean
}

export const isBadRevisit = ({ valid, scale = '', grade = '' }: RevisitAct): boolean => valid && isBad(scale, grade)

/** In the order of their revisits. */
export function ratingsOf(file: Pick<CaseFile, 'acts'>): readonly Rating[] {
  const { acts } = file
  const out: Rating[] = []
  for (const [at, act] of acts.entries()) {
    if (act.type !== 'revisit' || !isBadRevisit(act)) continue
    out.push(ratingOf(act, acts.slice(at + 1)))
  }
  return out
}

/** `later`: what was written after it. A step that a merge put before its revisit is found all the same: none can be. */
function ratingOf(revisit: RevisitAct, later: readonly Act[]): Rating {
  const steps = actsOf(later, 'rating-step').filter((step) => step.revisit === revisit.id)
  const last = (...wanted: readonly string[]): RatingStepAct | undefined =>
    steps.findLast(({ step }) => wanted.includes(step))
  const ruling = last('upheld', 'refused')
  const verdict = last('confirmed', 'not-ours')
  const reopened = later.findIndex(({ type }) => type === 'reopening')
  const closed = reopened < 0 ? -1 : later.findIndex(({ type }, i) => i > reopened && type === 'closing')
  const done = later.findIndex((act) => act.type === 'rating-step' && act.revisit === revisit.id && act.step === 'rectified') // prettier-ignore
  const righted = done < 0 ? closed : closed < 0 ? done : Math.min(done, closed)
  const second = reopened < 0 ? null : actsOf([later[reopened]!], 'reopening')[0]!
  const isWaiting = steps.some(({ step }) => step === 'appealed') && ruling === undefined
  return {
    revisit,
    state: stateOf(),
    dueAt: (verdict?.step === 'confirmed' ? verdict.dueAt : undefined) ?? second?.dueAt ?? null,
    dueUnsure: verdict?.dueUnsure ?? false,
    steps,
    rectifiedAt: righted < 0 ? null : later[righted]!.at,
    appealRefused: ruling?.step === 'refused',
  }

  function stateOf(): RatingState {
    if (ruling?.step === 'upheld') return 'superseded'
    if (isWaiting) return 'under-appeal'
    if (verdict?.step === 'not-ours') return 'not-ours'
    if (righted < 0) return verdict || reopened >= 0 ? 'to-rectify' : 'to-verify'
    const asked = actsOf(later.slice(righted + 1), 'revisit')
    const answer = asked.find(({ valid }) => valid)
    if (answer) return isBadRevisit(answer) ? 'bad-again' : 'put-right'
    return asked.length >= MOST_ATTEMPTS ? 'unreached' : 'to-revisit'
  }
}
