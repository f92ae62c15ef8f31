/** 今日待办: what first, and why. One ordered list; each number opens the cases behind it. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter, TodayRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { goAndStart } from '#app/session/case-start.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useNewCaseKey, useSession } from '#app/session/session.ts'
import { USUAL_COLUMNS } from '#app/ui/case-rows-columns.tsx'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { useRowWindow } from '#app/ui/case-rows-window.ts'
import { CaseRows } from '#app/ui/case-rows.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { shownKey } from '#app/ui/shown-key.ts'
import { AbsentColleagues } from './absent-colleagues.tsx'
import { CaseFilters } from './case-filters.tsx'
import { isOfRating } from '#core/follow-up/today.ts'
import { useRowLetters } from './list-letters.ts'
import { useReasonWords } from './today-reason.ts'
import { ToSettle } from './to-settle.tsx'
import { columnsHere, useIsOffice } from './use-office.ts'
import { useTodayPlace } from './today-place.ts'
import { TodayTiles } from './today-tiles.tsx'
import './today.css'

const hrefOf = (id: string): string => pathOf({ screen: 'case', id })

export function Today() {
  const { t } = useTranslation('cases')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const isOffice = useIsOffice()
  const newCaseKey = useNewCaseKey()
  const now = useNow()
  const minute = now.slice(0, 16)
  const words = useMomentWords(now)
  const noteOf = useReasonWords(now)
  const { selected, top, filter } = useTodayPlace()
  const narrowed = Object.keys(filter).length > 0
  const show = (next: Filter): void => useTodayPlace.setState({ filter: next, selected: 0, top: 0 })
  // The first answer may hold only what the desk had at hand; then the whole list is waited for.
  const [whole, setWhole] = useState(false)
  const { list, total: counted } = useRowWindow<TodayRow>(
    async (offset, limit) => {
      const page = await desk.today({ offset, limit, atOnce: !whole && !narrowed, filter })
      if (page.partial) setWhole(true)
      return page
    },
    [desk, revision, minute, whole, filter],
  )
  const total = counted ?? 0
  const at = Math.max(0, Math.min(selected, total - 1))
  const select = (index: number): void => useTodayPlace.setState({ selected: index })
  const open = async (index: number): Promise<void> => {
    select(index)
    const row = await list.find(index)
    // What is said of a bad rating, and what follows from it, stands there together.
    if (row && isOfRating(row.reason)) go({ screen: 'revisit', id: 'ratings' })
    else if (row?.reason === 'revisit') goAndStart(row.id, 'record-revisit')
    else if (row) go({ screen: 'case', id: row.id })
  }
  const onFit = useRowKeys({ at, total, onSelect: select, onOpen: (index) => void open(index), openLabel: t('open') })
  useKeys(useRowLetters(isOffice ? 0 : total, () => list.find(at)))

  const newCase = (
    <Button type="primary" onClick={() => go({ screen: 'intake' })}>
      {t('intake')}
      <Kbd keys={shownKey(newCaseKey)} />
    </Button>
  )
  return (
    <div className="list-page">
      <PageHead
        title={t('today.title')}
        aside={
          counted === null
            ? words.day(now)
            : `${words.day(now)} · ${t('today.total', { count: total, shown: total.toLocaleString('en') })}`
        }
      >
        {newCase}
      </PageHead>
      <TodayTiles minute={minute} />
      <AbsentColleagues onShow={(handler) => show({ handler })} />
      <ToSettle />
      <CaseFilters lean filter={filter} onFilter={show} onRows={() => select(0)} />
      {counted === null ? (
        <p className="muted">{t('loading')}</p>
      ) : total === 0 ? (
        <div className="card">
          {narrowed ? (
            <EmptyState title={t('today.noneTitle')} text={t('noneText')}>
              <Button onClick={() => show({})}>{t('clear')}</Button>
            </EmptyState>
          ) : (
            <EmptyState title={t('today.emptyTitle')} text={t('today.emptyText', { key: newCaseKey })}>
              {newCase}
              <Button onClick={() => go({ screen: 'import' })}>{t('import')}</Button>
            </EmptyState>
          )}
        </div>
      ) : (
        <CaseRows
          // Another list begins at its top.
          key={JSON.stringify(filter)}
          label={t('today.title')}
          list={list}
          columns={columnsHere(USUAL_COLUMNS, isOffice)}
          selected={at}
          onSelect={select}
          now={now}
          hrefOf={hrefOf}
          actionOf={({ reason }) => (reason === 'revisit' ? t('revisit.open') : t('open'))}
          onAction={(index) => void open(index)}
          noteOf={noteOf}
          onFit={onFit}
          top={top}
          onLeave={(left) => useTodayPlace.setState({ top: left })}
        />
      )}
    </div>
  )
}
