import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'

/** More is a page of its own: a station writes some hundreds a year. */
const SHOWN = 60

export function NoticeList() {
  const { t } = useTranslation('notices')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const words = useMomentWords(useNow())
  const notices = useAnswer(() => desk.notices(), [desk, revision])
  const [chosen, setChosen] = useState(0)
  const [pages, setPages] = useState(1)
  const rows = (notices ?? []).slice(0, pages * SHOWN)
  const at = Math.max(0, Math.min(chosen, rows.length - 1))
  const write = (): void => go({ screen: 'notices', id: 'new' })
  const open = (i: number): void => {
    const row = rows[i]
    if (row) go({ screen: 'notices', id: row.id })
  }
  useRowKeys({ at, total: rows.length, onSelect: setChosen, onOpen: open, openLabel: t('open'), page: 10 })
  useKeys([{ key: 'N', label: t('write'), run: write }])
  if (!notices) return <p className="muted">{t('loading')}</p>
  return (
    <>
      <PageHead title={t('title')} aside={t('lead')}>
        <Button type="primary" onClick={write} aria-keyshortcuts="N">
          {t('write')}
          <Kbd keys="N" />
        </Button>
      </PageHead>
      {rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('emptyTitle')} text={t('emptyText')} />
        </div>
      ) : (
        <table className="card notice-rows" aria-label={t('list')}>
          <thead>
            <tr>
              {(['title', 'at', 'told', 'last', 'back'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr
                key={row.id}
                className={i === at ? 'selected' : ''}
                aria-current={i === at}
                onClick={() => setChosen(i)}
                onDoubleClick={() => open(i)}
              >
                <td>
                  <a className="one-line" href={pathOf({ screen: 'notices', id: row.id })} title={row.title}>
                    {row.title}
                  </a>
                  <div className="one-line muted small">
                    {[row.withdrawn && t('voided'), row.audience === 'one' && t('toOne'), row.place]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </td>
                <td>{words.at(row.at)}</td>
                <td>{row.tellings > 0 ? t('toldCount', { count: row.tellings, people: row.told }) : t('notTold')}</td>
                <td>{row.lastAt && words.at(row.lastAt)}</td>
                <td>{row.requests || ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length < notices.length && (
        <Button className="notice-more" onClick={() => setPages(pages + 1)}>
          {rows.length} / {notices.length}
        </Button>
      )}
    </>
  )
}
