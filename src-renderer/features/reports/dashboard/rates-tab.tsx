/** 三率: by what they are worked out of, then by place, kind, provider, colleague; each number with the cases behind it. */
import { useTranslation } from 'react-i18next'
import { pathOf } from '#app/session/route.ts'
import { Chips } from '#app/ui/chips.tsx'
import type { Measure } from '#core/figures/measures.ts'
import { rateText } from '#core/figures/rates.ts'
import type { Group, ReportFigures } from '#core/reports/report-figures.ts'
import { GROUPINGS } from '#core/reports/slices.ts'
import { ChartCard } from './chart-card.tsx'
import { Figure } from './figure.tsx'
import { RatesCard } from './rates-card.tsx'
import { askFor, useReportQuery } from './report-query.ts'
import { useGroupNames, useReportTables } from './report-tables.ts'
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

const COUNTS: readonly Measure[] = ['received', 'closed', 'open', 'overdue']
const MOST = 60

function GroupsCard({ figures, onOpen }: TabProps) {
  const { t } = useTranslation('reports')
  const hasStations = figures.groups.station.some(({ key }) => key !== '')
  const by = useReportQuery((query) => query.by) ?? (hasStations ? 'station' : 'place')
  const nameOf = useGroupNames()
  const tables = useReportTables(figures)
  const groups = figures.groups[by]
  const figure = (group: Group, measure: Measure, name: string) => (
    <Figure
      value={group.counts[measure]}
      figure={{ by: group.by, key: group.key, measure }}
      onOpen={onOpen}
      label={`${name} ${t(`measure.${measure}`)}`}
    />
  )
  /** 95.0% with 19/20 under it: a rate without its denominator says nothing. */
  const rate = (group: Group, value: number | null, measure: Measure, name: string) => (
    <td className="number" key={measure}>
      {rateText(value, '%')}
      <div className="muted small">
        {figure(group, measure, name)}/{group.rates.valid}
      </div>
    </td>
  )
  const line = (group: Group, name: string) => (
    <tr key={group.key} className={group.by === 'all' ? 'sum' : ''}>
      <th scope="row">{name}</th>
      {COUNTS.map((measure) => (
        <td className="number" key={measure}>
          {figure(group, measure, name)}
        </td>
      ))}
      <td className="number">
        {rateText(group.inTime, '%')}
        <div className="muted small">
          {figure(group, 'in-time', name)}/{figure(group, 'timed', name)}
        </div>
      </td>
      <td className="number">{figure(group, 'valid', name)}</td>
      {rate(group, group.rates.response, 'contacted', name)}
      {rate(group, group.rates.solution, 'solved', name)}
      <td className="number">
        {rateText(group.rates.satisfaction, '%')}
        <div className="muted small">
          {figure(group, 'satisfied', name)}+{figure(group, 'basically', name)}/{group.rates.valid}
        </div>
      </td>
      <td className="number">
        <b>{rateText(group.rates.score, '')}</b>
      </td>
    </tr>
  )
  return (
    <ChartCard
      title={t('rates.by', { by: t(`by.${by}`) })}
      table={tables.groups(by)}
      stamp={figures.stamp}
      tools={
        <Chips
          value={by}
          options={GROUPINGS.filter((one) => one !== 'station' || hasStations).map((value) => ({
            value,
            label: t(`by.${value}`),
          }))}
          onChange={(value) => askFor({ by: value })}
        />
      }
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t(`by.${by}`)}</th>
            {COUNTS.map((measure) => (
              <th scope="col" className="number" key={measure}>
                {t(`measure.${measure}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('rate.inTime')}
            </th>
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
          {groups.slice(0, MOST).map((group) => line(group, nameOf(by, group)))}
          {line(figures.all, t('sum'))}
        </tbody>
      </table>
      {groups.length > MOST && <p className="muted small">{t('rates.cut', { shown: MOST, count: groups.length })}</p>}
    </ChartCard>
  )
}
