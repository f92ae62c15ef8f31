import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { COUNTER_KEY, switchCounterView } from '../session/counter-view.ts'
import { go } from '../session/route.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Kbd } from '../ui/kbd.tsx'

/** In the place of a page that residents must not see. */
export function CounterCover() {
  const { t } = useTranslation('app')
  return (
    <div className="card">
      <EmptyState title={t('counter.coverTitle')} text={t('counter.coverText', { key: COUNTER_KEY })}>
        <Button onClick={switchCounterView}>
          {t('counter.leave')}
          <Kbd keys={COUNTER_KEY} />
        </Button>
        <Button type="primary" onClick={() => go({ screen: 'intake' })}>
          {t('counter.coverNew')}
        </Button>
      </EmptyState>
    </div>
  )
}
