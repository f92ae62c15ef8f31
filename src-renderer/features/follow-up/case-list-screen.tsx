/** 工单: filtered, searched and paged by the desk; this page holds fifty rows at a time. */
import { Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRow, Filter, PageQuery } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { setCaseFilter, useCaseFilter } from '#app/session/case-filter.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useNewCaseKey, useSession } from '#app/session/session.ts'
import { CaseRows } from '#app/ui/case-rows.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { CaseFilters } from './case-filters.tsx'
import { ExportList, type Exported } from './export-list.tsx'
import { PAGE_ROWS, SORTS, useListPlace } from './list-place.ts'
import './case-list.css'

export function CaseListScreen() {
  const { t } = useTranslation('cases')
  const filter = useCaseFilter((state) => state.filter)
  const { sort, page, selected } = useListPlace()
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const newCaseKey = useNewCaseKey()
  const now = useNow()
  const [said, setSaid] = useState<Exported | null>(null)
  const query: PageQuery = { ...filter, ...SORTS[sort], offset: page * PAGE_ROWS, limit: PAGE_ROWS }
  const answer = useAnswer(() => desk.page(query), [desk, JSON.stringify(query), revision])
  const rows = answer?.rows ?? []
  const total = answer?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / PAGE_ROWS))
  const at = Math.min(selected, Math.max(0, rows.length - 1))

  const narrow = (next: Filter): void => {
    useListPlace.setState({ page: 0, selected: 0 })
    setSaid(null)
    setCaseFilter(next)
  }
  const select = (index: number): void =>
    useListPlace.setState({ selected: Math.max(0, Math.min(rows.length - 1, index)) })
  const turn = (to: number): void => {
    if (to >= 0 && to < pages) useListPlace.setState({ page: to, selected: 0 })
  }
  const open = (index: number): void => {
    const row = rows[index]
    if (row) go({ screen: 'case', id: row.id })
  }
  useKeys([
    { key: 'ArrowUp', label: t('keyUp'), run: () => select(at - 1), quiet: true },
    { key: 'ArrowDown', label: t('keyDown'), run: () => select(at + 1), quiet: true },
    { key: 'Enter', label: t('open'), run: () => open(at) },
    { key: 'PageUp', label: t('previous'), run: () => turn(page - 1), quiet: true },
    { key: 'PageDown', label: t('next'), run: () => turn(page + 1), quiet: true },
  ])

  // Another window, an import or a filter from elsewhere may leave fewer pages than before.
  const beyond = answer !== null && page >= pages
  useEffect(() => {
    if (beyond) useListPlace.setState({ page: pages - 1, selected: 0 })
  }, [beyond, pages])
  const openButton = (row: CaseRow, i: number): ReactNode => (
    <Button size="small" aria-label={`${t('open')} ${row.number}`} tabIndex={-1} onClick={() => open(i)}>
      {t('open')}
      {i === at && <Kbd keys="↵" />}
    </Button>
  )
  const narrowed = Object.keys(filter).length > 0
  return (
    <>
      <PageHead
        title={t('title')}
        aside={
          answer && (narrowed ? `${t('total', { count: total })} · ${t('narrowed')}` : t('total', { count: total }))
        }
      >
        <ExportList filter={filter} total={total} onSaid={setSaid} />
        <Button type="primary" onClick={() => go({ screen: 'intake' })}>
          {t('intake')}
        </Button>
      </PageHead>
      <CaseFilters
        filter={filter}
        onFilter={narrow}
        sort={sort}
        onSort={(next) => useListPlace.setState({ sort: next, page: 0, selected: 0 })}
        onRows={() => select(0)}
      />
      <div aria-live="polite">
        {said && (
          <div className={said.path === null ? 'case-list-said problem' : 'case-list-said'}>
            {said.path === null ? t('exportFailed') : t('exported', { count: said.count, path: said.path })}
          </div>
        )}
      </div>
      {!answer ? (
        <p className="muted">{t('loading')}</p>
      ) : rows.length === 0 ? (
        <div className="card">
          <EmptyState
            title={narrowed ? t('noneTitle') : t('emptyTitle')}
            text={narrowed ? t('noneText') : t('emptyText', { key: newCaseKey })}
          >
            {narrowed ? (
              <Button onClick={() => narrow({})}>{t('clear')}</Button>
            ) : (
              <Button type="primary" onClick={() => go({ screen: 'intake' })}>
                {t('intake')}
              </Button>
            )}
          </EmptyState>
        </div>
      ) : (
        <>
          <CaseRows
            rows={rows}
            selected={at}
            onSelect={select}
            now={now}
            hrefOf={(id) => pathOf({ screen: 'case', id })}
            action={openButton}
          />
          {pages > 1 && (
            <nav className="row case-pages" aria-label={t('pages')}>
              <Button disabled={page === 0} onClick={() => turn(page - 1)}>
                {t('previous')}
                <Kbd keys="PgUp" />
              </Button>
              <span className="muted">{t('page', { page: page + 1, pages })}</span>
              <Button disabled={page + 1 >= pages} onClick={() => turn(page + 1)}>
                {t('next')}
                <Kbd keys="PgDn" />
              </Button>
            </nav>
          )}
        </>
      )}
    </>
  )
}
