import { useTranslation } from 'react-i18next'
import type { RefusedRow } from './import-state.ts'
import { useReasonWords } from './use-reason-words.ts'

/** Row by row, what stays out and why; the whole list is in the report. */
export function RefusedRows({ first, count }: { first: readonly RefusedRow[]; count: number }) {
  const { t } = useTranslation('import')
  const reasonWords = useReasonWords()
  return (
    <>
      <ul className="import-refused">
        {first.map(({ row, reason }) => (
          <li key={row}>
            <b>{t('rowLabel', { row })}</b> {reasonWords(reason)}
          </li>
        ))}
      </ul>
      {count > first.length && <p className="muted">{t('moreRefused', { n: count - first.length })}</p>}
    </>
  )
}
