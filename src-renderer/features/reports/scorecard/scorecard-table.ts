/** The scorecards as a table that is saved, and the words of their parts. */
import { useTranslation } from 'react-i18next'
import type { ScorecardRow } from '#app/services/desk-types.ts'
import { rateText } from '#core/figures/rates.ts'
import type { ReportTable } from '#core/reports/report-table.ts'
import { ASPECT_NAMES, type Aspect } from '#core/supervision/scorecard/scorecard.ts'
import { OPINION_FROM } from '#core/survey/codes.ts'

export type ScorecardWords = {
  readonly title: string
  readonly head: Readonly<Record<'provider' | 'type' | 'orders' | 'score' | 'interviews' | 'opinions' | 'findings' | 'money' | 'medianHours', string>> // prettier-ignore
  readonly aspect: (aspect: Aspect) => string
  readonly type: (row: ScorecardRow) => string
  readonly interviews: (row: ScorecardRow) => string
  readonly opinions: (row: ScorecardRow) => string
}

export function useScorecardWords(): ScorecardWords {
  const { t } = useTranslation(['scorecard', 'codes', 'reports'])
  return {
    title: t('scorecard:title'),
    head: {
      provider: t('scorecard:provider'),
      type: t('reports:by.type'),
      orders: t('scorecard:orders'),
      score: t('scorecard:score'),
      interviews: t('scorecard:interviews'),
      opinions: t('scorecard:opinions'),
      findings: t('scorecard:findings'),
      money: t('scorecard:money'),
      medianHours: t('scorecard:medianHours'),
    },
    aspect: (aspect) => t(`scorecard:aspect.${aspect}`),
    type: ({ serviceType }) => t(`codes:serviceType.${serviceType}`),
    interviews: ({ interviews }) =>
      interviews && interviews.interviews > 0
        ? t('scorecard:interviewsText', { n: interviews.interviews, mean: rateText(interviews.mean, '') })
        : '—',
    opinions: ({ opinions }) => {
      if (!opinions) return '—'
      const sum = (field: 'all' | 'bad'): number => OPINION_FROM.reduce((all, from) => all + opinions[from][field], 0)
      return t('scorecard:opinionsText', { all: sum('all'), bad: sum('bad') })
    },
  }
}

export const scorecardTable = (rows: readonly ScorecardRow[], words: ScorecardWords): ReportTable => ({
  name: words.title.slice(0, 31),
  caption: words.title,
  columns: [
    { title: words.head.provider, kind: 'words', width: 28 },
    { title: words.head.type, kind: 'words', width: 14 },
    { title: words.head.orders, kind: 'count', width: 8 },
    ...ASPECT_NAMES.map((aspect) => ({ title: words.aspect(aspect), kind: 'percent' as const, width: 12 })),
    { title: words.head.score, kind: 'score', width: 10 },
    { title: words.head.medianHours, kind: 'score', width: 12 },
    { title: words.head.interviews, kind: 'words', width: 16 },
    { title: words.head.opinions, kind: 'words', width: 16 },
    { title: words.head.findings, kind: 'count', width: 8 },
    { title: words.head.money, kind: 'yuan', width: 12 },
  ],
  rows: rows.map((row) => [
    row.name,
    words.type(row),
    row.orders,
    ...row.lines.map(({ percent }) => percent),
    row.score,
    row.medianHours,
    words.interviews(row),
    words.opinions(row),
    row.findings.all,
    row.money?.paid ?? null,
  ]),
})
