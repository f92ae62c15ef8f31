/** Boxes of the directory's forms, tied to react-hook-form. */
import { Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useController, type FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Choice } from '#app/services/desk-types.ts'
import { useLanguage } from '#app/text/text.ts'
import { DayInput } from '#app/ui/day-input.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { hoursWords, parseHours } from '#core/provider/hours-words.ts'

type Named = { readonly name: string; readonly label: string; readonly hint?: ReactNode; readonly optional?: boolean }

/** Hours as people write them; under the box stands how they were understood, or what is wrong with them. */
export function HoursField({ name, label, optional = true }: Named) {
  const { t } = useTranslation(['providers', 'codes'])
  const language = useLanguage()
  const { field, fieldState } = useController<FieldValues>({ name })
  const read = parseHours(String(field.value ?? ''))
  const understood = read.ok ? hoursWords(read.value, language) : ''
  const problem =
    !read.ok && (fieldState.isTouched || fieldState.error) ? t(`codes:refusal.${read.error.code}`) : undefined
  return (
    <Field
      label={label}
      optional={optional}
      error={problem}
      hint={understood === '' ? t('providers:form.hoursHint') : t('providers:form.understood', { words: understood })}
    >
      {({ status, ...bind }) => (
        <Input.TextArea
          {...bind}
          {...field}
          status={status}
          className="growing"
          autoComplete="off"
          spellCheck={false}
          maxLength={600}
        />
      )}
    </Field>
  )
}

/** A short text whose schema turns it into something else: a number, a list, an amount. */
export function TextField({ name, label, hint, optional = false, max = 200 }: Named & { readonly max?: number }) {
  const { field, fieldState } = useController<FieldValues>({ name })
  const words = useFieldWords()
  return (
    <Field label={label} hint={hint} optional={optional} error={words(fieldState.error)}>
      {(bind) => <Input {...bind} {...field} autoComplete="off" spellCheck={false} maxLength={max} />}
    </Field>
  )
}

/** A day without a time; what cannot be read is refused where it stands. */
export function DayField({ name, label, hint, optional = false }: Named) {
  const { field, fieldState } = useController<FieldValues>({ name })
  const words = useFieldWords()
  return (
    <Field label={label} hint={hint} optional={optional} error={words(fieldState.error)}>
      {(bind) => (
        <DayInput
          bind={bind}
          focusRef={field.ref}
          onBlur={field.onBlur}
          value={(field.value as string | undefined) || undefined}
          onChange={field.onChange}
        />
      )}
    </Field>
  )
}

/** A plain select: antd's takes Ctrl+Enter for itself, which has to save. `none`: words of the empty choice. */
export function SelectField({
  name,
  label,
  hint,
  optional = false,
  options,
  none,
}: Named & { readonly options: readonly Choice[]; readonly none?: string }) {
  const { field, fieldState } = useController<FieldValues>({ name })
  const words = useFieldWords()
  return (
    <Field label={label} hint={hint} optional={optional} error={words(fieldState.error)}>
      {({ status: _status, ...bind }) => (
        <select
          {...bind}
          className="plain-select"
          ref={field.ref}
          name={field.name}
          value={String(field.value ?? '')}
          onChange={(event) => field.onChange(event.target.value)}
          onBlur={field.onBlur}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map(({ id, words: shown }) => (
            <option key={id} value={id}>
              {shown}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Any number of a few: they look like the other choices, and each is a checkbox. */
export function CodesField({
  name,
  label,
  hint,
  optional = false,
  options,
}: Named & { readonly options: readonly Choice[] }) {
  const { field, fieldState } = useController<FieldValues>({ name })
  const words = useFieldWords()
  const chosen = (field.value as readonly string[] | undefined) ?? []
  const toggle = (one: string): void =>
    field.onChange(
      options.map(({ id }) => id).filter((id) => (id === one ? !chosen.includes(one) : chosen.includes(id))),
    )
  return (
    <Field label={label} hint={hint} optional={optional} group error={words(fieldState.error)}>
      {(bind) => (
        <div className="chips">
          {options.map(({ id, words: shown }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={() => toggle(id)}
                onBlur={field.onBlur}
                aria-describedby={bind['aria-describedby']}
              />
              <span>{shown}</span>
            </label>
          ))}
        </div>
      )}
    </Field>
  )
}

export function TickField({ name, label }: Pick<Named, 'name' | 'label'>) {
  const {
    field: { ref, value, onChange },
  } = useController<FieldValues>({ name })
  return (
    <p className="field">
      <label className="row">
        <input
          type="checkbox"
          checked={Boolean(value)}
          onChange={(event) => onChange(event.target.checked)}
          ref={ref}
        />
        <span>{label}</span>
      </label>
    </p>
  )
}

/** Several out of many: typed with suggestions, each chosen one can be taken out again. */
export function PickField({
  name,
  label,
  hint,
  optional = false,
  choices,
}: Named & { readonly choices: readonly Choice[] }) {
  const { t } = useTranslation(['providers', 'codes'])
  const { field, fieldState } = useController<FieldValues>({ name })
  const fieldWords = useFieldWords()
  const list = useId()
  const [typed, setTyped] = useState('')
  const [unknown, setUnknown] = useState(false)
  const chosen = (field.value as readonly string[] | undefined) ?? []
  const named = (id: string): string => choices.find((one) => one.id === id)?.words ?? id
  const take = (text: string): void => {
    const words = text.trim()
    const fits = choices.filter((one) => one.words === words || one.id === words)
    const near = fits.length > 0 ? fits : choices.filter((one) => one.words.includes(words))
    const found = words === '' || near.length !== 1 ? undefined : near[0]
    setUnknown(words !== '' && !found)
    if (!found) return
    field.onChange([...chosen.filter((id) => id !== found.id), found.id])
    setTyped('')
  }
  return (
    <Field
      label={label}
      hint={hint}
      optional={optional}
      error={unknown ? t('providers:form.pickOne') : fieldWords(fieldState.error)}
    >
      {({ status, ...bind }) => (
        <div className="pick-field">
          {chosen.map((id) => (
            <button
              key={id}
              type="button"
              className="picked"
              onClick={() => field.onChange(chosen.filter((one) => one !== id))}
            >
              {named(id)} <span aria-hidden="true">×</span>
              <span className="spoken-only">{t('providers:form.takeOut')}</span>
            </button>
          ))}
          <Input
            {...bind}
            status={status}
            ref={field.ref}
            list={list}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('providers:form.pick')}
            onChange={(event) => {
              const text = event.target.value
              setTyped(text)
              setUnknown(false)
              if (choices.some((one) => one.words === text)) take(text)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              take(typed)
            }}
            onBlur={() => {
              take(typed)
              field.onBlur()
            }}
          />
          <datalist id={list}>
            {choices
              .filter(({ id }) => !chosen.includes(id))
              .map(({ id, words }) => (
                <option key={id} value={words} />
              ))}
          </datalist>
        </div>
      )}
    </Field>
  )
}
