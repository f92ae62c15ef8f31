/** The last look: how many rows come in, how the first ones will be, and what stays out and why. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { runImport, type Loaded } from './import-state.ts'
import { Preview } from './preview.tsx'
import { RefusedRows } from './refused-rows.tsx'
import { RunProblem } from './run-problem.tsx'
import { StepButtons } from './step-buttons.tsx'

export function CheckPlan({ loaded, problem }: { loaded: Loaded; problem: RunCode | null }) {
  const { t } = useTranslation('import')
  const services = useServices()
  const { plan } = loaded
  return (
    <>
      {problem && <RunProblem problem={problem} />}
      <StepButtons step="check" loaded={loaded}>
        <Button type="primary" autoFocus disabled={plan.planned === 0} onClick={() => void runImport(services, loaded)}>
          {plan.planned === 0 ? t('nothing') : t('run', { n: plan.planned.toLocaleString('en') })}
        </Button>
        <Count name={t('planned')} n={plan.planned} />
        <Count name={t('refusedNow')} n={plan.refused} bad />
        <Count name={t('blank')} n={plan.blank} />
      </StepButtons>
      {plan.planned > 0 && <Preview rows={plan.preview} />}
      {plan.refused > 0 && (
        <section className="card import-part">
          <h2>{t('refusedNow')}</h2>
          <RefusedRows first={plan.firstRefused} count={plan.refused} />
        </section>
      )}
    </>
  )
}

function Count({ name, n, bad = false }: { name: string; n: number; bad?: boolean }) {
  return (
    <span className="muted">
      {name} <b className={bad && n > 0 ? 'bad' : ''}>{n.toLocaleString('en')}</b>
    </span>
  )
}
