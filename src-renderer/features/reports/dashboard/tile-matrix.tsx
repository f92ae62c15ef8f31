/** 三类服务 × 服务主体 × 资金: a row a kind of service, a column a kind of organisation, in each field how it was paid. */
import { useTranslation } from 'react-i18next'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import type { ServiceType } from '#core/case-file/codes.ts'
import { PROVIDER_KINDS } from '#core/provider/fields.ts'
import type { ReportFigures, TileCell } from '#core/reports/report-figures.ts'
import { yuanText } from '#core/lib/yuan.ts'
import { ChartCard } from './chart-card.tsx'
import { Figure } from './figure.tsx'
import { TYPES, useReportTables, useTileNames } from './report-tables.ts'
import type { OpenFigure } from './use-open-figure.ts'

type TileMatrixProps = { readonly figures: ReportFigures; readonly onOpen: OpenFigure | null }

export function TileMatrix({ figures, onOpen }: TileMatrixProps) {
  const { t } = useTranslation(['reports', 'codes'])
  const names = useTileNames()
  const tables = useReportTables(figures)
  const { stamp } = figures
  const told = figures.tile.filter(({ counts, money }) => counts.received > 0 || (money?.paid ?? 0) + (money?.reserved ?? 0) > 0) // prettier-ignore
  const kinds = ['', ...PROVIDER_KINDS].filter((kind) => told.some((cell) => cell.kind === kind))
  const types = TYPES.filter((type) => told.some((cell) => cell.type === type))
  const cell = (one: TileCell) => {
    const [, , funding] = names(one)
    return (
      <li key={one.key}>
        {funding !== '' && <span className="muted">{funding} </span>}
        {one.counts.received > 0 && (
          <Figure
            value={one.counts.received}
            figure={{ by: 'tile', key: one.key, measure: 'received' }}
            onOpen={onOpen}
            label={names(one).filter(Boolean).join(' · ')}
          >
            {t('reports:cases', { count: one.counts.received, shown: one.counts.received.toLocaleString('en') })}
          </Figure>
        )}
        {one.money !== null && (one.money.paid > 0 || one.money.reserved > 0) && (
          <div className="yuan">
            {one.money.paid > 0 && `¥${yuanText(one.money.paid)} `}
            {one.money.reserved > 0 && (
              <span className="muted">{t('reports:tile.reserved', { yuan: yuanText(one.money.reserved) })}</span>
            )}
          </div>
        )}
      </li>
    )
  }
  return (
    <ChartCard title={t('reports:tile.title')} hint={t('reports:tile.hint')} table={tables.tile()} stamp={stamp}>
      {told.length === 0 ? (
        <p className="muted">{t('reports:nothing')}</p>
      ) : (
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{t('reports:by.type')}</th>
              {kinds.map((kind) => (
                <th scope="col" key={kind}>
                  {kind === '' ? t('reports:unknown.provider') : t(`codes:providerKind.${kind as 'party'}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {types.map((type) => (
              <tr key={type}>
                <th scope="row">
                  <span className="row">
                    <ServiceTypeTile type={(type || null) as ServiceType | null} />
                    {t(`codes:serviceType.${(type || 'undecided') as 'undecided'}`)}
                  </span>
                </th>
                {kinds.map((kind) => {
                  const here = told.filter((one) => one.type === type && one.kind === kind)
                  return (
                    <td key={kind}>{here.length > 0 ? <ul>{here.map(cell)}</ul> : <span className="muted">—</span>}</td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ChartCard>
  )
}
