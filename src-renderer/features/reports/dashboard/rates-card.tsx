/** 三率 of the period, each with the rounds behind it. */
import { useTranslation } from 'react-i18next'
import { rateText } from '#core/figures/rates.ts'
import type { ReportFigures } from '#core/reports/report-figures.ts'
import { ChartCard } from './chart-card.tsx'
import { ratesOption } from './chart-options.ts'
import { Figure } from './figure.tsx'
import { numeratorOf, useReportTables } from './report-tables.ts'
import type { OpenFigure } from './use-open-figure.ts'

const RATES = ['response', 'solution', 'satisfaction'] as const
const SOME = { response: 'contacted', solution: 'solved', satisfaction: 'satisfied' } as const

type RatesCardProps = { readonly figures: ReportFigures; readonly onOpen: OpenFigure | null }

export function RatesCard({ figures, onOpen }: RatesCardProps) {
  const { t } = useTranslation('reports')
  const { all } = figures
  const labels = RATES.map((rate) => t(`rate.${rate}`))
  const option = ratesOption(
    labels,
    RATES.map((rate) => all.rates[rate]),
  )
  return (
    <ChartCard
      title={t('rates.title')}
      hint={t('rates.hint', { count: all.rates.valid, score: rateText(all.rates.score, '') })}
      chart={{
        option,
        height: 190,
        onPick: ({ at }) => onOpen?.({ by: 'all', key: '', measure: SOME[RATES[at] ?? 'response'] }),
      }}
      table={useReportTables(figures).rates()}
      stamp={figures.stamp}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('rates.which')}</th>
            <th scope="col" className="number">
              {t('rates.value')}
            </th>
            <th scope="col" className="number">
              {t('rates.some')}
            </th>
            <th scope="col" className="number">
              {t('measure.valid')}
            </th>
          </tr>
        </thead>
        <tbody>
          {RATES.map((rate, i) => (
            <tr key={rate}>
              <th scope="row">{labels[i]}</th>
              <td className="number">{rateText(all.rates[rate], '%')}</td>
              <td className="number">
                <Figure
                  value={all.counts[SOME[rate]]}
                  figure={{ by: 'all', key: '', measure: SOME[rate] }}
                  onOpen={onOpen}
                  label={labels[i]!}
                />
                {rate === 'satisfaction' && (
                  <>
                    {' + '}
                    <Figure
                      value={all.counts.basically}
                      figure={{ by: 'all', key: '', measure: 'basically' }}
                      onOpen={onOpen}
                      label={t('measure.basically')}
                    >
                      {t('rates.basically', { shown: all.counts.basically, factor: figures.stamp.rules.basically })}
                    </Figure>
                  </>
                )}
              </td>
              <td className="number">
                <Figure
                  value={all.rates.valid}
                  figure={{ by: 'all', key: '', measure: 'valid' }}
                  onOpen={onOpen}
                  label={t('measure.valid')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <span className="spoken-only">{numeratorOf(all, 'satisfaction')}</span>
    </ChartCard>
  )
}
