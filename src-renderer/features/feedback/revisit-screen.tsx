/** 回访: closed cases that nobody has asked about yet. "Closed" is not "fixed": solved is what the resident says. */
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView, Filter } from '#app/services/desk-types.ts'
import { exportCases } from '#app/services/export-cases.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { exportedColumns, type CaseColumnName } from '#app/ui/case-rows-columns.tsx'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { useRowWindow } from '#app/ui/case-rows-window.ts'
import { CaseRows } from '#app/ui/case-rows.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ExportMenu, ExportSaid, useExport } from '#app/ui/export-menu.tsx'
import { FormDrawer } from '#app/ui/form-drawer.tsx'
import { useKeys, type KeyBinding } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { dayOf, momentOf } from '#core/lib/time.ts'
import type { CaseColumn } from '#core/reports/case-rows.ts'
import type { RecordRevisit } from '#core/feedback/record-revisit.ts'
import { revisitForm } from './revisit-form.tsx'

const WAITING: Filter = { waiting: ['revisit'] }
/** DOMAIN §7.1: a revisit is due at the case's deadline. */
const ORDER = { sort: 'due', descending: false } as const
const COLUMNS: readonly CaseColumnName[] = ['provider', 'kind', 'road', 'due']

const EXPORTED: readonly CaseColumn[] = [...exportedColumns(COLUMNS), 'received', 'closed', 'outcome']

const hrefOf = (id: string): string => pathOf({ screen: 'case', id })

export function RevisitScreen({ id: _id }: { id?: string }) {
  const { t } = useTranslation(['cases', 'case-file'])
  const { desk, host, clock } = useServices()
  const language = useLanguage()
  const now = useNow()
  const revision = useSession((session) => session.revision)
  const { list, total: counted } = useRowWindow(
    (offset, limit) => desk.page({ ...WAITING, ...ORDER, offset, limit }),
    [desk, revision],
  )
  const total = counted ?? 0
  const [selected, setSelected] = useState(0)
  const [view, setView] = useState<CaseView | null>(null)
  const [kept, setKept] = useState<Readonly<Record<string, FieldValues>>>({})
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
  ]
  useKeys(total > 0 ? keys : [])
  const out = useExport<'list'>({
    name: `${t('cases:revisit.exportName')}-${dayOf(momentOf(clock()))}`,
    make: (format, { tell }) => exportCases(desk, { ...WAITING, ...ORDER, columns: EXPORTED }, format, language, tell),
    save: host.saveFile,
    clock,
  })

  const id = view?.file.id ?? ''
  return (
    <div className="list-page">
      <PageHead
        title={t('cases:revisit.title')}
        aside={counted === null ? null : t('cases:revisit.total', { count: total, shown: total.toLocaleString('en') })}
      >
        <ExportMenu out={out} disabled={total === 0} kinds={[{ kind: 'list', words: '' }]} />
      </PageHead>
      <ExportSaid out={out} onReveal={host.reveal} said={(n) => t('cases:exported', { count: n })} />
      <div aria-live="polite" className="muted">
        {done && `${t('cases:revisit.done')} · ${done}`}
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
          onFit={onFit}
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
    </div>
  )
}
