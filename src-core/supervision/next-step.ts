/** What a step of 整改 must bring along; the same for a finding on a case and on a provider. */
import { refuse, type Refusal } from '../case-file/decision.ts'
import { hasOffered, isUnsettled, type Finding, type Rectified, type Step } from '../case-file/rectified.ts'
import type { RectificationStep } from '../case-file/supervision-codes.ts'
import type { EntityId } from '../kernel/event.ts'
import { ok, type Result } from '../lib/result.ts'
import type { Moment } from '../lib/time.ts'
import { SMALL_STATION_ACCOUNTS } from '../revisit/rated.ts'

type Asks = {
  readonly step: RectificationStep
  readonly at: Moment
  readonly dueAt?: Moment | undefined
}

/** What goes with the step: which evidence a re-check looked at, and whether it was one's own. */
export type StepDetails = { readonly checks?: EntityId; readonly selfChecked?: true }

export function nextStep(
  {
    finding,
    steps,
    stands,
  }: { readonly finding: Finding; readonly steps: readonly Step[]; readonly stands: Rectified },
  { step, at, dueAt }: Asks,
  { now, user, accounts }: { readonly now: Moment; readonly user: EntityId; readonly accounts: number },
): Result<StepDetails, Refusal> {
  if (at > now) return refuse('in-the-future', ['at'])
  if (step === 'withdrawn') {
    if (stands.state === 'withdrawn' || stands.state === 'closed') return refuse('finding-closed')
    return finding.by === user ? ok({}) : refuse('not-your-finding')
  }
  if (stands.state === 'in-order') return refuse('nothing-to-rectify')
  if (!isUnsettled(stands)) return refuse('finding-closed')
  if (step === 'evidence' || step === 'explanation') return ok({})
  const looked: Step | null = stands.unchecked
  if (!looked) return refuse('no-evidence-yet')
  if (step === 'sent-back' && dueAt !== undefined && dueAt <= now) return refuse('deadline-past', ['dueAt'])
  if (!hasOffered(steps, user)) return ok({ checks: looked.id })
  return accounts > SMALL_STATION_ACCOUNTS ? refuse('self-check') : ok({ checks: looked.id, selfChecked: true })
}
