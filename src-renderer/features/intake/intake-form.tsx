import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { FormProvider, useForm, type FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { DraftForm, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { go, routeNow } from '#app/session/route.ts'
import { useNewCaseKey } from '#app/session/session.ts'
import { FormDrawer } from '#app/ui/form-drawer.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { shownKey } from '#app/ui/shown-key.ts'
import { INTAKE, type Intake, type OnTheSpot } from '#core/intake/receive-case.ts'
import type { Result } from '#core/lib/result.ts'
import { BLANK_REQUEST, type RequestValues } from './blank-request.ts'
import { IntakeAside } from './intake-aside.tsx'
import { IntakeFields } from './intake-fields.tsx'
import { Notices } from './intake-notices.tsx'
import { Season } from './intake-season.tsx'
import type { IntakeSlots } from './intake-slots.ts'
import { useFiles } from './intake-files.tsx'
import { onTheSpotForm, type SpotContext } from './intake-on-the-spot.tsx'
import { useDraft, type Draft } from './use-draft.ts'
import { usePasted } from './use-pasted.ts'

const PasteCard = lazy(async () => ({ default: (await import('./intake-paste.tsx')).PasteCard }))

type IntakeFormProps = {
  readonly id: string
  readonly initial: RequestValues
  readonly existed: boolean
  /** The first keystroke made it a draft. */
  readonly onBegun: () => void
  /** Drafts besides this one. */
  readonly others: number
  /** The draft deleted last. */
  readonly removed: DraftForm | undefined
  readonly onBack: (draft: DraftForm) => Promise<void>
  readonly onDrafts: () => void
  readonly onNew: () => void
  readonly onRemove: () => Promise<void>
  readonly slots: IntakeSlots
}

export function IntakeForm({
  id,
  initial,
  existed,
  onBegun,
  others,
  removed,
  onBack,
  onDrafts,
  onNew,
  onRemove,
  slots,
}: IntakeFormProps) {
  const { t } = useTranslation(['intake', 'codes'])
  const { desk } = useServices()
  const problemWords = useProblemWords()
  const newCaseKey = useNewCaseKey()
  const draft = useDraft(id, existed)
  const [problem, setProblem] = useState<RunCode | null>(null)
  const [spot, setSpot] = useState<SpotContext | null>(null)
  const [keptSpot, setKeptSpot] = useState<FieldValues>()
  const [raisedOpen, setRaisedOpen] = useState(initial.raisedAt !== undefined)
  const page = useRef<HTMLFormElement>(null)
  const form = useForm<RequestValues, unknown, Intake>({
    resolver: zodResolver(INTAKE) as never,
    defaultValues: BLANK_REQUEST,
  })
  // Listens before the draft is put in.
  const files = useFiles(form)
  const { pasted, setPasted } = usePasted()
  // The draft is put in as if it had been typed: a choice taken back (待分类) falls back to the default, not to the draft.
  const opened = useRef(initial)
  useLayoutEffect(() => form.reset(opened.current, { keepDefaultValues: true }), [form])
  const { isSubmitting } = form.formState
  const begun = useRef(existed)

  const keep = useEffectEvent((values: RequestValues): void => {
    const put = draft.put(values)
    if (begun.current) return
    begun.current = true
    void put.then(onBegun)
  })
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback({ values, name }) {
          if (name !== undefined) keep({ ...values })
        },
      }),
    [form],
  )
  // With the page, not a moment after it: the key that follows Alt+N is the first choice's.
  useLayoutEffect(() => page.current?.querySelector<HTMLInputElement>('input')?.focus(), [])

  async function send(input: Intake): Promise<Result<null, RunCode>> {
    setProblem(null)
    const here = routeNow()
    const saved = await desk.run({ name: 'receive-case', input })
    if (!saved.ok) return saved
    await draft.drop()
    const received = saved.value.entities.find((entity) => entity.startsWith('case:'))
    // Whoever went to another page meanwhile stays there.
    if (routeNow() === here) go(received ? { screen: 'case', id: received } : { screen: 'cases' })
    return { ok: true, value: null }
  }
  const register = form.handleSubmit(async (input) => {
    const saved = await send(input)
    if (saved.ok) return
    const fields = saved.error.kind === 'refused' ? (saved.error.refusal.fields ?? []) : []
    if (saved.error.kind === 'not-saved' || fields.length === 0) return setProblem(saved.error)
    const message = saved.error.refusal.code
    for (const [i, field] of fields.entries())
      form.setError(field as keyof RequestValues, { type: 'refused', message }, { shouldFocus: i === 0 })
  })
  const press = (): void => {
    if (!isSubmitting && !spot) void register()
  }
  /** 当场办结, and 引导告知 when the matter is not the station's: both need a whole request first. */
  const endOnTheSpot = (outcome: OnTheSpot['outcome'] | undefined, said?: SpotContext['said']): void => {
    if (outcome && !form.getValues('requestKind')) form.setValue('requestKind', 'consult', { shouldDirty: true })
    if (said) setKeptSpot(undefined)
    void form.handleSubmit((request) => setSpot({ request, outcome, said }))()
  }
  useKeys([
    { key: 'Ctrl+Enter', label: t('intake:register'), run: press },
    { key: 'Ctrl+Shift+Enter', label: t('intake:onTheSpot'), run: () => endOnTheSpot(undefined) },
    { key: 'Ctrl+U', label: t('intake:attach'), run: files.choose },
    { key: 'Alt+D', label: t('intake:drafts'), run: onDrafts, quiet: true },
    { key: newCaseKey, label: t('intake:newDraft'), run: onNew, quiet: true },
  ])

  const more = [
    { key: 'new', label: t('intake:newDraft'), hint: newCaseKey, run: onNew },
    { key: 'drafts', label: t('intake:drafts'), hint: 'Alt+D', run: onDrafts },
    { key: 'raised', label: t('intake:raisedAt'), run: () => setRaisedOpen(true) },
    { key: 'guide', label: t('intake:guide'), run: () => endOnTheSpot('other-channel') },
    { key: 'remove', label: t('intake:removeDraft'), run: () => void onRemove() },
  ]
  return (
    <FormProvider {...form}>
      <PageHead title={t('intake:title')} aside={<DraftWords draft={draft} />}>
        {others > 0 && <Button onClick={onDrafts}>{t('intake:otherDrafts', { count: others })}</Button>}
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map(({ key, label, hint }) => ({
              key,
              label: (
                <span className="row">
                  {label} {hint !== undefined && <Kbd keys={shownKey(hint)} />}
                </span>
              ),
            })),
            onClick: ({ key }) => more.find((one) => one.key === key)?.run(),
          }}
        >
          <Button>{t('intake:more')} ▾</Button>
        </Dropdown>
        <Button onClick={() => endOnTheSpot(undefined)}>
          {t('intake:onTheSpot')}
          <Kbd keys="Ctrl ⇧ ↵" />
        </Button>
        <Button type="primary" onClick={press} loading={isSubmitting && !spot}>
          {isSubmitting && !spot ? t('intake:registering') : t('intake:register')}
          <Kbd keys="Ctrl ↵" />
        </Button>
      </PageHead>
      {removed && (
        <div className="row intake-problem muted" role="status">
          {t('intake:removed', { title: removed.title || t('intake:untitled') })}
          <Button size="small" onClick={() => onBack(removed)}>
            {t('intake:undo')}
          </Button>
        </div>
      )}
      <DraftProblem draft={draft} />
      {problem && (
        <div className="intake-problem" ref={intoView}>
          {problem.kind === 'not-saved' ? (
            <Problem words={problemWords(problem.code)} />
          ) : (
            <div className="problem" role="alert">
              {t(`codes:refusal.${problem.refusal.code}`)}
            </div>
          )}
        </div>
      )}
      <Notices onTell={(content, toldChannel) => endOnTheSpot('other-channel', { content, toldChannel })} />
      <div className="intake-columns">
        <form
          ref={page}
          className={`card intake-form${files.over ? ' dropping' : ''}`}
          data-reads-messages
          autoComplete="off"
          noValidate
          onSubmit={(event) => event.preventDefault()}
          {...files.takes}
        >
          {pasted === null ? (
            <div className="paste-invite">
              <span className="muted small">
                {t('intake:paste.invite')} <Kbd keys="Ctrl V" />
              </span>
              <Season />
            </div>
          ) : (
            <Suspense fallback={null}>
              <PasteCard key={pasted} pasted={pasted} onDone={() => setPasted(null)} />
            </Suspense>
          )}
          <IntakeFields raisedOpen={raisedOpen} files={files} slots={slots} />
        </form>
        <IntakeAside slots={slots} />
      </div>
      {spot && (
        <FormDrawer
          title={spot.outcome ? t('intake:guide') : t('intake:onTheSpot')}
          saveLabel={t('intake:registerAndClose')}
          spec={onTheSpotForm}
          context={spot}
          kept={keptSpot}
          save={(onTheSpot) => send({ ...spot.request, onTheSpot: onTheSpot as OnTheSpot })}
          onSaved={() => undefined}
          onLeave={(typed) => {
            setKeptSpot(typed)
            setSpot(null)
          }}
        />
      )}
    </FormProvider>
  )
}

type OfDraft = { readonly draft: Draft }

function DraftWords({ draft }: OfDraft) {
  const { t } = useTranslation('intake')
  const { is } = useStore(draft.state)
  const words = { empty: t('draftEmpty'), saving: t('draftSaving'), saved: t('draftSaved'), failed: '' }
  return <span role="status">{words[is]}</span>
}

function DraftProblem({ draft }: OfDraft) {
  const { t } = useTranslation('intake')
  if (useStore(draft.state).is !== 'failed') return null
  return (
    <div className="problem intake-problem" role="alert">
      {t('draftFailed')}
    </div>
  )
}

/** The form is longer than a small screen, and the problem stands above it. */
const intoView = (element: HTMLElement | null): void => void element?.scrollIntoView({ block: 'nearest' })
