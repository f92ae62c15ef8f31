/** What a station head asks first: how much came in, how much is done, what is late, and what residents say of it. */
import { useTranslation } from 'react-i18next'
import type { Measure } from '#core/figures/measures.ts'
import { rateText } from '#core/figures/rates.ts'
import type { ReportFigures } from '#core/reports/report-figures.ts'
import { Figure } from './figure.tsx'
import type { OpenFigure } from './use-open-figure.ts'

type HeadlineProps = { readonly figures: ReportFigures; readonly onOpen: OpenFigure | null }

export function Headline({ figures: { all, bySelf }, onOpen }: HeadlineProps) {
  const { t } = useTranslation('reports')
  const figure = (measure: Measure, children?: string) => (
    <Figure
      value={all.counts[measure]}
      figure={{ by: 'all', key: '', measure }}
      onOpen={onOpen}
      label={t(`measure.${measure}`)}
    >
      {children}
    </Figure>
  )
  const aside = (measure: Measure) => (
    <span>
      {t(`measure.${measure}`)} {figure(measure)}
    </span>
  )
  return (
    <div className="headline">
      <div className="card">
        <h3>{t('measure.received')}</h3>
        <b>{figure('received')}</b>
        <p>{aside('reopened')}</p>
      </div>
      <div className="card">
        <h3>{t('measure.closed')}</h3>
        <b>{figure('closed')}</b>
        <p>{aside('on-the-spot')}</p>
      </div>
      <div className="card">
        <h3>{t('rate.inTime')}</h3>
        <b>{rateText(all.inTime, '%')}</b>
        <p>
          <span>
            {figure('in-time')} / {figure('timed')} {t('timedHint')}
          </span>
        </p>
      </div>
      <div className="card">
        <h3>{t('measure.open')}</h3>
        <b>{figure('open')}</b>
        <p className={all.counts.overdue > 0 ? 'bad' : ''}>{aside('overdue')}</p>
      </div>
      <div className="card">
        <h3>{t('rate.score')}</h3>
        <b>{rateText(all.rates.score, '')}</b>
        <p>
          {aside('valid')}
          {bySelf.valid > 0 && <> · {aside('self')}</>}
        </p>
      </div>
    </div>
  )
}
