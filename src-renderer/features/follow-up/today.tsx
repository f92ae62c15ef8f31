/** 今日待办: what first, and why. One ordered list; each number opens the cases behind it. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRow, Filter } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { setCaseFilter } from '#app/session/case-filter.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useNewCaseKey, useSession } from '#app/session/session.ts'
import { CaseRows } from '#app/ui/case-rows.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { shownKey } from '#app/ui/shown-key.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { addDays, atTime, dayOf } from '#core/lib/time.ts'
import './today.css'

/** Nobody works off more in a day; the rest is one click away. The desk answers exactly this list before everything is read. */
const ROWS = 50

const openCases = (filter: Filter): void => {
  setCaseFilter(filter)
  go({ screen: 'cases' })
}
const openCase = (row: CaseRow | undefined): void => {
  if (row) go({ screen: 'case', id: row.id })
}

const openButton = (row: CaseRow) => <OpenButton row={row} />

function OpenButton({ row }: { row: CaseRow }) {
  const { t } = useTranslation('app')
  return (
    <Button onClick={() => openCase(row)} aria-label={`${t('today.open')} ${row.title}`}>
      {t('today.open')}
    </Button>
  )
}

export function Today() {
  const { t } = useTranslation('app')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const counts = useAnswer(() => desk.counts(), [desk, revision])
  const page = useAnswer(
    () => desk.page({ open: true, sort: 'due', descending: false, offset: 0, limit: ROWS }),
    [desk, revision],
  )
  const newCaseKey = useNewCaseKey()
  const now = useNow()
  const words = useMomentWords(now)
  const [chosen, setChosen] = useState(0)

  const rows = page?.rows ?? []
  const at = Math.min(chosen, rows.length - 1)
  const choose = (row: number): void => setChosen(Math.max(0, Math.min(rows.length - 1, row)))
  useKeys([
    { key: 'ArrowUp', label: t('today.up'), run: () => choose(at - 1), quiet: true },
    { key: 'ArrowDown', label: t('today.down'), run: () => choose(at + 1), quiet: true },
    { key: 'Enter', label: t('today.open'), run: () => openCase(rows[at]) },
  ])
  if (!counts || !page) return null

  const { dueToday, overdue } = counts
  const late = (): void => openCases({ open: true, dueBefore: now })
  const today = (): void => openCases({ open: true, dueBefore: atTime(addDays(dayOf(now), 1), '00:00:00') })
  const { received, dispatched, closed } = counts.byStatus
  return (
    <>
      <PageHead title={t('today.title')} aside={t('today.summary', { day: words.day(now), overdue, due: dueToday })}>
        <Button type="primary" onClick={() => go({ screen: 'intake' })}>
          {t('today.newCase')}
          <Kbd keys={shownKey(newCaseKey)} />
        </Button>
      </PageHead>
      <div className="today-numbers">
        <NumberCard name={t('today.overdue')} n={overdue} hint={t('today.overdueHint')} tone="bad" onOpen={late} />
        <NumberCard name={t('today.dueToday')} n={dueToday} hint={t('today.dueHint')} tone="warn" onOpen={today} />
        <NumberCard
          name={t('today.toDispatch')}
          n={received}
          hint={t('today.dispatchHint')}
          onOpen={() => openCases({ status: ['received'] })}
        />
        <NumberCard
          name={t('today.inWork')}
          n={dispatched + counts.byStatus['in-work']}
          hint={t('today.workHint')}
          onOpen={() => openCases({ status: ['dispatched', 'in-work'] })}
        />
        <NumberCard
          name={t('today.toRevisit')}
          n={closed}
          hint={t('today.revisitHint')}
          onOpen={() => openCases({ status: ['closed'] })}
        />
      </div>
      {rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('today.emptyTitle')} text={t('today.emptyText')}>
            <Button type="primary" onClick={() => go({ screen: 'intake' })}>
              {t('today.newCase')}
            </Button>
            {counts.total === 0 && <Button onClick={() => go({ screen: 'import' })}>{t('today.import')}</Button>}
          </EmptyState>
        </div>
      ) : (
        <CaseRows
          rows={rows}
          selected={at}
          onSelect={setChosen}
          now={now}
          hrefOf={(id) => pathOf({ screen: 'case', id })}
          action={openButton}
        />
      )}
      {page.total > rows.length && (
        <p className="muted today-rest">
          {t('today.first', { n: rows.length })}
          <Button type="link" onClick={() => openCases({ open: true })}>
            {t('today.all')}
          </Button>
        </p>
      )}
    </>
  )
}

type NumberCardProps = {
  readonly name: string
  readonly n: number
  readonly hint: string
  readonly onOpen: () => void
  readonly tone?: 'bad' | 'warn'
}

function NumberCard({ name, n, hint, onOpen, tone }: NumberCardProps) {
  return (
    <button type="button" className="card" onClick={onOpen}>
      <span className="muted">{name}</span>
      <b className={n > 0 ? tone : ''}>{n.toLocaleString('en')}</b>
      <span className="small muted">{hint}</span>
    </button>
  )
}
