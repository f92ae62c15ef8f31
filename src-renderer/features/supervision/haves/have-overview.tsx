/** Every neighbourhood with its four: as a table, as a grid, what is to be looked at again, and what could be a topic. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HaveRow, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ExportMenu, ExportSaid, useExport } from '#app/ui/export-menu.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { HaveGrid } from './have-grid.tsx'
import { HaveProposals } from './have-proposals.tsx'
import { HaveTable } from './have-table.tsx'
import { partOf, type Standing } from './part-of.ts'
import { useHaveSheet } from './have-sheet.ts'

const TABS = ['table', 'grid', 'due', 'proposals'] as const
type Tab = (typeof TABS)[number]

const cellsOf = (rows: readonly HaveRow[]): Standing[] =>
  rows.flatMap((row) => row.cells.map((cell) => ({ row, cell })))

export function HaveOverview({ tab }: { readonly tab: string }) {
  const { t } = useTranslation('haves')
  const { desk, host, clock } = useServices()
  const revision = useSession((session) => session.revision)
  const rows = useAnswer(() => desk.haves(), [desk, revision])
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const shown: Tab = TABS.find((one) => one === tab) ?? 'table'
  const sheetOf = useHaveSheet()
  const out = useExport<'all'>({
    name: `${t('title')}-${dayOf(momentOf(clock()))}`,
    make: async (format) => {
      const sheet = sheetOf(rows ?? [])
      return { bytes: await desk.writeSheet(sheet, format), count: sheet.rows.length }
    },
    save: host.saveFile,
    clock,
  })
  const show = (one: Tab): void => go({ screen: 'haves', id: one })
  useKeys(TABS.map((one, i) => ({ key: String(i + 1), label: t(`tab.${one}`), run: () => show(one) })))
  if (!rows) return <p className="muted">{t('loading')}</p>
  if (rows.length === 0)
    return (
      <>
        <PageHead title={t('title')} aside={t('lead')} />
        <div className="card">
          <EmptyState title={t('emptyTitle')} text={t('emptyText')}>
            <Button type="primary" onClick={() => go({ screen: 'residents', id: 'places' })}>
              {t('addPlace')}
            </Button>
          </EmptyState>
        </div>
      </>
    )
  const cells = cellsOf(rows)
  const due = cells.filter(({ cell }) => cell.due).toSorted((a, b) => (a.cell.dueOn < b.cell.dueOn ? -1 : 1))
  const proposals = cells.filter(({ cell }) => cell.proposal !== null)
  const sums = (['present', 'partly', 'absent', 'unchecked'] as const).map((state) => `${t(`sum.${state}`)} ${cells.filter(({ cell }) => cell.state === state).length}`) // prettier-ignore
  const count = { table: rows.length, grid: rows.length, due: due.length, proposals: proposals.length }
  return (
    <div className="haves">
      <PageHead title={t('title')} aside={sums.join(' · ')}>
        <ExportMenu out={out} disabled={false} kinds={[{ kind: 'all', words: '' }]} />
      </PageHead>
      <ExportSaid out={out} onReveal={host.reveal} said={(n) => t('exported', { count: n })} />
      <nav className="have-tabs" aria-label={t('title')}>
        {TABS.map((one, i) => (
          <Button
            key={one}
            type={one === shown ? 'primary' : 'default'}
            aria-pressed={one === shown}
            onClick={() => show(one)}
          >
            {' '}
            {/* prettier-ignore */}
            {t(`tab.${one}`)} {one === 'due' || one === 'proposals' ? count[one] : ''}
            <kbd>{i + 1}</kbd>
          </Button>
        ))}
      </nav>
      {shown === 'table' && <HaveTable rows={rows} />}
      {shown === 'grid' && <HaveGrid rows={rows} />}
      {shown === 'due' && <Due due={due} never={cells.filter(({ cell }) => cell.checkedOn === '').length} />}
      {shown === 'proposals' && <HaveProposals proposals={proposals} trouble={trouble} onTrouble={setTrouble} />}
    </div>
  )
}

function Due({ due, never }: { readonly due: readonly Standing[]; readonly never: number }) {
  const { t } = useTranslation('haves')
  return (
    <section className="card have-list" aria-label={t('tab.due')}>
      {due.length === 0 && <p className="muted">{t('due.none')}</p>}
      <ul>
        {due.map(({ row, cell }) => (
          <li key={`${row.place} ${cell.have}`}>
            <div>
              <a href={pathOf({ screen: 'haves', id: partOf(row.place, cell.have) })}>
                {t('due.line', { place: row.name, have: t(`have.${cell.have}`) })}
              </a>
              <div className="muted small">{t('due.since', { day: cell.checkedOn, due: cell.dueOn })}</div>
            </div>
          </li>
        ))}
      </ul>
      {never > 0 && <p className="muted small">{t('due.never', { count: never })}</p>}
    </section>
  )
}
