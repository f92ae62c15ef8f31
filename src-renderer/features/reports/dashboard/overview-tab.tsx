/** 总览: numbers first, then who serves and who pays, then how it goes on, what people say, what waits, and where what comes from. */
import { useTranslation } from 'react-i18next'
import { rateText } from '#core/figures/rates.ts'
import type { Group, ReportFigures } from '#core/reports/report-figures.ts'
import { ChartCard } from './chart-card.tsx'
import { ageingOption, COLOURS, trendOption, typesOption } from './chart-options.ts'
import { Figure } from './figure.tsx'
import { GroupsCard, hasStations } from './groups-card.tsx'
import { Headline } from './headline.tsx'
import { HeatCard } from './heat-card.tsx'
import { AGE_STEPS, useGroupNames, useReportTables } from './report-tables.ts'
import { RatesCard } from './rates-card.tsx'
import { Stamp } from './stamp.tsx'
import { TileMatrix } from './tile-matrix.tsx'
import type { OpenFigure } from './use-open-figure.ts'

type TabProps = { readonly figures: ReportFigures; readonly onOpen: OpenFigure | null }

export function OverviewTab({ figures, onOpen }: TabProps) {
  // Nothing in this period: empty axes would say less than the tiles' one sentence.
  if (Object.values(figures.all.counts).every((count) => count === 0))
    return (
      <>
        <Headline figures={figures} onOpen={onOpen} />
        <TileMatrix figures={figures} onOpen={onOpen} />
        <Stamp stamp={figures.stamp} />
      </>
    )
  return (
    <>
      <Headline figures={figures} onOpen={onOpen} />
      <TileMatrix figures={figures} onOpen={onOpen} />
      {hasStations(figures) && <GroupsCard figures={figures} onOpen={onOpen} of="station" />}
      <div className="two-charts">
        <TrendCard figures={figures} onOpen={onOpen} />
        <TypesCard figures={figures} onOpen={onOpen} />
        <RatesCard figures={figures} onOpen={onOpen} />
        <AgeingCard figures={figures} onOpen={onOpen} />
      </div>
      <HeatCard figures={figures} onOpen={onOpen} />
      <Stamp stamp={figures.stamp} />
    </>
  )
}

/** Of a stretch: its first day; a year or month by its own name. */
const pointName = (from: string, unit: string): string =>
  unit === 'year' ? from.slice(0, 4) : unit === 'month' ? from.slice(0, 7) : from.slice(5, 10)

function TrendCard({ figures, onOpen }: TabProps) {
  const { t } = useTranslation('reports')
  const { unit, points } = figures.trend
  const labels = points.map(({ period }) => pointName(period.from, unit))
  const measures = ['received', 'closed'] as const
  const option = trendOption(
    labels,
    measures.map((name, i) => ({
      name: t(`measure.${name}`),
      colour: i === 0 ? COLOURS.brandMid : COLOURS.brand,
      data: points.map((point) => point[name]),
    })),
    { name: t('rate.score'), data: points.map(({ rates }) => rates.score) },
  )
  const open = (at: number, measure: 'received' | 'closed' | 'valid'): void =>
    onOpen?.({ by: 'all', key: '', measure }, points[at]!.period)
  return (
    <ChartCard
      title={t('trend.title')}
      hint={t(`trend.${unit}`)}
      chart={{ option, height: 240, onPick: ({ series, at }) => open(at, measures[series] ?? 'valid') }}
      table={useReportTables(figures).trend()}
      stamp={figures.stamp}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('trend.from')}</th>
            {[...measures, 'valid' as const].map((name) => (
              <th scope="col" className="number" key={name}>
                {t(`measure.${name}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('rate.score')}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ period, received, closed, rates }, i) => (
            <tr key={period.from}>
              <th scope="row">{labels[i]}</th>
              {(
                [
                  ['received', received],
                  ['closed', closed],
                  ['valid', rates.valid],
                ] as const
              ).map(([measure, value]) => (
                <td className="number" key={measure}>
                  <Figure
                    value={value}
                    figure={{ by: 'all', key: '', measure }}
                    period={period}
                    onOpen={onOpen}
                    label={`${labels[i]} ${t(`measure.${measure}`)}`}
                  />
                </td>
              ))}
              <td className="number">{rateText(rates.score, '')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartCard>
  )
}

/** Columns of a table that break groups down; every number opens its cases. */
function GroupTable({
  groups,
  measures,
  onOpen,
  title,
}: {
  readonly groups: readonly Group[]
  readonly measures: readonly ('received' | 'closed' | 'open' | 'overdue')[]
  readonly onOpen: OpenFigure | null
  readonly title: string
}) {
  // prettier-ignore
  const { t } = useTranslation('reports')
  const nameOf = useGroupNames()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {measures.map((measure) => (
            <th scope="col" className="number" key={measure}>
              {t(`measure.${measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.key}>
            <th scope="row">{nameOf(group.by, group)}</th>
            {measures.map((measure) => (
              <td className="number" key={measure}>
                <Figure
                  value={group.counts[measure]}
                  figure={{ by: group.by, key: group.key, measure }}
                  onOpen={onOpen}
                  label={`${nameOf(group.by, group)} ${t(`measure.${measure}`)}`}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function TypesCard({ figures, onOpen }: TabProps) {
  const { t } = useTranslation(['reports', 'codes'])
  const nameOf = useGroupNames()
  const groups = figures.groups.type
  const measures = ['received', 'closed', 'open'] as const
  const labels = groups.map((group) => `${t(`codes:serviceTypeLetter.${(group.key || 'undecided') as 'undecided'}`)} ${nameOf('type', group)}`) // prettier-ignore
  const colours = [COLOURS.brandMid, COLOURS.brand, COLOURS.warn]
  const option = typesOption(
    labels,
    measures.map((name, i) => ({
      name: t(`reports:measure.${name}`),
      colour: colours[i]!,
      data: groups.map(({ counts }) => counts[name]),
    })),
  )
  const pick = (series: number, at: number): void => {
    const group = groups[at]
    if (group) onOpen?.({ by: 'type', key: group.key, measure: measures[series] ?? 'received' })
  }
  return (
    <ChartCard
      title={t('reports:types.title')}
      chart={{ option, height: 240, onPick: ({ series, at }) => pick(series, at) }}
      table={useReportTables(figures).types()}
      stamp={figures.stamp}
    >
      <GroupTable groups={groups} measures={[...measures, 'overdue']} onOpen={onOpen} title={t('reports:by.type')} />
    </ChartCard>
  )
}

/** Older than a week: nearly every limit has run out by then. */
const ALARMED_FROM = 3

function AgeingCard({ figures, onOpen }: TabProps) {
  const { t } = useTranslation('reports')
  const labels = AGE_STEPS.map((step) => t(`measure.${step}`))
  const values = AGE_STEPS.map((step) => figures.all.counts[step])
  const open = (at: number): void => {
    const measure = AGE_STEPS[at]
    if (measure) onOpen?.({ by: 'all', key: '', measure })
  }
  return (
    <ChartCard
      title={t('ageing.title')}
      hint={t('ageing.hint')}
      chart={{ option: ageingOption(labels, values, ALARMED_FROM), height: 190, onPick: ({ at }) => open(at) }}
      table={useReportTables(figures).ageing()}
      stamp={figures.stamp}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('ageing.days')}</th>
            <th scope="col" className="number">
              {t('measure.open')}
            </th>
          </tr>
        </thead>
        <tbody>
          {AGE_STEPS.map((measure, i) => (
            <tr key={measure}>
              <th scope="row">{labels[i]}</th>
              <td className="number">
                <Figure
                  value={values[i]!}
                  figure={{ by: 'all', key: '', measure }}
                  onOpen={onOpen}
                  label={labels[i]!}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartCard>
  )
}
