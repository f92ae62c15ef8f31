/** 工单: the road, everything that was done in plain sentences, and what can be done next. */
import { Button, Dropdown } from 'antd'
import { useState, type ComponentType } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { RoadTrack } from '#app/ui/road-track.tsx'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { RefusalCode } from '#core/case-file/decision.ts'
import { isOpen, type NextCommand } from '#core/case-file/status.ts'
import type { Command } from '#core/commands.ts'
import { epochOf } from '#core/lib/time.ts'
import { wayOf } from '#core/routing/dispatch.ts'
import { answerForm } from './answer-form.tsx'
import { attachFiles, attachForm } from './attach-form.tsx'
import { besides, CASE_ACTIONS, nextAction, whyNot, type ActionName, type CaseAction } from './case-action.ts'
import { closingForm } from './closing-form.tsx'
import { contactForm } from './contact-form.tsx'
import { referralStepForm } from './referral-step-form.tsx'
import { reopeningForm } from './reopening-form.tsx'
import { DisputedFields } from './disputed-fields.tsx'
import { RequesterCard } from './requester-card.tsx'
import { Timeline } from './timeline/timeline.tsx'
import './case-screen.css'

/** What other verbs bring to the page; app/case-actions.tsx fills it in. */
export type CaseActions = {
  readonly forms: Readonly<Record<'classify' | 'dispatch' | 'record-revisit' | 'record-finding', FormSpec<CaseView>>>
  readonly Recommended: ComponentType<{
    readonly view: CaseView
    readonly onAsk: (provider: string) => void
    readonly onSent: (way: 'dispatch' | 'report-up') => void
  }>
}

const OWN_FORMS = {
  'record-contact': contactForm,
  'record-referral-step': referralStepForm,
  'record-answer': answerForm,
  'close-case': closingForm,
  'reopen-case': reopeningForm,
  'attach-file': attachForm,
} as const

export function CaseScreen({ id, actions }: { readonly id: string; readonly actions: CaseActions }) {
  const { t } = useTranslation('case-file')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const answer = useAnswer(async () => ({ view: await desk.caseView(id) }), [desk, id, revision])
  if (!answer) return <p className="muted">{t('loading')}</p>
  const { view } = answer
  if (view === null)
    return (
      <div className="card">
        <EmptyState title={t('missing')} text={t('missingText')}>
          <Button onClick={() => go({ screen: 'cases' })}>{t('back')}</Button>
        </EmptyState>
      </div>
    )
  return <CasePage key={id} view={view} actions={actions} />
}

type OpenForm = { readonly command: NextCommand; readonly preset?: string | undefined }
type Said =
  | { readonly kind: 'saved'; readonly what: Exclude<NextCommand, 'dispatch'> | 'dispatch' | 'report-up' }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/** Long enough to be read, and to read the number out to whoever stands at the counter. */
const JUST_REGISTERED_MS = 60_000

function CasePage({ view, actions }: { readonly view: CaseView; readonly actions: CaseActions }) {
  const { t } = useTranslation(['case-file', 'codes'])
  const { desk } = useServices()
  const now = useNow()
  const moments = useMomentWords(now)
  const [form, setForm] = useState<OpenForm | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  // What was typed into a form that was left, by command and preset: gone with the page, and so with the lock.
  const [kept, setKept] = useState<Readonly<Record<string, FieldValues>>>({})
  const { file, serviceType, status } = view
  const { fields } = file
  const way = wayOf(serviceType ?? '')
  const title = fields.title ?? ''

  const wordOf = (name: ActionName): string =>
    way === 'report-up' && name === 'dispatch'
      ? t('case-file:action.report-up')
      : way === 'report-up' && name === 'record-referral-step'
        ? t('case-file:action.report-step')
        : t(`case-file:action.${name}`)
  const verb = (command: NextCommand) =>
    (command === 'dispatch' ? way : command) as Exclude<NextCommand, 'dispatch'> | 'dispatch' | 'report-up'

  const open = (next: OpenForm): void => {
    setSaid(null)
    setForm(next)
  }
  const start = (action: CaseAction): void => {
    const code = whyNot(view, action.command)
    if (code) setSaid({ kind: 'refused', code })
    else open({ command: action.command, ...('preset' in action && { preset: action.preset }) })
  }
  const startNamed = (name: ActionName): void => start(CASE_ACTIONS.find((action) => action.name === name)!)
  const note = (): void => open({ command: 'record-contact', preset: 'note' })

  const first = nextAction(view)
  const beside = besides(view)
  const shown = new Set<ActionName>([first, ...beside])
  useKeys([
    ...CASE_ACTIONS.map((action) => ({
      key: action.key,
      label: wordOf(action.name),
      run: () => start(action),
      quiet: !shown.has(action.name),
    })),
    { key: 'N', label: t('case-file:note'), run: note, quiet: true },
  ])

  const slot = form && `${form.command} ${form.preset ?? ''}`
  const justRegistered =
    file.acts.length <= 1 &&
    fields.receivedAt !== undefined &&
    epochOf(now) - epochOf(fields.receivedAt) < JUST_REGISTERED_MS

  return (
    <div className="case-page">
      <PageHead
        before={<ServiceTypeTile type={serviceType} large />}
        title={title}
        aside={[
          fields.number,
          fields.requestKind && t(`codes:requestKind.${fields.requestKind}`),
          view.round > 1 && t('case-file:round', { count: view.round }),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        <Dropdown
          trigger={['click']}
          menu={{
            items: CASE_ACTIONS.filter((action) => !shown.has(action.name)).map((action) => ({
              key: action.name,
              label: (
                <span className={`row${whyNot(view, action.command) ? ' not-now' : ''}`}>
                  {wordOf(action.name)} <Kbd keys={action.key} />
                </span>
              ),
            })),
            onClick: ({ key }) => startNamed(key as ActionName),
          }}
        >
          <Button>{t('case-file:more')} ▾</Button>
        </Dropdown>
        {beside.map((name) => (
          <ActionButton key={name} name={name} word={wordOf(name)} onClick={() => startNamed(name)} />
        ))}
        <ActionButton name={first} word={wordOf(first)} primary onClick={() => startNamed(first)} />
      </PageHead>

      <div aria-live="polite" className="case-said">
        {said?.kind === 'refused' && <div className="problem mild">{t(`codes:refusal.${said.code}`)}</div>}
        {said?.kind === 'saved' && <div className="done">{t(`case-file:saved.${said.what}`)}</div>}
        {!said && justRegistered && <div className="done">{t('case-file:registered', { number: fields.number })}</div>}
      </div>
      <DisputedFields file={file} />

      <RoadTrack
        marks={view.road}
        type={serviceType}
        now={now}
        notes={{
          ...(isOpen(status) && fields.dueAt && { close: t('case-file:due', { at: moments.limit(fields.dueAt) }) }),
          ...(status !== 'revisited' && { revisit: t('case-file:roadHint.revisit') }),
        }}
      />

      <div className="case-columns">
        <Timeline view={view} now={now} onNote={isOpen(status) ? note : null} />
        <aside>
          <actions.Recommended
            view={view}
            onAsk={(preset) => open({ command: 'dispatch', preset })}
            onSent={(sent) => setSaid({ kind: 'saved', what: sent })}
          />
          <RequesterCard view={view} now={now} />
        </aside>
      </div>

      {form && slot && (
        <FormDrawer
          key={slot}
          title={wordOf(CASE_ACTIONS.find((action) => action.command === form.command)!.name)}
          saveLabel={t(`case-file:save.${verb(form.command)}`)}
          spec={{ ...OWN_FORMS, ...actions.forms }[form.command]}
          context={view}
          preset={form.preset}
          kept={kept[slot]}
          save={(input) =>
            form.command === 'attach-file'
              ? attachFiles(desk, input as Parameters<typeof attachFiles>[1])
              : desk.run({ name: form.command, input } as Command)
          }
          onSaved={() => {
            setKept(Object.fromEntries(Object.entries(kept).filter(([other]) => other !== slot)))
            setForm(null)
            setSaid({ kind: 'saved', what: verb(form.command) })
          }}
          onLeave={(typed) => {
            setKept({ ...kept, [slot]: typed })
            setForm(null)
          }}
        />
      )}
    </div>
  )
}

function ActionButton({
  name,
  word,
  primary = false,
  onClick,
}: {
  name: ActionName
  word: string
  primary?: boolean
  onClick: () => void
}) {
  const key = CASE_ACTIONS.find((action) => action.name === name)?.key ?? ''
  return (
    <Button type={primary ? 'primary' : 'default'} onClick={onClick} aria-keyshortcuts={key}>
      {word}
      <Kbd keys={key} />
    </Button>
  )
}
