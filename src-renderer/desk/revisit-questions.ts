/** What the screens of 回访 and 差评 ask. */
import { userName } from '#core/book/book.ts'
import { accountsOf } from '#core/book/accounts-of.ts'
import { readingOf } from '#core/book/reading.ts'
import { INVALID_REASONS, type InvalidReason } from '#core/case-file/codes.ts'
import { momentOf, type Moment } from '#core/lib/time.ts'
import { limitRules } from '#core/limits/limit-rules.ts'
import { nextTry } from '#core/revisit/attempts.ts'
import { SMALL_STATION_ACCOUNTS } from '#core/revisit/rated.ts'
import { settingsOf, type StationSettings } from '#core/station/settings.ts'
import type { Asking } from './asking.ts'
import { badRatings, type RatingRow } from './bad-ratings.ts'
import { recentRevisits, type RecentRevisit } from './recent-revisits.ts'
import { callSheet, casesByNumber, dueIds, duePage, type CallSheet, type DuePage } from './revisit-due.ts'
import { drawOf, type DrawView } from './revisit-draw.ts'

export type RevisitRules = {
  readonly accounts: number
  /** Everybody handles everything: self-revisits are allowed, nothing can be hidden. */
  readonly isSmall: boolean
  readonly user: string
  readonly userName: string
  readonly settings: StationSettings
  /** When a call that fails now would be tried again. */
  readonly tries: Readonly<Record<InvalidReason, Moment>>
}

export type RevisitQuestions = {
  revisitRules(): Promise<RevisitRules>
  revisitDue(offset: number, limit: number): Promise<DuePage>
  /** Everybody on the list, those who can be called now first. */
  revisitIds(): Promise<readonly string[]>
  revisitCall(id: string): Promise<CallSheet | null>
  /** For paper that is carried: whole names and numbers, never shown on a screen. Whoever asks leaves a trace (record-viewings). */
  revisitPapers(ids: readonly string[]): Promise<readonly CallSheet[]>
  casesByNumber(typed: string): Promise<readonly CallSheet[]>
  badRatings(): Promise<readonly RatingRow[]>
  recentRevisits(): Promise<readonly RecentRevisit[]>
  /** Closings from `from` (included) until `until` (excluded). */
  revisitDraw(from: string, until: string): Promise<DrawView>
}

export function revisitQuestions({ ready, parts }: Asking): RevisitQuestions {
  const sheets = async (ids: readonly string[]): Promise<readonly CallSheet[]> => {
    const { state } = await ready()
    return ids.map((id) => callSheet(state, id)).filter((sheet) => sheet !== null)
  }
  return {
    async revisitRules() {
      const { state, user } = await ready()
      const { book } = state
      const accounts = accountsOf(book)
      const reading = readingOf(book, '')
      const { calendar } = limitRules(reading)
      return {
        accounts,
        isSmall: accounts <= SMALL_STATION_ACCOUNTS,
        user,
        userName: userName(book, user),
        settings: settingsOf(reading),
        tries: Object.fromEntries(INVALID_REASONS.map((one) => [one, nextTry(momentOf(parts.clock()), one, calendar)])) as RevisitRules['tries'], // prettier-ignore
      }
    },
    revisitDue: async (offset, limit) => duePage((await ready()).state, offset, limit, parts.clock()),
    revisitIds: async () => dueIds((await ready()).state, parts.clock()),
    revisitCall: async (id) => callSheet((await ready()).state, id),
    revisitPapers: sheets,
    casesByNumber: async (typed) => sheets(casesByNumber((await ready()).state, typed)),
    badRatings: async () => badRatings((await ready()).state),
    recentRevisits: async () => recentRevisits((await ready()).state),
    revisitDraw: async (from, until) => drawOf((await ready()).state, from, until),
  }
}
