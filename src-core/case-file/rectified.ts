/**
 * 整改: how a finding stands, from its steps: demand → evidence → re-check → closed or sent back (DOMAIN §8). The same for a
 * finding on a case and on a provider. Whatever set of steps a merge brings together has exactly one state: of two re-checks
 * of one piece of evidence, written apart, the stricter one holds, and that they differ is shown.
 */
import type { EntityId } from '../kernel/event.ts'
import type { Moment } from '../lib/time.ts'
import { actsOf, type Act, type CaseFile } from './case-file.ts'
import type { Verdict } from './codes.ts'
import type { RectificationStep } from './supervision-codes.ts'

export type Finding = {
  readonly id: EntityId
  readonly at: Moment
  readonly by: string
  readonly verdict: Verdict
  readonly demand: string
  readonly dueAt?: Moment | undefined
}

/** In the order of writing. */
export type Step = {
  readonly id: EntityId
  readonly at: Moment
  readonly by: string
  readonly step: RectificationStep
  readonly checks?: EntityId | undefined
  readonly dueAt?: Moment | undefined
  readonly selfChecked?: boolean | undefined
}

/** 规范，无需整改 · 待整改 · 待复核 · 已退回 · 已销号 · 已撤销. To add one: here, in `rectified`, and its words. */
export const RECTIFIED_STATES = ['in-order', 'open', 'checking', 'sent-back', 'closed', 'withdrawn'] as const
export type RectifiedState = (typeof RECTIFIED_STATES)[number]

export type Rectified = {
  readonly state: RectifiedState
  /** The limit in force: the last one that was set. */
  readonly dueAt: Moment | null
  /** Evidence or an explanation that nobody has looked at yet; the newest of several. */
  readonly unchecked: Step | null
  /** When it was put right, as the station says: the first evidence that was not sent back. */
  readonly doneAt: Moment | null
  readonly closedAt: Moment | null
  /** Two people re-checked the same evidence and said different things. */
  readonly disagreed: boolean
}

export const isOffered = ({ step }: Pick<Step, 'step'>): boolean => step === 'evidence' || step === 'explanation'

/** Put something right that was not sent back: somebody else's word beside it makes them no judge of their own work. */
export function hasOffered(steps: readonly Step[], user: string): boolean {
  const sentBack = new Set(steps.flatMap(({ step, checks }) => (step === 'sent-back' ? (checks ?? []) : [])))
  return steps.some((one) => isOffered(one) && one.by === user && !sentBack.has(one.id))
}

export function rectified(finding: Finding, steps: readonly Step[]): Rectified {
  const dueAt = steps.findLast(({ step, dueAt: due }) => step === 'sent-back' && due)?.dueAt ?? finding.dueAt ?? null
  const said = (of: EntityId, step: RectificationStep): Step | undefined =>
    steps.find((one) => one.step === step && one.checks === of)
  const offered = steps.filter(isOffered)
  const kept = offered.filter(({ id }) => !said(id, 'sent-back'))
  const passed = kept.flatMap(({ id }) => said(id, 'passed') ?? [])
  const unchecked = kept.findLast(({ id }) => !said(id, 'passed')) ?? null
  const rest = {
    dueAt,
    unchecked: passed.length > 0 ? null : unchecked,
    doneAt: kept[0]?.at ?? null,
    closedAt: passed[0]?.at ?? null,
    disagreed: offered.some(({ id }) => said(id, 'passed') && said(id, 'sent-back')),
  }
  if (steps.some(({ step }) => step === 'withdrawn')) return { ...rest, state: 'withdrawn' }
  if (finding.verdict === 'in-order') return { ...rest, state: 'in-order' }
  if (passed.length > 0) return { ...rest, state: 'closed' }
  if (unchecked) return { ...rest, state: 'checking' }
  return { ...rest, state: steps.some(({ step }) => step === 'sent-back') ? 'sent-back' : 'open' }
}

export const isUnsettled = ({ state }: Pick<Rectified, 'state'>): boolean =>
  state === 'open' || state === 'checking' || state === 'sent-back'

/** Not put right by its day; or it was, but too late. */
export function isLate({ state, dueAt, doneAt }: Rectified, now: Moment): boolean {
  if (dueAt === null || state === 'in-order' || state === 'withdrawn') return false
  return (doneAt ?? now) > dueAt
}

export type CaseFinding = Extract<Act, { type: 'finding' }>
export type CaseStep = Extract<Act, { type: 'rectification' }>

export const stepsOfFinding = (file: CaseFile, finding: EntityId): CaseStep[] =>
  actsOf(file.acts, 'rectification').filter((step) => step.finding === finding)

/** Every finding of a case with how it stands, in the order of writing. */
export const findingsOf = (
  file: CaseFile,
): readonly { readonly finding: CaseFinding; readonly steps: readonly CaseStep[]; readonly stands: Rectified }[] =>
  actsOf(file.acts, 'finding').map((finding) => {
    const steps = stepsOfFinding(file, finding.id)
    return { finding, steps, stands: rectified(finding, steps) }
  })
