import { useTranslation } from 'react-i18next'
import type { HaveCell, HaveRow } from '#app/services/desk-types.ts'
import { pathOf } from '#app/session/route.ts'
import { HAVES } from '#core/have/codes.ts'
import { POINTS } from '#core/have/points.ts'
import { partOf } from './part-of.ts'
import { StateTile } from './state-tile.tsx'

/** Neighbourhood × the four. Dozens of rows: drawn whole. */
export function HaveTable({ rows }: { readonly rows: readonly HaveRow[] }) {
  const { t } = useTranslation('haves')
  return (
    <div className="card have-table">
      <table aria-label={t('title')}>
        <thead>
          <tr>
            <th scope="col">{t('place')}</th>
            {HAVES.map((have) => (
              <th key={have} scope="col">
                {t(`have.${have}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.place}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell) => (
                <td key={cell.have}>
                  <a href={pathOf({ screen: 'haves', id: partOf(row.place, cell.have) })}>
                    <StateTile state={cell.state} />
                    <span>
                      <b>{t(`state.${cell.state}`)}</b>
                      <Lines cell={cell} />
                    </span>
                  </a>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Lines({ cell }: { readonly cell: HaveCell }) {
  const { t } = useTranslation('haves')
  const { checkedOn, counts, open, persons, due, dueOn, differs } = cell
  const of = POINTS[cell.have].length - counts['not-applicable']
  const asked = [open > 0 && t('cell.open', { count: open }), persons > 0 && t('cell.asked', { count: persons })]
  return (
    <>
      <small>
        {checkedOn === ''
          ? t('cell.never')
          : `${t('cell.points', { present: counts.present, of })} · ${t('cell.on', { day: checkedOn.slice(5) })}`}
      </small>
      {asked.some(Boolean) && <small>{asked.filter(Boolean).join(' · ')}</small>}
      {due && <small className="warn">{t('cell.due', { day: dueOn })}</small>}
      {differs && <small className="bad">{t('cell.differs')}</small>}
    </>
  )
}
