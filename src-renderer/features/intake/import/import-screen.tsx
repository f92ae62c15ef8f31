/** 导入: earlier records, in four plain steps: choose a file, its columns, its values, check and import. */
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { CheckPlan } from './check-plan.tsx'
import { ChooseFile } from './choose-file.tsx'
import { ImportList } from './import-list.tsx'
import { ImportReport } from './import-report.tsx'
import { ImportRunning } from './import-running.tsx'
import { startAgain, useImport, type ImportState, type Loaded } from './import-state.ts'
import { MapColumns } from './map-columns.tsx'
import { MapValues } from './map-values.tsx'
import { STEPS, type Step } from './step-buttons.tsx'
import './import.css'

const stepOf = (state: ImportState): Step =>
  state.step === 'reading' ? 'choose' : state.step === 'importing' || state.step === 'done' ? 'check' : state.step

export function ImportScreen() {
  const { t } = useTranslation('import')
  const services = useServices()
  const { state } = useImport()
  const loaded = 'loaded' in state ? state.loaded : null
  const steps = useRef<HTMLOListElement>(null)
  // Each step begins at its top, wherever the one before it was left.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => void steps.current?.closest('main')?.scrollTo({ top: 0 }), [state.step])
  const canLeave = state.step !== 'reading' && state.step !== 'importing' && state.step !== 'choose'
  return (
    <>
      <PageHead title={t('title')} aside={loaded ? fileWords(loaded, t) : t('lead')}>
        {canLeave && <Button onClick={startAgain}>{t('another')}</Button>}
      </PageHead>
      <ol ref={steps} className="import-steps" aria-label={t('steps')}>
        {STEPS.map((step) => (
          <li key={step} aria-current={step === stepOf(state) ? 'step' : undefined}>
            {t(`step.${step}`)}
          </li>
        ))}
      </ol>
      {state.step === 'choose' && (
        <>
          <ChooseFile problem={state.problem} />
          <ImportList desk={services.desk} />
        </>
      )}
      {state.step === 'reading' && (
        <p className="card import-wait" role="status">
          {t('reading', { name: state.name })}
        </p>
      )}
      {state.step === 'columns' && <MapColumns loaded={state.loaded} planning={state.planning} />}
      {state.step === 'values' && <MapValues loaded={state.loaded} planning={state.planning} />}
      {state.step === 'check' && <CheckPlan loaded={state.loaded} problem={state.problem} />}
      {state.step === 'importing' && <ImportRunning {...state} />}
      {state.step === 'done' && <ImportReport loaded={state.loaded} report={state.report} />}
    </>
  )
}

function fileWords({ name, plan }: Loaded, t: ReturnType<typeof useTranslation<'import'>>['t']): string {
  return t('file', { name, n: (plan.planned + plan.refused).toLocaleString('en') })
}
