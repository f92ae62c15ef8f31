/** The shape every decision shares: what it may read, what it is told, and what it may answer. */
import type { Ledger } from '../agreement/ledger.ts'
import type { MoneyRefusal } from '../agreement/refusals.ts'
import type { Draft } from '../kernel/command.ts'
import type { EntityId } from '../kernel/event.ts'
import { err, type Result } from '../lib/result.ts'
import type { FiguresRefusal } from '../figures/refusals.ts'
import type { Moment } from '../lib/time.ts'
import type { Schema } from '../lib/schema.ts'
import type { HaveRefusal } from '../have/refusals.ts'
import type { LimitRefusal } from '../limits/refusals.ts'
import type { LearningRefusal } from '../learning/refusals.ts'
import type { NoticeRefusal } from '../notice/refusals.ts'
import type { DirectoryRefusal } from '../provider/refusals.ts'
import type { RevisitRefusal } from '../revisit/refusals.ts'
import type { SurveyRefusal } from '../survey/refusals.ts'
import type { TopicRefusal } from '../topic/refusal.ts'
import type { WalkRefusal } from '../walk-sheet/refusal.ts'
import type { CaseFile } from './case-file.ts'
import type { LetterRefusal } from '../peer/letter-refusals.ts'
import type { TrustRefusal } from '../peer/trust-refusals.ts'
import type { DifferenceRefusal } from '../peer/settlement.ts'
import type { PeopleRefusal } from '../person/refusal.ts'
import type { ReferralRefusal } from './referral-refusals.ts'
import type { SupervisionRefusal } from './supervision-refusals.ts'

/** Time, person and fresh ids come in as arguments: the same decision on the same facts is always the same. */
export type Asked = {
  readonly now: Moment
  readonly user: EntityId
  readonly newId: (type: string) => EntityId
}

/** What decisions may look at. */
export type Reading = {
  readonly caseFile: (id: EntityId) => CaseFile | null
  readonly exists: (id: EntityId) => boolean
  /** Shown values of any entity that is no case; null when it is unknown or erased. */
  readonly read: (id: EntityId) => Readonly<Record<string, unknown>> | null
  /** Every entity of a type that is neither case nor act. */
  readonly ids: (type: string) => ReadonlySet<EntityId>
  /** Every live value of one field, the shown one first: two where two people wrote at once. */
  readonly held: (id: EntityId, field: string) => readonly unknown[]
  /** The preset that a category of the catalogue names, on that day; undefined for one that it does not have. */
  readonly categoryLimit: (code: string, day: string) => string | undefined
  /** 资金台账, kept up to date entry by entry: asking for one account or one order looks at nothing else. */
  readonly money: () => Ledger
  /** Case by the source's own number. */
  readonly byExternal: (source: string, externalId: string) => EntityId | null
  /** Next free case number, e.g. S0012-A-2026-00001; the year is never below the last one used. */
  readonly nextNumber: (year: number) => string
  /** People who have an account at this station: decides whether a self-revisit is allowed (DOMAIN §7.1). */
  readonly accounts: number
}

/** To add one: here, and its sentence (what happened · what is safe · what to do) in both texts and in src-cli/texts.ts. */
export type RefusalCode =
  | FiguresRefusal
  | DirectoryRefusal
  | LimitRefusal
  | RevisitRefusal
  | 'invalid-input'
  | 'no-such-case'
  | 'no-such-provider'
  | 'no-such-referral'
  | 'case-closed'
  | 'case-open'
  | 'not-classified'
  | 'type-mismatch' // the provider serves another type and no reason was given
  | 'already-dispatched'
  | 'answer-first' // closing needs an answer or three failed attempts
  | 'reason-needed'
  | 'grade-needed'
  | 'self-revisit' // the handler may not revisit their own case here
  | 'already-there' // the external id is known: imported before
  | 'no-such-import'
  | 'no-such-colleague'
  | 'colleague-left' // gets no new work
  | 'same-name' // two of one name in a list of names
  | 'touched-since' // somebody worked on it after its import
  | 'station-exists'
  | 'in-the-future'
  | 'nothing-changed'
  | 'counter-view' // said by the window: the form began with words that counter view hides
  | 'order-not-refused' // a 12345 order knows no 不予受理, only 申请退单
  | 'not-an-order'
  | 'return-pending' // asked back, and not yet answered
  | 'not-asked-back'
  | 'reported-unit' // the provider is whom the report (举报) is about
  | TopicRefusal
  | SurveyRefusal
  | HaveRefusal
  | NoticeRefusal
  | LearningRefusal
  | WalkRefusal
  | PeopleRefusal
  | ReferralRefusal
  | MoneyRefusal
  | SupervisionRefusal
  | LetterRefusal
  | TrustRefusal
  | DifferenceRefusal
  | 'not-your-last' // only one's own act, and only while it is the newest of the case

export type Refusal = {
  readonly code: RefusalCode
  /** Names of the input fields that are wrong or missing, never their values. */
  readonly fields?: readonly string[]
  /** The moment it is about: until when it was allowed, or from when it will be. */
  readonly at?: Moment
  /** What is left of the money or of the quota: `unit` is 'fen' or one of QUOTA_UNITS. */
  readonly left?: { readonly n: number; readonly unit: string }
}

export type Decision = Result<readonly Draft[], Refusal>

export const refuse = (code: RefusalCode, fields?: readonly string[], at?: Moment) =>
  err<Refusal>({ code, ...(fields && { fields }), ...(at !== undefined && { at }) })

/** Checks the input against its schema; a refusal names the fields. */
export function checked<T>(schema: Schema<T>, input: unknown): Result<T, Refusal> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return { ok: true, value: parsed.data }
  return refuse('invalid-input', [...new Set(parsed.error.issues.map((issue) => issue.path.map(String).join('.')))])
}
