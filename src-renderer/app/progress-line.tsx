/** How far a rebuild, an import or a return of records has come. Nothing is shown while nothing runs. */
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/session.ts'

export function ProgressLine() {
  const { t } = useTranslation('app')
  const progress = useSession((session) => session.progress)
  if (!progress) return null
  const { step, done, of } = progress
  const label = t(`start.step.${step}`)
  return (
    <div className="progress-line" role="status">
      <span>{label}</span>
      {of > 0 && (
        <>
          <progress value={done} max={of} aria-label={label} />
          <span className="muted small">
            {t('start.progress', { done: done.toLocaleString('en'), of: of.toLocaleString('en') })}
          </span>
        </>
      )}
    </div>
  )
}
