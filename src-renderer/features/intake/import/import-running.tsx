import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { stop, type Loaded } from './import-state.ts'

type Props = {
  readonly loaded: Loaded
  readonly done: number
  readonly left: number | null
  readonly stopping: boolean
}

/** How far it is, how long it will take, and the way out of it. */
export function ImportRunning({ loaded, done, left, stopping }: Props) {
  const { t } = useTranslation('import')
  const of = loaded.plan.planned
  const minutes = left === null ? 0 : Math.round(left / 60_000)
  const seconds = left === null ? 0 : Math.max(1, Math.ceil(left / 10_000) * 10)
  return (
    <section className="card import-wait" role="status">
      <p>
        <b>{t('importing')}</b> {t('doneOf', { done: done.toLocaleString('en'), of: of.toLocaleString('en') })}{' '}
        <span className="muted">
          {left !== null && (minutes > 0 ? t('leftMinutes', { n: minutes }) : t('leftSeconds', { n: seconds }))}
        </span>
      </p>
      <p className="muted">{t('importingSafe')}</p>
      <Button disabled={stopping} onClick={stop}>
        {stopping ? t('stopping') : t('stop')}
      </Button>
      <span className="small muted stop-hint">{t('stopHint')}</span>
    </section>
  )
}
