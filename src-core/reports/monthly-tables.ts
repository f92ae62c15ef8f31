/** The tables of a monthly report, in the order in which they are printed; papers and spreadsheets are made of the same ones. */
import { codeWords } from './code-words.ts'
import { AGES } from '../figures/measures.ts'
import { share, type Rates } from '../figures/rates.ts'
import type { MonthlyMore } from './monthly-more.ts'
import type { MonthlyWords } from './monthly-words.ts'
import type { PaperFrame } from './papers/paper.ts'
import type { Group, ReportFigures } from './report-figures.ts'
import type { PaperNames } from './paper-names.ts'
import type { ReportTable, TableCell, TableColumn } from './report-table.ts'
import { monthlyWords } from './report-stamp.ts'
import type { Grouping } from './slices.ts'

export type MonthlyFacts = { readonly figures: ReportFigures; readonly more: MonthlyMore; readonly named: PaperNames }

/** Cases alike in one neighbourhood from which a hotspot is made of them, and how many of them a report lists. */
export const HOT = 3
const MOST_HOT = 10

type Titles = MonthlyWords['column']
const counts = (titles: Titles, names: readonly (keyof Titles)[], width: number): TableColumn[] =>
  names.map((name) => ({ title: titles[name], kind: 'count', width }))
const column = (title: string, kind: TableColumn['kind'], width: number): TableColumn => ({ title, kind, width })

/** How a group is called: service types have words, the rest names, and what is not known says so. */
export function groupName(group: Pick<Group, 'key' | 'name'>, by: Grouping, frame: PaperFrame): string {
  if (group.key === '') return monthlyWords(frame).unnamed[by]
  if (by !== 'type') return group.name || group.key
  const types: Readonly<Record<string, string>> = codeWords(frame.words.language).serviceType
  return types[group.key] ?? group.key
}

/** By place, kind, provider: what came in, what was done, and the rates with what they are worked out of. */
export function groupTable({ figures }: Pick<MonthlyFacts, 'figures'>, by: Grouping, frame: PaperFrame): ReportTable {
  const words = monthlyWords(frame)
  const titles = words.column
  const line = (name: string, { counts: n, rates, inTime }: Group): TableCell[] => [
    name,
    n.received,
    n.closed,
    n.open,
    n.overdue,
    inTime,
    rates.valid,
    rates.response,
    rates.solution,
    rates.satisfaction,
    rates.score,
  ]
  return {
    name: words.by[by],
    caption: words.by[by],
    columns: [
      column(words.by[by], 'words', 20),
      ...counts(titles, ['received', 'closed', 'open', 'overdue'], 7.2),
      column(titles.inTime, 'percent', 9.4),
      column(titles.valid, 'count', 7.8),
      ...(['response', 'solution', 'satisfaction'] as const).map((name) => column(titles[name], 'percent', 9)),
      column(titles.score, 'score', 8),
    ],
    rows: [
      ...figures.groups[by].map((group) => line(groupName(group, by, frame), group)),
      line(words.sum, figures.all),
    ],
  }
}

/** All, asked by others, asked by the handler: with every number that a rate is worked out of. */
export function ratesTable({ figures }: Pick<MonthlyFacts, 'figures'>, frame: PaperFrame): ReportTable {
  const words = monthlyWords(frame)
  const titles = words.column
  const line = (name: string, rates: Rates): TableCell[] => [
    name,
    rates.valid,
    rates.contacted,
    rates.response,
    rates.solved,
    rates.solution,
    rates.satisfied,
    rates.basically,
    rates.satisfaction,
    rates.score,
  ]
  return {
    name: words.caption.rates,
    caption: words.caption.rates,
    columns: [
      column(titles.whom, 'words', 15),
      ...counts(titles, ['valid', 'contacted'], 9),
      column(titles.response, 'percent', 10),
      column(titles.solved, 'count', 9),
      column(titles.solution, 'percent', 10),
      ...counts(titles, ['satisfied', 'basically'], 9),
      column(titles.satisfaction, 'percent', 10),
      column(titles.score, 'score', 9),
    ],
    rows: [
      line(words.all, figures.all.rates),
      line(words.byOthers, figures.byOthers),
      line(words.bySelf, figures.bySelf),
    ],
  }
}

export function badTable({ more: { bad } }: Pick<MonthlyFacts, 'more'>, frame: PaperFrame): ReportTable {
  const words = monthlyWords(frame)
  const kinds = ['putRight', 'setAside', 'notPutRight', 'inWork'] as const
  return {
    name: words.bad.all,
    caption: words.caption.bad,
    columns: [column(words.column.outcome, 'words', 60), column(words.column.count, 'count', 20), column(words.column.share, 'percent', 20)], // prettier-ignore
    rows: [
      ...kinds.map((kind) => [words.bad[kind], bad[kind], share(bad[kind], bad.all)]),
      [words.sum, bad.all, share(bad.all, bad.all)],
    ],
  }
}

/** What a gap report is made of as well. */
export function gapTable(
  { more: { gaps }, named }: Pick<MonthlyFacts, 'more' | 'named'>,
  frame: PaperFrame,
): ReportTable {
  const words = monthlyWords(frame)
  const codes = codeWords(frame.words.language)
  const sum = (of: 'open' | 'all'): number => gaps.reduce((all, gap) => all + gap[of], 0)
  return {
    name: words.caption.gaps,
    caption: words.caption.gaps,
    columns: [
      column(words.by.type, 'words', 18),
      column(words.by.category, 'words', 32),
      column(words.by.place, 'words', 26),
      ...counts(words.column, ['gapsOpen', 'gapsAll'], 12),
    ],
    rows: [
      ...gaps.map((gap) => [
        codes.serviceType[gap.serviceType],
        named.categories[gap.category] || words.unnamed.category,
        named.places[gap.place] || words.unnamed.place,
        gap.open,
        gap.all,
      ]),
      [words.sum, '', '', sum('open'), sum('all')],
    ],
  }
}

export function moneyTable(
  { more: { money }, named }: Pick<MonthlyFacts, 'more' | 'named'>,
  frame: PaperFrame,
): ReportTable {
  const words = monthlyWords(frame)
  const sum = (of: 'orders' | 'reserved' | 'paid' | 'copay'): number => money.reduce((all, line) => all + line[of], 0)
  return {
    name: words.caption.money,
    caption: words.caption.money,
    columns: [
      column(words.by.provider, 'words', 34),
      column(words.column.orders, 'count', 12),
      ...(['reserved', 'paid', 'copay'] as const).map((name) => column(words.column[name], 'yuan', 18)),
    ],
    rows: [
      ...money.map((line) => [named.providers[line.provider] || words.unnamed.provider, line.orders, line.reserved, line.paid, line.copay]), // prettier-ignore
      [words.sum, sum('orders'), sum('reserved'), sum('paid'), sum('copay')],
    ],
  }
}

/** 小区 × 一级分类 with three cases or more; what is not known of place or kind is no hotspot. */
export function hotspotTable(
  { figures, named }: Pick<MonthlyFacts, 'figures' | 'named'>,
  frame: PaperFrame,
): ReportTable {
  const words = monthlyWords(frame)
  const hot = figures.heat.flatMap(({ key, counts: { received, open } }) => {
    const [place = '', level1 = ''] = key.split('|')
    return place !== '' && level1 !== '' && received >= HOT ? [{ place, level1, received, open }] : []
  })
  hot.sort(
    (a, b) =>
      b.received - a.received || b.open - a.open || (`${a.place}${a.level1}` < `${b.place}${b.level1}` ? -1 : 1),
  )
  return {
    name: words.hotspots,
    caption: words.caption.hotspots,
    columns: [
      column(words.by.place, 'words', 36),
      column(words.by.level1, 'words', 36),
      ...counts(words.column, ['received', 'open'], 14),
    ],
    rows: hot
      .slice(0, MOST_HOT)
      .map((one) => [named.places[one.place] ?? null, named.categories[one.level1] ?? null, one.received, one.open]),
  }
}

export function agesTable({ figures }: Pick<MonthlyFacts, 'figures'>, frame: PaperFrame): ReportTable {
  const words = monthlyWords(frame)
  const { counts: n } = figures.all
  const steps = [...AGES.map(([measure]) => measure), 'open-more'] as const
  return {
    name: words.column.days,
    caption: words.caption.ages,
    columns: [column(words.column.days, 'words', 60), column(words.column.count, 'count', 20), column(words.column.share, 'percent', 20)], // prettier-ignore
    rows: [
      ...steps.map((step, i) => [words.ages[i]!, n[step], share(n[step], n.open)]),
      [words.sum, n.open, share(n.open, n.open)],
    ],
  }
}

export function lateTable(
  { more: { late }, named }: Pick<MonthlyFacts, 'more' | 'named'>,
  frame: PaperFrame,
): ReportTable {
  const words = monthlyWords(frame)
  return {
    name: words.column.overdue,
    caption: words.caption.late,
    columns: [
      column(words.column.number, 'words', 22),
      column(words.by.category, 'words', 22),
      column(words.by.place, 'words', 18),
      column(words.by.provider, 'words', 22),
      column(words.column.dueAt, 'day', 16),
    ],
    rows: late.map(({ number, category, place, provider, dueAt, confidential }) => [
      number,
      confidential ? words.confidential : named.categories[category] || words.unnamed.category,
      confidential ? words.confidential : named.places[place] || words.unnamed.place,
      confidential
        ? words.confidential
        : provider === ''
          ? words.unnamed.provider
          : (named.providers[provider] ?? null),
      dueAt,
    ]),
  }
}
