import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { RequestValues } from './blank-request.ts'

/** What is needed, what comes next; danger first. */
export function IntakeAside() {
  const { t } = useTranslation('intake')
  const { watch } = useFormContext<RequestValues>()
  const isDanger = watch('urgency') === 'danger'
  const isConsult = watch('requestKind') === 'consult'
  return (
    <aside className="intake-aside">
      {isDanger && (
        <section className="problem" role="status">
          <b>{t('dangerTitle')}</b>
          <div>{t('dangerText')}</div>
        </section>
      )}
      <section className="card">
        <h2>{t('asideTitle')}</h2>
        <ol>
          <li>{t('asideSteps.safe')}</li>
          <li>{t('asideSteps.number')}</li>
          <li>{t('asideSteps.route')}</li>
        </ol>
        <p className="muted small">{isConsult ? t('needs.consult') : t('needs.other')}</p>
        <p className="muted small">{t('attachLater')}</p>
      </section>
    </aside>
  )
}
