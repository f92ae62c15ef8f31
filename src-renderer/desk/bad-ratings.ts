/** 差评: every bad rating, where it stands and what can be done with it now. The rated one reads what was said, never who said it. */
import { readCase, readProvider, userName, type Book } from '#core/book/book.ts'
import { accountsOf } from '#core/book/accounts-of.ts'
import { catalogueOf } from '#core/book/catalogue-of.ts'
import { actsOf, type CaseFile } from '#core/case-file/case-file.ts'
import type { ServiceType } from '#core/case-file/codes.ts'
import type { TwoNames } from '#core/category/category.ts'
import { ratingStepsNow } from '#core/feedback/record-rating-step.ts'
import {
  isOpenRating,
  RATING_STATES,
  type NotOursReason,
  type RatingState,
  type RatingStep,
} from '#core/revisit/codes.ts'
import { ratingNumber, saidWithoutRater } from '#core/revisit/hidden-rating.ts'
import { isRated, SMALL_STATION_ACCOUNTS } from '#core/revisit/rated.ts'
import { ratingsOf, type Rating } from '#core/revisit/ratings.ts'
import { roundsOf } from '#core/revisit/rounds.ts'
import { categoryOf, serviceTypeOf } from '#core/case-file/status.ts'
import { ratingAt, type CaseTable } from './case-table.ts'
import type { DeskState } from './state.ts'
import { viewerOf } from './viewer.ts'

export type RatingRow = {
  readonly case: string
  readonly revisit: string
  /** 差评编号; leads nobody to the case. */
  readonly number: string
  /** Null for whoever was rated. */
  readonly caseNumber: string | null
  readonly at: string
  readonly scale: string
  readonly grade: string
  readonly solved: boolean
  /** Without names and numbers. */
  readonly words: string
  readonly state: RatingState
  readonly dueAt: string | null
  readonly dueUnsure: boolean
  readonly rectifiedAt: string | null
  readonly serviceType: ServiceType | null
  readonly category: TwoNames
  readonly provider: string
  /** Who was rated: whoever answered or closed the case. */
  readonly rated: readonly string[]
  /** Whoever looks was rated. */
  readonly isOwn: boolean
  /** What whoever looks may do now. */
  readonly steps: readonly RatingStep[]
  readonly told: readonly {
    readonly step: RatingStep
    readonly at: string
    readonly by: string
    readonly note: string
    readonly reason: NotOursReason | null
    readonly self: boolean
  }[]
}

const kept = new WeakMap<CaseTable, { readonly revision: number; readonly rows: readonly RatingRow[] }>()
const DECIDES: ReadonlySet<RatingStep> = new Set(['confirmed', 'not-ours', 'upheld', 'refused'])

/** Those that wait for somebody first, by their limit; then the settled ones, the newest first. Only cases that ever had one are read. */
export function badRatings(state: DeskState): readonly RatingRow[] {
  const { table, book } = state
  const before = kept.get(table)
  if (before?.revision === table.revision) return before.rows
  const rows: RatingRow[] = []
  for (let row = 0; row < table.count; row++) {
    if (ratingAt(table, row) === 'none') continue
    const file = readCase(book, table.id[row]!)
    if (file) for (const rating of ratingsOf(file)) rows.push(rowOf(book, file, rating))
  }
  rows.sort(
    (a, b) =>
      Number(isOpenRating(b.state)) - Number(isOpenRating(a.state)) ||
      (isOpenRating(a.state)
        ? (a.dueAt ?? '').localeCompare(b.dueAt ?? '') || a.at.localeCompare(b.at)
        : b.at.localeCompare(a.at)) ||
      RATING_STATES.indexOf(a.state) - RATING_STATES.indexOf(b.state) ||
      a.revisit.localeCompare(b.revisit),
  )
  kept.set(table, { revision: table.revision, rows })
  return rows
}

function rowOf(book: Book, file: CaseFile, rating: Rating): RatingRow {
  const { revisit } = rating
  const round = roundsOf(file).find((acts) => acts.some(({ id }) => id === revisit.id)) ?? file.acts
  const handled = [...actsOf(round, 'answer'), ...actsOf(round, 'closing')].map(({ by }) => by)
  const isSmall = accountsOf(book) <= SMALL_STATION_ACCOUNTS
  const isOwn = isRated(file, viewerOf(book), round)
  const code = categoryOf(file)
  const lead = actsOf(round, 'referral').findLast(({ role }) => role !== 'co')
  const steps = ratingStepsNow(rating)
  return {
    case: file.id,
    revisit: revisit.id,
    number: ratingNumber(revisit.id),
    caseNumber: isOwn && !isSmall ? null : (file.fields.number ?? ''),
    at: revisit.at,
    scale: revisit.scale ?? '',
    grade: revisit.grade ?? '',
    solved: revisit.solved ?? false,
    words: saidWithoutRater(file, revisit.words),
    state: rating.state,
    dueAt: rating.dueAt,
    dueUnsure: rating.dueUnsure,
    rectifiedAt: rating.rectifiedAt,
    serviceType: serviceTypeOf(file),
    category: catalogueOf(book, revisit.at).leaf(code)?.name ?? { zh: code, en: code },
    provider: lead ? (readProvider(book, lead.provider)?.name ?? '') : '',
    rated: [...new Set(handled)].map((user) => userName(book, user)),
    isOwn,
    steps: isOwn && !isSmall ? steps.filter((step) => !DECIDES.has(step)) : steps,
    told: rating.steps.map(({ step, at, by, note, reasonCode, self }) => ({
      step,
      at,
      by: userName(book, by),
      note: saidWithoutRater(file, note),
      reason: reasonCode ?? null,
      self: self ?? false,
    })),
  }
}
