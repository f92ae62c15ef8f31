/** 导入: earlier records, in one go. Choose a file, see what becomes what, import, read what was left out and why. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/ui/page-head.tsx'
import { ChooseFile } from './choose-file.tsx'
import { CheckColumns } from './check-columns.tsx'
import { ImportReport } from './import-report.tsx'
import { startAgain, useImport } from './import-state.ts'
import './import.css'

export function ImportScreen() {
  const { t } = useTranslation('import')
  const { state } = useImport()
  const loaded = 'loaded' in state ? state.loaded : null
  return (
    <>
      <PageHead
        title={t('title')}
        aside={
          loaded
            ? t('file', {
                name: loaded.name,
                n: (loaded.plan.rows.length + loaded.plan.refused.length).toLocaleString('en'),
              })
            : t('lead')
        }
      >
        {(state.step === 'check' || state.step === 'done') && <Button onClick={startAgain}>{t('another')}</Button>}
      </PageHead>
      {state.step === 'choose' && <ChooseFile problem={state.problem} />}
      {state.step === 'reading' && (
        <p className="card import-wait" role="status">
          {t('reading', { name: state.name })}
        </p>
      )}
      {state.step === 'importing' && (
        <p className="card import-wait" role="status">
          {t('importing')}
          <br />
          <span className="muted">{t('importingSafe')}</span>
        </p>
      )}
      {state.step === 'check' && <CheckColumns loaded={state.loaded} problem={state.problem} />}
      {state.step === 'done' && <ImportReport loaded={state.loaded} report={state.report} />}
    </>
  )
}
