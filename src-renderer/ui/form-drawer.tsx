/**
 * One small form that becomes one command: Ctrl+Enter saves, Esc leaves and keeps what was typed for as long as the
 * page is open. A refusal stands beside its field; a save that failed leaves everything as it was.
 */
import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Drawer } from 'antd'
import { useLayoutEffect, useRef, useState, type ComponentType } from 'react'
import { FormProvider, useForm, type FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#core/case-file/decision.ts'
import type { HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import type { Schema, z } from '#core/lib/schema.ts'
import { Kbd } from './kbd.tsx'
import { useKeys } from './keys.ts'
import { Problem } from './problem.tsx'
import { useProblemWords } from './use-problem-words.ts'
import { useRefusalWords } from './use-refusal-words.ts'

/** What a form is: `start` gives the values it opens with, `preset` what was already chosen on the page. */
export type FormSpec<C> = {
  readonly schema: Schema
  readonly start: (context: C, preset?: string) => FieldValues
  readonly Fields: ComponentType<{ readonly context: C }>
}

export type SaveProblem =
  { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: 'not-saved'; readonly code: HostCode }

type FormDrawerProps<C, T> = {
  readonly title: string
  readonly saveLabel: string
  readonly spec: FormSpec<C>
  readonly context: C
  readonly preset?: string | undefined
  /** What was typed the last time this form was left. */
  readonly kept?: FieldValues | undefined
  /** `input`: as the schema gives it back. */
  readonly save: (input: FieldValues) => Promise<Result<T, SaveProblem>>
  readonly onSaved: (saved: T) => void
  /** `typed`: to be kept, and handed in again as `kept`. */
  readonly onLeave: (typed: FieldValues) => void
}

export function FormDrawer<C, T>({
  title,
  saveLabel,
  spec,
  context,
  preset,
  kept,
  save,
  onSaved,
  onLeave,
}: FormDrawerProps<C, T>) {
  const { t } = useTranslation(['case-file', 'codes'])
  const problemWords = useProblemWords()
  const refusalWords = useRefusalWords()
  const [problem, setProblem] = useState<SaveProblem | null>(null)
  const body = useRef<HTMLFormElement>(null)
  const form = useForm<FieldValues>({
    resolver: zodResolver(spec.schema as z.ZodType<FieldValues, FieldValues>),
    defaultValues: spec.start(context, preset),
  })
  // Put in as if it had been typed: a choice taken back falls back to the default, not to what was kept.
  const before = useRef(kept)
  useLayoutEffect(() => {
    if (before.current) form.reset(before.current, { keepDefaultValues: true })
  }, [form])
  const { isSubmitting } = form.formState

  const submit = form.handleSubmit(async (input) => {
    setProblem(null)
    const saved = await save(input)
    if (saved.ok) return onSaved(saved.value)
    const fields = saved.error.kind === 'refused' ? (saved.error.refusal.fields ?? []) : []
    // A moment or an amount that it is about has no room in the word beside a field.
    const isAbove =
      saved.error.kind === 'not-saved' ||
      fields.length === 0 ||
      saved.error.refusal.at !== undefined ||
      saved.error.refusal.left !== undefined
    if (isAbove) setProblem(saved.error)
    else
      for (const [i, field] of fields.entries())
        form.setError(field, { type: 'refused', message: saved.error.refusal.code }, { shouldFocus: i === 0 })
  })
  const press = (): void => {
    if (!isSubmitting) void submit()
  }
  useKeys([{ key: 'Ctrl+Enter', label: saveLabel, run: press }])

  // The page may leave under the form (another case, the lock); only Esc and the button come through here.
  const leave = (): void => onLeave(form.getValues())
  const focusFirst = (): void => {
    const first = body.current?.querySelector<HTMLInputElement>('input, textarea')
    const chosen =
      first?.type === 'radio'
        ? body.current?.querySelector<HTMLInputElement>(`input[name="${first.name}"]:checked`)
        : null
    ;(chosen ?? first)?.focus()
  }

  return (
    <Drawer
      open
      title={title}
      size={520}
      onClose={leave}
      afterOpenChange={(open) => open && focusFirst()}
      footer={
        <div className="row">
          <Button type="primary" onClick={press} loading={isSubmitting}>
            {isSubmitting ? t('case-file:saving') : saveLabel}
            <Kbd keys="Ctrl ↵" />
          </Button>
          <Button onClick={leave}>
            {t('case-file:leave')}
            <Kbd keys="Esc" />
          </Button>
        </div>
      }
    >
      <FormProvider {...form}>
        <form ref={body} autoComplete="off" noValidate onSubmit={(event) => event.preventDefault()}>
          {problem?.kind === 'refused' && (
            <div className="problem field" role="alert">
              {refusalWords(problem.refusal)}
            </div>
          )}
          {problem?.kind === 'not-saved' && (
            <div className="field">
              <Problem words={problemWords(problem.code)} />
            </div>
          )}
          <spec.Fields context={context} />
        </form>
      </FormProvider>
    </Drawer>
  )
}
