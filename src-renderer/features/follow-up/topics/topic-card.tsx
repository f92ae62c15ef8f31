/** 同一事项, beside a case: the topics it stands in, what it repeats, and what looks alike and may be joined. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRow, Repeat, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Command } from '#core/commands.ts'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import { Similar } from './similar.tsx'
import './topics.css'

/** So many fit beside the record. */
const SUGGESTED = 3

export function TopicCard({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('topics')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const joined = useAnswer(() => desk.topicsOfCase(caseId), [desk, caseId, revision])
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const [said, setSaid] = useState('')
  const run = async (command: Command): Promise<void> => {
    setTrouble(null)
    setSaid('')
    const saved = await desk.run(command)
    if (!saved.ok) setTrouble(saved.error)
    else if (command.name === 'unlink-cases') setSaid(t('card.parted'))
  }
  const takeOut = async (topic: string): Promise<void> => {
    const members = (await desk.topic(topic))?.members.map(({ row }) => row.id) ?? []
    // Whoever would be left alone is restored with it.
    const cases = members.length <= 2 && members.includes(caseId) ? members : [caseId]
    await run({ name: 'unlink-cases', input: { from: topic, cases } })
  }
  // The same person, the same matter: a repeat of the older one of the two.
  const join = (repeat: Repeat): Promise<void> =>
    run({ name: 'join-matter', input: { case: caseId, with: repeat.row.id, kind: repeat.person ? 'repeat' : 'same-matter' } }) // prettier-ignore
  if (!joined) return null
  const { topics, repeats, repeatedBy } = joined
  return (
    <>
      {(topics.length > 0 || repeats.length + repeatedBy.length > 0 || said || trouble) && (
        <section className="card topic-card" aria-labelledby="topic-card">
          <h2 id="topic-card">{t('card.title')}</h2>
          {trouble && <SaveTrouble problem={trouble} />}
          {said && <p role="status">{said}</p>}
          <ul>
            {topics.map(({ id, title, cases }) => (
              <li key={id}>
                <a className="topic-chip" href={pathOf({ screen: 'topics', id })}>
                  <span className="one-line">{title}</span>{' '}
                  <span className="small">{t('card.members', { count: cases })}</span>
                </a>
                <Button size="small" aria-label={`${t('card.takeOut')} ${title}`} onClick={() => void takeOut(id)}>
                  {t('card.takeOut')}
                </Button>
              </li>
            ))}
            {repeats.map((row) => (
              <Repeated key={row.id} row={row} words={t('card.repeats')}>
                <Button
                  size="small"
                  aria-label={`${t('card.takeOut')} ${row.number}`}
                  onClick={() => void run({ name: 'unlink-cases', input: { from: row.id, cases: [caseId] } })}
                >
                  {t('card.takeOut')}
                </Button>
              </Repeated>
            ))}
            {repeatedBy.map((row) => (
              <Repeated key={row.id} row={row} words={t('card.repeatedBy')} />
            ))}
          </ul>
        </section>
      )}
      <Similar
        of={caseId}
        title={t('card.similar')}
        most={SUGGESTED}
        actionOf={({ person }) => t(person ? 'card.repeat' : 'card.join')}
        onJoin={join}
      />
    </>
  )
}

type RepeatedProps = { readonly row: CaseRow; readonly words: string; readonly children?: React.ReactNode }

function Repeated({ row, words, children }: RepeatedProps) {
  return (
    <li>
      <span className="one-line">
        <span className="muted small">{words}</span> <a href={pathOf({ screen: 'case', id: row.id })}>{row.title}</a>
      </span>
      {children}
    </li>
  )
}
