/** 共性问题: what repeats itself, the topics that there are, and one of them. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { PrintDeliberationSlot } from './deliberation/slot.ts'
import { Hotspots } from './hotspots.tsx'
import { TopicPage } from './topic-page.tsx'
import './topics.css'

type TopicsScreenProps = { readonly id?: string; readonly Print: PrintDeliberationSlot }

export function TopicsScreen({ id, Print }: TopicsScreenProps) {
  return id === undefined ? <TopicList /> : <OneTopic id={id} Print={Print} />
}

function OneTopic({ id, Print }: { readonly id: string; readonly Print: PrintDeliberationSlot }) {
  const { t } = useTranslation('topics')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const answer = useAnswer(async () => ({ view: await desk.topic(id) }), [desk, id, revision])
  if (!answer) return <p className="muted">{t('loading')}</p>
  if (answer.view) return <TopicPage view={answer.view} Print={Print} />
  return (
    <div className="card">
      <EmptyState title={t('missing')} text={t('missingText')}>
        <Button type="primary" onClick={() => go({ screen: 'topics' })}>
          {t('back')}
        </Button>
      </EmptyState>
    </div>
  )
}

function TopicList() {
  const { t } = useTranslation('topics')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const words = useMomentWords(useNow())
  const topics = useAnswer(() => desk.topics(), [desk, revision])
  const [chosen, setChosen] = useState(0)
  const rows = topics ?? []
  const at = Math.max(0, Math.min(chosen, rows.length - 1))
  const here = rows[at]
  useKeys([
    { key: 'ArrowUp', label: t('up'), run: () => setChosen(Math.max(0, at - 1)), quiet: true },
    { key: 'ArrowDown', label: t('down'), run: () => setChosen(Math.min(rows.length - 1, at + 1)), quiet: true },
    { key: 'Enter', label: t('open'), run: () => here && go({ screen: 'topics', id: here.id }) },
  ])
  if (!topics) return <p className="muted">{t('loading')}</p>
  return (
    <>
      <PageHead title={t('title')} aside={t('lead')} />
      {rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('emptyTitle')} text={t('emptyText')} />
        </div>
      ) : (
        <table className="card topic-rows" aria-label={t('list')}>
          <thead>
            <tr>
              {(['title', 'cases', 'persons', 'open', 'last'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`column.${name}`)}
                </th>
              ))}
              <th scope="col">
                <span className="spoken-only">{t('column.act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((topic, i) => (
              <tr
                key={topic.id}
                className={i === at ? 'selected' : ''}
                aria-current={i === at}
                onClick={() => setChosen(i)}
              >
                <td>
                  <a className="one-line" href={pathOf({ screen: 'topics', id: topic.id })} title={topic.title}>
                    {topic.title}
                  </a>
                  <div className="one-line muted small">
                    {[topic.closed && t('closedMark'), topic.place].filter(Boolean).join(' · ')}
                  </div>
                </td>
                <td>{topic.cases}</td>
                <td>{topic.persons}</td>
                <td>{topic.open}</td>
                <td>{topic.lastAt && words.at(topic.lastAt)}</td>
                <td className="act">
                  <Button size="small" tabIndex={-1} onClick={() => go({ screen: 'topics', id: topic.id })}>
                    {t('open')} <span className="spoken-only">{topic.title}</span>
                    {i === at && <Kbd keys="↵" />}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Hotspots />
    </>
  )
}
