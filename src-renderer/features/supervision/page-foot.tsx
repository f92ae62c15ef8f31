/** Under a list: what else there is, or that counter view shows numbers only. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { Pages } from './use-pages.ts'

type PageFootProps = {
  readonly pages: Pages<unknown>
  readonly empty: { readonly title: string; readonly text: string }
}

export function PageFoot({ pages: { total, rows, more }, empty }: PageFootProps) {
  const { t } = useTranslation('supervision')
  if (total === 0)
    return (
      <div className="card">
        <EmptyState title={empty.title} text={empty.text} />
      </div>
    )
  if (rows.length === 0) return <p className="muted">{t('counter', { count: total })}</p>
  if (!more) return null
  return <Button onClick={more}>{t('more', { count: Math.min(50, total - rows.length) })}</Button>
}
