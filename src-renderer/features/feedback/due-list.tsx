/** 待回访: who is to be asked, why, and how often somebody tried. "Closed" is not "fixed": solved is what the resident says. */
import { Button } from 'antd'
import { useState, type ComponentType } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView, DueRow } from '#app/services/desk-types.ts'
import { exportCases } from '#app/services/export-cases.ts'
import { useServices } from '#app/services/services.ts'
import { setCaseFilter } from '#app/session/case-filter.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { exportedColumns, type CaseColumnName } from '#app/ui/case-rows-columns.tsx'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { useRowWindow } from '#app/ui/case-rows-window.ts'
import { CaseRows, type RowNote } from '#app/ui/case-rows.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ExportMenu, ExportSaid, useExport } from '#app/ui/export-menu.tsx'
import { FormDrawer } from '#app/ui/form-drawer.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys, type KeyBinding } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import type { CaseColumn } from '#core/reports/case-rows.ts'
import type { RecordRevisit } from '#core/feedback/record-revisit.ts'
import { revisitForm } from './revisit-form.tsx'
import { RevisitTabs } from './revisit-tabs.tsx'

const COLUMNS: readonly CaseColumnName[] = ['provider', 'kind', 'road', 'due']
const EXPORTED: readonly CaseColumn[] = [...exportedColumns(COLUMNS), 'received', 'closed', 'outcome']
const hrefOf = (id: string): string => pathOf({ screen: 'case', id })

export function DueList({ Print }: { readonly Print: ComponentType<{ readonly onClose: () => void }> }) {
  const { t } = useTranslation(['cases', 'case-file', 'revisit'])
  const { desk, host, clock } = useServices()
  const language = useLanguage()
  const now = useNow()
  const revision = useSession((session) => session.revision)
  const minute = now.slice(0, 16)
  const { list, total: counted } = useRowWindow(
    (offset, limit) => desk.revisitDue(offset, limit),
    [desk, revision, minute],
  )
  const counts = useAnswer(() => desk.revisitDue(0, 0), [desk, revision, minute])
  const rules = useAnswer(() => desk.revisitRules(), [desk, revision])
  const noteOf = useDueWords(rules?.isSmall ?? true)
  const total = counted ?? 0
  const [selected, setSelected] = useState(0)
  const [view, setView] = useState<CaseView | null>(null)
  const [kept, setKept] = useState<Readonly<Record<string, FieldValues>>>({})
  const [printing, setPrinting] = useState(false)
  // Number of the case whose revisit was just recorded.
  const [done, setDone] = useState('')
  const at = Math.max(0, Math.min(selected, total - 1))

  const ask = async (index: number): Promise<void> => {
    setSelected(index)
    setDone('')
    const row = await list.find(index)
    if (row) setView(await desk.caseView(row.id))
  }
  const openCase = (): void => void list.find(at).then((row) => row && go({ screen: 'case', id: row.id }))
  const callAll = (): void => go({ screen: 'revisit', id: 'calls' })
  const typeIn = (): void => go({ screen: 'revisit', id: 'paper' })
  const onFit = useRowKeys({
    at,
    total,
    onSelect: setSelected,
    onOpen: (index) => void ask(index),
    openLabel: t('cases:revisit.open'),
  })
  const keys: readonly KeyBinding[] = [
    { key: 'R', label: t('cases:revisit.open'), run: () => void ask(at), quiet: true },
    { key: 'O', label: t('cases:revisit.openCase'), run: openCase },
    { key: 'B', label: t('revisit:due.calls'), run: callAll },
    { key: 'P', label: t('revisit:due.print'), run: () => setPrinting(true) },
  ]
  useKeys([...(total > 0 ? keys : []), { key: 'L', label: t('revisit:due.paper'), run: typeIn }])
  const out = useExport<'list'>({
    name: `${t('cases:revisit.exportName')}-${dayOf(momentOf(clock()))}`,
    make: async (format, { tell }) => {
      const ids = await desk.revisitIds()
      return exportCases(desk, { ids, sort: 'due', descending: false, columns: EXPORTED }, format, language, tell)
    },
    save: host.saveFile,
    clock,
  })
  const showUnreached = (): void => {
    setCaseFilter({ waiting: ['unreached'] })
    go({ screen: 'cases' })
  }

  const id = view?.file.id ?? ''
  const closed = counts?.closed ?? total
  return (
    <div className="list-page">
      <PageHead
        title={t('cases:revisit.title')}
        aside={counts === null ? null : t('cases:revisit.total', { count: closed, shown: closed.toLocaleString('en') })}
      >
        <Button type="primary" disabled={total === 0} onClick={callAll}>
          {t('revisit:due.calls')}
          <Kbd keys="B" />
        </Button>
        <Button disabled={total === 0} onClick={() => setPrinting(true)}>
          {t('revisit:due.print')}
          <Kbd keys="P" />
        </Button>
        <Button onClick={typeIn}>
          {t('revisit:due.paper')}
          <Kbd keys="L" />
        </Button>
        <ExportMenu out={out} disabled={total === 0} kinds={[{ kind: 'list', words: '' }]} />
      </PageHead>
      <RevisitTabs at="due" />
      <ExportSaid out={out} onReveal={host.reveal} said={(n) => t('cases:exported', { count: n })} />
      <div className="revisit-counts muted small">
        {counts && (
          <>
            <span>{t('revisit:due.now', { n: counts.now })}</span>
            {counts.open > 0 && <span>{t('revisit:due.open', { n: counts.open })}</span>}
            {counts.unreached > 0 && (
              <button type="button" className="as-link" onClick={showUnreached}>
                {t('revisit:due.unreached', { n: counts.unreached })}
              </button>
            )}
          </>
        )}
        <span aria-live="polite">{done && `${t('cases:revisit.done')} · ${done}`}</span>
      </div>
      {counted === null ? (
        <p className="muted">{t('cases:loading')}</p>
      ) : total === 0 ? (
        <div className="card">
          <EmptyState title={t('cases:revisit.emptyTitle')} text={t('cases:revisit.emptyText')} />
        </div>
      ) : (
        <CaseRows
          label={t('cases:revisit.title')}
          list={list}
          columns={COLUMNS}
          selected={at}
          onSelect={setSelected}
          now={now}
          hrefOf={hrefOf}
          actionOf={() => t('cases:revisit.open')}
          onAction={(index) => void ask(index)}
          noteOf={noteOf}
          onFit={onFit}
        />
      )}
      {printing && <Print onClose={() => setPrinting(false)} />}
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
    </div>
  )
}

/** 投诉必访 · 已试 1 次，明天 09:00 再打. */
function useDueWords(isSmall: boolean): (row: DueRow) => RowNote {
  const { t } = useTranslation('revisit')
  const moments = useMomentWords(useNow())
  return ({ due, number }) => {
    const { reason, attempts, nextAt, isOpen, isOwn, isNow } = due
    const words = [
      reason === null ? '' : t(`reason.${reason}`),
      isOpen ? t('due.unfinished') : '',
      attempts > 0 ? t('due.tries', { n: attempts }) : '',
      nextAt !== null ? t('due.again', { at: moments.timed(nextAt) }) : isNow ? '' : t('due.notYet'),
      isOwn && !isSmall ? t('reason.own') : '',
      number,
    ]
    return { words: words.filter(Boolean).join(' · '), alarming: false }
  }
}
