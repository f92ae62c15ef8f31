import { Button, Popconfirm } from 'antd'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { DraftForm } from '#app/services/desk-types.ts'
import { pathOf } from '#app/session/route.ts'
import type { RequestValues } from './blank-request.ts'

type DraftStripProps = {
  readonly drafts: readonly DraftForm[]
  readonly current: string
  readonly onNew: () => void
  readonly onRemove: (id: string) => Promise<void>
}

/** The requests that are being written, newest first. Hidden while there is only the one on the page. */
export function DraftStrip({ drafts, current, onNew, onRemove }: DraftStripProps) {
  const { t } = useTranslation('intake')
  // Newer than what was stored.
  const typed = useFormContext<RequestValues>().watch('title')
  if (drafts.length === 0) return null
  return (
    <nav className="draft-strip" aria-label={t('drafts')}>
      <span className="muted small">{t('drafts')}</span>
      {drafts
        .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
        .map((draft) => {
          const title = (draft.id === current ? typed : draft.title) || t('untitled')
          return (
            <span key={draft.id} className={`draft${draft.id === current ? ' here' : ''}`}>
              <a
                className="one-line"
                href={pathOf({ screen: 'intake', draft: draft.id })}
                {...(draft.id === current && { 'aria-current': 'page' as const })}
              >
                {title}
              </a>
              <Popconfirm
                icon={null}
                title={t('removeAsk')}
                okText={t('removeYes')}
                cancelText={t('removeNo')}
                onConfirm={() => onRemove(draft.id)}
              >
                <button type="button" className="plain" aria-label={`${t('removeDraft')} ${title}`}>
                  ×
                </button>
              </Popconfirm>
            </span>
          )
        })}
      <Button type="link" size="small" onClick={onNew}>
        + {t('newDraft')}
      </Button>
    </nav>
  )
}
