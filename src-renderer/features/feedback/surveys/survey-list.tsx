import { Button } from 'antd'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { NewSurvey } from './new-survey.tsx'
import { percent } from './percent.ts'
import { SurveyTabs } from './survey-tabs.tsx'

export function SurveyList() {
  const { t } = useTranslation('surveys')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const surveys = useAnswer(() => desk.surveys(), [desk, revision])
  const [making, setMaking] = useState(false)
  const [kept, setKept] = useState<FieldValues | undefined>()
  const [chosen, setChosen] = useState(0)
  const rows = surveys ?? []
  const at = Math.max(0, Math.min(chosen, rows.length - 1))
  const here = rows[at]
  useKeys([
    { key: 'N', label: t('list.make'), run: () => setMaking(true) },
    { key: 'Enter', label: t('open'), run: () => here && go({ screen: 'surveys', id: here.id }) },
    { key: 'ArrowUp', label: t('up'), run: () => setChosen(Math.max(0, at - 1)), quiet: true },
    { key: 'ArrowDown', label: t('down'), run: () => setChosen(Math.min(rows.length - 1, at + 1)), quiet: true },
  ])
  const newButton = (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('list.make')}
      <Kbd keys="N" />
    </Button>
  )
  return (
    <>
      <PageHead title={t('title')} aside={t('lead')}>
        {newButton}
      </PageHead>
      <SurveyTabs at="surveys" />
      {!surveys ? (
        <p className="muted">{t('loading')}</p>
      ) : rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('list.emptyTitle')} text={t('list.emptyText')}>
            {newButton}
          </EmptyState>
        </div>
      ) : (
        <table className="card survey-rows list" aria-label={t('list.label')}>
          <thead>
            <tr>
              {(['title', 'when', 'sample', 'done', 'rate'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`list.column.${name}`)}
                </th>
              ))}
              <th scope="col">
                <span className="spoken-only">{t('list.column.act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr
                key={row.id}
                className={i === at ? 'selected' : ''}
                aria-current={i === at}
                onClick={() => setChosen(i)}
              >
                <td>
                  <a href={pathOf({ screen: 'surveys', id: row.id })}>{row.title}</a>
                  <div className="muted small">
                    {[t('list.questions', { count: row.questions }), row.closed && t('list.closed')]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </td>
                <td>
                  {row.from} – {row.until.slice(5)}
                </td>
                <td>{row.isDrawn ? row.size : <span className="muted">{t('list.notDrawn')}</span>}</td>
                <td>{row.response && t('list.of', { done: row.response.done, called: row.response.called })}</td>
                <td>{row.response && percent(row.response.rate)}</td>
                <td className="act">
                  <Button size="small" tabIndex={-1} onClick={() => go({ screen: 'surveys', id: row.id })}>
                    {t('open')} <span className="spoken-only">{row.title}</span>
                    {i === at && <Kbd keys="↵" />}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {making && (
        <NewSurvey
          others={rows}
          onMade={(id) => go({ screen: 'surveys', id })}
          kept={kept}
          onLeave={(typed) => {
            setKept(typed)
            setMaking(false)
          }}
        />
      )}
    </>
  )
}
