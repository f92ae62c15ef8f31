import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { setCaseFilter } from '#app/session/case-filter.ts'
import { go } from '#app/session/route.ts'
import type { Loaded, Report } from './import-state.ts'
import { RefusedRows } from './refused-rows.tsx'

export function ImportReport({ loaded, report }: { loaded: Loaded; report: Report }) {
  const { t } = useTranslation('import')
  const numbers = [
    [t('imported'), report.imported],
    [t('repeated'), report.repeated],
    [t('refused'), report.refused.length],
    [t('blank'), report.blank],
  ] as const
  const toCases = (): void => {
    setCaseFilter({ channel: ['import'] })
    go({ screen: 'cases' })
  }
  return (
    <section className="card import-part" role="status">
      <h2>{t('report')}</h2>
      <dl className="import-numbers">
        {numbers.map(([name, n]) => (
          <div key={name}>
            <dt className="muted">{name}</dt>
            <dd>{n.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      <Button type="primary" autoFocus onClick={toCases}>
        {t('toCases')}
      </Button>
      {report.refused.length > 0 && (
        <>
          <h2 className="refused-title">{t('refused')}</h2>
          <RefusedRows rows={report.refused} loaded={loaded} />
        </>
      )}
    </section>
  )
}
