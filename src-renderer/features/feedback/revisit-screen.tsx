/** 回访: closed cases that nobody has asked about yet. "Closed" is not "fixed": solved is what the resident says. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseRow, CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { CaseRows } from '#app/ui/case-rows.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FormDrawer } from '#app/ui/form-drawer.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { RecordRevisit } from '#core/feedback/record-revisit.ts'
import { revisitForm } from './revisit-form.tsx'

/** A day's calls; the rest follows as these are done. */
const SHOWN = 50

export function RevisitScreen() {
  const { t } = useTranslation(['cases', 'case-file'])
  const { desk } = useServices()
  const now = useNow()
  const revision = useSession((session) => session.revision)
  const page = useAnswer(
    () => desk.page({ status: ['closed'], sort: 'due', descending: false, offset: 0, limit: SHOWN }),
    [desk, revision],
  )
  const [selected, setSelected] = useState(0)
  const [view, setView] = useState<CaseView | null>(null)
  const [kept, setKept] = useState<Readonly<Record<string, FieldValues>>>({})
  // Number of the case whose revisit was just recorded.
  const [done, setDone] = useState('')
  const rows = page?.rows ?? []
  const at = Math.min(selected, Math.max(0, rows.length - 1))
  const select = (index: number): void => setSelected(Math.max(0, Math.min(rows.length - 1, index)))

  const ask = async (index: number): Promise<void> => {
    const row = rows[index]
    if (!row) return
    setSelected(index)
    setDone('')
    setView(await desk.caseView(row.id))
  }
  useKeys([
    { key: 'ArrowUp', label: t('cases:keyUp'), run: () => select(at - 1), quiet: true },
    { key: 'ArrowDown', label: t('cases:keyDown'), run: () => select(at + 1), quiet: true },
    { key: 'Enter', label: t('cases:revisit.open'), run: () => void ask(at) },
    { key: 'R', label: t('cases:revisit.open'), run: () => void ask(at), quiet: true },
    { key: 'O', label: t('cases:revisit.openCase'), run: () => rows[at] && go({ screen: 'case', id: rows[at].id }) },
  ])

  const askButton = (row: CaseRow, i: number): ReactNode => (
    <Button
      size="small"
      aria-label={`${t('cases:revisit.open')} ${row.number}`}
      tabIndex={-1}
      onClick={() => void ask(i)}
    >
      {t('cases:revisit.open')}
      {i === at && <Kbd keys="↵" />}
    </Button>
  )
  const id = view?.file.id ?? ''
  return (
    <>
      <PageHead title={t('cases:revisit.title')} aside={page && t('cases:revisit.total', { count: page.total })} />
      <div aria-live="polite" className="muted">
        {done && `${t('cases:revisit.done')} · ${done}`}
      </div>
      {!page ? (
        <p className="muted">{t('cases:loading')}</p>
      ) : rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('cases:revisit.emptyTitle')} text={t('cases:revisit.emptyText')} />
        </div>
      ) : (
        <CaseRows
          rows={rows}
          selected={at}
          onSelect={select}
          now={now}
          hrefOf={(row) => pathOf({ screen: 'case', id: row })}
          action={askButton}
        />
      )}
      {view && (
        <FormDrawer
          key={id}
          title={`${t('cases:revisit.open')} · ${view.file.fields.title ?? ''}`}
          saveLabel={t('case-file:save.record-revisit')}
          spec={revisitForm}
          context={view}
          kept={kept[id]}
          save={(input) => desk.run({ name: 'record-revisit', input: input as RecordRevisit })}
          onSaved={() => {
            setKept(Object.fromEntries(Object.entries(kept).filter(([other]) => other !== id)))
            setView(null)
            setDone(view.file.fields.number ?? '')
          }}
          onLeave={(typed) => {
            setKept({ ...kept, [id]: typed })
            setView(null)
          }}
        />
      )}
    </>
  )
}
