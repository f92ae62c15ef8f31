/** A plain select tied to a form: antd's takes Ctrl+Enter for itself, which has to save. `none`: words of the empty choice. */
import { useController, type FieldValues } from 'react-hook-form'
import type { Choice } from '#app/services/desk-types.ts'
import { Field } from '#app/ui/field.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'

type SelectFieldProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  readonly options: readonly Choice[]
  readonly none?: string
  readonly onChosen?: (id: string) => void
}

export function SelectField({ name, label, hint, optional = false, options, none, onChosen }: SelectFieldProps) {
  const { field, fieldState } = useController<FieldValues>({ name })
  const words = useFieldWords()
  return (
    <Field label={label} hint={hint} optional={optional} error={words(fieldState.error)}>
      {({ status: _status, ...bind }) => (
        <select
          {...bind}
          className="money-select"
          ref={field.ref}
          name={field.name}
          value={String(field.value ?? '')}
          onChange={(event) => {
            field.onChange(event.target.value)
            onChosen?.(event.target.value)
          }}
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
