/** 小区 × 一级分类: what comes from where. The fullest dozen of each; the spreadsheet has all of them. */
import { useTranslation } from 'react-i18next'
import type { ReportFigures } from '#core/reports/report-figures.ts'
import { ChartCard } from './chart-card.tsx'
import { heatOption } from './chart-options.ts'
import { Figure } from './figure.tsx'
import { heatCell, useGroupNames, useReportTables } from './report-tables.ts'
import type { OpenFigure } from './use-open-figure.ts'

const MOST_ROWS = 12
const MOST_COLUMNS = 9
const ROW = 34

export function HeatCard({ figures, onOpen }: { readonly figures: ReportFigures; readonly onOpen: OpenFigure | null }) {
  const { t } = useTranslation('reports')
  const nameOf = useGroupNames()
  const tables = useReportTables(figures)
  const places = figures.groups.place.filter(({ counts }) => counts.received > 0)
  const levels = figures.groups.level1.filter(({ counts }) => counts.received > 0)
  const [rows, columns] = [places.slice(0, MOST_ROWS), levels.slice(0, MOST_COLUMNS)]
  const received = (row: number, column: number): number =>
    heatCell(figures, rows[row]!, columns[column]!)?.counts.received ?? 0
  const cells = rows.flatMap((_, row) =>
    columns.flatMap((__, column) => (received(row, column) > 0 ? [[column, row, received(row, column)] as const] : [])),
  )
  const open = (column: number, row: number): void => {
    const [place, level] = [rows[row], columns[column]]
    if (place && level) onOpen?.({ by: 'heat', key: `${place.key}|${level.key}`, measure: 'received' })
  }
  const rowNames = rows.map((row) => nameOf('place', row))
  const columnNames = columns.map((column) => nameOf('level1', column))
  const cut = places.length > rows.length || levels.length > columns.length
  return (
    <ChartCard
      title={t('heat.title')}
      hint={cut ? t('heat.cut', { rows: rows.length, columns: columns.length }) : t('heat.hint')}
      {...(cells.length > 0 && {
        chart: {
          option: heatOption(columnNames, rowNames, cells),
          height: 60 + rows.length * ROW,
          onPick: ({ value }) => {
            const [column, row] = value as readonly [number, number, number]
            open(column, row)
          },
        },
      })}
      table={tables.heat(places, levels)}
      stamp={figures.stamp}
    >
      {cells.length === 0 ? (
        <p className="muted">{t('nothing')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('by.place')}</th>
              {columnNames.map((name) => (
                <th scope="col" className="number" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={row.key}>
                <th scope="row">{rowNames[i]}</th>
                {columns.map((column, j) => (
                  <td className="number" key={column.key}>
                    <Figure
                      value={received(i, j)}
                      figure={{ by: 'heat', key: `${row.key}|${column.key}`, measure: 'received' }}
                      onOpen={onOpen}
                      label={`${rowNames[i]} ${columnNames[j]}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ChartCard>
  )
}
