/** 三率: by what they are worked out of, then by place, kind, provider, colleague; each number with the cases behind it. */
import { useTranslation } from 'react-i18next'
import { pathOf } from '#app/session/route.ts'
import { rateText } from '#core/figures/rates.ts'
import type { ReportFigures } from '#core/reports/report-figures.ts'
import { Figure } from './figure.tsx'
import { GroupsCard } from './groups-card.tsx'
import { RatesCard } from './rates-card.tsx'
import { Stamp } from './stamp.tsx'
import type { OpenFigure } from './use-open-figure.ts'

type TabProps = { readonly figures: ReportFigures; readonly onOpen: OpenFigure | null }

export function RatesTab({ figures, onOpen }: TabProps) {
  const { t } = useTranslation('reports')
  const { all, byOthers, bySelf, ties, stamp } = figures
  return (
    <>
      <div className="two-charts">
        <RatesCard figures={figures} onOpen={onOpen} />
        <section className="card chart-card" aria-label={t('rates.who')}>
          <header>
            <h2>{t('rates.who')}</h2>
          </header>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('rates.whom')}</th>
                <th scope="col" className="number">
                  {t('measure.valid')}
                </th>
                <th scope="col" className="number">
                  {t('rate.response')}
                </th>
                <th scope="col" className="number">
                  {t('rate.solution')}
                </th>
                <th scope="col" className="number">
                  {t('rate.satisfaction')}
                </th>
                <th scope="col" className="number">
                  {t('rate.score')}
                </th>
              </tr>
            </thead>
            <tbody>
              {(
                [
                  ['others', byOthers],
                  ['self', bySelf],
                  ['all', all.rates],
                ] as const
              ).map(([who, rates]) => (
                <tr key={who}>
                  <th scope="row">{t(`rates.${who}`)}</th>
                  <td className="number">
                    <Figure
                      value={rates.valid}
                      figure={{ by: 'all', key: '', measure: who === 'all' ? 'valid' : who }}
                      onOpen={onOpen}
                      label={t(`rates.${who}`)}
                    />
                  </td>
                  <td className="number">{rateText(rates.response, '%')}</td>
                  <td className="number">{rateText(rates.solution, '%')}</td>
                  <td className="number">{rateText(rates.satisfaction, '%')}</td>
                  <td className="number">{rateText(rates.score, '')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small">
            {t('measure.bad')}{' '}
            <Figure
              value={all.counts.bad}
              figure={{ by: 'all', key: '', measure: 'bad' }}
              onOpen={onOpen}
              label={t('measure.bad')}
            />
            {' · '}
            {t('measure.tied')}{' '}
            <Figure
              value={all.counts.tied}
              figure={{ by: 'all', key: '', measure: 'tied' }}
              onOpen={onOpen}
              label={t('measure.tied')}
            />
          </p>
          {ties.length > 0 && (
            <div className="small ties">
              <p className="muted">{t('rates.tiesHint')}</p>
              {ties.slice(0, 10).map((tie) => (
                <a key={`${tie.case} ${tie.round}`} href={pathOf({ screen: 'case', id: tie.case })}>
                  {tie.number}
                </a>
              ))}
              {ties.length > 10 && <span className="muted">{t('rates.moreTies', { count: ties.length - 10 })}</span>}
            </div>
          )}
        </section>
      </div>
      <GroupsCard figures={figures} onOpen={onOpen} />
      <Stamp stamp={stamp} />
    </>
  )
}
