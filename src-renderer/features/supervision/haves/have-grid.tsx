import { useTranslation } from 'react-i18next'
import type { HaveRow } from '#app/services/desk-types.ts'
import { pathOf } from '#app/session/route.ts'
import { partOf } from './part-of.ts'
import { StateTile } from './state-tile.tsx'

/** 方格图: one small square of four for each neighbourhood; how they lie to each other is nobody's claim. */
export function HaveGrid({ rows }: { readonly rows: readonly HaveRow[] }) {
  const { t } = useTranslation('haves')
  return (
    <ul className="have-grid">
      {rows.map((row) => (
        <li key={row.place} className="card">
          <b className="one-line" title={row.name}>
            {row.name}
          </b>
          <div>
            {row.cells.map((cell) => (
              <a key={cell.have} href={pathOf({ screen: 'haves', id: partOf(row.place, cell.have) })}>
                <span className="spoken-only">{row.name}</span>
                <StateTile state={cell.state} />
                <span className="small">{t(`have.${cell.have}`)}</span>
              </a>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
