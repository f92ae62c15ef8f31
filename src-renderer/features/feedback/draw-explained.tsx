/** 抽样说明: population, rate, seed and list of a month, so that anybody can draw again. */
import { Button } from 'antd'
import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ExportMenu, ExportSaid, useExport } from '#app/ui/export-menu.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { atTime, type Moment } from '#core/lib/time.ts'
import { RevisitTabs } from './revisit-tabs.tsx'

const PAGE = 50

/** `2026-11` and the month after it. */
function monthBy(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
const startOf = (month: string): Moment => atTime(`${month}-01`, '00:00:00')

type DrawExplainedProps = {
  readonly Print: ComponentType<{ readonly from: string; readonly until: string; readonly onClose: () => void }>
}

export function DrawExplained({ Print }: DrawExplainedProps) {
  const { t } = useTranslation('revisit')
  const { desk, host, clock } = useServices()
  const revision = useSession((session) => session.revision)
  const here = useNow().slice(0, 7)
  const [chosen, setChosen] = useState<string | null>(null)
  const month = chosen ?? here
  const [page, setPage] = useState(0)
  const [printing, setPrinting] = useState(false)
  const [from, until] = [startOf(month), startOf(monthBy(month, 1))]
  const view = useAnswer(async () => ({ month, ...(await desk.revisitDraw(from, until)) }), [desk, revision, month])
  const shown = view?.month === month ? view : null
  const pages = Math.max(1, Math.ceil((shown?.rows.length ?? 0) / PAGE))
  const turn = (to: number): void => setPage(Math.max(0, Math.min(pages - 1, to)))
  const goTo = (next: string): void => {
    setChosen(next)
    setPage(0)
    out.forget()
  }
  const out = useExport<'list'>({
    name: `${t('draw.exportName')}-${month}`,
    make: async (format) => {
      const { rows } = await desk.revisitDraw(from, until)
      const column = (title: string, kind: 'text' | 'number' = 'text') => ({ title, kind })
      const bytes = await desk.writeSheet(
        {
          name: t('draw.exportName'),
          columns: [
            column(t('draw.column.number')),
            column(t('draw.column.case')),
            column(t('draw.column.round'), 'number'),
            column(t('draw.column.closed')),
            column(t('draw.column.rate'), 'number'),
            column(t('draw.column.seed')),
            column(t('draw.column.digits')),
            column(t('draw.column.percent'), 'number'),
            column(t('draw.column.drawn')),
          ],
          rows: rows.map((row) => [row.number, row.case, row.round, row.at.slice(0, 16).replace('T', ' '), row.rate, row.seed, row.digits, Number(row.percent.toFixed(4)), t(row.drawn ? 'draw.yes' : 'draw.not')]), // prettier-ignore
        },
        format,
      )
      return { bytes, count: rows.length }
    },
    save: host.saveFile,
    clock,
  })
  useKeys([
    { key: 'ArrowLeft', label: t('draw.before'), run: () => goTo(monthBy(month, -1)) },
    { key: 'ArrowRight', label: t('draw.after'), run: () => month < here && goTo(monthBy(month, 1)) },
    { key: 'PageUp', label: t('rating.up'), run: () => turn(page - 1), quiet: true },
    { key: 'PageDown', label: t('rating.down'), run: () => turn(page + 1), quiet: true },
    { key: 'P', label: t('draw.print'), run: () => setPrinting(true) },
  ])
  const numbers =
    shown &&
    ([
      ['closings', shown.closings],
      ['always', shown.always],
      ['byLot', shown.byLot],
      ['drawn', shown.rows.filter(({ drawn }) => drawn).length],
      ['nobody', shown.nobody],
      ['unplanned', shown.unplanned],
    ] as const)
  return (
    <>
      <PageHead title={t('tabs.draw')} aside={t('draw.lead')}>
        <Button disabled={(shown?.rows.length ?? 0) === 0} onClick={() => setPrinting(true)}>
          {t('draw.print')}
          <Kbd keys="P" />
        </Button>
        <ExportMenu out={out} disabled={(shown?.rows.length ?? 0) === 0} kinds={[{ kind: 'list', words: '' }]} />
      </PageHead>
      <RevisitTabs at="draw" />
      <ExportSaid out={out} onReveal={host.reveal} said={(n) => t('draw.exported', { count: n })} />
      <div className="row draw-month">
        <Button size="small" onClick={() => goTo(monthBy(month, -1))}>
          ‹ {t('draw.before')}
        </Button>
        <b>{month}</b>
        <Button size="small" disabled={month >= here} onClick={() => goTo(monthBy(month, 1))}>
          {t('draw.after')} ›
        </Button>
      </div>
      {!shown || !numbers ? (
        <p className="muted">{t('loading')}</p>
      ) : (
        <>
          <dl className="card draw-numbers">
            {numbers.map(([name, n]) => (
              <div key={name}>
                <dt>{t(`draw.${name}`)}</dt>
                <dd>{n.toLocaleString('en')}</dd>
              </div>
            ))}
          </dl>
          {shown.groups.map((group) => (
            <p key={`${group.rate}/${group.seed}`}>{t('draw.group', group)}</p>
          ))}
          <p className="muted small draw-how">{t('draw.how')}</p>
          {shown.rows.length === 0 ? (
            <div className="card">
              <EmptyState title={t('draw.emptyTitle')} text={t('draw.emptyText')} />
            </div>
          ) : (
            <table className="card revisit-table" aria-label={t('tabs.draw')}>
              <thead>
                <tr>
                  <th scope="col">{t('draw.column.number')}</th>
                  <th scope="col">{t('draw.column.closed')}</th>
                  <th scope="col">{t('draw.column.digits')}</th>
                  <th scope="col">{t('draw.column.percent')}</th>
                  <th scope="col">{t('draw.column.drawn')}</th>
                  <th scope="col">{t('draw.column.case')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.rows.slice(page * PAGE, (page + 1) * PAGE).map((row) => (
                  <tr key={`${row.case}/${row.round}`} className={row.drawn ? 'drawn' : ''}>
                    <td>
                      <a href={pathOf({ screen: 'case', id: row.case })}>{row.number}</a>
                    </td>
                    <td>{row.at.slice(5, 16).replace('T', ' ')}</td>
                    <td>
                      <code>{row.digits}</code>
                    </td>
                    <td>{row.percent.toFixed(2)} %</td>
                    <td>
                      {t(row.drawn ? 'draw.yes' : 'draw.not')}
                      {row.differs && <span className="warn small"> {t('draw.differs')}</span>}
                    </td>
                    <td className="muted small">
                      {row.seed}/{row.case}/{row.round}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {pages > 1 && (
            <div className="row draw-month">
              <Button size="small" disabled={page === 0} onClick={() => turn(page - 1)}>
                ‹
              </Button>
              <span className="muted small">{t('draw.page', { n: page + 1, of: pages })}</span>
              <Button size="small" disabled={page >= pages - 1} onClick={() => turn(page + 1)}>
                ›
              </Button>
            </div>
          )}
        </>
      )}
      {printing && <Print from={from} until={until} onClose={() => setPrinting(false)} />}
    </>
  )
}
