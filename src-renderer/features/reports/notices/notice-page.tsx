/** One notice: how it reads, the ways out, who was told, and what came back. */
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeView, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { copyText } from '#app/ui/copy-text.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Command } from '#core/commands.ts'
import { dayOf } from '#core/lib/time.ts'
import { groupText, smsCount, smsText } from '#core/notice/sms.ts'
import { OpinionDrawer } from './opinion-drawer.tsx'
import { PrintPoster } from './print-poster.tsx'
import { RecipientsDrawer } from './recipients-drawer.tsx'
import { TellingDrawer } from './telling-drawer.tsx'
import { Tellings } from './tellings.tsx'
import { TemplateDrawer } from './template-drawer.tsx'
import { WriteNotice } from './write-notice.tsx'

/** Opens 受理 for an answer that came back; from app/notices-page.tsx. */
export type BeginRequest = (from: {
  readonly notice: string
  readonly title: string
  readonly join: { readonly id: string; readonly title: string } | null
}) => Promise<void>

type NoticePageProps = { readonly id: string; readonly beginRequest: BeginRequest }

export function NoticePage({ id, beginRequest }: NoticePageProps) {
  const { t } = useTranslation('notices')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const answer = useAnswer(async () => ({ view: await desk.notice(id) }), [desk, id, revision])
  if (!answer) return <p className="muted">{t('loading')}</p>
  if (answer.view) return <One view={answer.view} beginRequest={beginRequest} />
  return (
    <div className="card">
      <EmptyState title={t('missing')} text={t('missingText')}>
        <Button type="primary" onClick={() => go({ screen: 'notices' })}>
          {t('back')}
        </Button>
      </EmptyState>
    </div>
  )
}

type Open = 'list' | 'poster' | 'telling' | 'another' | 'opinion' | 'template' | null

function One({ view, beginRequest }: { readonly view: NoticeView; readonly beginRequest: BeginRequest }) {
  const { t } = useTranslation('notices')
  const { desk } = useServices()
  const moments = useMomentWords(useNow())
  const station = useSession((session) => (session.phase.kind === 'open' ? session.phase.opened.card.name : ''))
  const [open, setOpen] = useState<Open>(null)
  const [said, setSaid] = useState('')
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const { row } = view
  const group = groupText(row, station, dayOf(row.at))
  const sms = smsText(row, station)
  const { length, segments } = smsCount(sms)
  const canSend = !row.withdrawn
  const forMany = row.audience === 'many'
  const show = (what: Exclude<Open, null>): void => {
    setSaid('')
    if (canSend || what === 'another') setOpen(what)
  }
  const copy = async (text: string): Promise<void> =>
    setSaid(t((await copyText(text)) ? 'page.copied' : 'page.notCopied'))
  const run = async (command: Command): Promise<void> => {
    const saved = await desk.run(command)
    setTrouble(saved.ok ? null : saved.error)
  }
  const done = (words = ''): void => {
    setOpen(null)
    setSaid(words)
  }
  const toggleVoid = (): void => void run({ name: 'void-notice', input: { notice: row.id, withdrawn: !row.withdrawn } })
  useKeys([
    ...(canSend
      ? [
          // What tells one resident's own matter has no place in a group.
          ...(forMany ? [{ key: 'C', label: t('page.copyGroup'), run: () => void copy(group) }] : []),
          { key: 'S', label: t('page.copySms'), run: () => void copy(sms) },
          ...(forMany ? [{ key: 'L', label: t('page.recipients'), run: () => show('list') }] : []),
          ...(forMany ? [{ key: 'P', label: t('page.poster'), run: () => show('poster') }] : []),
          { key: 'T', label: t('page.record'), run: () => show('telling') },
        ]
      : []),
    { key: 'Escape', label: t('back'), run: () => go({ screen: 'notices' }), quiet: true },
  ])
  const about = row.about.split(':')[0] as 'case' | 'topic' | 'survey' | ''
  const link = about === 'case' ? { screen: 'case' as const, id: row.about } : about === 'topic' ? { screen: 'topics' as const, id: row.about } : { screen: 'surveys' as const, id: row.about } // prettier-ignore
  const aside = [row.withdrawn && t('voided'), forMany ? t('toMany') : t('toOne'), t('page.by', { by: row.byName, at: moments.at(row.at) })] // prettier-ignore
  return (
    <>
      <PageHead title={row.title} aside={aside.filter(Boolean).join(' · ')}>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'another', label: t('page.another') },
              { key: 'template', label: t('template.keep'), disabled: !forMany },
              { key: 'void', label: t(row.withdrawn ? 'page.restore' : 'page.void') },
            ],
            onClick: ({ key }) => (key === 'void' ? toggleVoid() : show(key as 'another' | 'template')),
          }}
        >
          <Button>{t('page.more')} ▾</Button>
        </Dropdown>
        {canSend && forMany && (
          <>
            <Button onClick={() => show('list')}>
              {t('page.recipients')}
              <Kbd keys="L" />
            </Button>
            <Button onClick={() => show('poster')}>
              {t('page.poster')}
              <Kbd keys="P" />
            </Button>
          </>
        )}
        {canSend && (
          <Button type="primary" onClick={() => show('telling')}>
            {t('page.record')}
            <Kbd keys="T" />
          </Button>
        )}
      </PageHead>
      {trouble && <SaveTrouble problem={trouble} />}
      <div aria-live="polite">{said && <p className="done notice-said">{said}</p>}</div>
      <div className="notice-columns">
        <div>
          {forMany && (
            <section className="card" aria-labelledby="notice-group">
              <div className="row">
                <h2 id="notice-group">{t('page.group')}</h2>
                <span className="muted small">{t('page.signs', { count: group.length })}</span>
                <Button size="small" disabled={!canSend} onClick={() => void copy(group)}>
                  {t('page.copyGroup')}
                  <Kbd keys="C" />
                </Button>
              </div>
              <p className="notice-text" lang="zh-CN">
                {group}
              </p>
            </section>
          )}
          <section className="card" aria-labelledby="notice-sms">
            <div className="row">
              <h2 id="notice-sms">{t('page.sms')}</h2>
              <span className="muted small">
                {t('page.signs', { count: length })} · {t('page.segments', { count: segments })}
              </span>
              <Button size="small" disabled={!canSend} onClick={() => void copy(sms)}>
                {t('page.copySms')}
                <Kbd keys="S" />
              </Button>
            </div>
            <p className="notice-text" lang="zh-CN">
              {sms}
            </p>
          </section>
        </div>
        <aside>
          {view.aboutTitle !== '' && about !== '' && (
            <p className="card">
              <a href={pathOf(link)}>{t(`about.${about}`, { title: view.aboutTitle })}</a>
            </p>
          )}
          <Tellings view={view} onTakeBack={(telling) => void run({ name: 'take-back-telling', input: { telling } })} />
          <section className="card" aria-labelledby="notice-back">
            <h2 id="notice-back">{t('page.requests')}</h2>
            {view.requests.length === 0 && <p className="muted small">{t('page.noRequests')}</p>}
            <ul className="plain-list small">
              {view.requests.map((one) => (
                <li key={one.id} className="one-line">
                  <a href={pathOf({ screen: 'case', id: one.id })}>{one.title}</a>{' '}
                  <span className="muted">{one.number}</span>
                </li>
              ))}
            </ul>
            <div className="row">
              <Button
                size="small"
                onClick={() => void beginRequest({ notice: row.id, title: row.title, join: view.joinWith })}
              >
                {t('page.newRequest')}
              </Button>
              <Button size="small" onClick={() => setOpen('opinion')}>
                {t('page.newOpinion')}
              </Button>
            </div>
          </section>
        </aside>
      </div>
      {open === 'telling' && <TellingDrawer notice={row} onSaved={() => done()} onLeave={() => setOpen(null)} />}
      {open === 'list' && <RecipientsDrawer view={view} onClose={() => setOpen(null)} />}
      {open === 'poster' && <PrintPoster notice={row} onClose={() => setOpen(null)} />}
      {
        open === 'another' &&
        <WriteNotice about={row.about} like={row} onSaved={(notice) => go({ screen: 'notices', id: notice })} onLeave={() => setOpen(null)} /> // prettier-ignore
      }
      {open === 'template' && (
        <TemplateDrawer notice={row} onSaved={() => done(t('template.saved'))} onLeave={() => setOpen(null)} />
      )}
      {open === 'opinion' && (
        <OpinionDrawer notice={row} onSaved={() => done(t('page.opinionSaved'))} onLeave={() => setOpen(null)} />
      )}
    </>
  )
}
