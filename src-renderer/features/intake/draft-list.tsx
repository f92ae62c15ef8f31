/** 草稿: who, what, when. Deleting asks nothing, because it can be taken back (draft-bin.ts). */
import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DraftForm } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import { go } from '#app/session/route.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import type { RequestValues } from './blank-request.ts'

type DraftListProps = {
  readonly drafts: readonly DraftForm[]
  readonly removed: readonly DraftForm[]
  readonly current: string
  readonly onRemove: (id: string) => Promise<void>
  readonly onBack: (draft: DraftForm) => Promise<void>
  readonly onNew: () => void
  readonly onClose: () => void
}

export function DraftList({ drafts, removed, current, onRemove, onBack, onNew, onClose }: DraftListProps) {
  const { t } = useTranslation(['intake', 'codes'])
  const moments = useMomentWords(useNow())
  const about = ({ values, changedAt }: DraftForm): string => {
    const { requesterName, anonymous, requestKind, place } = values as Partial<RequestValues>
    const who = anonymous ? t('intake:anonymous') : requesterName
    const kind = requestKind && t(`codes:requestKind.${requestKind}`)
    return [who, kind, place, moments.at(changedAt)].filter(Boolean).join(' · ')
  }
  const open = (id: string): void => {
    onClose()
    go({ screen: 'intake', draft: id })
  }
  return (
    <Drawer
      open
      title={t('intake:drafts')}
      size={520}
      onClose={onClose}
      footer={<Button onClick={onNew}>{t('intake:newDraft')}</Button>}
    >
      {drafts.length === 0 && removed.length === 0 && (
        <EmptyState title={t('intake:noDrafts')} text={t('intake:noDraftsText')} />
      )}
      <ul className="draft-list">
        {drafts.map((draft) => {
          const title = draft.title || t('intake:untitled')
          return (
            <li key={draft.id} {...(draft.id === current && { 'aria-current': 'true' as const })}>
              <button type="button" className="plain draft-open" onClick={() => open(draft.id)}>
                <b className="one-line">{title}</b>
                <span className="one-line muted small">{about(draft)}</span>
              </button>
              {draft.id === current && <span className="small muted">{t('intake:openNow')}</span>}
              <Button
                size="small"
                aria-label={`${t('intake:removeDraft')} ${title}`}
                onClick={() => onRemove(draft.id)}
              >
                {t('intake:remove')}
              </Button>
            </li>
          )
        })}
        {removed.map((draft) => (
          <li key={draft.id} className="gone" role="status">
            <span className="draft-open one-line muted">
              {t('intake:removed', { title: draft.title || t('intake:untitled') })}
            </span>
            <Button size="small" onClick={() => onBack(draft)}>
              {t('intake:undo')}
            </Button>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}
