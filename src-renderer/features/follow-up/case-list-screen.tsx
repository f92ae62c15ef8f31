/** 工单: every case there is, narrowed and ordered by the desk; the window holds the rows that are on the screen. */
import { Button, Select } from 'antd'
import { useEffect, useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter, PageQuery } from '#app/services/desk-types.ts'
import { exportCases } from '#app/services/export-cases.ts'
import { useServices } from '#app/services/services.ts'
import { setCaseFilter, useCaseFilter } from '#app/session/case-filter.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useNewCaseKey, useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { exportedColumns } from '#app/ui/case-rows-columns.tsx'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { useRowWindow } from '#app/ui/case-rows-window.ts'
import { CaseRows } from '#app/ui/case-rows.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ExportMenu, ExportSaid, useExport } from '#app/ui/export-menu.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { CaseFilters } from './case-filters.tsx'
import { filterOf, queryOf } from './list-address.ts'
import { ListColumns } from './list-columns.tsx'
import { columnsHere, useIsOffice } from './use-office.ts'
import { useRowLetters } from './list-letters.ts'
import { listNamed, SORT_NAMES, SORTS, useListPlace, type SortName } from './list-place.ts'
import { ManyDrawer } from './many/many-drawer.tsx'
import { ListViews } from './list-views.tsx'
import './case-list.css'

const hrefOf = (id: string): string => pathOf({ screen: 'case', id })

/** What reports bring to the page; see app/case-list-page.tsx. */
type CaseListProps = { readonly Print?: ComponentType<{ readonly query: ListQuery; readonly disabled: boolean }> }
type ListQuery = Omit<PageQuery, 'offset' | 'limit'>

export function CaseListScreen({ Print }: CaseListProps) {
  const { t } = useTranslation('cases')
  const { desk, host, clock } = useServices()
  const language = useLanguage()
  const filter = useCaseFilter((state) => state.filter)
  const { sort, columns: chosen, ...place } = useListPlace()
  const isOffice = useIsOffice()
  const columns = columnsHere(chosen, isOffice)
  const revision = useSession((session) => session.revision)
  const newCaseKey = useNewCaseKey()
  const now = useNow()
  const name = listNamed(filter, sort)
  const { selected, top } = place.of === name ? place : { selected: 0, top: 0 }
  useAddress(filter, sort)

  const query = { ...filter, ...SORTS[sort] }
  // Periods move with the clock.
  const minute = filter.due === undefined ? '' : now.slice(0, 16)
  const { list, total: counted } = useRowWindow(
    (offset, limit) => desk.page({ ...query, offset, limit }),
    [desk, name, revision, minute],
  )
  const total = counted ?? 0
  const at = Math.max(0, Math.min(selected, total - 1))
  const out = useExport<'shown' | 'whole'>({
    name: `${t('exportName')}-${dayOf(momentOf(clock()))}`,
    make: (format, watch, kind) =>
      exportCases(
        desk,
        { ...query, ...(kind === 'shown' && { columns: exportedColumns(columns) }) },
        format,
        language,
        watch.tell,
      ),
    save: host.saveFile,
    clock,
  })

  const select = (index: number): void => useListPlace.setState((before) => ({ of: name, selected: index, top: before.of === name ? before.top : 0 })) // prettier-ignore
  const show = (next: Filter, order: SortName = sort): void => {
    out.forget()
    useListPlace.setState({ sort: order })
    setCaseFilter(next)
  }
  const open = (index: number): void => {
    select(index)
    void list.find(index).then((row) => row && go({ screen: 'case', id: row.id }))
  }
  const onFit = useRowKeys({ at, total, onSelect: select, onOpen: open, openLabel: t('open') })
  useKeys(useRowLetters(isOffice ? 0 : total, () => list.find(at)))

  const [many, setMany] = useState(false)
  const [said, setSaid] = useState('')
  useKeys(isOffice ? [] : [{ key: 'Ctrl+B', label: t('many.button'), run: () => total > 0 && setMany(true) }])
  const narrowed = Object.keys(filter).length > 0
  const count = t('total', { count: total, shown: total.toLocaleString('en') })
  return (
    <div className="list-page">
      <PageHead title={t('title')} aside={counted === null ? null : narrowed ? `${count} · ${t('narrowed')}` : count}>
        <ListColumns />
        {!isOffice && (
          <Button disabled={total === 0} onClick={() => setMany(true)} aria-keyshortcuts="Control+B">
            {t('many.button')}
          </Button>
        )}
        {Print && <Print query={query} disabled={total === 0} />}
        <ExportMenu
          out={out}
          disabled={total === 0}
          kinds={[
            { kind: 'shown', words: t('export.shown') },
            { kind: 'whole', words: t('export.whole') },
          ]}
        />
        <Button type="primary" onClick={() => go({ screen: 'intake' })}>
          {t('intake')}
        </Button>
      </PageHead>
      <div className="list-head">
        <ListViews filter={filter} sort={sort} onView={show} />
        {narrowed && (
          <Button type="link" size="small" onClick={() => show({})}>
            {t('clear')}
          </Button>
        )}
        <Select
          aria-label={t('sort')}
          className="sort"
          popupMatchSelectWidth={false}
          value={sort}
          options={SORT_NAMES.map((value) => ({ value, label: t(`sortKey.${value}`) }))}
          onChange={(next) => show(filter, next)}
        />
      </div>
      <CaseFilters filter={filter} onFilter={show} onRows={() => select(0)} />
      {said !== '' && (
        <p className="said" role="status">
          {said}
        </p>
      )}
      {many && (
        <ManyDrawer
          query={query}
          Print={Print}
          onClose={() => setMany(false)}
          onDone={(action, done, refused) => {
            setMany(false)
            setSaid(
              t(`many.done.${action}`, { count: done }) + (refused > 0 ? t('many.notDone', { count: refused }) : ''),
            )
          }}
        />
      )}
      <ExportSaid out={out} onReveal={host.reveal} said={(n) => t('exported', { count: n })} />
      {counted === null ? (
        <p className="muted">{t('loading')}</p>
      ) : total === 0 ? (
        <div className="card">
          <EmptyState
            title={narrowed ? t('noneTitle') : t('emptyTitle')}
            text={narrowed ? t('noneText') : t('emptyText', { key: newCaseKey })}
          >
            {narrowed ? (
              <Button onClick={() => show({})}>{t('clear')}</Button>
            ) : (
              <>
                <Button type="primary" onClick={() => go({ screen: 'intake' })}>
                  {t('intake')}
                </Button>
                <Button onClick={() => go({ screen: 'import' })}>{t('import')}</Button>
              </>
            )}
          </EmptyState>
        </div>
      ) : (
        <CaseRows
          // Another list begins at its top.
          key={name}
          label={t('title')}
          list={list}
          columns={columns}
          selected={at}
          onSelect={select}
          now={now}
          hrefOf={hrefOf}
          actionOf={() => t('open')}
          onAction={open}
          onFit={onFit}
          top={top}
          onLeave={(left) => useListPlace.setState((before) => (before.of === name ? { top: left } : { of: name, selected: 0, top: left }))} // prettier-ignore
        />
      )}
    </div>
  )
}

/**
 * The address follows the list; after a reload or a step back the list follows the address. What was chosen on another
 * page in this window (a number of 今日待办) goes before what stands there.
 */
function useAddress(filter: Filter, sort: SortName): void {
  useEffect(() => {
    const said = filterOf(location.hash)
    if (Object.keys(useCaseFilter.getState().filter).length > 0 || Object.keys(said.filter).length === 0) return
    useListPlace.setState({ sort: said.sort })
    setCaseFilter(said.filter)
  }, [])
  useEffect(() => {
    const hash = `#/cases${queryOf(filter, sort)}`
    if (location.hash !== hash) history.replaceState(null, '', hash)
  }, [filter, sort])
}
