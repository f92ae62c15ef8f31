/** The figures of the dashboard as tables: what is saved as .xlsx is what stands on the screen. */
import { useTranslation } from 'react-i18next'
import type { CoverageLine } from '#app/services/desk-types.ts'
import { AGES, type Measure } from '#core/figures/measures.ts'
import type { Group, ReportFigures, TileCell } from '#core/reports/report-figures.ts'
import type { ReportTable, TableColumn } from '#core/reports/report-table.ts'
import type { Grouping, Slicing } from '#core/reports/slices.ts'

export const TYPES = ['administrative', 'welfare', 'market', ''] as const
export const AGE_STEPS: readonly Measure[] = [...AGES.map(([measure]) => measure), 'open-more']

const words = (title: string, width = 24): TableColumn => ({ title, kind: 'words', width })
const count = (title: string): TableColumn => ({ title, kind: 'count', width: 10 })
const percent = (title: string): TableColumn => ({ title, kind: 'percent', width: 10 })

/** What has no name says so: 本站自办, 待分类, 未登记小区. */
export function useGroupNames(): (by: Slicing, group: Pick<Group, 'key' | 'name'>) => string {
  const { t } = useTranslation(['reports', 'codes'])
  return (by, { key, name }) => {
    if (by === 'type') return t(`codes:serviceType.${(key || 'undecided') as 'undecided'}`)
    if (key === '') return t(`reports:unknown.${by as Grouping}`)
    return name || key
  }
}

/** A filled cell of 三类服务 × 服务主体 × 资金 in words. */
export function useTileNames(): (
  cell: Pick<TileCell, 'type' | 'kind' | 'funding'>,
) => readonly [type: string, kind: string, funding: string] {
  const { t } = useTranslation(['reports', 'codes'])
  return ({ type, kind, funding }) => [
    t(`codes:serviceType.${(type || 'undecided') as 'undecided'}`),
    kind === '' ? t('reports:unknown.provider') : t(`codes:providerKind.${kind as 'party'}`),
    funding !== '' ? t(`codes:fundingMode.${funding as 'government'}`) : kind === '' ? '' : t('reports:fundingUnknown'),
  ]
}

export function useReportTables(figures: ReportFigures) {
  const { t } = useTranslation('reports')
  const nameOf = useGroupNames()
  const tileNames = useTileNames()
  const table = (name: string, columns: readonly TableColumn[], rows: ReportTable['rows']): ReportTable => ({
    name: name.slice(0, 31),
    caption: name,
    columns,
    rows,
  })
  const coverageColumns = ({ size }: ReadonlyMap<string, CoverageLine>): readonly TableColumn[] =>
    size === 0 ? [] : [{ title: t('coverage.lastIn'), kind: 'day', width: 12 }, count(t('coverage.missing'))]
  return {
    tile: () =>
      table(
        t('tile.title'),
        [words(t('by.type')), words(t('tile.kind')), words(t('tile.funding')), count(t('measure.received')), count(t('measure.closed')), { title: t('tile.paid'), kind: 'yuan', width: 12 }], // prettier-ignore
        figures.tile.map((cell) => [...tileNames(cell), cell.counts.received, cell.counts.closed, cell.money?.paid ?? null]), // prettier-ignore
      ),
    trend: () =>
      table(
        t('trend.title'),
        [words(t('trend.from')), count(t('measure.received')), count(t('measure.closed')), count(t('measure.valid')), percent(t('rate.solution')), percent(t('rate.satisfaction')), { title: t('rate.score'), kind: 'score', width: 10 }], // prettier-ignore
        figures.trend.points.map(({ period, received, closed, rates }) => [period.from.slice(0, 10), received, closed, rates.valid, rates.solution, rates.satisfaction, rates.score]), // prettier-ignore
      ),
    types: () =>
      table(
        t('types.title'),
        [words(t('by.type')), count(t('measure.received')), count(t('measure.closed')), count(t('measure.open')), count(t('measure.overdue'))], // prettier-ignore
        figures.groups.type.map((group) => [nameOf('type', group), group.counts.received, group.counts.closed, group.counts.open, group.counts.overdue]), // prettier-ignore
      ),
    ageing: () =>
      table(
        t('ageing.title'),
        [words(t('ageing.days')), count(t('measure.open'))],
        AGE_STEPS.map((step) => [t(`measure.${step}`), figures.all.counts[step]]),
      ),
    rates: () =>
      table(
        t('rates.title'),
        [words(t('rates.which')), { title: t('rates.value'), kind: 'score', width: 10 }, count(t('rates.some')), count(t('measure.valid'))], // prettier-ignore
        (['response', 'solution', 'satisfaction', 'score'] as const).map((rate) => [t(`rate.${rate}`), figures.all.rates[rate], numeratorOf(figures.all, rate), figures.all.rates.valid]), // prettier-ignore
      ),
    heat: (rows: readonly Group[], columns: readonly Group[]) =>
      table(
        t('heat.title'),
        [words(t('by.place')), ...columns.map((column) => count(nameOf('level1', column)))],
        rows.map((row) => [nameOf('place', row), ...columns.map((column) => heatCell(figures, row, column)?.counts.received ?? 0)]), // prettier-ignore
      ),
    /** `coverage`: by house, of an upper office's stations; empty for every other grouping. */
    groups: (by: Grouping, coverage: ReadonlyMap<string, CoverageLine>) =>
      table(
        t('rates.by', { by: t(`by.${by}`) }),
        [words(t(`by.${by}`)), count(t('measure.received')), count(t('measure.closed')), count(t('measure.open')), percent(t('rate.inTime')), count(t('measure.valid')), percent(t('rate.response')), percent(t('rate.solution')), percent(t('rate.satisfaction')), { title: t('rate.score'), kind: 'score', width: 10 }, ...coverageColumns(coverage)], // prettier-ignore
        [...figures.groups[by], figures.all].map((group) => [
          group.by === 'all' ? t('sum') : nameOf(by, group),
          group.counts.received,
          group.counts.closed,
          group.counts.open,
          group.inTime,
          group.rates.valid,
          group.rates.response,
          group.rates.solution,
          group.rates.satisfaction,
          group.rates.score,
          ...coverageCells(coverage, group),
        ]),
      ),
  }
}

/** The whole has no date of its own: each station's stands in its row. */
function coverageCells(coverage: ReadonlyMap<string, CoverageLine>, { by, key }: Group): ReportTable['rows'][number] {
  if (coverage.size === 0) return []
  const line = by === 'all' ? undefined : coverage.get(key)
  return [line?.lastIn?.at ?? null, line?.missing ?? null]
}

/** What stands above the line of a rate; 满意率 has two sorts of people there, the score none. */
export const numeratorOf = (
  { rates }: Pick<Group, 'rates'>,
  rate: 'response' | 'solution' | 'satisfaction' | 'score',
): number | null =>
  rate === 'response' ? rates.contacted : rate === 'solution' ? rates.solved : rate === 'satisfaction' ? rates.satisfied + rates.basically : null // prettier-ignore

export const heatCell = (figures: ReportFigures, row: Group, column: Group): Group | undefined =>
  figures.heat.find(({ key }) => key === `${row.key}|${column.key}`)
