/** One letter: what it says, how it stands, what went to and fro, and the answer it wants. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterLine, LetterView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useTwoNames } from '#app/ui/category-name.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { SENT_FIELDS } from '#core/case-file/referral-codes.ts'
import { AnswerDrawer } from './answer-drawer.tsx'
import { LetterState, useKindWords } from './letter-words.tsx'

export function LetterPage({ id, onSaved }: { readonly id: string; readonly onSaved: () => void }) {
  const { t } = useTranslation('letters')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const answer = useAnswer(async () => ({ view: await desk.letter(id) }), [desk, id, revision])
  if (!answer) return <p className="muted">{t('loading')}</p>
  const back = (
    <p>
      <a href={pathOf({ screen: 'exchange', id: 'letters' })}>‹ {t('back')}</a>
    </p>
  )
  if (!answer.view)
    return (
      <>
        {back}
        <div className="card">
          <EmptyState title={t('missing')} text={t('missingText')} />
        </div>
      </>
    )
  return (
    <div className="letter-page">
      {back}
      <Whole key={id} view={answer.view} onSaved={onSaved} />
    </div>
  )
}

function Whole({ view, onSaved }: { readonly view: LetterView; readonly onSaved: () => void }) {
  const { t } = useTranslation(['letters', 'referral'])
  const kindOf = useKindWords()
  const moments = useMomentWords(useNow())
  const [answering, setAnswering] = useState(false)
  const wants = view.state === 'to-do'
  useKeys(wants ? [{ key: 'E', label: t('answer'), run: () => setAnswering(true) }] : [])
  const fields = view.body['fields'] as Readonly<Record<string, string>> | undefined
  return (
    <>
      <section className="card" aria-label={kindOf(view.kind)}>
        <header className="row">
          <div>
            <h2>{kindOf(view.kind)}</h2>
            <span className="muted small">
              {[t(`direction.${view.direction}`), view.peerName, moments.at(view.at)].filter(Boolean).join(' · ')}
            </span>
          </div>
          <LetterState line={view} />
        </header>
        <p className="small muted">{t(`stateHint.${view.state}`)}</p>
        {!view.isReadable && <p className="warn">{t('unreadable')}</p>}
        {view.isReadable && <Facts view={view} />}
        {fields && Object.keys(fields).length > 0 && (
          <>
            <h3>{t('fieldsSent')}</h3>
            <dl className="facts">
              {SENT_FIELDS.filter((field) => fields[field] !== undefined).map((field) => (
                <Fact key={field} word={t(`referral:sent.${field}`)}>
                  <span className="letter-words">{fields[field]}</span>
                </Fact>
              ))}
            </dl>
          </>
        )}
        <div className="row">
          {wants && (
            <Button type="primary" onClick={() => setAnswering(true)} aria-keyshortcuts="E">
              {t(view.kind === 'transfer' ? 'result' : view.kind === 'supervision-answer' ? 'judge' : 'answer')}
              <Kbd keys="E" />
            </Button>
          )}
          {view.isHere && <Button onClick={() => go({ screen: 'case', id: view.case })}>{t('openCase')}</Button>}
          {view.case !== '' && !view.isHere && <span className="muted small">{t('notHere')}</span>}
        </div>
      </section>
      {view.thread.length > 1 && (
        <section className="card" aria-label={t('thread')}>
          <h3>{t('thread')}</h3>
          <ol className="letter-thread">
            {view.thread.map((one) => (
              <ThreadLine key={one.id} line={one} here={one.id === view.id} />
            ))}
          </ol>
        </section>
      )}
      {answering && (
        <AnswerDrawer
          view={view}
          onSaved={() => {
            setAnswering(false)
            onSaved()
          }}
          onLeave={() => setAnswering(false)}
        />
      )}
    </>
  )
}

function ThreadLine({ line, here }: { readonly line: LetterLine; readonly here: boolean }) {
  const kindOf = useKindWords()
  const moments = useMomentWords(useNow())
  return (
    <li {...(here && { 'aria-current': true as const })}>
      <a href={pathOf({ screen: 'exchange', id: line.id })}>{kindOf(line.kind)}</a>{' '}
      <span className="muted small">
        {moments.timed(line.at)} · <LetterState line={line} plain />
      </span>
      <div className="letter-words">{line.words}</div>
    </li>
  )
}

/** Only what this kind of letter has, in one order for all of them. */
function Facts({ view }: { readonly view: LetterView }) {
  const { t } = useTranslation(['letters', 'codes', 'limits', 'referral'])
  const names = useTwoNames()
  const moments = useMomentWords(useNow())
  const { body } = view
  const text = (field: string): string => (typeof body[field] === 'string' ? (body[field] as string) : '')
  const isOrder = view.kind === 'supervision-order'
  const code = (prefix: string, field: string): string => {
    const value = text(field)
    return value === '' ? '' : t(`${prefix}.${value}` as never)
  }
  const rows: readonly (readonly [word: string, value: string])[] = [
    [t('facts.from'), text('from')],
    [t('facts.to'), text('to')],
    [t('facts.number'), text('number') || (isOrder ? t('general') : '')],
    [t('facts.orderNumber'), text('orderNumber')],
    [t('facts.kind'), isOrder ? code('limits:supervisionKind', 'kind') : ''],
    [t('facts.trigger'), code('limits:supervisionTrigger', 'trigger')],
    [t('facts.step'), view.kind === 'transfer' ? '' : code('step', 'step')],
    [t('facts.outcome'), code('codes:outcome', 'outcome')],
    [t('facts.handledBy'), text('handledBy')],
    [t('facts.requestKind'), code('codes:requestKind', 'requestKind')],
    [t('facts.serviceType'), code('codes:serviceType', 'serviceType')],
    [t('facts.category'), view.leaf ? names(view.leaf) : text('category')],
    [t('facts.receivedAt'), text('receivedAt') && moments.at(text('receivedAt'))],
    [t('facts.demand'), text('demand')],
    [t('facts.note'), text('note')],
    [t('facts.heldAt'), text('heldAt') && moments.timed(text('heldAt'))],
    [t('facts.heldPlace'), text('heldPlace')],
    [t('facts.place'), text('place')],
    [t('facts.attendance'), text('attendance')],
    [t('facts.ground'), code('referral:ground', 'ground')],
    [t('facts.groundNote'), text('groundNote')],
    [t('facts.approvedBy'), text('approvedBy')],
    [t('facts.dueAt'), view.dueAt ? moments.limit(view.dueAt) : ''],
    [t('facts.newDue'), view.kind === 'order-ruling' && text('dueAt') ? moments.limit(text('dueAt')) : ''],
    [t('facts.sentAt'), view.sentAt ? moments.timed(view.sentAt) : ''],
    [t('facts.answeredAt'), view.answeredAt ? moments.timed(view.answeredAt) : ''],
  ]
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== '')
        .map(([word, value]) => (
          <Fact key={word} word={word}>
            <span className="letter-words">{value}</span>
          </Fact>
        ))}
    </dl>
  )
}

function Fact({ word, children }: { readonly word: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </>
  )
}
