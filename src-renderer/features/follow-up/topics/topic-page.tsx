/** One topic: everybody who brought it, where and when, who was answered, and what can be done with all of them at once. */
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunCode, TopicView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go } from '#app/session/route.ts'
import { FormDrawer } from '#app/ui/form-drawer.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useLanguage } from '#app/text/text.ts'
import type { Command } from '#core/commands.ts'
import type { ChangeTopic } from '#core/follow-up/save-topic.ts'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import { ToldCard } from '../told-card.tsx'
import { AnswerAll, openMembers } from './answer-all.tsx'
import { Contacts } from './contacts.tsx'
import { Deliberations } from './deliberation/deliberations.tsx'
import type { PrintDeliberationSlot } from './deliberation/slot.ts'
import { Members } from './members.tsx'
import { Similar } from './similar.tsx'
import { topicForm } from './topic-form.tsx'

type Open = 'answer' | 'contacts' | 'edit' | null
type TopicPageProps = { readonly view: TopicView; readonly Print: PrintDeliberationSlot }

export function TopicPage({ view, Print }: TopicPageProps) {
  const { t } = useTranslation('topics')
  const { desk } = useServices()
  const words = useMomentWords(useNow())
  const categoryName = view.categoryName[useLanguage() === 'en' ? 'en' : 'zh']
  const [open, setOpen] = useState<Open>(null)
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const [said, setSaid] = useState('')
  /** What the answer begins with: the result of a deliberation. */
  const [content, setContent] = useState('')
  const { members } = view
  const run = async (command: Command): Promise<boolean> => {
    setTrouble(null)
    setSaid('')
    const saved = await desk.run(command)
    if (!saved.ok) setTrouble(saved.error)
    return saved.ok
  }
  const part = async (cases: readonly string[]): Promise<void> => {
    // One that would be left alone is no common matter any more: it is restored together with the last but one.
    const left = members.filter(({ row }) => !cases.includes(row.id))
    const all = left.length === 1 ? members.map(({ row }) => row.id) : [...cases]
    if (await run({ name: 'unlink-cases', input: { from: view.id, cases: all } })) {
      if (all.length === members.length) go({ screen: 'topics' })
      else setSaid(t('card.parted'))
    }
  }
  const settle = (): void => void run({ name: 'change-topic', input: { topic: view.id, closed: !view.closed } })
  const canAnswer = openMembers(view).length > 0
  const answer = (result = ''): void => {
    setContent(result)
    if (canAnswer) setOpen('answer')
    else setSaid(t('answer.none'))
  }
  useKeys([
    { key: 'A', label: t('page.answerAll'), run: () => answer() },
    { key: 'L', label: t('page.contacts'), run: () => setOpen('contacts') },
    { key: 'M', label: t('page.rename'), run: () => setOpen('edit') },
    { key: 'Escape', label: t('back'), run: () => go({ screen: 'topics' }), quiet: true },
  ])
  const aside = [
    t('count', { cases: view.cases, persons: view.persons }),
    view.places.length > 0 && t('page.places', { count: view.places.length }),
    view.closed && t('closedMark'),
  ]
  return (
    <>
      <PageHead title={view.title} aside={aside.filter(Boolean).join(' · ')}>
        <Button onClick={() => setOpen('edit')}>
          {t('page.rename')}
          <Kbd keys="M" />
        </Button>
        <Button onClick={settle}>{t(view.closed ? 'page.reopen' : 'page.close')}</Button>
        <Popconfirm
          title={t('page.dissolveAsk', { count: members.length })}
          okText={t('page.dissolveYes')}
          cancelText={t('page.dissolveNo')}
          onConfirm={() => part(members.map(({ row }) => row.id))}
        >
          <Button disabled={members.length === 0}>{t('page.dissolve')}</Button>
        </Popconfirm>
        <Button onClick={() => setOpen('contacts')}>
          {t('page.contacts')}
          <Kbd keys="L" />
        </Button>
        <Button type="primary" onClick={() => answer()}>
          {t('page.answerAll')}
          <Kbd keys="A" />
        </Button>
      </PageHead>
      {trouble && <SaveTrouble problem={trouble} />}
      {said && (
        <p className="done topic-said" role="status">
          {said}
        </p>
      )}
      <div className="topic-columns">
        <div>
          <Members members={members} onTakeOut={(id) => void part([id])} />
          <Deliberations view={view} Print={Print} onAnswer={answer} />
          {members.length > 0 && (
            <Similar
              of={view.id}
              title={t('page.suggested')}
              none={t('page.noSuggested')}
              actionOf={() => t('page.add')}
              onJoin={({ row }) => run({ name: 'link-cases', input: { topic: view.id, cases: [row.id] } })}
            />
          )}
        </div>
        <aside>
          <ToldCard about={view.id} />
          <section className="card" aria-labelledby="topic-when">
            <h2 id="topic-when">{t('page.when')}</h2>
            <ul className="topic-counts">
              {view.months.map(({ month, count }) => (
                <Count
                  key={month}
                  words={month}
                  count={count}
                  most={Math.max(...view.months.map((one) => one.count))}
                />
              ))}
            </ul>
          </section>
          {view.places.length > 0 && (
            <section className="card" aria-labelledby="topic-where">
              <h2 id="topic-where">{t('page.where')}</h2>
              <ul className="topic-counts">
                {view.places.map(({ place, count }) => (
                  <Count key={place} words={place} count={count} most={view.places[0]!.count} />
                ))}
              </ul>
            </section>
          )}
          <section className="card" aria-labelledby="topic-answers">
            <h2 id="topic-answers">{t('page.answers')}</h2>
            {members.every(({ answered }) => answered === null) && <p className="muted small">{t('page.noAnswers')}</p>}
            <ul className="plain-list small">
              {members.flatMap(({ row, answered }) =>
                answered ? (
                  <li key={row.id}>
                    {t('page.answered', { by: answered.by, at: words.at(answered.at) })}
                    <span className="muted"> {row.number}</span>
                  </li>
                ) : (
                  []
                ),
              )}
            </ul>
          </section>
          {(view.category || view.note) && (
            <section className="card">
              {view.category && <p>{t('page.category', { category: categoryName })}</p>}
              {view.note && <p className="quote">{view.note}</p>}
            </section>
          )}
        </aside>
      </div>
      {open === 'answer' && (
        <AnswerAll
          view={view}
          content={content}
          onSaved={(count) => {
            setOpen(null)
            setSaid(t('answer.done', { count }))
          }}
          onLeave={() => setOpen(null)}
        />
      )}
      {open === 'contacts' && <Contacts topic={view.id} members={members} onClose={() => setOpen(null)} />}
      {open === 'edit' && (
        <FormDrawer
          title={t('edit.title')}
          saveLabel={t('edit.save')}
          spec={topicForm}
          context={view}
          save={(typed) => desk.run({ name: 'change-topic', input: typed as ChangeTopic })}
          onSaved={() => setOpen(null)}
          onLeave={() => setOpen(null)}
        />
      )}
    </>
  )
}

/** A bar as long as its share of the most: the number stands beside it. */
function Count({ words, count, most }: { readonly words: string; readonly count: number; readonly most: number }) {
  return (
    <li>
      <span className="one-line">{words}</span>
      <meter min={0} max={most} value={count} aria-hidden="true" />
      <b>{count}</b>
    </li>
  )
}
