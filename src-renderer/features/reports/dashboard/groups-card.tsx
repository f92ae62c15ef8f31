/** Counts and 三率 by place, kind, provider … or, of an upper office, by station: each number with the cases behind it. */
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSettledRevision } from '#app/session/settled-revision.ts'
import { Chips } from '#app/ui/chips.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Measure } from '#core/figures/measures.ts'
import { rateText } from '#core/figures/rates.ts'
import type { Group, ReportFigures } from '#core/reports/report-figures.ts'
import { GROUPINGS, type Grouping } from '#core/reports/slices.ts'
import { ChartCard } from './chart-card.tsx'
import { CoverageMark, CoverageNote } from './coverage-mark.tsx'
import { Figure } from './figure.tsx'
import { askFor, useReportQuery } from './report-query.ts'
import { useGroupNames, useReportTables } from './report-tables.ts'
import type { OpenFigure } from './use-open-figure.ts'

type GroupsCardProps = {
  readonly figures: ReportFigures
  readonly onOpen: OpenFigure | null
  /** By this alone; left out: whoever reads it chooses. */
  readonly of?: Grouping
}

const COUNTS: readonly Measure[] = ['received', 'closed', 'open', 'overdue']
/** Of an upper office every station is somebody's: all of them stand there. */
const mostOf = (by: Grouping): number => (by === 'station' ? Infinity : 60)

export const hasStations = ({ groups }: ReportFigures): boolean => groups.station.some(({ key }) => key !== '')

export function GroupsCard({ figures, onOpen, of }: GroupsCardProps) {
  const { t } = useTranslation('reports')
  const ofStations = hasStations(figures)
  const chosen = useReportQuery((query) => query.by)
  const by = of ?? chosen ?? (ofStations ? 'station' : 'place')
  const most = mostOf(by)
  const nameOf = useGroupNames()
  const tables = useReportTables(figures)
  const { desk } = useServices()
  const revision = useSettledRevision()
  const coverage = useAnswer(async () => (by === 'station' ? desk.stationCoverage() : []), [desk, by, revision]) ?? []
  const ofHouse = new Map(coverage.map((line) => [line.house, line]))
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
  const markOf = (house: string) => {
    const line = ofHouse.get(house)
    return line && <CoverageMark of={line} />
  }
  const line = (group: Group, name: string) => (
    <tr key={group.key} className={group.by === 'all' ? 'sum' : ''}>
      <th scope="row">
        {name}
        {markOf(group.key)}
      </th>
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
      table={tables.groups(by, ofHouse)}
      stamp={figures.stamp}
      {...(of === undefined && {
        tools: (
          <Chips
            value={by}
            options={GROUPINGS.filter((one) => one !== 'station' || ofStations).map((value) => ({
              value,
              label: t(`by.${value}`),
            }))}
            onChange={(value) => askFor({ by: value })}
          />
        ),
      })}
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
          {groups.slice(0, most).map((group) => line(group, nameOf(by, group)))}
          {line(figures.all, t('sum'))}
        </tbody>
      </table>
      <CoverageNote lines={coverage} />
      {groups.length > most && <p className="muted small">{t('rates.cut', { shown: most, count: groups.length })}</p>}
    </ChartCard>
  )
}
