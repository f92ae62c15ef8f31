/**
 * The rules of supervision (监督考核, DOMAIN §8) in one order. To add one: its file under rules/, its code in rule-codes.ts, a
 * line here, its words in both texts, and a case in the tests that it catches and one that it just does not.
 */
import type { CaseFile } from '../case-file/case-file.ts'
import { findingsOf } from '../case-file/rectified.ts'
import type { DayRules } from '../lib/deadline.ts'
import type { CaseRule, Doer, DoerEvidence, DoerLooking, DoerRule, Evidence } from './rule.ts'
import type { RuleCode } from './rule-codes.ts'
import { agreementEnding } from './rules/agreement-ending.ts'
import { agreementUsed } from './rules/agreement-used.ts'
import { backDated } from './rules/back-dated.ts'
import { badRatings } from './rules/bad-ratings.ts'
import { capacity } from './rules/capacity.ts'
import { closedUnanswered } from './rules/closed-unanswered.ts'
import { editedAfterClosing } from './rules/edited-after-closing.ts'
import { extendedTwice } from './rules/extended-twice.ts'
import { hotlineLate } from './rules/hotline-late.ts'
import { noFirstContact } from './rules/no-first-contact.ts'
import { overdue } from './rules/overdue.ts'
import { refusedUntold } from './rules/refused-untold.ts'
import { reopenedSoon } from './rules/reopened-soon.ts'
import { returnedAgain } from './rules/returned-again.ts'
import { revisitMissing } from './rules/revisit-missing.ts'
import { urgedIdle } from './rules/urged-idle.ts'

export const CASE_RULES: readonly CaseRule[] = [
  overdue,
  hotlineLate,
  noFirstContact,
  urgedIdle,
  returnedAgain,
  closedUnanswered,
  refusedUntold,
  revisitMissing,
  reopenedSoon,
  extendedTwice,
  backDated,
  editedAfterClosing,
]
/** Over many cases of one provider, or of one colleague. */
export const DOER_RULES: readonly DoerRule[] = [badRatings, capacity, agreementUsed, agreementEnding]

export type Hit = Evidence & { readonly rule: RuleCode }
export type DoerHit = DoerEvidence & { readonly rule: RuleCode; readonly who: string }

/** What the rules find on one case that nobody has judged yet. Some of it may only hold later: see `since`. */
export function hitsOf(file: CaseFile, days: DayRules): Hit[] {
  const hits = CASE_RULES.flatMap(({ code, look }): Hit[] => {
    const found = look(file, days)
    return found ? [{ ...found, rule: code }] : []
  })
  return hits.length === 0 ? hits : hits.filter((hit) => !isJudged(hit, judgedOn(file)))
}

export const doerHits = (doer: Doer, asked: DoerLooking): DoerHit[] =>
  DOER_RULES.flatMap(({ code, look }) => look(doer, asked).map((found) => ({ ...found, rule: code, who: doer.who })))

/** A finding that came from a rule: made of it, or dismissed by it. */
type Judged = { readonly rule?: string | undefined; readonly evidence?: string | undefined }

/** Judged as it stands: what changed since is another matter. */
export const isJudged = (hit: { readonly rule: string; readonly key: string }, judged: readonly Judged[]): boolean =>
  judged.some(({ rule, evidence }) => rule === hit.rule && evidence === hit.key)

/** A finding that was taken back judges nothing. */
export const judgedOn = (file: CaseFile): Judged[] =>
  findingsOf(file).flatMap(({ finding, stands }) =>
    finding.rule !== undefined && stands.state !== 'withdrawn' ? [finding] : [],
  )
