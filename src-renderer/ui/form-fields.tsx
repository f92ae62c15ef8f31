/**
 * Inputs tied to react-hook-form: `<WordsField<RecordAnswer> name="content" …/>` inside a FormProvider.
 * Nothing here is ever completed by the browser: Chromium would write it to its own files in clear.
 */
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useController, type FieldError, type FieldPath, type FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Chips, type ChipOption } from './chips.tsx'
import { DayInput } from './day-input.tsx'
import { Field } from './field.tsx'
import { useFieldWords } from './use-field-words.ts'

type Named<T extends FieldValues> = {
  readonly name: FieldPath<T>
  readonly label: string
  readonly hint?: ReactNode
  readonly optional?: boolean
  readonly beside?: boolean
}

function useErrorWords(choice = false): (error: FieldError | undefined) => string | undefined {
  const { t } = useTranslation('codes')
  const words = useFieldWords()
  return (error) => (error && choice && error.type !== 'refused' ? t('fieldProblem.choose') : words(error))
}

/**
 * Grows with its text by `field-sizing` (base.css): antd's own way measures with a style attribute, which the content
 * security policy refuses.
 */
const growing = (rows: number) => ({ minHeight: `${rows * 1.6 + 0.9}em`, maxHeight: `${(rows + 8) * 1.6}em` })

type WordsFieldProps<T extends FieldValues> = Named<T> & {
  readonly rows?: number
  /** Characters (code units), as in the schema. */
  readonly max?: number
  readonly placeholder?: string
}

export function WordsField<T extends FieldValues>({
  name,
  label,
  hint,
  optional = false,
  beside = false,
  rows = 1,
  max,
  placeholder,
}: WordsFieldProps<T>) {
  const { field, fieldState } = useController<T>({ name })
  const error = useErrorWords()(fieldState.error)
  return (
    <Field label={label} error={error} hint={hint} optional={optional} beside={beside}>
      {(bind) => {
        const shared = { ...bind, ...field, autoComplete: 'off', spellCheck: false, placeholder, maxLength: max }
        return rows > 1 ? (
          <Input.TextArea {...shared} className="growing" style={growing(rows)} />
        ) : (
          <Input {...shared} />
        )
      }}
    </Field>
  )
}

type ChoiceFieldProps<T extends FieldValues, V> = Named<T> & {
  readonly options: readonly ChipOption<V>[]
  readonly stacked?: boolean
  /** What else changes with the choice, such as a grade that belonged to another scale. */
  readonly onChosen?: (value: V) => void
}

export function ChoiceField<T extends FieldValues, V = string>({
  name,
  label,
  hint,
  optional = false,
  beside = false,
  options,
  stacked = false,
  onChosen,
}: ChoiceFieldProps<T, V>) {
  const { field, fieldState } = useController<T>({ name })
  const error = useErrorWords(true)(fieldState.error)
  return (
    <Field label={label} error={error} hint={hint} optional={optional} beside={beside} group>
      {(bind) => (
        <Chips
          options={options}
          value={field.value as V | undefined}
          onChange={(value) => {
            field.onChange(value)
            onChosen?.(value)
          }}
          onBlur={field.onBlur}
          focusRef={field.ref}
          describedBy={bind['aria-describedby']}
          invalid={bind['aria-invalid']}
          stacked={stacked}
        />
      )}
    </Field>
  )
}

/** China time as `moment` (#core/lib/schema.ts); empty is `undefined`. */
export function MomentField<T extends FieldValues>({ name, label, hint, optional = false, beside = false }: Named<T>) {
  const { field, fieldState } = useController<T>({ name })
  const error = useErrorWords()(fieldState.error)
  return (
    <Field label={label} error={error} hint={hint} optional={optional} beside={beside}>
      {(bind) => (
        <DayInput
          timed
          bind={bind}
          focusRef={field.ref}
          onBlur={field.onBlur}
          value={field.value as string | undefined}
          onChange={field.onChange}
        />
      )}
    </Field>
  )
}

/** `2026-11-22`; empty is ''. */
export function DayField<T extends FieldValues>({ name, label, hint, optional = false, beside = false }: Named<T>) {
  const { field, fieldState } = useController<T>({ name })
  const error = useErrorWords()(fieldState.error)
  return (
    <Field label={label} error={error} hint={hint} optional={optional} beside={beside}>
      {(bind) => (
        <DayInput
          bind={bind}
          focusRef={field.ref}
          onBlur={field.onBlur}
          value={(field.value as string | undefined) || undefined}
          onChange={(day) => field.onChange(day ?? '')}
        />
      )}
    </Field>
  )
}
