/**
 * The road of a deliberation: eight steps, each with what was recorded of it, what is missing and what is wrong with it.
 * Worked out from records alone, so that it is the same on every PC in whatever order they came (a property).
 */
import { addDays, dayNumber, dayOf, type Day } from '../lib/time.ts'
import { DELIBERATION_STEPS, type DeliberationStep, type Flaw } from './deliberation-codes.ts'
import type { Deliberation, ResolutionTask, StepRecord } from './deliberation-fields.ts'

/** `missing`: nothing is recorded of it, though a later step is. */
export type StepState = 'done' | 'skipped' | 'missing' | 'now' | 'ahead'

export type RoadStep = {
  readonly step: DeliberationStep
  readonly state: StepState
  /** What counts of it, the newest first; of objections every one. Empty while nothing is recorded. */
  readonly records: readonly StepRecord[]
  /** Two records of which neither knew the other: both are shown until somebody puts one right. */
  readonly disputed: boolean
  readonly flaws: readonly Flaw[]
}

/** Nobody corrected it; newest day first, then newest written. */
export function recordsInForce(records: readonly StepRecord[]): readonly StepRecord[] {
  const corrected = new Set(records.flatMap(({ corrects, id }) => corrects.filter((other) => other !== id)))
  return records.filter(({ id }) => !corrected.has(id)).toSorted((a, b) => compare(b.at, a.at) || compare(b.id, a.id))
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export function deliberationRoad(
  about: Deliberation,
  records: readonly StepRecord[],
  tasks: readonly ResolutionTask[],
  today: Day,
): readonly RoadStep[] {
  const of = (step: DeliberationStep): readonly StepRecord[] => recordsInForce(records.filter((one) => one.step === step)) // prettier-ignore
  const all = new Map(DELIBERATION_STEPS.map((step) => [step, of(step)]))
  // A task that is only planned is no step yet: what comes before it is still ahead, not missing.
  const isSet = (step: DeliberationStep): boolean =>
    all.get(step)!.length > 0 || (step === 'carry-out' && tasks.some(({ doneOn }) => Boolean(doneOn)))
  const last = DELIBERATION_STEPS.findLastIndex(isSet)
  let isNow = true
  return DELIBERATION_STEPS.map((step, i) => {
    const found = all.get(step)!
    const set = isSet(step)
    const carriedOn = step === 'carry-out' && found.length === 0 && tasks.some(({ doneOn }) => !doneOn)
    const state: StepState = set && !carriedOn ? (found[0]?.skipped ? 'skipped' : 'done') : i < last ? 'missing' : isNow ? 'now' : 'ahead' // prettier-ignore
    if (state === 'now') isNow = false
    const isMany = step === 'objections' && found.every(({ objection }) => Boolean(objection))
    return {
      step,
      state,
      records: found,
      disputed: !isMany && new Set(found.map(factsOf)).size > 1,
      flaws: flawsOf(step, about, all, tasks, today),
    }
  })
}

/** Two PCs that recorded the same thing agree. */
const factsOf = ({ id: _id, at: _at, by: _by, corrects: _corrects, ...facts }: StepRecord): string =>
  JSON.stringify(Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1)))

export const missingSteps = (road: readonly RoadStep[]): readonly DeliberationStep[] =>
  road.filter(({ state }) => state === 'missing').map(({ step }) => step)

type All = ReadonlyMap<DeliberationStep, readonly StepRecord[]>

function flawsOf(
  step: DeliberationStep,
  about: Deliberation,
  all: All,
  tasks: readonly ResolutionTask[],
  today: Day,
): readonly Flaw[] {
  const counts = (name: DeliberationStep): StepRecord | undefined => all.get(name)!.find(({ skipped }) => !skipped)
  const record = counts(step)
  const flaws: Flaw[] = []
  const note = (flaw: Flaw, is: boolean): void => void (is && flaws.push(flaw))
  switch (step) {
    case 'proposal':
      note('no-authority', about.authority === '' && all.get(step)!.length > 0)
      break
    case 'notice': {
      const met = counts('attendance')?.on ?? (about.meetingAt && dayOf(about.meetingAt))
      if (!record || !met) break
      const days = dayNumber(met) - dayNumber(record.on)
      if (days < 0) note('notice-late', true)
      else note('notice-short', days < about.noticeDays)
      break
    }
    case 'attendance':
      note('no-quorum', record?.present !== undefined && !hasQuorum(record.present, about.expected))
      break
    case 'vote': {
      if (!record) break
      const present = counts('attendance')?.present
      note('votes-differ', present !== undefined && !addsUp(record, present))
      note('not-carried', !isCarried(record, about))
      break
    }
    case 'legality':
      note('unlawful', record?.legality === 'unlawful')
      break
    case 'publication': {
      if (!record) break
      const end = addDays(record.on, about.publicationDays)
      if (record.until) note('publication-short', record.until < end)
      else note('publication-running', today < end)
      break
    }
    case 'objections':
      note(
        'unanswered',
        all.get(step)!.some(({ objection, answer }) => objection && !answer),
      )
      break
    case 'carry-out':
      note('tasks-open', all.get(step)!.length > 0 && tasks.some(({ doneOn }) => !doneOn))
      note(
        'tasks-late',
        tasks.some(({ doneOn, dueOn }) => !doneOn && dueOn < today),
      )
  }
  if (record) note('out-of-order', isBefore(step, record, all))
  return flaws
}

/** Of two steps that were both done, the later one on the road has the earlier day. A notice has its own words for it. */
function isBefore(step: DeliberationStep, { on }: StepRecord, all: All): boolean {
  if (step === 'attendance') return false
  const earlier = DELIBERATION_STEPS.slice(0, DELIBERATION_STEPS.indexOf(step))
  return earlier.some((name) => all.get(name)!.some((one) => !one.skipped && on < one.on && name !== 'objections'))
}

/** More than half of those who should come were there. Whole numbers only: no rounding decides. */
export const hasQuorum = (present: number, expected: number): boolean => present * 2 > expected

export const addsUp = (votes: Pick<StepRecord, 'votesFor' | 'against' | 'abstain'>, present: number): boolean =>
  (votes.votesFor ?? 0) + (votes.against ?? 0) + (votes.abstain ?? 0) === present

/** Of those who came, abstentions among them. */
export function isCarried(
  { votesFor = 0, against = 0, abstain = 0 }: Pick<StepRecord, 'votesFor' | 'against' | 'abstain'>,
  { majority }: Pick<Deliberation, 'majority'>,
): boolean {
  const present = votesFor + against + abstain
  return majority === 'half' ? votesFor * 2 > present : present > 0 && votesFor * 3 >= present * 2
}

/** First day on which a publication may end, its first day counted as the first of so many. */
export const publicationEnd = (about: Pick<Deliberation, 'publicationDays'>, on: Day): Day =>
  addDays(on, about.publicationDays)
