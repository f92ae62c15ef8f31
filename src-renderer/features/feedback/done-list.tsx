/** 已回访: the newest revisits, with what marks them. */
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RecentRevisit } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useGradeWord } from './grade-word.ts'
import { RevisitTabs } from './revisit-tabs.tsx'

const PAGE = 50

export function DoneList() {
  const { t } = useTranslation('revisit')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const rows = useAnswer(() => desk.recentRevisits(), [desk, revision])
  const moments = useMomentWords(useNow())
  const [most, setMost] = useState(PAGE)
  const ties = rows?.filter(({ tie }) => tie === 'counts').length ?? 0
  return (
    <>
      <PageHead title={t('tabs.done')} aside={rows && rows.length > 0 ? t('done.lead', { n: rows.length }) : null} />
      <RevisitTabs at="done" />
      {ties > 0 && <p className="warn small">{t('done.ties', { n: ties })}</p>}
      {rows === null ? (
        <p className="muted">{t('loading')}</p>
      ) : rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('done.emptyTitle')} text={t('done.emptyText')} />
        </div>
      ) : (
        <>
          <table className="card revisit-table" aria-label={t('tabs.done')}>
            <thead>
              <tr>
                <th scope="col">{t('done.at')}</th>
                <th scope="col">{t('done.case')}</th>
                <th scope="col">{t('done.result')}</th>
                <th scope="col">{t('done.by')}</th>
                <th scope="col">{t('done.marks')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, most).map((row) => (
                <tr key={row.id} className={row.gone ? 'gone' : ''}>
                  <td>{moments.timed(row.at)}</td>
                  <td>
                    {row.hidden ? (
                      <span className="muted">{row.number}</span>
                    ) : (
                      <>
                        <a href={pathOf({ screen: 'case', id: row.case })}>{row.title || row.number}</a>
                        <div className="muted small">{row.number}</div>
                      </>
                    )}
                  </td>
                  <td>
                    <Result row={row} />
                  </td>
                  <td>{row.by}</td>
                  <td>
                    <Marks row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length > most && (
            <Button className="revisit-more" onClick={() => setMost(most + PAGE)}>
              {t('rating.more', { n: rows.length - most })}
            </Button>
          )}
        </>
      )}
    </>
  )
}

function Result({ row }: { readonly row: RecentRevisit }) {
  const { t } = useTranslation(['revisit', 'codes'])
  const gradeWord = useGradeWord()
  const way = t(`codes:way.${row.way}`)
  if (row.reason) return <span className="muted">{`${way} · ${t(`codes:invalidReason.${row.reason}`)}`}</span>
  if (!row.said) return <span className="muted">{`${way} · ${t('revisit:done.hidden')}`}</span>
  const { solved, scale, grade, words } = row.said
  return (
    <>
      {`${way} · ${t(solved ? 'revisit:done.solved' : 'revisit:done.unsolved')} · ${gradeWord(scale, grade)}`}
      {words && <div className="muted small">“{words}”</div>}
    </>
  )
}

function Marks({ row }: { readonly row: RecentRevisit }) {
  const { t } = useTranslation('revisit')
  const { self, paper, gone, tie, overrideReason } = row
  return (
    <span className="revisit-marks">
      {self && <i>{t('done.self')}</i>}
      {paper && <i>{t('done.paper')}</i>}
      {gone === 'withdrawn' && <i>{t('done.withdrawn')}</i>}
      {gone === 'superseded' && <i className="warn">{t('done.superseded')}</i>}
      {tie !== null && <i className="warn">{t(tie === 'counts' ? 'done.tieCounts' : 'done.tieCountsNot')}</i>}
      {overrideReason && <span className="muted small">{t('done.override', { reason: overrideReason })}</span>}
    </span>
  )
}
