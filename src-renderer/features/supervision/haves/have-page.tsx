/** One of the four in one neighbourhood: what counts now, every check before it, and what residents ask about it. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HaveView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FormDrawer } from '#app/ui/form-drawer.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Have } from '#core/have/codes.ts'
import { POINTS } from '#core/have/points.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { checkForm, type TypedCheck } from './check-form.tsx'
import { HaveHistory } from './have-history.tsx'
import type { HaveSlots } from './slots.ts'
import { StateTile } from './state-tile.tsx'

export function HavePage({ place, have, Print, Photos }: { readonly place: string; readonly have: Have } & HaveSlots) {
  const { t } = useTranslation('haves')
  const { desk, clock } = useServices()
  const revision = useSession((session) => session.revision)
  const user = useSession((session) => (session.phase.kind === 'open' ? session.phase.opened.user.name : ''))
  const answer = useAnswer(async () => ({ view: await desk.haveView(place, have), topics: await desk.haveTopics() }), [desk, place, have, revision]) // prettier-ignore
  const [open, setOpen] = useState<'check' | 'print' | null>(null)
  const [said, setSaid] = useState('')
  const back = (): void => go({ screen: 'haves' })
  useKeys([
    { key: 'N', label: t('page.check'), run: () => setOpen('check') },
    { key: 'P', label: t('page.print'), run: () => setOpen('print') },
    { key: 'Escape', label: t('back'), run: back, quiet: true },
  ])
  if (!answer) return <p className="muted">{t('loading')}</p>
  const { view, topics } = answer
  if (!view)
    return (
      <div className="card">
        <EmptyState title={t('missing')} text={t('missingText')}>
          <Button type="primary" onClick={back}>
            {t('back')}
          </Button>
        </EmptyState>
      </div>
    )
  const cell = view.row.cells.find((one) => one.have === have)!
  const title = t('form.title', { place: view.row.name, have: t(`have.${have}`) })
  return (
    <>
      <PageHead title={title} before={<StateTile state={cell.state} />} aside={t(`state.${cell.state}`)}>
        <Button onClick={back}>{t('back')}</Button>
        <Button onClick={() => setOpen('print')}>
          {t('page.print')}
          <Kbd keys="P" />
        </Button>
        <Button type="primary" onClick={() => setOpen('check')}>
          {t('page.check')}
          <Kbd keys="N" />
        </Button>
      </PageHead>
      {said && (
        <p className="done" role="status">
          {said}
        </p>
      )}
      <div className="have-columns">
        <div>
          <Points view={view} />
          <HaveHistory view={view} Photos={Photos} onSaid={setSaid} />
        </div>
        <Requests view={view} />
      </div>
      {open === 'print' && <Print place={place} have={have} onClose={() => setOpen(null)} />}
      {open === 'check' && (
        <FormDrawer
          title={title}
          saveLabel={t('form.save')}
          spec={checkForm}
          context={{ view, topics, user, today: dayOf(momentOf(clock())) }}
          save={(typed) => desk.run({ name: 'check-have', input: typed as TypedCheck })}
          onSaved={() => {
            setOpen(null)
            setSaid(t('page.done'))
          }}
          onLeave={() => setOpen(null)}
        />
      )}
    </>
  )
}

function Points({ view }: { readonly view: HaveView }) {
  const { t } = useTranslation('haves')
  const language = useLanguage()
  const { current, have } = view
  if (!current) return <p className="card have-none muted">{t('page.historyNone')}</p>
  const who = t(`carrier.${current.carrier}`)
  return (
    <section className="card have-points" aria-labelledby="have-now">
      <h2 id="have-now">{t('page.current')}</h2>
      <ul>
        {POINTS[have].map(({ key, zh, en }) => (
          <li key={key}>
            <StateTile state={current.points[key] ?? 'unchecked'} />
            <span>{language === 'en' ? en : zh}</span>
            <span className="muted small">{t(`state.${current.points[key] ?? 'unchecked'}`)}</span>
          </li>
        ))}
      </ul>
      <p>
        {current.carrier === 'nobody' ? t('page.nobody') : t('page.carriedBy', { who, name: current.carrierName })}
        {' · '}
        {current.authority ? t('page.authority', { number: current.authority }) : t('page.noAuthority')}
      </p>
    </section>
  )
}

function Requests({ view }: { readonly view: HaveView }) {
  const { t } = useTranslation(['haves', 'codes'])
  const { requests, total, linkedCases, linkedTopics, row, have } = view
  const topic = row.cells.find((one) => one.have === have)!.topic
  const linked = topic && !linkedTopics.some(({ id }) => id === topic.id) ? [topic, ...linkedTopics] : linkedTopics
  return (
    <aside>
      <section className="card have-list" aria-labelledby="have-requests">
        <h2 id="have-requests">{t('haves:page.requests')}</h2>
        {total === 0 && <p className="muted small">{t('haves:page.requestsNone')}</p>}
        <ul>
          {requests.map((one) => (
            <li key={one.id}>
              <div>
                <a className="one-line" href={pathOf({ screen: 'case', id: one.id })}>
                  {one.title}
                </a>
                <div className="one-line muted small">
                  {[one.receivedAt.slice(0, 10), one.place, t(`codes:status.${one.status}`)]
                    .filter(Boolean)
                    .join(' · ')}
                </div>{' '}
                {/* prettier-ignore */}
              </div>
            </li>
          ))}
        </ul>
        {total > requests.length && (
          <p className="muted small">{t('haves:page.requestsMore', { total, count: requests.length })}</p>
        )}{' '}
        {/* prettier-ignore */}
      </section>
      {(linked.length > 0 || linkedCases.length > 0) && (
        <section className="card have-list" aria-labelledby="have-linked">
          <h2 id="have-linked">{t('haves:page.linked')}</h2>
          <ul>
            {linked.map(({ id, title }) => (
              <li key={id}>
                <a href={pathOf({ screen: 'topics', id })}>{t('haves:topic', { title })}</a>
              </li>
            ))}
            {linkedCases.map((one) => (
              <li key={one.id}>
                <a className="one-line" href={pathOf({ screen: 'case', id: one.id })}>
                  {one.title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}
