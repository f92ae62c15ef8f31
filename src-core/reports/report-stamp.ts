/** What every report prints of itself: period, filters, weights, counts, data heads, when it was made. As boxes and as a sheet. */
import { monthOf } from '../figures/period.ts'
import type { SheetToWrite } from '../sheet/write-sheet.ts'
import { codeWords } from './code-words.ts'
import { EN_MONTHLY_WORDS } from './monthly-words-en.ts'
import { ZH_MONTHLY_WORDS } from './monthly-words-zh.ts'
import type { MonthlyWords } from './monthly-words.ts'
import type { PaperFrame, PaperPart } from './papers/paper.ts'
import type { ReportStamp } from './report-figures.ts'

/** `counts` null: of a public notice, where a count of one would tell of one case. */
export type PrintedStamp = Omit<ReportStamp, 'counts'> & { readonly counts: ReportStamp['counts'] | null }

export const monthlyWords = ({ words }: PaperFrame): MonthlyWords =>
  words.language === 'en' ? EN_MONTHLY_WORDS : ZH_MONTHLY_WORDS

export const isMonth = ({ period }: Pick<ReportStamp, 'period'>): boolean => {
  const month = monthOf(period.from)
  return month.from === period.from && month.until === period.until
}

/** 2026年第10期 for a month of the calendar; '' for anything else. */
export const issueOf = (stamp: Pick<ReportStamp, 'period'>, words: MonthlyWords): string =>
  isMonth(stamp) ? words.issue(Number(stamp.period.from.slice(0, 4)), Number(stamp.period.from.slice(5, 7))) : ''

type Line = readonly [label: string, value: string]

function stampLines(stamp: PrintedStamp, frame: PaperFrame): readonly Line[] {
  const words = monthlyWords(frame)
  const { period, rules, filters, counts, heads, madeAt } = stamp
  const codes = codeWords(frame.words.language)
  const part = (value: number): string => String(Math.round(value * 10_000) / 10_000)
  const filterWords = filters.map(({ filter, key, name }) => {
    const shown = filter === 'serviceType' ? codes.serviceType[key as keyof typeof codes.serviceType] : name || key
    return `${words.filter[filter]}：${shown}`
  })
  return [
    [words.periodLabel, words.period(period)],
    [words.filtersLabel, filterWords.join('；') || words.noFilter],
    [
      words.rulesLabel,
      words.rules(part(rules.response), part(rules.satisfaction), part(rules.solution), part(rules.basically)),
    ],
    ...(counts
      ? [
          [
            words.countsLabel,
            words.counts(counts.cases, counts.rounds, counts.valid, counts.self, counts.ties),
          ] as const,
        ]
      : []),
    [words.madeLabel, frame.words.moment(madeAt)],
    [words.headsLabel, heads],
  ]
}

export const stampBoxes = (stamp: PrintedStamp, frame: PaperFrame): PaperPart => ({
  kind: 'boxes',
  rows: stampLines(stamp, frame).map(([label, value]) => [{ label, value }] as const),
})

/** First sheet of every .xlsx: `more` stands above the stamp (station, title). */
export function stampSheet(stamp: PrintedStamp, frame: PaperFrame, more: readonly Line[]): SheetToWrite {
  const words = monthlyWords(frame)
  return {
    name: words.about,
    columns: [
      { title: words.item, kind: 'text', width: 18 },
      { title: words.value, kind: 'text', width: 90 },
    ],
    rows: [...more, ...stampLines(stamp, frame)],
  }
}
