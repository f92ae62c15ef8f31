/** The rows of the sheet beside the fields: which are typed in, and from which one the next request is. */
import { useTranslation } from 'react-i18next'
import type { WalkSheetView } from '#app/services/desk-types.ts'

type WalkRowsProps = {
  readonly sheet: WalkSheetView
  readonly chosen: number
  readonly onChoose: (row: number) => void
}

export function WalkRows({ sheet, chosen, onChoose }: WalkRowsProps) {
  const { t } = useTranslation('walk')
  return (
    <section className="card walk-rows" aria-labelledby="walk-rows">
      <div className="row">
        <h2 id="walk-rows">{t('entry.rows')}</h2>
        <span className="muted small">{t('typed', { typed: sheet.typed, of: sheet.doors })}</span>
      </div>
      <ol>
        {sheet.rows.map(({ row, words, name, typed }) => (
          <li key={row} {...(row === chosen && { 'aria-current': 'true' as const })}>
            <button type="button" className="plain" tabIndex={-1} onClick={() => onChoose(row)}>
              <b>{row}</b>
              <span className="one-line">
                {words || t('entry.blankRow')} <span className="muted">{name}</span>
              </span>
              {typed.length > 0 && <span className="walk-typed">✓ {t('entry.doneOne', { count: typed.length })}</span>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
