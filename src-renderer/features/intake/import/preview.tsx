import { useTranslation } from 'react-i18next'
import type { PlannedRow } from '#app/services/sheet-api.ts'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'

export function Preview({ rows }: { rows: readonly PlannedRow[] }) {
  const { t } = useTranslation(['import', 'codes'])
  const shown = rows
  return (
    <section className="card import-part">
      <h2>{t('preview', { n: shown.length })}</h2>
      <div className="import-table">
        <table>
          <thead>
            <tr>
              <th>{t('row')}</th>
              <th>{t('field.externalId')}</th>
              <th>{t('field.title')}</th>
              <th>{t('field.raisedAt')}</th>
              <th>{t('field.requestKind')}</th>
              <th>{t('field.requesterName')}</th>
              <th>{t('field.place')}</th>
              <th>{t('field.category')}</th>
              <th>{t('field.answer')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, input }) => (
              <tr key={row}>
                <td>{row}</td>
                <td>{input.externalId.startsWith('row-') ? t('noAnswer') : input.externalId}</td>
                <td className="title" title={input.text.slice(0, 500)}>
                  <span className="row">
                    <ServiceTypeTile type={input.serviceType ?? null} />
                    <span className="one-line">{input.title}</span>
                  </span>
                </td>
                <td>{input.raisedAt.slice(0, 16).replace('T', ' ')}</td>
                <td>{t(`codes:requestKind.${input.requestKind}`)}</td>
                <td>{input.requesterName}</td>
                <td>{input.place}</td>
                <td>{input.ownCategory ?? input.category}</td>
                <td>{input.answer === '' ? t('noAnswer') : (input.answeredAt?.slice(0, 10) ?? t('answered'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
