/** What a rule of supervision is. A rule only looks: nothing of it is stored, and what it says is a finding of nobody yet. */
import type { CaseFile } from '../case-file/case-file.ts'
import type { AgreementFields, Left } from '../agreement/agreement.ts'
import type { EntityId } from '../kernel/event.ts'
import type { DayRules } from '../lib/deadline.ts'
import type { Day, Moment } from '../lib/time.ts'
import type { RuleCode } from './rule-codes.ts'

/**
 * `since`: from when on it holds, which may still be ahead: a rule knows no clock, so that what it found is kept for weeks.
 * `until`: when it was over; null while it lasts. `key`: what it found, in short: a dismissed rule is silent until that
 * changes; it leaves the station, so it holds no words. `facts`: the numbers and moments of the sentence
 * (text: supervision.rule.<code>.says).
 */
export type Evidence = {
  readonly since: Moment
  readonly until: Moment | null
  readonly key: string
  readonly facts: Readonly<Record<string, string | number>>
}

export type CaseRule = {
  readonly code: RuleCode
  readonly look: (file: CaseFile, days: DayRules) => Evidence | null
}

/** One 差评, with whose work it was about. `provider`: null when the station did the work itself. */
export type BadRating = {
  readonly case: EntityId
  readonly at: Moment
  readonly provider: EntityId | null
  readonly handler: EntityId | null
}

/** One provider, or one colleague, with everything that a rule over many cases looks at. */
export type Doer = {
  readonly who: EntityId
  /** In the order of time. */
  readonly bad: readonly BadRating[]
  readonly services: readonly {
    readonly id: EntityId
    readonly name: string
    readonly most: number
    /** Cases whose order for it is in force and not done. */
    readonly open: readonly EntityId[]
  }[]
  readonly agreements: readonly { readonly id: EntityId; readonly agreement: AgreementFields; readonly left: Left }[]
}

/** `cases`: those behind it, the newest last. */
export type DoerEvidence = Evidence & { readonly cases: readonly EntityId[] }

export type DoerLooking = {
  readonly today: Day
  /** Settings of the station, as numbers. */
  readonly badRatings: number
  readonly usedPercent: number
}

export type DoerRule = {
  readonly code: RuleCode
  readonly look: (doer: Doer, asked: DoerLooking) => readonly DoerEvidence[]
}
