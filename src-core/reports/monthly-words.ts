/** Every word of monthly report, gap report and public notice. To add one: its type here, then both languages. */
import type { Period } from '../figures/period.ts'
import type { GapDetail } from './monthly-more.ts'
import type { Grouping } from './slices.ts'

export type MonthlyWords = {
  /** 社区服务月报, or 情况报告 for anything but a calendar's month. */
  readonly title: (isMonth: boolean) => string
  /** `about`: the period in a few words. */
  readonly fileName: (isMonth: boolean, about: string) => string
  /** 2026年第10期 */
  readonly issue: (year: number, month: number) => string
  readonly period: (period: Period) => string
  readonly periodLabel: string
  readonly filtersLabel: string
  readonly noFilter: string
  readonly rulesLabel: string
  readonly rules: (response: string, satisfaction: string, solution: string, basically: string) => string
  readonly countsLabel: string
  readonly counts: (cases: number, rounds: number, valid: number, self: number, ties: number) => string
  readonly madeLabel: string
  readonly headsLabel: string
  readonly about: string
  readonly item: string
  readonly value: string
  readonly filter: Readonly<Record<'place' | 'serviceType' | 'category' | 'provider' | 'handler' | 'station', string>>
  readonly by: Readonly<Record<Grouping, string>>
  /** What has no name in a grouping. */
  readonly unnamed: Readonly<Record<Grouping, string>>
  readonly column: Readonly<
    Record<
      | 'received'
      | 'closed'
      | 'open'
      | 'overdue'
      | 'inTime'
      | 'valid'
      | 'contacted'
      | 'response'
      | 'solved'
      | 'solution'
      | 'satisfied'
      | 'basically'
      | 'satisfaction'
      | 'score'
      | 'count'
      | 'share'
      | 'whom'
      | 'days'
      | 'orders'
      | 'reserved'
      | 'paid'
      | 'copay'
      | 'gapsOpen'
      | 'gapsAll'
      | 'number'
      | 'dueAt'
      | 'outcome',
      string
    >
  >
  readonly all: string
  readonly sum: string
  readonly byOthers: string
  readonly bySelf: string
  readonly heading: Readonly<
    Record<'overall' | 'groups' | 'rates' | 'bad' | 'gaps' | 'money' | 'hotspots' | 'open', (n: number) => string>
  >
  readonly tableNumber: (n: number, title: string) => string
  readonly caption: Readonly<Record<'rates' | 'bad' | 'gaps' | 'money' | 'hotspots' | 'ages' | 'late', string>>
  readonly bad: Readonly<Record<'all' | 'putRight' | 'setAside' | 'notPutRight' | 'inWork', string>>
  readonly ages: readonly string[]
  readonly confidential: string
  readonly hotspots: string
  readonly cut: (shown: number, of: number) => string
  /** Sentences. Percentages come as text, "—" where there is nothing to divide by. */
  readonly overall: (n: {
    readonly received: number
    readonly reopened: number
    readonly closed: number
    readonly onTheSpot: number
    readonly inTime: string
    readonly open: number
    readonly overdue: number
  }) => string
  readonly types: (parts: readonly { readonly name: string; readonly count: number }[]) => string
  readonly rateText: (n: {
    readonly valid: number
    readonly contacted: number
    readonly response: string
    readonly solved: number
    readonly solution: string
    readonly satisfied: number
    readonly basically: number
    readonly satisfaction: string
    readonly score: string
  }) => string
  readonly noRevisit: string
  readonly selfText: (self: number) => string
  readonly tiesText: (ties: number) => string
  readonly badText: (n: {
    readonly all: number
    readonly putRight: number
    readonly setAside: number
    readonly notPutRight: number
    readonly inWork: number
  }) => string
  readonly noBad: string
  readonly gapsText: (all: number, open: number) => string
  readonly noGaps: string
  readonly moneyText: (paid: string, reserved: string, copay: string, providers: number) => string
  readonly noMoney: string
  readonly hotspotsText: (count: number) => string
  readonly noHotspots: string
  readonly topicsText: (begun: number, open: number) => string
  readonly openText: (open: number, overdue: number) => string
  readonly noOpen: string
  readonly privacy: string
  readonly madeBy: string
  readonly checkedBy: string
  readonly seal: string
  readonly gapReport: {
    readonly title: string
    readonly fileName: (about: string) => string
    readonly list: string
    readonly recorded: string
    readonly wantedBy: string
    readonly state: Readonly<Record<GapDetail['state'], string>>
  }
  readonly notice: {
    readonly title: string
    readonly fileName: (about: string) => string
    readonly opening: (station: string, period: string) => string
    /** Sums of cases as text: one that is too small is told as such. */
    readonly closing: (n: { readonly received: string; readonly closed: string; readonly inTime: string }) => string
    readonly rates: (valid: number, response: string, solution: string, satisfaction: string) => string
    readonly outcome: string
    readonly others: string
    readonly cases: (count: number) => string
    readonly small: (least: number) => string
    readonly tooFew: (least: number) => string
    readonly method: (least: number) => string
    readonly objections: string
  }
}
