/** A whole number typed into a box; empty is none. */
import { Input } from 'antd'
import { useController, type FieldPath, type FieldValues } from 'react-hook-form'
import { Field } from '#app/ui/field.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'

type NumberBoxProps<T extends FieldValues> = {
  readonly name: FieldPath<T>
  readonly label: string
  readonly hint?: string
}

export function NumberBox<T extends FieldValues>({ name, label, hint }: NumberBoxProps<T>) {
  const { field, fieldState } = useController<T>({ name })
  const words = useFieldWords()
  return (
    <Field label={label} error={words(fieldState.error)} hint={hint}>
      {(bind) => (
        <Input
          {...bind}
          {...field}
          value={(field.value as string | number | undefined) ?? ''}
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
        />
      )}
    </Field>
  )
}
