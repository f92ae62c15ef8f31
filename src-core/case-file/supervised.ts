/**
 * 督办: how an order stands, from its acts: issued or received → answered → accepted, or sent back and answered again. One
 * state for whatever a merge brings; of two judgements of one answer the stricter holds (as in rectified.ts).
 */
import type { EntityId } from '../kernel/event.ts'
import type { Moment } from '../lib/time.ts'
import { actsOf, type Act, type CaseFile } from './case-file.ts'

export type SupervisionOrder = Extract<Act, { type: 'supervision-order' }>
export type SupervisionAnswer = Extract<Act, { type: 'supervision-answer' }>

/** 待答复 · 已答复，待认可 · 已退回 · 已结案. To add one: here, in `supervised`, and its words. */
export const SUPERVISED_STATES = ['open', 'answered', 'sent-back', 'accepted'] as const
export type SupervisedState = (typeof SUPERVISED_STATES)[number]

export type Supervised = {
  readonly state: SupervisedState
  readonly dueAt: Moment
  /** The answer that is waited on; null when there is none. */
  readonly unjudged: SupervisionAnswer | null
  readonly answeredAt: Moment | null
  readonly closedAt: Moment | null
  readonly disagreed: boolean
  /** 已公示 or 已谈话. */
  readonly held: boolean
}

export function supervised(order: SupervisionOrder, steps: readonly SupervisionAnswer[]): Supervised {
  const said = (of: EntityId, step: SupervisionAnswer['step']): SupervisionAnswer | undefined =>
    steps.find((one) => one.step === step && one.answer === of)
  const answers = steps.filter(({ step }) => step === 'answered')
  const kept = answers.filter(({ id }) => !said(id, 'sent-back'))
  const accepted = kept.flatMap(({ id }) => said(id, 'accepted') ?? [])
  const unjudged = accepted.length > 0 ? null : (kept.at(-1) ?? null)
  return {
    state:
      accepted.length > 0
        ? 'accepted'
        : unjudged
          ? 'answered'
          : steps.some(({ step }) => step === 'sent-back')
            ? 'sent-back'
            : 'open',
    dueAt: steps.findLast(({ step, dueAt }) => step === 'sent-back' && dueAt)?.dueAt ?? order.dueAt,
    unjudged,
    answeredAt: kept[0]?.at ?? null,
    closedAt: accepted[0]?.at ?? null,
    disagreed: answers.some(({ id }) => said(id, 'accepted') && said(id, 'sent-back')),
    held: steps.some(({ step }) => step === 'held'),
  }
}

/** Not answered by its day; or it was, but too late. */
export const isLateAnswer = ({ dueAt, answeredAt }: Supervised, now: Moment): boolean => (answeredAt ?? now) > dueAt

/** Every 督办 order of a case with how it stands, in the order of writing. */
export const supervisionOf = (
  file: CaseFile,
): readonly {
  readonly order: SupervisionOrder
  readonly steps: readonly SupervisionAnswer[]
  readonly stands: Supervised
}[] =>
  actsOf(file.acts, 'supervision-order').map((order) => {
    const steps = actsOf(file.acts, 'supervision-answer').filter((step) => step.order === order.id)
    return { order, steps, stands: supervised(order, steps) }
  })
