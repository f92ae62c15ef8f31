import { zodResolver } from '@hookform/resolvers/zod'
import { Button } from 'antd'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { DraftForm, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { go, routeNow } from '#app/session/route.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { INTAKE, type Intake } from '#core/intake/receive-case.ts'
import { BLANK_REQUEST, type RequestValues } from './blank-request.ts'
import { DraftStrip } from './draft-strip.tsx'
import { IntakeAside } from './intake-aside.tsx'
import { IntakeFields } from './intake-fields.tsx'
import { useDraft } from './use-draft.ts'

type IntakeFormProps = {
  readonly id: string
  readonly initial: RequestValues
  readonly existed: boolean
  /** The first keystroke made it a draft. */
  readonly onBegun: () => void
  readonly drafts: readonly DraftForm[]
  readonly onNew: () => void
  readonly onRemove: (id: string) => Promise<void>
}

export function IntakeForm({ id, initial, existed, onBegun, drafts, onNew, onRemove }: IntakeFormProps) {
  const { t } = useTranslation(['intake', 'codes'])
  const { desk } = useServices()
  const problemWords = useProblemWords()
  const draft = useDraft(id, existed)
  const [problem, setProblem] = useState<RunCode | null>(null)
  const page = useRef<HTMLFormElement>(null)
  const form = useForm<RequestValues, unknown, Intake>({
    resolver: zodResolver(INTAKE) as never,
    defaultValues: BLANK_REQUEST,
  })
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
  useEffect(() => {
    page.current?.querySelector<HTMLInputElement>('input')?.focus()
  }, [])

  const register = form.handleSubmit(async (input) => {
    setProblem(null)
    const here = routeNow()
    const saved = await desk.run({ name: 'receive-case', input })
    if (saved.ok) {
      await draft.drop()
      // Whoever went to another page meanwhile stays there.
      if (routeNow() !== here) return
      const received = saved.value.entities.find((entity) => entity.startsWith('case:'))
      return go(received ? { screen: 'case', id: received } : { screen: 'cases' })
    }
    const fields = saved.error.kind === 'refused' ? (saved.error.refusal.fields ?? []) : []
    if (saved.error.kind === 'not-saved' || fields.length === 0) return setProblem(saved.error)
    const message = saved.error.refusal.code
    for (const [i, field] of fields.entries())
      form.setError(field as keyof RequestValues, { type: 'refused', message }, { shouldFocus: i === 0 })
  })
  const press = (): void => {
    if (!isSubmitting) void register()
  }
  useKeys([{ key: 'Ctrl+Enter', label: t('intake:register'), run: press }])

  const kept = {
    empty: t('intake:draftEmpty'),
    saving: t('intake:draftSaving'),
    saved: t('intake:draftSaved'),
    failed: '',
  }[draft.state]
  return (
    <FormProvider {...form}>
      <PageHead title={t('intake:title')} aside={<span role="status">{kept}</span>}>
        <Button onClick={() => go({ screen: 'today' })}>
          {t('intake:leave')}
          <Kbd keys="Esc" />
        </Button>
        <Button type="primary" onClick={press} loading={isSubmitting}>
          {isSubmitting ? t('intake:registering') : t('intake:register')}
          <Kbd keys="Ctrl ↵" />
        </Button>
      </PageHead>
      <DraftStrip drafts={drafts} current={id} onNew={onNew} onRemove={onRemove} />
      {draft.state === 'failed' && (
        <div className="problem intake-problem" role="alert">
          {t('intake:draftFailed')}
        </div>
      )}
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
      <div className="intake-columns">
        <form
          ref={page}
          className="card intake-form"
          autoComplete="off"
          noValidate
          onSubmit={(event) => event.preventDefault()}
        >
          <IntakeFields />
        </form>
        <IntakeAside />
      </div>
    </FormProvider>
  )
}

/** The form is longer than a small screen, and the problem stands above it. */
const intoView = (element: HTMLElement | null): void => void element?.scrollIntoView({ block: 'nearest' })
